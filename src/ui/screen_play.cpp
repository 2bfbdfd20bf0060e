#include "ui/screen_play.h"

#include <algorithm>

#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/outcome.h"
#include "ui/play_parts.h"
#include "ui/terms.h"

namespace tsunagi::ui {

using i18n::Text;
using i18n::Texts;

namespace {

// Widths in ems at which the side panel and the column of steps find room beside a readable column of text.
constexpr float kRoomForSide = 62.0F;
constexpr float kRoomForRail = 52.0F;
constexpr float kRailWidth = 10.5F;
constexpr float kSideWidth = 20.0F;
constexpr float kWidestText = 46.0F;
constexpr float kWidestGrid = 60.0F;
// The window that asks for a reason gives the keyboard back first: to where it was, which is not where it is to go.
constexpr int kFramesToReason = 2;

struct AnswerReader {
    const PlayDraft &draft;
    const Texts &texts;

    DraftAnswer operator()(const view::ReadView &) const { return {model::ReadAnswer{}, true, {}}; }

    DraftAnswer operator()(const view::ChoiceView &choice) const {
        if (!choice.is_many) {
            if (draft.chosen.empty()) return {model::OneAnswer{}, false, texts(Text::play_choose_one_first)};
            return {model::OneAnswer{model::OptionId(draft.chosen.front())}, true, {}};
        }
        model::ManyAnswer answer;
        int used = 0;
        for (const view::OptionGroupView &group : choice.groups)
            for (const view::OptionView &option : group.options)
                if (std::find(draft.chosen.begin(), draft.chosen.end(), option.id) != draft.chosen.end()) {
                    answer.items.push_back(model::OptionId(option.id));
                    used += option.cost;
                }
        const int count = static_cast<int>(answer.items.size());
        DraftAnswer result{std::move(answer), true, texts.format(Text::play_chosen_count, fmt::arg("n", count))};
        if (choice.budget)
            result.hint = texts.format(Text::play_budget, fmt::arg("used", used), fmt::arg("budget", *choice.budget),
                                       fmt::arg("unit", choice.unit));
        if (count < choice.min) {
            result.is_ready = false;
            result.hint = texts.format(Text::play_choose_at_least, fmt::arg("n", choice.min - count));
        }
        if (choice.max && count > *choice.max) {
            result.is_ready = false;
            result.hint = texts.format(Text::play_too_many, fmt::arg("n", *choice.max));
        }
        if (choice.budget && used > *choice.budget) {
            result.is_ready = false;
            result.hint += "  " + texts(Text::play_over_budget);
        }
        return result;
    }

    DraftAnswer operator()(const view::GridView &grid) const {
        model::GridAnswer answer;
        int unmarked = 0;
        for (const view::GridLineView &row : grid.rows)
            for (const view::GridLineView &column : grid.columns) {
                const auto found = draft.marks.find({row.id, column.id});
                const model::Mark mark = found == draft.marks.end() ? model::empty_mark(grid.kind) : found->second;
                if (mark == model::Mark::unmarked) ++unmarked;
                if (mark != model::empty_mark(grid.kind))
                    answer.marks.push_back({model::RowId(row.id), model::ColumnId(column.id), mark});
            }
        DraftAnswer result{std::move(answer), true, {}};
        if (unmarked > 0) result.hint = texts.format(Text::play_unmarked_count, fmt::arg("n", unmarked));
        return result;
    }

