#include "ui/screen_progress.h"

#include <algorithm>
#include <cmath>

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForTwo = 75.0F; ///< ems at which points and role tables stand side by side
constexpr float kPageOfOne = 50.0F;
constexpr float kPageOfTwo = 100.0F;

// The colours of the classes, from good to bad; sign and word say it.
ImU32 colour_of(view::Standing standing, const Palette &palette) {
    using model::OptionClass;
    switch (standing) {
    case view::Standing::strong: return palette.classes[static_cast<std::size_t>(OptionClass::recommended)];
    case view::Standing::between: return palette.classes[static_cast<std::size_t>(OptionClass::acceptable)];
    case view::Standing::weak: return palette.classes[static_cast<std::size_t>(OptionClass::premature)];
    case view::Standing::untried: break;
    }
    return palette.muted;
}

void draw_practice(const view::ProgressLine &line, const Ui &ui) {
    if (line.practise.empty()) return;
    if (line.cases.empty()) {
        text_block(ui, line.practise, TextRole::small, ui.palette.muted, false, readable_width());
        return;
    }
    Flow flow(0.4F);
    const TextScope scope(ui,
                          TextRole::small); // a way on, said at every line that needs it: it must not outweigh the line
    {
        const ColorScope colour(ImGuiCol_Text, ui.palette.muted);
        flow.next(0.0F);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(line.practise.c_str());
    }
    for (const view::PracticeCase &practice : line.cases) {
        const std::string id = "progress.case." + line.id + "." + practice.scenario.value;
        const std::string label = labelled(practice.title, id);
        const float width = button_width(label.c_str());
        flow.next(width);
        // A title that is longer than the line is broken, which a button cannot do.
        CardLook look;
        look.text = practice.title;
        const bool is_too_long = width > ImGui::GetContentRegionAvail().x;
        if (is_too_long ? card(ui, id, look) : plain_button(ui, label.c_str()))
            ui.intents.push(ChooseCase{practice.scenario});
    }
}

// Sign and word, title, bar and figure; below it where it can be practised.
void draw_line(const view::ProgressLine &line, TextRole role, bool is_bold, float sign_room, const Ui &ui) {
    const std::string sign = line.symbol + " " + line.word;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float full = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorScreenPos({at.x, at.y + std::floor((line_of(role) - line_of(TextRole::small)) * 0.5F)});
    chip(ui, sign, colour_of(line.standing, ui.palette), ui.palette.panel);
    const float x = at.x + sign_room;
    const float width = std::max(full - sign_room, em() * 4.0F);
    const float title = draw_text_at(ui, {x, at.y}, line.title, role, ui.palette.text, is_bold, width);
    ImGui::SetCursorScreenPos({x, std::round(at.y + std::max(title, line_of(TextRole::small)))});
    if (line.available > 0) {
        const float height = std::round(em() * 0.6F);
        const float figure = em() * 7.5F;
        const float bar = std::clamp(width - figure - em() * 0.6F, em() * 3.0F, em() * 18.0F);
        const ImVec2 below = ImGui::GetCursorScreenPos();
        const float row = line_of(TextRole::small);
        ImGui::SetCursorScreenPos({x, std::round(below.y + (row - height) * 0.5F)});
        share_bar(ui, line.earned, line.available, line.available, {bar, height});
        draw_text_at(ui, {x + bar + em() * 0.6F, below.y}, line.share, TextRole::small, ui.palette.text, true,
                     std::max(width - bar - em() * 0.6F, em()));
        ImGui::SetCursorScreenPos({x, below.y});
        ImGui::Dummy({1.0F, row});
    }
    ImGui::Indent(sign_room);
    draw_practice(line, ui);
    ImGui::Unindent(sign_room);
}

