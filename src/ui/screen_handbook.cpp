#include "ui/screen_handbook.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures.h"
#include "ui/keyboard.h"
#include "ui/outcome.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForBoth = 50.0F;    ///< ems at which list and entry stand side by side
constexpr float kRoomForOneLine = 86.0F; ///< ems at which search and chapters stand in one line
constexpr float kListWidth = 19.0F;
constexpr float kFieldWidth = 18.0F;
constexpr float kWidestEntry = 56.0F; ///< tables may be wider than text that is good to read

void draw_search(HandbookDraft &draft, bool has_come_up, const Ui &ui) {
    const bool is_asked_for = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_F) && !is_behind_message();
    if (is_asked_for || std::exchange(draft.goes_to_search, false)) ImGui::SetKeyboardFocusHere();
    if (has_come_up) begin_keyboard_at_next_item();
    const FieldEvent event =
        line_input(ui, "###handbook.search", ui.texts(Text::handbook_search_hint), draft.query, kFieldWidth * em());
    if (!draft.query.empty()) tooltip(ui, ui.texts(Text::handbook_search)); // empty it says so itself
    if (event.has_changed || event.is_entered) {
        ui.intents.push(SearchHandbook{});
        draft.shows_list = true;
        draft.frames_to_list_top = kFramesToShow;
    }
    if (!draft.query.empty()) {
        ImGui::SameLine(0.0F, em() * 0.3F);
        if (plain_button(ui, ui.texts.label(Text::handbook_clear))) {
            draft.query.clear();
            draft.goes_to_search = true; // the button goes away, and with it the keyboard's place
            ui.intents.push(SearchHandbook{});
        }
    }
    ImGui::SameLine(0.0F, em() * 0.6F);
    if (plain_button(ui, ui.texts.label(Text::handbook_return))) ui.intents.push(GoBack{});
}

void draw_chapters(const view::HandbookView &view, HandbookDraft &draft, const Ui &ui) {
    Flow flow(0.3F);
    for (const view::ChapterRow &chapter : view.chapters) {
        const std::string label =
            labelled(chapter.title, "handbook.chapter." + std::to_string(static_cast<int>(chapter.chapter)));
        flow.next(button_width(label.c_str()));
        const bool is_here = chapter.is_chosen && !view.is_search;
        if (!choice_button(ui, label.c_str(), is_here)) continue;
        draft.shows_list = true;
        ui.intents.push(ChooseChapter{chapter.chapter});
    }
}

// Flat, so that many of them are in sight; what is chosen has a bar at its left.
bool draw_list_row(const view::HandbookListRow &row, const Ui &ui) {
    const float pad = std::round(em() * 0.5F);
    const float inset = std::round(em() * 0.25F);
    const float width = ImGui::GetContentRegionAvail().x;
    const float wrap = width - pad * 2.0F;
    const float title = text_height(ui, row.title, TextRole::body, row.is_chosen, wrap);
    const float side = row.side.empty() ? 0.0F : text_height(ui, row.side, TextRole::small, false, wrap);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{width, title + side + inset * 2.0F};
    const bool is_pressed =
        ImGui::InvisibleButton(("###handbook.row." + row.id).c_str(), size, ImGuiButtonFlags_EnableNav);
    if (!ImGui::IsItemVisible()) return is_pressed;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    if (row.is_chosen || ImGui::IsItemHovered())
        list->AddRectFilled(at, end, row.is_chosen ? ui.palette.card_on : ui.palette.card_hot,
                            ImGui::GetStyle().FrameRounding);
    if (row.is_chosen) list->AddRectFilled(at, {at.x + std::round(em() * 0.2F), end.y}, ui.palette.accent);
    draw_text_at(ui, {at.x + pad, at.y + inset}, row.title, TextRole::body, ui.palette.text, row.is_chosen, wrap);
    if (!row.side.empty())
        draw_text_at(ui, {at.x + pad, at.y + inset + title}, row.side, TextRole::small, ui.palette.muted, false, wrap);
    return is_pressed;
}