    DraftAnswer operator()(const view::OrderView &) const {
        model::OrderAnswer answer;
        for (const std::string &id : draft.order) answer.steps.push_back(model::OptionId(id));
        return {std::move(answer), true, {}};
    }
};

void draw_interaction(const view::SceneView &scene, PlayDraft &draft, const Ui &ui) {
    if (const auto *choice = std::get_if<view::ChoiceView>(&scene.interaction)) draw_choice(*choice, draft, ui);
    if (const auto *grid = std::get_if<view::GridView>(&scene.interaction)) draw_grid(*grid, draft, ui);
    if (const auto *order = std::get_if<view::OrderView>(&scene.interaction)) draw_order(*order, draft, ui);
}

void draw_scene(const view::SceneView &scene, PlayDraft &draft, const Ui &ui) {
    text_block(ui, scene.when, TextRole::small, ui.palette.muted, true);
    heading(ui, scene.title, TextRole::title);
    gap(0.2F);
    for (std::size_t i = 0; i < scene.paragraphs.size(); ++i) {
        text_with_terms(ui, scene.paragraphs[i], view::marks_of(scene.paragraph_marks, i), scene.terms, TextRole::lead);
        gap(0.15F);
    }
    draw_terms(scene.terms, ui);
    if (!scene.changes.empty())
        panel("arrival", ui.palette.notice, [&] {
            for (const std::string &change : scene.changes) text_block(ui, change, TextRole::small);
        });
    if (std::holds_alternative<view::ReadView>(scene.interaction)) return;
    gap(0.6F);
    heading(ui, scene.question, TextRole::lead);
    if (ImGui::IsWindowAppearing()) begin_keyboard_at_next_item();
    draw_interaction(scene, draft, ui);
    gap(0.5F);
    text_block(ui, ui.texts(Text::play_why), TextRole::small, ui.palette.muted, true);
    const bool goes_to_reason = draft.frames_to_reason > 0 && --draft.frames_to_reason == 0;
    if (draft.frames_to_reason > 0) ui.intents.want_frame();
    if (goes_to_reason) type_into("###play.why");
    if (long_input(ui, "###play.why", draft.rationale, ui.texts(Text::play_why_hint), em() * 4.6F))
        draft.has_changed = true;
    if (goes_to_reason) scroll_page_to_last_item(0.5F);
}

// Whose turn it is, what was passed over, and how long there is.
void draw_workshop_head(const view::WorkshopPlayView &workshop, bool has_outcome, const Ui &ui) {
    text_block(ui, workshop.turn, TextRole::small, ui.palette.accent, true);
    if (has_outcome) {
        if (!workshop.hidden.empty()) text_block(ui, workshop.hidden, TextRole::small, ui.palette.muted);
        return;
    }
    if (!workshop.clock.empty())
        chip(ui, workshop.clock, workshop.is_time_over ? ui.palette.on_accent : ui.palette.accent,
             workshop.is_time_over ? ui.palette.accent : ui.palette.panel);
    if (!workshop.passed.empty())
        panel("passed", ui.palette.notice, [&] { text_block(ui, workshop.passed, TextRole::small); });
}

// Decided without a reason: whether one would rather write it.
void draw_reason_asked(const view::PlayView &view, PlayDraft &draft, const Ui &ui) {
    if (!draft.is_reason_asked) return;
    constexpr float kWidth = 30.0F; // ems
    const OverlayScope overlay("###play.ask-reason", kWidth);
    if (!overlay.is_open()) return;
    text_block(ui, ui.texts(Text::workshop_ask_reason), TextRole::lead);
    gap(0.6F);
    ButtonRow buttons(ui);
    const bool is_left = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (buttons.primary(ui.texts.label(Text::workshop_write_reason)) || is_left) {
        draft.is_reason_asked = false;
        draft.frames_to_reason = kFramesToReason;
        ui.intents.want_frame();
        ImGui::CloseCurrentPopup();
    }
    if (buttons.plain(ui.texts.label(Text::workshop_without_reason))) {
        draft.is_reason_asked = false;
        const DraftAnswer answer = answer_of(view.scene, draft, ui.texts);
        if (answer.is_ready) ui.intents.push(CommitDecision{answer.answer, draft.rationale, true});
        ImGui::CloseCurrentPopup();
    }
}

// The line under the scene: what is still missing on the left, the way on at the right.
void draw_footer(const view::PlayView &view, const PlayStage &stage, PlayDraft &draft, bool has_come_up, const Ui &ui) {
    const auto right_aligned = [&](const char *label) {
        float width = 0.0F;
        {
            const TextScope scope(ui, TextRole::body, true);
            width = button_width(label);
        }
        ImGui::SameLine(0.0F, 0.0F);
        ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetWindowWidth() - width - em() * 0.9F));
        return primary_button(ui, label);
    };
    ImGui::SetCursorPos({em() * 0.9F, em() * 0.5F});
    if (stage.outcome != nullptr) {
        if (stage.workshop != nullptr) {
            if (plain_button(ui, ui.texts.label(Text::workshop_hand_over))) ui.intents.push(HandOver{});
        } else {
            ImGui::Dummy({1.0F, 1.0F});
        }
        if (has_come_up) begin_keyboard_at_next_item();
        if (right_aligned(ui.texts.label(stage.is_over ? Text::play_to_ending : Text::play_continue)) ||
            is_confirm_pressed())
            ui.intents.push(ContinueStory{});
        return;
    }
    const DraftAnswer answer = answer_of(view.scene, draft, ui.texts);
    const bool is_reading = std::holds_alternative<view::ReadView>(view.scene.interaction);
    const char *label = ui.texts.label(is_reading ? Text::play_read_on : Text::play_commit);
    if (stage.can_show_last) {
        if (plain_button(ui, ui.texts.label(Text::play_last_outcome))) ui.intents.push(ShowLastOutcome{});
        ImGui::SameLine(0.0F, em() * 0.6F);
    }
    {
        float button = 0.0F;
        {
            const TextScope scope(ui, TextRole::body, true);
            button = button_width(label);
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = ImGui::GetWindowWidth() - ImGui::GetCursorPosX() - button - em() * 1.8F;
        if (room > em() * 4.0F) {
            const float height = text_height(ui, answer.hint, TextRole::small, true, room);
            draw_text_at(ui, {at.x, at.y + (ImGui::GetFrameHeight() - height) * 0.5F}, answer.hint, TextRole::small,
                         answer.is_ready ? ui.palette.muted : ui.palette.danger, true, room);
        }
        ImGui::Dummy({1.0F, 1.0F});
    }
    if (has_come_up && is_reading) begin_keyboard_at_next_item();
    const DisabledScope disabled(!answer.is_ready);
    if ((right_aligned(label) || is_confirm_pressed()) && answer.is_ready)
        ui.intents.push(CommitDecision{answer.answer, draft.rationale});
}

void draw_middle(const view::PlayView &view, const PlayStage &stage, PlayDraft &draft, float width, bool has_rail,
                 const Ui &ui) {
    const ImVec2 spacing = ImGui::GetStyle().ItemSpacing;
    const float footer = ImGui::GetFrameHeight() + em();
    bool has_come_up = false;
    ImGui::BeginGroup();
    const float height = ImGui::GetContentRegionAvail().y - footer - spacing.y;
    {
        const std::string id =
            stage.outcome != nullptr ? "outcome." + stage.outcome->scene_id : "scene." + view.scene.id;
        const ChildScope middle(id.c_str(), {width, height}, 0, true);
        has_come_up = ImGui::IsWindowAppearing();
        scroll_by_page_keys();
        const bool is_grid = stage.outcome == nullptr && std::holds_alternative<view::GridView>(view.scene.interaction);
        const float text = std::min(ImGui::GetContentRegionAvail().x, em() * (is_grid ? kWidestGrid : kWidestText));
        const float inset = (ImGui::GetContentRegionAvail().x - text) * 0.5F;
        if (inset > 0.0F) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + inset);
        const ChildScope column("column", {text, 0.0F}, 0, false, 0, true);
        if (!has_rail) {
            draw_rail(view.rail, false, ui);
            gap(0.3F);
        }
        if (!view.notice.empty()) text_block(ui, view.notice, TextRole::small, ui.palette.accent, true);
        if (stage.workshop != nullptr) draw_workshop_head(*stage.workshop, stage.outcome != nullptr, ui);
        if (stage.outcome != nullptr) {
            text_block(ui, stage.outcome->when, TextRole::small, ui.palette.muted, true);
            heading(ui, stage.outcome->title, TextRole::title);
            draw_outcome(*stage.outcome, ui);
        } else {
            draw_scene(view.scene, draft, ui);
        }
        gap(1.0F);
    }
    {
        const ChildScope foot("foot", {width, footer}, ui.palette.panel, false,
                              ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
        draw_footer(view, stage, draft, has_come_up, ui);
        draw_reason_asked(view, draft, ui);
    }
    ImGui::EndGroup();
}

void draw_side(const view::PlayView &view, float width, const Ui &ui) {
    const ChildScope side("side", {width, 0.0F}, ui.palette.panel, true);
    draw_case_file(view.case_file, ui);
}

} // namespace

