#include <algorithm>
#include <cmath>

#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;
using view::FormField;

namespace {

constexpr float kTitleWidth = 28.0F; // ems
constexpr float kDateWidth = 10.0F;
constexpr float kNameWidth = 18.0F;
constexpr float kMembersWidth = 5.0F;
constexpr float kNarrowestScene = 20.0F;

class FormDrawer {
  public:
    FormDrawer(const view::WorkshopFormView &view, WorkshopDraft &draft, const Ui &ui)
        : view_(view), draft_(draft), ui_(ui) {}

    void draw(bool has_come_up) {
        heading(ui_, view_.heading, TextRole::title);
        if (!view_.locked.empty()) panel("locked", ui_.palette.notice, [&] { text_block(ui_, view_.locked); });
        caption(ui_, ui_.texts(Text::workshop_field_title));
        if (has_come_up && !draft_.goes_to_fault) ImGui::SetKeyboardFocusHere();
        line("###workshop.field-title", Text::workshop_field_title_hint, draft_.form.title, kTitleWidth,
             FormField::title);
        gap(0.5F);
        caption(ui_, ui_.texts(Text::workshop_field_date));
        line("###workshop.field-date", Text::workshop_fault_date, draft_.form.date, kDateWidth, FormField::date);
        if (!is_locked()) {
            draw_cases();
            draw_groups();
        }
        draw_results();
        draw_clock();
        if (!is_locked()) {
            draw_panel();
            draw_plan();
        }
        draw_end();
        draft_.goes_to_fault = false;
        if (has_changed_) ui_.intents.push(ReviseWorkshop{});
    }

  private:
    [[nodiscard]] bool is_locked() const { return !view_.locked.empty(); }

    [[nodiscard]] const view::FormFault *fault_at(FormField field, std::size_t group) const {
        const auto found = std::find_if(view_.faults.begin(), view_.faults.end(), [&](const view::FormFault &fault) {
            return fault.field == field && fault.group == group;
        });
        return found == view_.faults.end() ? nullptr : &*found;
    }

    // Before the widget that the fault belongs to.
    void go_to_fault(FormField field, std::size_t group = 0) {
        if (!draft_.goes_to_fault || view_.faults.empty()) return;
        if (view_.faults.front().field != field || view_.faults.front().group != group) return;
        ImGui::SetKeyboardFocusHere();
    }

    void tell_fault(FormField field, std::size_t group = 0) {
        if (const view::FormFault *fault = fault_at(field, group))
            text_block(ui_, fault->text, TextRole::small, ui_.palette.danger, true);
    }

    void line(const char *label, Text hint, std::string &text, float ems, FormField field) {
        go_to_fault(field);
        const FieldEvent event = line_input(ui_, label, ui_.texts(hint), text, ems * em());
        has_changed_ |= event.has_changed;
        if (event.is_entered) focus_last_item(); // one stays in the field and goes on by Tab
        tell_fault(field);
    }

    void draw_cases() {
        gap(0.8F);
        caption(ui_, ui_.texts(Text::workshop_field_case));
        const Grid grid = grid_for(kNarrowestScene * em(), 0.0F, 2);
        for (std::size_t i = 0; i < view_.cases.size(); ++i) {
            const view::FormCase &each = view_.cases[i];
            if (i % static_cast<std::size_t>(grid.columns) != 0) ImGui::SameLine(0.0F, grid.between);
            CardLook look;
            look.text = each.title;
            look.side = each.about;
            look.mark = CardMark::radio;
            look.is_on = draft_.form.scenario == each.id;
            if (i == 0) go_to_fault(FormField::scenario);
            if (!card(ui_, "workshop.case." + each.id.value, look, grid.width) || look.is_on) continue;
            draft_.form.scenario = each.id;
            // Scenes of another case say nothing about this one.
            draft_.form.scenes.clear();
            if (draft_.form.plan == view::ScenePlan::own) draft_.form.plan = view::ScenePlan::all;
            has_changed_ = true;
        }
        tell_fault(FormField::scenario);
    }

