#include "ui/screen_ecomap.h"

#include <algorithm>
#include <cmath>

#include "ui/ecomap_parts.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kSideWidth = 17.0F;   // ems
constexpr float kRoomForHead = 22.0F; // ems of height at which the head stays in sight
constexpr float kLeastTrack = 12.0F;  // ems of the track of months

void draw_choices(const view::EcoMapView &view, Flow &flow, const Ui &ui) {
    const auto mode = [&](Text label, view::EcoMode each) {
        const char *text = ui.texts.label(label);
        flow.next(button_width(text));
        if (choice_button(ui, text, view.mode == each) && view.mode != each) ui.intents.push(ShowEcoMode{each});
    };
    mode(Text::ecomap_mode_one, view::EcoMode::one);
    mode(Text::ecomap_mode_start, view::EcoMode::since_start);
    if (view.has_handbook) mode(Text::ecomap_mode_handbook, view::EcoMode::with_handbook);
}

void draw_head(const view::EcoMapView &view, EcoMapDraft &draft, const Ui &ui) {
    const ChildScope head("head", {0.0F, 0.0F}, ui.palette.panel, true, 0, true);
    Flow flow(0.5F);
    if (tool_button(flow, Text::ecomap_back, ui)) ui.intents.push(GoBack{});
    draw_choices(view, flow, ui);
    draw_map_tools(flow, draft, ui);
}

// ---- the months ----------------------------------------------------------------------------------------------------

struct Track {
    float left = 0.0F;
    float width = 0.0F;
    std::size_t count = 1;

    [[nodiscard]] float x_of(std::size_t step) const {
        return count < 2 ? left + width * 0.5F
                         : left + width * static_cast<float>(step) / static_cast<float>(count - 1);
    }
};

void draw_step(const view::EcoMapView &view, std::size_t index, const Track &track, float y, const Ui &ui) {
    const view::EcoStep &step = view.steps[index];
    const bool is_here = index == view.step;
    const float half =
        std::min(track.count > 1 ? track.width / static_cast<float>(track.count - 1) * 0.5F : em(), em() * 0.9F);
    const float x = track.x_of(index);
    ImGui::SetCursorScreenPos({x - half, y - em() * 0.7F});
    if (ImGui::InvisibleButton(("###eco.step." + std::to_string(index)).c_str(), {half * 2.0F, em() * 1.4F},
                               ImGuiButtonFlags_EnableNav) &&
        !is_here)
        ui.intents.push(ShowEcoStep{index});
    const bool is_hot = ImGui::IsItemHovered();
    tooltip(ui, step.label);
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float radius = em() * (step.changes > 0 ? 0.36F : 0.2F);
    const ImU32 ink = is_hot || is_here ? ui.palette.accent : ui.palette.muted;
    if (step.changes > 0)
        list->AddCircleFilled({x, y}, radius, ink);
    else
        list->AddCircle({x, y}, radius, ink, 0, 1.5F);
    if (is_here) list->AddCircle({x, y}, em() * 0.62F, ui.palette.accent, 0, 2.0F);
}

void draw_month_names(const view::EcoMapView &view, const Track &track, float top, const Ui &ui) {
    const TextScope scope(ui, TextRole::small);
    // From right to left: where names are too close, the later one stays.
    float free_to = 1.0e9F;
    for (std::size_t i = view.steps.size(); i-- > 0;) {
        const std::string &name = view.steps[i].month_label;
        if (name.empty()) continue;
        const float width = ImGui::CalcTextSize(name.c_str()).x;
        const float x =
            std::clamp(track.x_of(i) - width * 0.5F, track.left - em(), track.left + track.width + em() - width);
        if (x + width > free_to) continue;
        ImGui::GetWindowDrawList()->AddText({x, top}, ui.palette.muted, name.c_str());
        free_to = x - em() * 0.6F;
    }
}

