#include "ui/debrief_more.h"
#include "ui/ecomap_canvas.h"
#include "ui/page.h"
#include "ui/screen_ecomap.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForTwo = 60.0F; // ems
constexpr float kTallest = 0.7F;     // of the window: a map is seen whole

void draw_moment(Text name, const view::EcoMoment &moment, std::uint64_t serial, const Ui &ui) {
    caption(ui, ui.texts(name));
    const float tallest = ImGui::GetMainViewport()->WorkSize.y * kTallest;
    draw_picture(moment.picture, serial, {ImGui::GetContentRegionAvail().x, tallest}, 1.0F, ui);
    text_block(ui, moment.summary, TextRole::small, ui.palette.muted);
}

} // namespace

void draw_map_before_after(const view::EcoMapView &view, LegendKept &legend, const Ui &ui) {
    heading(ui, ui.texts(Text::ecomap_title));
    if (!view.other) return;
    side_by_side(
        ImGui::GetContentRegionAvail().x >= kRoomForTwo * em(), 0.5F, "maps",
        [&] { draw_moment(Text::ecomap_before, *view.other, view.serial * 2U + 1U, ui); },
        [&] { draw_moment(Text::ecomap_after_all, view.moment, view.serial * 2U, ui); }, 0.8F);
    gap(0.4F);
    draw_legend(legend, ui);
    gap(0.4F);
    if (plain_button(ui, ui.texts.label(Text::ecomap_open))) ui.intents.push(OpenEcoMap{true});
}

} // namespace tsunagi::ui