    // In ems: so that the longest word is whole beside the arrow.
    [[nodiscard]] float profession_width() const {
        float width = 0.0F;
        for (const view::ProfessionChoice &choice : view_.professions)
            width = std::max(width, ImGui::CalcTextSize(choice.text.c_str()).x);
        return (width + ImGui::GetFrameHeight() + ImGui::GetStyle().FramePadding.x * 3.0F) / em();
    }

    void draw_profession(view::GroupForm &group, const std::string &id) {
        ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
        const auto found =
            std::find_if(view_.professions.begin(), view_.professions.end(),
                         [&](const view::ProfessionChoice &choice) { return choice.profession == group.profession; });
        const char *now = found == view_.professions.end() ? "" : found->text.c_str();
        if (!ImGui::BeginCombo(("###workshop.profession." + id).c_str(), now, ImGuiComboFlags_HeightLarge)) return;
        for (const view::ProfessionChoice &choice : view_.professions) {
            const bool is_here = choice.profession == group.profession;
            if (ImGui::Selectable(labelled(choice.text, "workshop.pick-profession." + choice.word).c_str(), is_here)) {
                group.profession = choice.profession;
                has_changed_ = true;
            }
            if (is_here) ImGui::SetItemDefaultFocus();
        }
        ImGui::EndCombo();
    }

    // Returns whether the group is to go.
    bool draw_group(std::size_t number) {
        view::GroupForm &group = draft_.form.groups[number];
        const std::string id = std::to_string(number);
        const std::string remove = labelled(ui_.texts(Text::workshop_remove_group), "workshop.remove-group." + id);
        bool is_to_go = false;
        panel(("group." + id).c_str(), ui_.palette.panel, [&] {
            Flow flow(0.6F);
            const auto column = [&](Text title, float ems, auto &&draw_field) {
                const float width = std::min(ems * em(), ImGui::GetContentRegionAvail().x);
                flow.next(width);
                const ColumnScope scope(ui_.texts(title).c_str(), width);
                caption(ui_, ui_.texts(title));
                draw_field();
            };
            column(Text::workshop_field_group_name, kNameWidth, [&] {
                go_to_fault(FormField::group_name, number);
                has_changed_ |= line_input(ui_, ("###workshop.name." + id).c_str(), {}, group.name).has_changed;
                tell_fault(FormField::group_name, number);
            });
            column(Text::workshop_field_profession, profession_width(), [&] { draw_profession(group, id); });
            column(Text::workshop_field_members, kMembersWidth, [&] {
                go_to_fault(FormField::group_members, number);
                has_changed_ |= line_input(ui_, ("###workshop.members." + id).c_str(), {}, group.members).has_changed;
            });
            tell_fault(FormField::group_members, number);
            if (plain_button(ui_, remove.c_str())) is_to_go = true;
        });
        return is_to_go;
    }

    void draw_groups() {
        gap(0.8F);
        heading(ui_, ui_.texts(Text::workshop_field_groups));
        text_block(ui_, view_.group_count, TextRole::small, ui_.palette.muted);
        std::optional<std::size_t> removed;
        for (std::size_t i = 0; i < draft_.form.groups.size(); ++i)
            if (draw_group(i)) removed = i;
        if (removed) {
            draft_.form.groups.erase(draft_.form.groups.begin() + static_cast<std::ptrdiff_t>(*removed));
            has_changed_ = true;
        }
        go_to_fault(FormField::group_count);
        if (plain_button(ui_, ui_.texts.label(Text::workshop_add_group), view_.can_add_group)) {
            draft_.form.groups.emplace_back();
            has_changed_ = true;
        }
        tell_fault(FormField::group_count);
    }

