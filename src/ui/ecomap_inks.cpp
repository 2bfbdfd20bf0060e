#include "ui/ecomap_inks.h"

namespace tsunagi::ui {

namespace {

// In the order of ecomap::Ink: paper, zone_home, zone_side, zone_border, mark_client, mark_home, mark_inhouse,
// mark_agency, mark_friend, mark_border, line, planned, stress, text, muted, changed.
constexpr ecomap::Inks kDark = {0x1F2528FF, 0x2B2A22FF, 0x242C2FFF, 0x6F7A80FF, 0x5A4A1EFF, 0x262D30FF,
                                0x1E4446FF, 0x2A3A55FF, 0x262D30FF, 0xC9D2D2FF, 0xE9ECEAFF, 0x9AA5A8FF,
                                0xFF9D85FF, 0xE9ECEAFF, 0xA9B3B5FF, 0x6B4A10FF};
constexpr ecomap::Inks kHighContrast = {0x000000FF, 0x000000FF, 0x000000FF, 0x9A9A9AFF, 0x3A3000FF, 0x000000FF,
                                        0x003A3AFF, 0x0A1F4AFF, 0x000000FF, 0xFFFFFFFF, 0xFFFFFFFF, 0xB8B8B8FF,
                                        0xFF8A70FF, 0xFFFFFFFF, 0xE0E0E0FF, 0x704800FF};

} // namespace

const ecomap::Inks &inks_of(ThemeKind theme) {
    switch (theme) {
    case ThemeKind::dark: return kDark;
    case ThemeKind::high_contrast: return kHighContrast;
    case ThemeKind::light: break;
    }
    return ecomap::print_inks();
}

ImU32 colour_of(const ecomap::Inks &inks, ecomap::Ink ink) {
    const std::uint32_t rgba = ecomap::ink_of(inks, ink);
    return IM_COL32((rgba >> 24) & 0xFFU, (rgba >> 16) & 0xFFU, (rgba >> 8) & 0xFFU, rgba & 0xFFU);
}

} // namespace tsunagi::ui
