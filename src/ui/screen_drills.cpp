#include "ui/screen_drills.h"

#include <algorithm>
#include <cmath>

#include "ui/drill_parts.h"
#include "ui/keyboard.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForTwo = 58.0F; ///< ems at which both parts of an exercise stand side by side
constexpr float kLeftPart = 0.44F;

void draw_sketch_entry(const Ui &ui) {
    gap(0.6F);
    panel("sketch", ui.palette.panel, [&] {
        heading(ui, ui.texts(Text::sketch_heading));
        text_block(ui, ui.texts(Text::sketch_intro));
        gap(0.4F);
        if (primary_button(ui, ui.texts.label(Text::drills_sketch))) ui.intents.push(OpenSketches{});
    });
}

void draw_list(const view::DrillsView &view, const Ui &ui) {
    const ChildScope body("list", {0.0F, 0.0F}, 0, true);
    scroll_by_page_keys();
    const PageScope page("drills", kReadableEms);
    heading(ui, ui.texts(Text::drills_heading), TextRole::title);
    text_block(ui, ui.texts(Text::drills_intro), TextRole::body, ui.palette.muted);
    text_block(ui, ui.texts(Text::drills_not_kept), TextRole::small, ui.palette.muted);
    if (!view.damaged.empty())
        panel("damaged", ui.palette.danger_back,
              [&] { text_block(ui, view.damaged, TextRole::body, ui.palette.danger); });
    int number = 0;
    for (const view::DrillRow &row : view.rows) {
        gap(0.6F);
        panel(("drill." + std::to_string(number++)).c_str(), ui.palette.panel, [&] {
            heading(ui, row.title);
            text_block(ui, row.about);
            gap(0.4F);
            if (!row.unusable.empty()) text_block(ui, row.unusable, TextRole::body, ui.palette.muted, true);
            Flow flow(0.5F);
            for (const view::DrillStart &start : row.starts) {
                const std::string label = labelled(start.text, "drills.start." + start.id);
                flow.next(primary_button_width(ui, label.c_str()));
                if (primary_button(ui, label.c_str())) ui.intents.push(StartDrill{start.kind, start.table});
            }
        });
    }
    draw_sketch_entry(ui);
    gap(1.5F);
}

// ---- the line under an exercise ------------------------------------------------------------------------------------

/// The buttons stand at the right, with the hint beside them, or above them where there is no room.
class Foot {
  public:
    Foot(DrillFoot foot, bool is_checked, const Ui &ui) : foot_(std::move(foot)), is_checked_(is_checked), ui_(ui) {
        check_ = labelled(foot_.check, "drills.check");
        between_ = std::round(em() * 0.5F);
        pad_ = std::round(em() * 0.5F);
        avail_ = ImGui::GetContentRegionAvail().x - em() * 1.8F;
        next_ = labelled(ui.texts(is_checked ? Text::drills_next : Text::drills_skip), "drills.next");
        widths_ = {button_width(ui.texts.label(Text::drills_to_list)),
                   is_checked ? primary_button_width(ui, next_.c_str()) : button_width(next_.c_str())};
        if (!is_checked) widths_.push_back(primary_button_width(ui, check_.c_str()));
        for (const float width : widths_) buttons_ += width + between_;
        buttons_ -= between_;
        const float beside = avail_ - buttons_ - em();
        is_hint_beside_ = is_checked || text_height(ui, foot_.hint, TextRole::small, true, std::max(beside, em())) <=
                                            ImGui::GetFrameHeight() * 1.2F;
        if (beside < em() * 5.0F && !is_checked) is_hint_beside_ = false;
        hint_height_ = is_hint_beside_ ? 0.0F : text_height(ui, foot_.hint, TextRole::small, true, avail_);
    }

    [[nodiscard]] float height() const {
        const auto lines = static_cast<float>(rows());
        return hint_height_ + lines * ImGui::GetFrameHeight() + (lines - 1.0F) * between_ + pad_ * 2.0F;
    }

