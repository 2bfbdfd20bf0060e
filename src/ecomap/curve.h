#pragma once

#include "ecomap/geometry.h"

namespace tsunagi::ecomap {

// An arc with all that questions about it need, worked out once: for many questions about the same arc.

class Curve {
  public:
    Curve() = default;
    explicit Curve(const Arc &arc);

    [[nodiscard]] const Arc &arc() const { return arc_; }
    [[nodiscard]] const Rect &box() const { return box_; }
    [[nodiscard]] float length() const { return length_; }
    [[nodiscard]] Point at(float share) const;
    /// Where it heads at one of its points; a unit vector.
    [[nodiscard]] Point heading(Point on_it) const;
    /// Distance of a point from the curve.
    [[nodiscard]] float distance(Point p) const;
    [[nodiscard]] bool touches(const Rect &rect) const;
    [[nodiscard]] Arc part(float from, float to) const;
    /// Into how many pieces of the same length it must be cut for their chords to keep within `error` of it.
    [[nodiscard]] int pieces_within(float error) const;

    /// Where two curves cross; 0 to 2 points, written to `points`.
    friend int crossings_of(const Curve &a, const Curve &b, Point (&points)[2]);

  private:
    [[nodiscard]] bool has_on_it(Point on_circle) const { return dot(on_circle - arc_.a, bend_) >= 0.0F; }

    [[nodiscard]] bool crosses_edges(const Rect &rect) const;

    Arc arc_;
    bool is_straight_ = true;
    Point centre_;
    float radius_ = 0.0F;
    float turn_ = 0.0F;
    Point bend_; ///< square to the chord, to the side to which it bends
    Rect box_;
    float length_ = 0.0F;
};

int crossings_of(const Curve &a, const Curve &b, Point (&points)[2]);

} // namespace tsunagi::ecomap
