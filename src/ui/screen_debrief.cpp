#include "ui/screen_debrief.h"

#include "ui/debrief_parts.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForTwo = 75.0F; ///< ems at which profile and role table stand side by side
constexpr float kPageOfOne = 50.0F;
constexpr float kPageOfTwo = 100.0F;

// The colours of the classes serve the kinds of ending too, in the same order from good to bad; sign and word say it.
ImU32 colour_of(model::EndingKind kind, const Palette &palette) {
    using model::OptionClass;
    OptionClass like = OptionClass::recommended;
    switch (kind) {
    case model::EndingKind::handbook: break;
    case model::EndingKind::slower: like = OptionClass::acceptable; break;
    case model::EndingKind::partial: like = OptionClass::premature; break;
    case model::EndingKind::breakdown: like = OptionClass::harmful; break;
    }
    return palette.classes[static_cast<std::size_t>(like)];
}

void draw_ending(const view::DebriefView &view, const Ui &ui) {
    panel("debrief.ending", ui.palette.panel, [&] {
        chip(ui, view.ending_kind, colour_of(view.ending, ui.palette), ui.palette.panel);
        gap(0.4F);
        text_block(ui, view.ending_title, TextRole::heading, 0, true, readable_width());
        for (const std::string &paragraph : view.ending_text) {
            gap(0.4F);
            text_block(ui, paragraph, TextRole::body, 0, false, readable_width());
        }
    });
}

void draw_compared(const view::DebriefView &view, const Ui &ui) {
    if (view.compared.empty()) return;
    panel("debrief.compared", ui.palette.notice, [&] {
        caption(ui, ui.texts(Text::debrief_compared));
        text_block(ui, view.compared, TextRole::body, 0, false, readable_width());
    });
}

void draw_flag(const view::SafetyView &flag, int number, const Ui &ui) {
    const IdScope id(number);
    panel("debrief.flag", ui.palette.danger_back, [&] {
        text_block(ui, flag.heading, TextRole::body, ui.palette.danger, true);
        text_block(ui, flag.text, TextRole::body, 0, false, readable_width());
        text_block(ui,
                   ui.texts.format(Text::debrief_safety_where, fmt::arg("scene", flag.scene),
                                   fmt::arg("subject", flag.subject)),
                   TextRole::small, ui.palette.muted, false, readable_width());
    });
}

void draw_no_flag(const Ui &ui) {
    heading(ui, ui.texts(Text::debrief_safety), TextRole::lead);
    panel("debrief.safe", ui.palette.panel, [&] { text_block(ui, ui.texts(Text::debrief_safety_none)); });
}

void draw_flags(const std::vector<view::SafetyView> &flags, bool has_two, const Ui &ui) {
    heading(ui, ui.texts(Text::debrief_safety));
    const auto draw_from = [&](std::size_t first, std::size_t step) {
        for (std::size_t i = first; i < flags.size(); i += step) draw_flag(flags[i], static_cast<int>(i), ui);
    };
    if (has_two && flags.size() > 1)
        side_by_side(
            true, 0.5F, "flags", [&] { draw_from(0, 2); }, [&] { draw_from(1, 2); });
    else
        draw_from(0, 1);
}

void draw_ways_on(const view::DebriefView &view, const Ui &ui) {
    Flow flow(0.6F);
    const std::string again = labelled(ui.texts(Text::debrief_again), "debrief.again");
    const std::string library = labelled(ui.texts(Text::debrief_to_library), "debrief.to_library");
    flow.next(primary_button_width(ui, again.c_str()));
    if (primary_button(ui, again.c_str())) ui.intents.push(ReplayCase{view.scenario});
    flow.next(button_width(library.c_str()));
    if (plain_button(ui, library.c_str())) ui.intents.push(OpenLibrary{});
}

} // namespace

void draw_debrief(const view::DebriefView &view, const DebriefMore &more, DebriefDraft &draft, const Ui &ui,
                  const model::SessionId &session) {
    scroll_by_page_keys();
    const bool has_two = ImGui::GetContentRegionAvail().x >= kRoomForTwo * em();
    const PageScope page("debrief", has_two ? kPageOfTwo : kPageOfOne);
    heading(ui, ui.texts(Text::debrief_title), TextRole::title);
    text_block(ui, view.case_title, TextRole::lead, 0, true);
    text_block(ui, view.run, TextRole::small, ui.palette.muted);
    gap(0.4F);
    keep_place((view.placement ? 1 : 0) + (more.analysis.is_shown ? 2 : 0) + (more.analysis.is_stopped ? 4 : 0), draft);
    // From the beginning, so that the names do not move when what it tells has been found.
    const bool has_placement =
        view.placement || !view.analysis_note.empty() || more.analysis.is_shown || more.analysis.is_stopped;
    std::vector<DebriefPart> parts = {DebriefPart::profile, DebriefPart::tables,    DebriefPart::timeline,
                                      DebriefPart::map,     DebriefPart::decisions, DebriefPart::self,
                                      DebriefPart::courses, DebriefPart::attempts};
    if (has_placement) parts.insert(parts.begin(), DebriefPart::placement);
    draw_contents(parts, draft, ui);
    gap(0.8F);

    // What happened first, then what it says of safety, then figures.
    side_by_side(
        has_two, 0.5F, "story", [&] { draw_ending(view, ui); },
        [&] {
            draw_compared(view, ui);
            if (!view.safety.empty()) return;
            gap(0.8F);
            draw_no_flag(ui);
        },
        0.8F);
    if (!view.safety.empty()) {
        gap(kBetweenParts);
        draw_flags(view.safety, has_two, ui);
    }
    // Where the search says itself how far it is, the note that it is under way would say it twice.
    const bool says_itself = more.analysis.is_shown || more.analysis.is_stopped;
    if (has_placement) gap(kBetweenParts);
    if (has_placement) begin_part(DebriefPart::placement, draft);
    if (view.placement || !says_itself) draw_placement(view, ui);
    draw_analysis(more.analysis, ui);
    gap(kBetweenParts);
    side_by_side(
        has_two, 0.5F, "figures",
        [&] {
            begin_part(DebriefPart::profile, draft);
            draw_profile(view, draft, ui);
        },
        [&] {
            begin_part(DebriefPart::tables, draft);
            draw_role_tables(view, ui);
        });
    gap(kBetweenParts);
    begin_part(DebriefPart::timeline, draft);
    draw_timeline(view, draft, ui);
    gap(kBetweenParts);
    begin_part(DebriefPart::map, draft);
    draw_map_before_after(more.map, draft.legend, ui);
    gap(kBetweenParts);
    side_by_side(
        has_two, 0.6F, "words",
        [&] {
            begin_part(DebriefPart::decisions, draft);
            draw_decisions(view, draft, ui, session);
        },
        [&] {
            begin_part(DebriefPart::self, draft);
            draw_self_debrief(draft, ui);
        });
    gap(kBetweenParts);
    begin_part(DebriefPart::courses, draft);
    draw_courses(more.courses, ui, session);
    gap(kBetweenParts);
    begin_part(DebriefPart::attempts, draft);
    draw_attempts(more.attempts, ui);
    gap(kBetweenParts);
    draw_ways_on(view, ui);
    gap(1.5F);
}

} // namespace tsunagi::ui