DraftAnswer answer_of(const view::SceneView &scene, const PlayDraft &draft, const Texts &texts) {
    return std::visit(AnswerReader{draft, texts}, scene.interaction);
}

void draw_play(const view::PlayView &view, const PlayStage &stage, PlayDraft &draft, const Ui &ui) {
    const float room = ImGui::GetContentRegionAvail().x / em();
    const bool has_rail = room >= kRoomForRail;
    const bool has_side = room >= kRoomForSide;
    const float spacing = ImGui::GetStyle().ItemSpacing.x;

    if (!has_side) {
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + em() * 0.5F);
        const char *label = ui.texts.label(draft.is_case_file_open ? Text::play_back_to_scene : Text::play_case_file);
        if (plain_button(ui, label)) draft.is_case_file_open = !draft.is_case_file_open;
        if (view.case_file.new_fact_count > 0 && !draft.is_case_file_open) {
            ImGui::SameLine();
            chip(ui, ui.texts(Text::play_new), ui.palette.on_accent, ui.palette.accent);
        }
        if (draft.is_case_file_open) {
            draw_side(view, 0.0F, ui);
            return;
        }
    }
    if (has_rail) {
        {
            const ChildScope rail("rail", {em() * kRailWidth, 0.0F}, ui.palette.panel, true);
            draw_rail(view.rail, true, ui);
            gap(1.0F);
            text_block(ui, view.learner, TextRole::small, ui.palette.muted);
            text_block(ui, ui.texts(Text::play_saved), TextRole::small, ui.palette.muted);
        }
        ImGui::SameLine(0.0F, spacing * 0.6F);
    }
    const float side = has_side ? em() * kSideWidth : 0.0F;
    const float middle = ImGui::GetContentRegionAvail().x - (has_side ? side + spacing * 0.6F : 0.0F);
    draw_middle(view, stage, draft, middle, has_rail, ui);
    if (!has_side) return;
    ImGui::SameLine(0.0F, spacing * 0.6F);
    draw_side(view, side, ui);
}

} // namespace tsunagi::ui
