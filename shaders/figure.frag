in vec2 v_at;
flat in vec2 v_half;
flat in vec4 v_outline;
flat in uint v_form;
flat in vec4 v_fill;
flat in vec4 v_border;

out vec4 o_colour;

// gfx::Form
const uint kBox = 0u;
const uint kEllipse = 1u;
const uint kDiamond = 2u;
const uint kCut = 3u;

// Distances are negative inside. Sharp corners stay sharp at any distance, as a mitred border wants it.
float box_distance(vec2 at, float radius) {
    vec2 beyond = at - v_half + radius;
    float within = max(beyond.x, beyond.y);
    if (radius <= 0.0 || min(beyond.x, beyond.y) <= 0.0) return within - radius;
    return length(beyond) - radius;
}

float ellipse_distance(vec2 at) {
    vec2 share = at / v_half;
    float slope = length(share / v_half);
    // In the very middle there is no slope to go by; anything far inside will do.
    return slope > 0.0 ? dot(share, share) / slope - length(share) / slope : -min(v_half.x, v_half.y);
}

float diamond_distance(vec2 at) { return (at.x * v_half.y + at.y * v_half.x - v_half.x * v_half.y) / length(v_half); }

float cut_distance(vec2 at, float corner) {
    float slope = (at.x + at.y - v_half.x - v_half.y + corner) * 0.70710678;
    return max(max(at.x - v_half.x, at.y - v_half.y), slope);
}

float outline_distance(vec2 at) {
    if (v_form == kEllipse) return ellipse_distance(at);
    if (v_form == kDiamond) return diamond_distance(at);
    if (v_form == kCut) return cut_distance(at, v_outline.x);
    return box_distance(at, v_outline.x);
}

// How far along a box's outline, from the middle of its upper or lower side; the same in all four quarters.
float along_box(vec2 at, float radius) {
    vec2 bend = v_half - radius;
    vec2 beyond = at - bend;
    if (min(beyond.x, beyond.y) > 0.0) return bend.x + radius * atan(beyond.x, beyond.y);
    if (beyond.y > beyond.x) return at.x;
    return bend.x + radius * 1.57079633 + bend.y - at.y;
}

void main() {
    vec2 at = abs(v_at); // all forms are symmetric
    float distance = outline_distance(at);
    float border = band_coverage(distance, v_outline.y * 0.5);
    // A dash stands astride the middle of each side.
    if (v_outline.z > 0.0)
        border *= dash_coverage(along_box(at, v_outline.x) + v_outline.w * 0.5, v_outline.z, v_outline.w);
    o_colour = over(v_fill * inside_coverage(distance), v_border * border);
}