// Signs of all lines take the same room, so that titles stand in one line.
float sign_room(const view::ProgressView &view, const Ui &ui) {
    float widest = 0.0F;
    const auto note = [&](const view::ProgressLine &line) {
        widest = std::max(widest, chip_width(ui, line.symbol + " " + line.word));
    };
    for (const view::ProgressLine &line : view.points) note(line);
    for (const view::ProgressTable &table : view.tables)
        for (const view::ProgressGroup &group : table.groups)
            for (const view::ProgressLine &line : group.cells) note(line);
    return std::round(widest + em() * 0.7F);
}

void draw_points(const view::ProgressView &view, float room, const Ui &ui) {
    heading(ui, ui.texts(Text::debrief_points));
    for (const view::ProgressLine &line : view.points) {
        gap(0.6F);
        draw_line(line, TextRole::body, true, room, ui);
    }
}

void draw_tables(const view::ProgressView &view, float room, const Ui &ui) {
    heading(ui, ui.texts(Text::progress_tables));
    for (const view::ProgressTable &table : view.tables) {
        gap(0.4F);
        text_block(ui, table.title, TextRole::lead, 0, true);
        for (const view::ProgressGroup &group : table.groups) {
            gap(0.4F);
            text_block(ui, group.title, TextRole::body, 0, true);
            for (const view::ProgressLine &line : group.cells) draw_line(line, TextRole::body, false, room, ui);
        }
    }
}

void draw_learners(const view::ProgressView &view, bool &is_choosing, const Ui &ui) {
    if (view.learners.empty()) return;
    const std::string whose = ui.texts.format(Text::progress_whose, fmt::arg("learner", view.learner));
    if (view.learners.size() == 1) {
        text_block(ui, whose, TextRole::body, 0, true);
        return;
    }
    if (fold_row(ui, "progress.learners", whose, {}, is_choosing)) is_choosing = !is_choosing;
    if (!is_choosing) return;
    for (std::size_t i = 0; i < view.learners.size(); ++i) {
        CardLook look;
        look.text = view.learners[i].text;
        look.mark = CardMark::radio;
        look.is_on = view.learners[i].is_chosen;
        if (card(ui, "progress.learner." + std::to_string(i), look, readable_width()))
            ui.intents.push(ChooseLearner{i});
    }
}

void draw_empty(const Ui &ui) {
    panel("progress.empty", ui.palette.panel, [&] {
        heading(ui, ui.texts(Text::progress_empty));
        text_block(ui, ui.texts(Text::progress_empty_help), TextRole::body, 0, false, readable_width());
        gap(0.8F);
        if (primary_button(ui, ui.texts.label(Text::progress_to_library))) ui.intents.push(OpenLibrary{});
    });
}

} // namespace

void draw_progress(const view::ProgressView &view, bool &is_choosing, const Ui &ui) {
    scroll_by_page_keys();
    const bool has_two = view.has_finished && ImGui::GetContentRegionAvail().x >= kRoomForTwo * em();
    const PageScope page("progress", has_two ? kPageOfTwo : kPageOfOne);
    heading(ui, ui.texts(Text::progress_title), TextRole::title);
    text_block(ui, ui.texts(Text::progress_intro), TextRole::body, ui.palette.muted, false, readable_width());
    gap(0.6F);
    draw_learners(view, is_choosing, ui);
    gap(0.6F);
    if (!view.has_finished) {
        draw_empty(ui);
        return;
    }
    panel("progress.basis", ui.palette.panel, [&] {
        Flow flow(0.4F);
        for (const std::string &line : view.summary) {
            flow.next(chip_width(ui, line));
            chip(ui, line, ui.palette.text, ui.palette.window);
        }
        gap(0.3F);
        text_block(ui, view.thresholds, TextRole::small, 0, false, readable_width());
        text_block(ui, view.basis, TextRole::small, ui.palette.muted, false, readable_width());
    });
    gap(0.8F);
    const float room = sign_room(view, ui);
    side_by_side(
        has_two, 0.42F, "lines", [&] { draw_points(view, room, ui); }, [&] { draw_tables(view, room, ui); });
    gap(1.5F);
}

} // namespace tsunagi::ui