    void draw_switch(Text heading, const char *id, Text text, Text about, bool &is_on) {
        gap(0.8F);
        caption(ui_, ui_.texts(heading));
        CardLook look;
        look.text = ui_.texts(text);
        look.detail = ui_.texts(about);
        look.mark = CardMark::check;
        look.is_on = is_on;
        if (!card(ui_, id, look)) return;
        is_on = !is_on;
        has_changed_ = true;
    }

    void draw_results() {
        draw_switch(Text::workshop_field_results, "workshop.hide-results", Text::workshop_hide_results,
                    Text::workshop_hide_results_about, draft_.form.hides_results);
    }

    void draw_clock() {
        gap(0.8F);
        caption(ui_, ui_.texts(Text::workshop_field_clock));
        ButtonRow buttons(ui_);
        for (const view::FormChoice &choice : view_.clocks)
            if (buttons.choice(labelled(choice.text, "workshop.clock." + choice.word),
                               draft_.form.scene_minutes == choice.value)) {
                draft_.form.scene_minutes = choice.value;
                has_changed_ = true;
            }
        text_block(ui_, ui_.texts(Text::workshop_clock_about), TextRole::small, ui_.palette.muted);
    }

    void draw_panel() {
        draw_switch(Text::workshop_field_panel, "workshop.panel", Text::workshop_panel, Text::workshop_panel_about,
                    draft_.form.is_panel);
    }

    void draw_plan() {
        gap(0.8F);
        heading(ui_, ui_.texts(Text::workshop_field_scenes));
        text_block(ui_, ui_.texts(Text::workshop_scenes_about), TextRole::small, ui_.palette.muted);
        ButtonRow buttons(ui_);
        for (const view::FormChoice &choice : view_.plans) {
            const auto plan = static_cast<view::ScenePlan>(choice.value);
            if (!buttons.choice(labelled(choice.text, "workshop.plan." + choice.word), draft_.form.plan == plan))
                continue;
            // One's own choice begins with what was chosen before.
            if (plan == view::ScenePlan::own && draft_.form.plan != plan) draft_.form.scenes = view_.asked;
            draft_.form.plan = plan;
            has_changed_ = true;
        }
        if (!view_.expected.empty()) text_block(ui_, view_.expected, TextRole::body, ui_.palette.accent, true);
        tell_fault(FormField::scenes);
        const bool is_own = draft_.form.plan == view::ScenePlan::own;
        for (const view::FormScene &scene : view_.scenes) {
            CardLook look;
            look.text = scene.title;
            look.detail = scene.about;
            look.mark = CardMark::check;
            look.is_on = is_own ? draft_.form.scenes.count(scene.id) > 0 : view_.asked.count(scene.id) > 0;
            look.is_enabled = is_own;
            if (&scene == &view_.scenes.front()) go_to_fault(FormField::scenes);
            if (!card(ui_, "workshop.scene." + scene.id.value, look)) continue;
            if (look.is_on)
                draft_.form.scenes.erase(scene.id);
            else
                draft_.form.scenes.insert(scene.id);
            has_changed_ = true;
        }
    }

    void draw_end() {
        gap(1.2F);
        ButtonRow buttons(ui_);
        if (buttons.primary(ui_.texts.label(Text::workshop_save)) || is_confirm_pressed())
            ui_.intents.push(SaveWorkshop{});
        if (buttons.plain(ui_.texts.label(Text::workshop_cancel))) ui_.intents.push(LeaveWorkshopPage{});
        gap(1.5F);
    }

    const view::WorkshopFormView &view_;
    WorkshopDraft &draft_;
    const Ui &ui_;
    bool has_changed_ = false;
};

} // namespace

void draw_workshop_form(const view::WorkshopFormView &view, WorkshopDraft &draft, const Ui &ui) {
    const ChildScope body("workshop-form", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kReadableEms);
    FormDrawer(view, draft, ui).draw(has_come_up);
}

} // namespace tsunagi::ui
