#include <cmath>

#include "ui/ecomap_canvas.h"
#include "ui/screen_ecomap.h"

namespace tsunagi::ui {

namespace {

constexpr float kLargest = 0.9F; // times its size at 100 %: it serves the map
// Never that of a view; one legend is on the screen at a time, and another one begins with another width or language.
constexpr std::uint64_t kSerial = std::uint64_t{1} << 63U;

std::uint64_t serial_of(const LegendKept &kept) {
    return kSerial + static_cast<std::uint64_t>(kept.width) * 2U + (kept.language == i18n::Language::ja ? 0U : 1U);
}

float scale() { return kLargest * em() / kBaseTextSize; }

void keep(LegendKept &kept, const Ui &ui) {
    const float width = std::floor(ImGui::GetContentRegionAvail().x / scale());
    if (kept.width == width && kept.language == ui.texts.language()) return;
    kept.width = width;
    kept.language = ui.texts.language();
    kept.picture = ecomap::legend_of(view::legend_words(ui.texts), width);
}

} // namespace

float legend_height(LegendKept &kept, const Ui &ui) {
    keep(kept, ui);
    return std::ceil(kept.picture.bounds.height() * scale());
}

void draw_legend(LegendKept &kept, const Ui &ui) {
    // Its whole height, whatever is left of the page: the page scrolls.
    const float height = legend_height(kept, ui);
    draw_picture(kept.picture, serial_of(kept), {ImGui::GetContentRegionAvail().x, height}, kLargest, ui);
}

} // namespace tsunagi::ui