    void draw(bool has_come_up) {
        const ChildScope child("foot", {0.0F, height()}, ui_.palette.panel, false,
                               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
        origin_ = ImGui::GetCursorScreenPos();
        origin_.x += em() * 0.9F;
        origin_.y += pad_;
        if (!is_checked_) draw_hint();
        x_ = rows() == 1 ? avail_ - buttons_ : 0.0F;
        y_ = hint_height_;
        place(0);
        if (plain_button(ui_, ui_.texts.label(Text::drills_to_list))) ui_.intents.push(OpenDrills{});
        place(1);
        if (is_checked_) {
            if (has_come_up) begin_keyboard_at_next_item();
            if (primary_button(ui_, next_.c_str()) || is_confirm_pressed()) ui_.intents.push(NextDrill{});
            return;
        }
        if (plain_button(ui_, next_.c_str())) ui_.intents.push(NextDrill{});
        place(2);
        const bool is_pressed = primary_button(ui_, check_.c_str(), foot_.is_ready);
        if ((is_pressed || is_confirm_pressed()) && foot_.is_ready) ui_.intents.push(CheckDrill{});
    }

  private:
    [[nodiscard]] int rows() const {
        int rows = 1;
        float x = 0.0F;
        for (const float width : widths_) {
            if (x > 0.0F && x + width > avail_) {
                x = 0.0F;
                ++rows;
            }
            x += width + between_;
        }
        return rows;
    }

    void draw_hint() const {
        const float room = is_hint_beside_ ? avail_ - buttons_ - em() : avail_;
        const float height = text_height(ui_, foot_.hint, TextRole::small, true, room);
        const float lower = is_hint_beside_ ? std::floor((ImGui::GetFrameHeight() - height) * 0.5F) : 0.0F;
        draw_text_at(ui_, {origin_.x, origin_.y + lower}, foot_.hint, TextRole::small,
                     foot_.is_ready ? ui_.palette.muted : ui_.palette.text, true, room);
    }

    void place(std::size_t button) {
        if (x_ > 0.0F && x_ + widths_[button] > avail_ + 1.0F) {
            x_ = 0.0F;
            y_ += ImGui::GetFrameHeight() + between_;
        }
        ImGui::SetCursorScreenPos({origin_.x + x_, origin_.y + y_});
        x_ += widths_[button] + between_;
    }

    DrillFoot foot_;
    bool is_checked_;
    const Ui &ui_;
    std::string check_;
    std::string next_; ///< what was entered and not compared is gone after it, so it says "skip" then
    std::vector<float> widths_;
    float buttons_ = 0.0F;
    float between_ = 0.0F;
    float pad_ = 0.0F;
    float avail_ = 0.0F;
    bool is_hint_beside_ = true;
    float hint_height_ = 0.0F;
    ImVec2 origin_;
    float x_ = 0.0F;
    float y_ = 0.0F;
};

// ---- one exercise --------------------------------------------------------------------------------------------------

void draw_title(const view::DrillsView &view, const Ui &ui) {
    text_block(ui, view.title + "  " + view.position, TextRole::small, ui.palette.muted, true);
}

void draw_end(const Ui &ui) {
    gap(0.6F);
    text_block(ui, ui.texts(Text::drills_not_kept), TextRole::small, ui.palette.muted);
}

// A part of the page in a window of its own that scrolls; `draw` draws into a column that is good to read. What is new
// is shown from its top; what was only left for another screen stands where it stood.
template <class Draw>
bool draw_pane(const char *id, ImVec2 size, ImU32 background, bool is_new, bool has_page_keys, Draw draw) {
    const ChildScope pane(id, size, background, true);
    const bool has_come_up = is_new || ImGui::IsWindowAppearing();
    if (is_new) ImGui::SetScrollY(0.0F);
    if (has_page_keys) scroll_by_page_keys();
    const float ring = std::round(em() * 0.3F);
    const float all = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ring);
    const ColumnScope column("column", std::min(all - ring * 2.0F, kReadableEms * em()));
    draw(has_come_up);
    return has_come_up;
}

template <class Exercise>
void draw_exercise(const view::DrillsView &view, const Exercise &exercise, DrillDraft &draft, const Ui &ui) {
    DrillPage page;
    page.has_two = ImGui::GetContentRegionAvail().x >= kRoomForTwo * em();
    page.is_checked = view.is_checked;
    const bool is_new = draft.drawn_serial != draft.serial;
    const bool is_new_state = is_new || draft.was_drawn_checked != page.is_checked;
    draft.drawn_serial = draft.serial;
    draft.was_drawn_checked = page.is_checked;
    Foot foot(foot_of(exercise, draft, ui), page.is_checked, ui);
    const ImVec2 spacing = ImGui::GetStyle().ItemSpacing;
    const float height = ImGui::GetContentRegionAvail().y - foot.height() - spacing.y;
    bool has_come_up = false;
    if (page.has_two) {
        const float left = std::floor(ImGui::GetContentRegionAvail().x * kLeftPart);
        draw_pane("told", {left, height}, ui.palette.panel, is_new, false, [&](bool) {
            draw_title(view, ui);
            draw_told(exercise, page, draft, ui);
            draw_end(ui);
        });
        ImGui::SameLine(0.0F, spacing.x * 0.6F);
        has_come_up = draw_pane("done", {0.0F, height}, 0, is_new_state, true, [&](bool comes_up) {
            page.has_come_up = comes_up;
            draw_done(exercise, page, draft, ui);
            gap(1.0F);
        });
    } else {
        has_come_up = draw_pane("page", {0.0F, height}, 0, is_new_state, true, [&](bool comes_up) {
            page.has_come_up = comes_up;
            draw_title(view, ui);
            // What has just been compared comes first; what was told can be read again below it.
            if (page.is_checked && !std::is_same_v<Exercise, view::PlacingView>) {
                draw_done(exercise, page, draft, ui);
                gap(1.0F);
                draw_told(exercise, page, draft, ui);
            } else {
                draw_told(exercise, page, draft, ui);
                gap(0.8F);
                draw_done(exercise, page, draft, ui);
            }
            draw_end(ui);
        });
    }
    foot.draw(has_come_up);
}

struct ExerciseDrawer {
    const view::DrillsView &view;
    DrillDraft &draft;
    const Ui &ui;

    void operator()(std::monostate) const { draw_list(view, ui); }
    template <class Exercise>
    void operator()(const Exercise &exercise) const {
        draw_exercise(view, exercise, draft, ui);
    }
};

} // namespace

void draw_drills(const view::DrillsView &view, DrillDraft &draft, const Ui &ui) {
    std::visit(ExerciseDrawer{view, draft, ui}, view.exercise);
}

} // namespace tsunagi::ui