// What was opened from elsewhere comes into sight in the list.
void show_chosen_row(HandbookDraft &draft) {
    if (draft.frames_to_row <= 0) return;
    --draft.frames_to_row;
    if (!ImGui::IsItemVisible()) ImGui::SetScrollHereY(0.3F);
}

void draw_list(const view::HandbookView &view, bool has_entry_beside, HandbookDraft &draft, const Ui &ui) {
    if (!has_entry_beside) scroll_by_page_keys(); // beside an entry they are for reading
    if (draft.frames_to_list_top > 0) {
        --draft.frames_to_list_top;
        ImGui::SetScrollY(0.0F);
    }
    text_block(ui, view.list_title, TextRole::lead, 0, true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, std::round(em() * 0.1F)});
    for (const view::HandbookSection &section : view.sections) {
        if (!section.title.empty()) {
            gap(0.4F);
            caption(ui, section.title);
        }
        for (const view::HandbookListRow &row : section.rows) {
            if (draw_list_row(row, ui)) open_entry(ui, row.id);
            if (row.is_chosen) show_chosen_row(draft);
        }
    }
    ImGui::PopStyleVar();
}

void draw_facts(const std::vector<model::HandbookEntry::Fact> &facts, const Ui &ui) {
    const float head = em() * 8.0F;
    const float room = readable_width() - head;
    for (const model::HandbookEntry::Fact &fact : facts) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float label =
            draw_text_at(ui, at, fact.label, TextRole::small, ui.palette.muted, true, head - em() * 0.5F);
        const float text =
            draw_text_at(ui, {at.x + head, at.y}, fact.text, TextRole::small, ui.palette.text, false, room);
        ImGui::Dummy({head + room, std::max(label, text)});
    }
}

void draw_exercises(const view::HandbookEntryView &entry, const Ui &ui) {
    if (entry.exercises.empty() && entry.exercises_note.empty()) return;
    gap(0.8F);
    caption(ui, ui.texts(Text::handbook_exercises));
    for (const view::ExerciseView &exercise : entry.exercises) {
        CardLook look;
        look.text = exercise.scene_title;
        look.detail = exercise.case_title;
        if (card(ui, "handbook.exercise." + exercise.session.value + "." + exercise.scene.value, look,
                 readable_width()))
            ui.intents.push(OpenDebrief{exercise.session, exercise.scene});
    }
    if (!entry.exercises_note.empty())
        text_block(ui, entry.exercises_note, TextRole::small, ui.palette.muted, false, readable_width());
}

void draw_entry_figure(const view::HandbookEntryView &entry, HandbookDraft &draft, const Ui &ui) {
    if (std::holds_alternative<std::monostate>(entry.figure)) return;
    gap(0.4F);
    draw_figure(entry.figure, draft, ui);
    gap(0.4F);
}

