#pragma once

#include "ecomap/svg.h"
#include "view/ecomap_view.h"

namespace tsunagi::view {

/// A picture for a file or for paper, which nobody can ask anything: the case's title, the map under a heading (both
/// maps side by side where the view has two), and the legend.
struct EcoSheet {
    ecomap::Picture picture;
    ecomap::SvgTexts texts;
};
[[nodiscard]] EcoSheet eco_sheet(const EcoMapView &view, const i18n::Texts &texts);

} // namespace tsunagi::view