void draw_scrubber(const view::EcoMapView &view, const Ui &ui) {
    const IdScope id("steps");
    const char *back = ui.texts.label(Text::ecomap_step_back);
    const char *on = ui.texts.label(Text::ecomap_step_on);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float all = ImGui::GetContentRegionAvail().x;
    if (plain_button(ui, back, view.step > 0)) ui.intents.push(ShowEcoStep{view.step - 1});
    ImGui::SameLine();
    if (plain_button(ui, on, view.step + 1 < view.steps.size())) ui.intents.push(ShowEcoStep{view.step + 1});
    // Beside the buttons, or below them where they leave too little room.
    const float around = em() * 1.6F;
    float left = ImGui::GetItemRectMax().x - at.x + around;
    float top = at.y;
    if (all - left - around < em() * kLeastTrack) {
        left = around;
        top += ImGui::GetFrameHeightWithSpacing();
    }
    const Track track{at.x + left, std::max(all - left - around, em()), view.steps.size()};
    const float y = top + ImGui::GetFrameHeight() * 0.5F;
    ImGui::GetWindowDrawList()->AddLine({track.left, y}, {track.left + track.width, y}, ui.palette.border, 2.0F);
    for (std::size_t i = 0; i < view.steps.size(); ++i) draw_step(view, i, track, y, ui);
    draw_month_names(view, track, top + ImGui::GetFrameHeight(), ui);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({all, top - at.y + ImGui::GetFrameHeight() + line_of(TextRole::small)});
}

// ---- words beside the map ------------------------------------------------------------------------------------------

void draw_tie_words(const view::EcoTieView &tie, const Ui &ui) {
    text_block(ui, tie.who, TextRole::body, 0, true);
    const auto row = [&](Text title, const std::string &text) {
        if (text.empty()) return;
        caption(ui, ui.texts(title));
        text_block(ui, text);
    };
    row(Text::ecomap_column_tie, tie.strength);
    row(Text::ecomap_column_stress, tie.stress);
    row(Text::ecomap_column_flow, tie.flow);
    row(Text::ecomap_column_since, tie.since);
    row(Text::ecomap_column_because, tie.because);
    if (!tie.decision.empty())
        text_block(ui, ui.texts.format(Text::ecomap_by_decision, fmt::arg("scene", tie.decision)), TextRole::small,
                   ui.palette.muted);
}

void draw_party_words(const view::EcoPartyView &party, const ecomap::Layout &layout, const Ui &ui) {
    text_block(ui, party.label, TextRole::body, 0, true);
    text_block(ui, party.kind, TextRole::small, ui.palette.muted);
    if (party.is_planned) text_block(ui, ui.texts(Text::ecomap_party_planned), TextRole::small, ui.palette.muted);
    text_block(ui, party.role);
    gap(0.4F);
    bullets(ui, party.ties, TextRole::small);
    gap(0.4F);
    draw_nudges(party.id, layout, ui);
}

template <class Views, class Id>
auto find_in(const Views &views, const Id &id) {
    return std::find_if(views.begin(), views.end(), [&](const auto &view) { return view.id == id; });
}

void draw_selected(const view::EcoMapView &view, const EcoMapDraft &draft, const Ui &ui) {
    const view::EcoMoment &moment = view.moment;
    if (const auto *id = std::get_if<model::PartyId>(&draft.selected)) {
        if (const auto party = find_in(moment.parties, *id); party != moment.parties.end()) {
            draw_party_words(*party, *view.layout, ui);
            return;
        }
    }
    if (const auto *id = std::get_if<model::TieId>(&draft.selected)) {
        if (const auto tie = find_in(moment.ties, *id); tie != moment.ties.end()) {
            draw_tie_words(*tie, ui);
            return;
        }
    }
    text_block(ui, ui.texts(Text::ecomap_hint), TextRole::small, ui.palette.muted);
}

void draw_words(const view::EcoMapView &view, const EcoMapDraft &draft, const Ui &ui) {
    text_block(ui, view.moment.heading, TextRole::body, 0, true);
    text_block(ui, view.moment.summary, TextRole::small, ui.palette.muted);
    if (!view.moment.changes_heading.empty()) {
        gap(0.3F);
        panel("changes", ui.palette.notice, [&] {
            caption(ui, view.moment.changes_heading);
            bullets(ui, view.moment.changes, TextRole::small);
        });
    }
    gap(0.5F);
    draw_selected(view, draft, ui);
    gap(0.5F);
}

} // namespace

void draw_ecomap_screen(const view::EcoMapView &view, EcoMapDraft &draft, const Ui &ui) {
    draw_map_page(
        {view, *view.layout, kSideWidth, kRoomForHead}, draft, ui, [&] { draw_head(view, draft, ui); },
        [&] { draw_scrubber(view, ui); }, [&] { draw_words(view, draft, ui); });
}

} // namespace tsunagi::ui
