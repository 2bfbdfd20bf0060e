#include <algorithm>
#include <cmath>

#include "ui/debrief_more.h"
#include "ui/outcome.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;
using Kind = view::CourseCell::Kind;

namespace {

constexpr float kNarrowestColumn = 15.0F; ///< ems; narrower columns are put one below the other

// Goes down a box and draws, or only measures: a row of boxes is as high as its highest.
class Pen {
  public:
    Pen(const Ui &ui, ImVec2 at, float width, bool is_drawing)
        : ui_(ui), at_(at), y_(at.y), width_(width), is_drawing_(is_drawing) {}

    void text(std::string_view words, TextRole role, ImU32 colour, bool is_bold = false) {
        if (words.empty()) return;
        y_ += is_drawing_ ? draw_text_at(ui_, {at_.x, y_}, words, role, colour, is_bold, width_)
                          : text_height(ui_, words, role, is_bold, width_);
    }
    void bullet(std::string_view words) {
        const float indent = std::round(em() * 0.8F);
        const float width = std::max(width_ - indent, em());
        if (is_drawing_) {
            ImGui::GetWindowDrawList()->AddCircleFilled({at_.x + em() * 0.3F, y_ + line_of(TextRole::body) * 0.5F},
                                                        em() * 0.11F, ui_.palette.muted);
            draw_text_at(ui_, {at_.x + indent, y_}, words, TextRole::body, ui_.palette.text, false, width);
        }
        y_ += text_height(ui_, words, TextRole::body, false, width);
    }
    void class_sign(const view::ClassView &option_class) {
        if (is_drawing_) {
            ImGui::SetCursorScreenPos({at_.x, y_});
            class_chip(ui_, option_class);
        }
        y_ += line_of(TextRole::small);
    }
    void space(float ems) { y_ += em() * ems; }
    [[nodiscard]] float height() const { return y_ - at_.y; }