void draw_entry(const view::HandbookEntryView &entry, HandbookDraft &draft, const Ui &ui) {
    const IdScope id(entry.id);
    heading(ui, entry.title, TextRole::title);
    if (!entry.reading.empty())
        text_block(ui, ui.texts.format(Text::handbook_reading, fmt::arg("reading", entry.reading)), TextRole::small,
                   ui.palette.muted);
    if (!entry.spoiler.empty() && draft.revealed != entry.id) {
        panel("spoiler", ui.palette.notice, [&] {
            text_block(ui, entry.spoiler, TextRole::body, 0, false, readable_width());
            if (plain_button(ui, ui.texts.label(Text::handbook_reveal))) draft.revealed = entry.id;
        });
        return;
    }
    text_block(ui, entry.summary, TextRole::lead, 0, false, readable_width());
    // A figure is what one comes for; the checker is a tool to use after reading.
    const bool is_figure_last = std::holds_alternative<view::FeeView>(entry.figure);
    if (!is_figure_last) draw_entry_figure(entry, draft, ui);
    gap(0.3F);
    for (const std::string &paragraph : entry.body) {
        text_block(ui, paragraph, TextRole::body, 0, false, readable_width());
        gap(0.2F);
    }
    if (is_figure_last) draw_entry_figure(entry, draft, ui);
    if (!entry.items.empty()) bullets(ui, entry.items);
    if (!entry.plain.empty())
        panel("plain", ui.palette.notice, [&] {
            caption(ui, ui.texts(Text::handbook_plain));
            text_block(ui, entry.plain, TextRole::body, 0, false, readable_width());
        });
    if (!entry.facts.empty()) {
        gap(0.3F);
        draw_facts(entry.facts, ui);
    }
    if (!entry.note.empty()) {
        gap(0.3F);
        panel("note", ui.palette.panel, [&] {
            caption(ui, ui.texts(Text::handbook_note));
            text_block(ui, entry.note, TextRole::small, 0, false, readable_width());
        });
    }
    text_block(ui, entry.source, TextRole::small, ui.palette.muted, false, readable_width());
    if (!entry.related.empty()) {
        gap(0.6F);
        caption(ui, ui.texts(Text::handbook_related));
        const IdScope related("related");
        draw_references(entry.related, ui);
    }
    draw_exercises(entry, ui);
}

void draw_reading_pane(const view::HandbookView &view, bool has_list_beside, HandbookDraft &draft, const Ui &ui) {
    scroll_by_page_keys();
    if (draft.frames_to_top > 0) {
        --draft.frames_to_top;
        ImGui::SetScrollY(0.0F);
    }
    const ColumnScope column("entry", std::min(ImGui::GetContentRegionAvail().x, kWidestEntry * em()));
    Flow flow(0.4F);
    if (!has_list_beside) {
        flow.next(button_width(ui.texts.label(Text::handbook_to_list)));
        if (plain_button(ui, ui.texts.label(Text::handbook_to_list))) draft.shows_list = true;
    }
    if (view.can_step_back) {
        flow.next(button_width(ui.texts.label(Text::handbook_back_to)));
        if (plain_button(ui, ui.texts.label(Text::handbook_back_to))) ui.intents.push(StepBackInHandbook{});
    }
    gap(0.3F);
    if (view.entry) draw_entry(*view.entry, draft, ui);
    gap(1.5F);
}

} // namespace

void draw_handbook(const view::HandbookView &view, HandbookDraft &draft, const Ui &ui) {
    const bool has_both = ImGui::GetContentRegionAvail().x >= kRoomForBoth * em();
    const bool has_come_up = ImGui::IsWindowAppearing();
    {
        const ChildScope head("head", {0.0F, 0.0F}, ui.palette.panel, true, 0, true);
        draw_search(draft, has_come_up, ui);
        if (ImGui::GetContentRegionAvail().x >= kRoomForOneLine * em()) ImGui::SameLine(0.0F, em());
        draw_chapters(view, draft, ui);
    }
    if (ImGui::IsKeyChordPressed(ImGuiMod_Alt | ImGuiKey_LeftArrow) && !is_behind_message() && view.can_step_back)
        ui.intents.push(StepBackInHandbook{});
    if (has_both || draft.shows_list || !view.entry) {
        const std::string id = "list." + view.list_id;
        const ChildScope list(id.c_str(), {has_both ? kListWidth * em() : 0.0F, 0.0F}, 0, true);
        draw_list(view, has_both, draft, ui);
    }
    if (has_both) ImGui::SameLine(0.0F, ImGui::GetStyle().ItemSpacing.x * 0.6F);
    if (has_both || (!draft.shows_list && view.entry)) {
        const ChildScope entry("reading", {0.0F, 0.0F}, 0, true);
        draw_reading_pane(view, has_both, draft, ui);
    }
}

} // namespace tsunagi::ui
