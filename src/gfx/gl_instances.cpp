#include "gfx/gl_instances.h"

#include <algorithm>
#include <cmath>

#include "ecomap/shapes.h"

namespace tsunagi::gfx {

using ecomap::Ink;
using ecomap::Mark;
using ecomap::MarkShape;
using ecomap::Span;
using ecomap::Stroke;
using ecomap::StrokeKind;

namespace {

constexpr float kPi = 3.14159265F;

std::uint8_t number_of(Ink ink) { return static_cast<std::uint8_t>(ink); }

float radius_within(const ecomap::Rect &rect, float radius) {
    return std::max(std::min({radius, rect.width() * 0.5F, rect.height() * 0.5F}), 0.0F);
}

// ---- figures --------------------------------------------------------------------------------------------------------

// The outline of a mark grown by `by`; no ink yet.
FigureInstance figure_of(const Mark &mark, float by) {
    FigureInstance figure;
    figure.rect = mark.rect.grown(by);
    switch (mark.shape) {
    case MarkShape::square:
    case MarkShape::plain: break;
    case MarkShape::circle: figure.form = Form::ellipse; break;
    case MarkShape::diamond: figure.form = Form::diamond; break;
    case MarkShape::rounded: figure.corner = radius_within(figure.rect, ecomap::kRoundedRadius + by); break;
    case MarkShape::capsule: figure.corner = radius_within(figure.rect, figure.rect.height() * 0.5F); break;
    case MarkShape::cut:
        figure.form = Form::cut;
        // The outline begins where the upper left corner is cut off.
        figure.corner = ecomap::outline_of(mark, by).front().x - figure.rect.min.x;
        break;
    }
    return figure;
}

void add_mark(const Mark &mark, std::vector<FigureInstance> &figures) {
    FigureInstance figure = figure_of(mark, 0.0F);
    figure.fill = number_of(mark.fill);
    figure.border = number_of(mark.border);
    figure.border_width = mark.border_width;
    figures.push_back(figure);
    if (!mark.is_doubled) return;
    FigureInstance inner = figure_of(mark, -ecomap::kDoubledInset);
    inner.border = figure.border;
    inner.border_width = figure.border_width;
    figures.push_back(inner);
}

FigureInstance halo_of(const Mark &mark) {
    FigureInstance halo = figure_of(mark, ecomap::kHaloAround);
    halo.fill = number_of(Ink::changed);
    return halo;
}

FigureInstance figure_of(const ecomap::Zone &zone) {
    FigureInstance figure;
    figure.rect = zone.rect;
    figure.corner = radius_within(zone.rect, zone.radius);
    figure.border_width = ecomap::kZoneBorder;
    figure.fill = number_of(zone.fill);
    figure.border = number_of(Ink::zone_border);
    if (zone.is_dashed) {
        // A whole number of periods in each quarter of the outline: dashes then stand alike on all sides.
        const float quarter = (zone.rect.width() + zone.rect.height()) * 0.5F - figure.corner * (2.0F - kPi * 0.5F);
        figure.dash_period = quarter / std::max(std::round(quarter / (ecomap::kZoneDash * 2.0F)), 1.0F);
        figure.dash = figure.dash_period * 0.5F;
    }
    return figure;
}

FigureInstance plate_figure_of(const ecomap::Label &label) {
    FigureInstance figure;
    figure.rect = ecomap::plate_of(label);
    figure.corner = radius_within(figure.rect, ecomap::kPlateRadius);
    figure.border_width = ecomap::kPlateBorder;
    figure.fill = number_of(Ink::paper);
    figure.border = number_of(label.ink);
    return figure;
}

// ---- ties -----------------------------------------------------------------------------------------------------------

TieInstance tie_of(const ecomap::Arc &line, float width, Ink ink) {
    TieInstance tie;
    tie.a = line.a;
    tie.b = line.b;
    tie.bulge = line.bulge;
    tie.length = ecomap::length_of(line);
    tie.width = width;
    tie.reach = width * 0.5F;
    tie.body_to = tie.length;
    tie.ink = number_of(ink);
    return tie;
}

void add_zigzag(TieInstance &tie) {
    tie.zigzag_step = ecomap::zigzag_step_for(tie.body_to - tie.body_from);
    tie.zigzag_ink = number_of(Ink::stress);
    // A peak's mitred point lies as much further out as its legs are steep.
    const float slope = ecomap::kZigzagHeight * 2.0F / tie.zigzag_step;
    tie.reach = std::max(tie.reach, ecomap::kZigzagHeight + ecomap::kZigzagWidth * 0.5F * std::hypot(1.0F, slope));
}

void add_marks_of(const Stroke &stroke, TieInstance &tie) {
    if (stroke.is_cut) {
        tie.flags |= tie_flags::kCut;
        tie.reach = std::max(tie.reach, ecomap::kSlashHeight + ecomap::kSlashWidth * 0.5F);
    }
    if (stroke.points_a) tie.flags |= tie_flags::kHeadAtA;
    if (stroke.points_b) tie.flags |= tie_flags::kHeadAtB;
    if (stroke.points_a || stroke.points_b) tie.reach = std::max(tie.reach, ecomap::kArrowHalfWidth);
}

void add_tie(const Stroke &stroke, std::vector<TieInstance> &ties) {
    const Span body = ecomap::body_of(stroke);
    if (body.to <= body.from) return; // too short for anything
    TieInstance tie = tie_of(stroke.line, stroke.width, stroke.ink);
    tie.body_from = body.from;
    tie.body_to = body.to;
    const Span hole = ecomap::hole_of(stroke);
    tie.hole_from = hole.from;
    tie.hole_to = hole.to;
    if (stroke.kind == StrokeKind::hollow) tie.kind = TieKind::hollow;
    if (stroke.kind == StrokeKind::dashed) {
        const ecomap::DashPattern pattern = ecomap::dashes_for(body.to - body.from);
        tie.dash_period = pattern.period;
        tie.dash = pattern.dash;
    }
    if (stroke.has_zigzag) add_zigzag(tie);
    add_marks_of(stroke, tie);
    ties.push_back(tie);
}

} // namespace

void make_instances(const ecomap::Picture &picture, Instances &instances) {
    instances.behind.clear();
    instances.halos.clear();
    instances.ties.clear();
    instances.front.clear();
    for (const ecomap::Zone &zone : picture.zones) instances.behind.push_back(figure_of(zone));
    for (const Stroke &stroke : picture.strokes) {
        if (stroke.is_changed) instances.halos.push_back(tie_of(stroke.line, ecomap::kHaloWidth, Ink::changed));
        add_tie(stroke, instances.ties);
    }
    for (const Mark &mark : picture.marks) {
        if (mark.is_changed) instances.behind.push_back(halo_of(mark));
        add_mark(mark, instances.front);
    }
    for (const ecomap::Label &label : picture.labels)
        if (label.has_plate) instances.front.push_back(plate_figure_of(label));
}

} // namespace tsunagi::gfx
