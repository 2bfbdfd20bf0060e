#pragma once

namespace tsunagi::report {

// Colours are those of the light theme (ui/theme.cpp), which have been measured there; nothing is told by colour alone.
inline constexpr const char *kPageStyle = R"css(
:root { --text: #22282b; --muted: #5a6367; --accent: #0f6b6d; --back: #dde5e4; --line: #c9c6bd; --edge: #827f76;
  --notice: #fbf3df; --danger: #a8321a; --danger-back: #fbeae5; }
* { box-sizing: border-box; }
html { font-size: 100%; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 60rem; color: var(--text); background: #fff;
  font-family: "BIZ UDPGothic", "BIZ UDGothic", "Yu Gothic Medium", "Yu Gothic", "Hiragino Sans", "Noto Sans JP",
    "Noto Sans CJK JP", Meiryo, sans-serif;
  line-height: 1.75; overflow-wrap: anywhere; line-break: strict; }
h1, h2, h3, h4 { line-height: 1.4; margin: 0; break-after: avoid; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 3px solid var(--accent); }
h3 { font-size: 1.12rem; margin: 1.5rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .25rem; color: var(--accent); }
p { margin: .4rem 0; }
ul, ol { margin: .4rem 0; padding-left: 1.5rem; }
li { margin: .2rem 0; }
a { color: var(--accent); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem; }
.kicker, .when, .small { color: var(--muted); font-size: .9rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .75rem 0; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; padding: .6rem 0; margin: 1rem 0 0; list-style: none;
  border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--back); }
tbody th { font-weight: normal; }
td.number, th.number { text-align: right; }
td.number { white-space: nowrap; }
.scroll thead th { min-width: 4.5rem; }
.scroll thead th:first-child { min-width: 8rem; }
td.names { min-width: 8rem; }
td.none { color: var(--muted); }
figure { margin: 1rem 0; break-inside: avoid; }
figcaption { font-weight: bold; margin-bottom: .3rem; }
svg { max-width: 100%; height: auto; display: block; }
.map svg { min-width: 34rem; }
.question { font-weight: bold; }
.typed, .team { margin: .4rem 0; padding: .5rem .9rem; border-left: 4px solid var(--edge); background: #f6f4ef; }
.team { border-left-color: var(--accent); background: #eef4f4; }
.notice { margin: .6rem 0; padding: .6rem .9rem; border: 1px solid var(--line); background: var(--notice); }
.safety { margin: .6rem 0; padding: .6rem .9rem; border: 2px solid var(--danger); background: var(--danger-back); }
.safety strong { color: var(--danger); }
.class { display: inline-block; padding: 0 .5rem; border: 1px solid currentColor; border-radius: .3rem;
  font-size: .9rem; font-weight: bold; white-space: nowrap; }
.recommended { color: #206ca6; } .acceptable { color: #00664b; } .premature { color: #512e00; }
.missed { color: #6b4a75; } .harmful { color: #a8321a; }
.options { list-style: none; padding: 0; }
.options > li { padding: .5rem 0 .5rem .8rem; border-top: 1px solid var(--line); break-inside: avoid; }
.voices { columns: 20rem; column-gap: 2rem; }
.options > li.taken { border-left: 5px solid var(--accent); }
.taken-mark { font-weight: bold; color: var(--accent); white-space: nowrap; }
article { margin: 1.75rem 0; padding-top: .25rem; border-top: 1px solid var(--edge); }
article h3 { margin-top: .6rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 2rem; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--muted);
  font-size: .9rem; }
@media (max-width: 30rem) {
  body { padding: 1rem .75rem 2rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin: 0 0 .4rem; }
  th, td { padding: .25rem .35rem; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.5; }
  nav, .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  h2 { margin-top: 1.5rem; }
  section.paged { break-before: page; }
  article { break-before: auto; }
  article > h3, article > .question, article > .when { break-after: avoid; }
  .typed, .team, .notice, .safety, tr { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  caption { break-after: avoid; }
  table.whole, .columns > div { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  .scroll { overflow: visible; }
  .scroll thead th, .scroll thead th:first-child { min-width: 0; }
  .scroll thead th.number { min-width: 4.2em; }
  th, td { padding: .15rem .4rem; }
  .options > li { padding: .25rem 0 .25rem .6rem; }
  .typed, .team { padding: .3rem .7rem; }
  .voices, .options ul.small { columns: 2; column-gap: 1.5rem; }
  .map svg { min-width: 0; max-height: 200mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; color: #5a6367; } }
)css";

} // namespace tsunagi::report
