#include "ui/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme.h"

namespace tsunagi::ui {

namespace {

constexpr std::array<DashPattern, model::kGaugeWords.size()> kDashes = {{
    {{}, 0},
    {{0.7F, 0.25F}, 2},
    {{0.12F, 0.2F}, 2},
    {{0.6F, 0.2F, 0.12F, 0.2F}, 4},
    {{0.3F, 0.2F}, 2},
    {{0.6F, 0.2F, 0.12F, 0.2F, 0.12F, 0.2F}, 6},
}};
constexpr DashPattern kOutline = {{0.22F, 0.18F}, 2};

} // namespace

const DashPattern &dash_of(model::Gauge gauge) { return kDashes[static_cast<std::size_t>(gauge)]; }

float on_pixel(float coordinate) { return std::floor(coordinate) + 0.5F; }

void dashed_line(ImDrawList *list, const ImVec2 *points, int count, ImU32 colour, float thickness,
                 const DashPattern &pattern) {
    if (pattern.count == 0) {
        list->AddPolyline(points, count, colour, 0, thickness);
        return;
    }
    int part = 0;
    float left = pattern.lengths[0] * em();
    for (int i = 1; i < count; ++i) {
        const ImVec2 from = points[i - 1];
        const ImVec2 to = points[i];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0.0F) continue;
        const ImVec2 step{(to.x - from.x) / length, (to.y - from.y) / length};
        for (float done = 0.0F; done < length;) {
            const float end = std::min(done + left, length);
            if (part % 2 == 0)
                list->AddLine({from.x + step.x * done, from.y + step.y * done},
                              {from.x + step.x * end, from.y + step.y * end}, colour, thickness);
            left -= end - done;
            done = end;
            if (left > 0.01F) continue;
            part = (part + 1) % pattern.count;
            left = pattern.lengths[part] * em();
        }
    }
}

void gauge_marker(ImDrawList *list, model::Gauge gauge, ImVec2 centre, float radius, ImU32 colour) {
    const float r = radius;
    const auto [x, y] = centre;
    switch (gauge) {
    case model::Gauge::trust: list->AddCircleFilled(centre, r, colour); break;
    case model::Gauge::stability:
        list->AddRectFilled({x - r * 0.85F, y - r * 0.85F}, {x + r * 0.85F, y + r * 0.85F}, colour);
        break;
    case model::Gauge::agency:
        list->AddTriangleFilled({x - r, y + r * 0.75F}, {x, y - r}, {x + r, y + r * 0.75F}, colour);
        break;
    case model::Gauge::family: {
        const ImVec2 diamond[] = {{x - r * 1.15F, y}, {x, y - r * 1.15F}, {x + r * 1.15F, y}, {x, y + r * 1.15F}};
        list->AddConvexPolyFilled(diamond, 4, colour);
        break;
    }
    case model::Gauge::alignment:
        list->AddTriangleFilled({x - r, y - r * 0.75F}, {x + r, y - r * 0.75F}, {x, y + r}, colour);
        break;
    case model::Gauge::network:
        list->AddLine({x - r, y - r}, {x + r, y + r}, colour, std::max(1.5F, r * 0.5F));
        list->AddLine({x - r, y + r}, {x + r, y - r}, colour, std::max(1.5F, r * 0.5F));
        break;
    }
}

void hatch(ImDrawList *list, ImVec2 min, ImVec2 max, ImU32 colour) {
    const float height = max.y - min.y;
    const float step = std::max(4.0F, em() * 0.32F);
    const float thickness = std::max(1.0F, em() * 0.07F);
    // From the lower edge up to the right; both ends are cut where the box ends.
    for (float x = min.x - height + step * 0.5F; x < max.x; x += step) {
        const float left = std::max(x, min.x);
        const float right = std::min(x + height, max.x);
        if (right > left) list->AddLine({left, max.y - (left - x)}, {right, max.y - (right - x)}, colour, thickness);
    }
}

void dashed_box(ImDrawList *list, ImVec2 min, ImVec2 max, ImU32 colour) {
    const float x0 = on_pixel(min.x);
    const float y0 = on_pixel(min.y);
    const float x1 = on_pixel(max.x - 1.0F);
    const float y1 = on_pixel(max.y - 1.0F);
    const ImVec2 corners[] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
    dashed_line(list, corners, 5, colour, std::max(1.0F, std::floor(em() / 18.0F)), kOutline);
}

} // namespace tsunagi::ui