  private:
    const Ui &ui_;
    ImVec2 at_;
    float y_;
    float width_;
    bool is_drawing_;
};

void write_head(const view::CourseHead &head, Pen &pen, const Ui &ui) {
    pen.text(head.title, TextRole::body, ui.palette.accent, true);
    pen.text(head.ending, TextRole::body, ui.palette.text);
    pen.text(head.overall, TextRole::small, ui.palette.muted);
}

void write_cell(const view::CourseCell &cell, const std::string &course, bool is_open, Pen &pen, const Ui &ui) {
    pen.text(course, TextRole::small, ui.palette.muted, true);
    if (cell.option_class) {
        pen.space(0.1F);
        pen.class_sign(*cell.option_class);
        pen.space(0.2F);
    }
    pen.text(cell.text, TextRole::body, cell.kind == Kind::decided ? ui.palette.text : ui.palette.muted,
             cell.kind == Kind::decided);
    const auto write = [&](const std::string &line) {
        cell.is_list ? pen.bullet(line) : pen.text(line, TextRole::body, ui.palette.text);
    };
    for (const std::string &line : cell.lines) write(line);
    if (is_open)
        for (const std::string &line : cell.more) write(line);
    else
        pen.text(cell.more_text, TextRole::small, ui.palette.muted);
}

// Boxes side by side, equally high. `background(index)` is the colour of each, `write(index, pen)` what stands in it.
template <class Background, class Write>
void draw_boxes(const Grid &grid, std::size_t first, std::size_t end, const Ui &ui, Background background,
                Write write) {
    const float pad = std::round(em() * 0.6F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto x_of = [&](std::size_t i) { return at.x + (grid.width + grid.between) * static_cast<float>(i - first); };
    float height = 0.0F;
    for (std::size_t i = first; i < end; ++i) {
        Pen pen(ui, {x_of(i) + pad, at.y + pad}, grid.width - pad * 2.0F, false);
        write(i, pen);
        height = std::max(height, pen.height());
    }
    height = std::round(height + pad * 2.0F);
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().FrameRounding;
    for (std::size_t i = first; i < end; ++i) {
        const ImVec2 min{x_of(i), at.y};
        const ImVec2 max{min.x + grid.width, at.y + height};
        list->AddRectFilled(min, max, background(i), rounding);
        list->AddRect(min, max, ui.palette.border, rounding);
        Pen pen(ui, {min.x + pad, at.y + pad}, grid.width - pad * 2.0F, true);
        write(i, pen);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({ImGui::GetContentRegionAvail().x, height});
}

void draw_reasons(const std::vector<view::ReasonView> &reasons, const Ui &ui) {
    int number = 0;
    for (const view::ReasonView &reason : reasons) {
        const IdScope id(number++);
        panel("reason", reason.is_taken ? ui.palette.card_on : ui.palette.panel, [&] { draw_reason(reason, {}, ui); });
    }
}

void draw_reason_columns(const view::CourseScene &scene, const Grid &grid, std::size_t first, std::size_t end,
                         const Ui &ui) {
    const auto has_reasons = [](const view::CourseCell &cell) { return !cell.reasons.empty(); };
    const auto begin = scene.cells.begin();
    if (std::none_of(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end), has_reasons))
        return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float bottom = at.y;
    for (std::size_t i = first; i < end; ++i) {
        ImGui::SetCursorScreenPos({at.x + (grid.width + grid.between) * static_cast<float>(i - first), at.y});
        const IdScope id(static_cast<int>(i));
        {
            const ColumnScope column("why", grid.width);
            draw_reasons(scene.cells[i].reasons, ui);
        }
        bottom = std::max(bottom, ImGui::GetItemRectMax().y);
    }
    ImGui::SetCursorScreenPos({at.x, bottom});
    ImGui::Dummy({1.0F, 1.0F});
}

// The scene's title on a strip; folds open where there is more to read. Returns whether it is open.
bool draw_title(const view::CourseScene &scene, bool is_same, const Ui &ui) {
    const std::string id = "courses.scene." + scene.id;
    bool *is_open = remembered_flag(id.c_str());
    const float pad = std::round(em() * 0.6F);
    const float sign = em();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float full = ImGui::GetContentRegionAvail().x;
    const std::string &same = ui.texts(Text::courses_same_in_all);
    const float same_width = is_same ? chip_width(ui, same) : 0.0F;
    const float width = full - pad * 2.0F - sign - same_width;
    const ImVec2 size{full, text_height(ui, scene.title, TextRole::body, true, width) + std::round(em() * 0.5F)};
    if (!scene.can_unfold)
        ImGui::Dummy(size);
    else if (ImGui::InvisibleButton(labelled({}, id).c_str(), size, ImGuiButtonFlags_EnableNav))
        *is_open = !*is_open;
    if (!ImGui::IsItemVisible()) return *is_open;
    const bool is_hot = scene.can_unfold && ImGui::IsItemHovered();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, end, is_hot ? ui.palette.card_hot : ui.palette.panel, ImGui::GetStyle().FrameRounding);
    list->AddRect(at, end, ui.palette.border, ImGui::GetStyle().FrameRounding);
    const float y = at.y + std::round(em() * 0.25F);
    if (scene.can_unfold) fold_sign(ui, {at.x + pad + em() * 0.25F, y + line_of(TextRole::body) * 0.5F}, *is_open);
    draw_text_at(ui, {at.x + pad + sign, y}, scene.title, TextRole::body, is_same ? ui.palette.muted : ui.palette.text,
                 !is_same, width);
    const float drop = std::floor((line_of(TextRole::body) - line_of(TextRole::small)) * 0.5F);
    if (is_same)
        draw_text_at(ui, {end.x - same_width, y + drop}, same, TextRole::small, ui.palette.muted, false, same_width);
    return *is_open;
}

void draw_parting(const view::CourseScene &scene, const Ui &ui, const model::SessionId &session) {
    if (scene.explore < 0) return;
    Flow flow(0.6F);
    const std::string explore = labelled(ui.texts(Text::debrief_explore), "courses.explore." + scene.id);
    flow.next(button_width(explore.c_str()));
    if (plain_button(ui, explore.c_str())) ui.intents.push(ExploreFrom{session, scene.explore});
    for (const std::string &part : scene.parts) {
        flow.next(chip_width(ui, part));
        // In the middle of the button's line, where it stands on one.
        const float drop = std::floor((ImGui::GetFrameHeight() - line_of(TextRole::small)) * 0.5F);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + drop);
        chip(ui, part, ui.palette.accent, ui.palette.card_on);
    }
}

