#include "view/terms.h"

#include <algorithm>

#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

std::vector<const HandbookEntry *> terms_of(const Handbook &handbook) {
    std::vector<const HandbookEntry *> terms;
    for (const HandbookEntry &entry : handbook.entries)
        if (entry.kind == HandbookKind::term) terms.push_back(&entry);
    return terms;
}

std::vector<std::vector<std::string>> words_of(const std::vector<const HandbookEntry *> &entries) {
    std::vector<std::vector<std::string>> words;
    for (const HandbookEntry *entry : entries)
        words.push_back(entry->words.empty() ? std::vector{entry->title.ja} : entry->words);
    return words;
}

// Katakana and the sign that makes them long: U+30A1 ... U+30FA, U+30FC.
bool is_katakana(const std::string &text, std::size_t at) {
    if (at + 2 >= text.size() || static_cast<unsigned char>(text[at]) != 0xE3) return false;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    return (second == 0x82 && third >= 0xA1) || (second == 0x83 && third <= 0xBC && third != 0xBB);
}

// A word in katakana may be the beginning or the end of another one.
bool is_part_of_katakana(const std::string &text, const engine::WordSpan &span) {
    const bool goes_on_before = span.begin >= 3 && is_katakana(text, span.begin - 3) && is_katakana(text, span.begin);
    const bool goes_on_after = is_katakana(text, span.end - 3) && is_katakana(text, span.end);
    return goes_on_before || goes_on_after;
}

void finish_row(TermsView &terms, const Texts &texts) {
    if (terms.terms.empty()) return;
    std::string words;
    for (const TermView &term : terms.terms) words += (words.empty() ? "" : texts(Text::terms_between)) + term.word;
    terms.row = texts.format(Text::terms_row, fmt::arg("words", words));
}

} // namespace

TermFinder::TermFinder(const Handbook &handbook) : entries_(terms_of(handbook)), index_(words_of(entries_)) {}

std::vector<TermMark> TermFinder::find(const std::string &text, TermsView &met, const Texts &texts) const {
    std::vector<TermMark> marks;
    for (const engine::WordSpan &span : index_.find(text)) {
        const HandbookEntry &entry = *entries_[span.entry];
        const bool is_met = std::any_of(met.terms.begin(), met.terms.end(),
                                        [&](const TermView &term) { return term.id == entry.id.value; });
        if (is_met || is_part_of_katakana(text, span)) continue;
        marks.push_back({span.begin, span.end, met.terms.size()});
        met.terms.push_back({entry.id.value, text.substr(span.begin, span.end - span.begin),
                             in_language(entry.title, texts) + "\n" + entry.summary});
    }
    return marks;
}

const std::vector<TermMark> &marks_of(const std::vector<std::vector<TermMark>> &marks, std::size_t text) {
    static const std::vector<TermMark> none;
    return text < marks.size() ? marks[text] : none;
}

void mark_terms(SceneView &scene, const TermFinder &finder, const Texts &texts) {
    scene.terms = {};
    scene.paragraph_marks.clear();
    for (const std::string &paragraph : scene.paragraphs)
        scene.paragraph_marks.push_back(finder.find(paragraph, scene.terms, texts));
    finish_row(scene.terms, texts);
}

void mark_terms(OutcomeView &outcome, const TermFinder &finder, const Texts &texts) {
    outcome.terms = {};
    outcome.consequence_marks.clear();
    for (const std::string &text : outcome.consequences)
        outcome.consequence_marks.push_back(finder.find(text, outcome.terms, texts));
    for (ReasonView &reason : outcome.reasons) reason.marks = finder.find(reason.reason, outcome.terms, texts);
    finish_row(outcome.terms, texts);
}

} // namespace tsunagi::view