void draw_scene(const view::CourseScene &scene, const view::CoursesView &view, const Grid &grid, const Ui &ui,
                const model::SessionId &session) {
    const IdScope id(scene.id);
    const bool is_same = scene.is_same_in_all && scene.parts.empty();
    gap(is_same ? 0.3F : 0.7F);
    const bool is_open = draw_title(scene, is_same, ui);
    if (is_same) return;
    draw_parting(scene, ui, session);
    // What differs stands out; what is the same or not there keeps back.
    const auto background = [&](std::size_t i) {
        return scene.cells[i].kind == Kind::decided ? ui.palette.card : ui.palette.window;
    };
    const auto step = static_cast<std::size_t>(grid.columns);
    for (std::size_t first = 0; first < scene.cells.size(); first += step) {
        const std::size_t end = std::min(first + step, scene.cells.size());
        draw_boxes(grid, first, end, ui, background, [&](std::size_t i, Pen &pen) {
            write_cell(scene.cells[i], view.courses[i].title, is_open, pen, ui);
        });
        if (is_open) draw_reason_columns(scene, grid, first, end, ui);
    }
}

} // namespace

void draw_analysis(const AnalysisProgress &progress, const Ui &ui) {
    if (!progress.is_shown && !progress.is_stopped) return;
    gap(0.8F);
    panel("analysis", ui.palette.notice, [&] {
        if (progress.is_stopped) {
            text_block(ui, ui.texts(Text::analysis_stopped), TextRole::body, 0, false, readable_width());
            if (plain_button(ui, ui.texts.label(Text::analysis_again))) ui.intents.push(StartAnalysis{});
            return;
        }
        text_block(ui, ui.texts(Text::analysis_running), TextRole::body, 0, false, readable_width());
        const int percent = static_cast<int>(std::clamp(progress.done, 0.0F, 1.0F) * 100.0F);
        const float height = std::round(em() * 0.7F);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = std::min(ImGui::GetContentRegionAvail().x - em() * 4.0F, em() * 20.0F);
        ImGui::SetCursorScreenPos({at.x, std::round(at.y + (line_of(TextRole::body) - height) * 0.5F)});
        share_bar(ui, percent, 100, 100, {width, height});
        draw_text_at(ui, {at.x + width + em() * 0.6F, at.y},
                     ui.texts.format(Text::analysis_percent, fmt::arg("n", percent)), TextRole::body, ui.palette.text,
                     false, em() * 4.0F);
        ImGui::SetCursorScreenPos({at.x, at.y + line_of(TextRole::body) + em() * 0.4F});
        if (plain_button(ui, ui.texts.label(Text::analysis_cancel))) ui.intents.push(CancelAnalysis{});
    });
}

void draw_courses(const view::CoursesView &view, const Ui &ui, const model::SessionId &session) {
    if (view.story.empty() && view.courses.empty()) return;
    const IdScope scope("courses");
    heading(ui, ui.texts(Text::courses_heading));
    for (const std::string &line : view.story) text_block(ui, line, TextRole::body, 0, false, readable_width());
    if (view.courses.empty()) return;
    gap(0.3F);
    text_block(ui, ui.texts(Text::courses_help), TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.4F);
    const auto count = static_cast<int>(view.courses.size());
    Grid grid = grid_for(kNarrowestColumn * em(), 0.0F, count);
    if (grid.columns < count) grid = grid_for(ImGui::GetContentRegionAvail().x, 0.0F, 1);
    const auto step = static_cast<std::size_t>(grid.columns);
    for (std::size_t first = 0; first < view.courses.size(); first += step)
        draw_boxes(
            grid, first, std::min(first + step, view.courses.size()), ui,
            [&](std::size_t) { return ui.palette.notice; },
            [&](std::size_t i, Pen &pen) { write_head(view.courses[i], pen, ui); });
    if (!view.before.empty()) {
        gap(0.4F);
        text_block(ui, view.before, TextRole::small, ui.palette.muted, false, readable_width());
    }
    for (const view::CourseScene &scene : view.scenes) draw_scene(scene, view, grid, ui, session);
}

} // namespace tsunagi::ui
