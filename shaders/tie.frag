in vec2 v_at;
flat in vec3 v_arc;
flat in vec2 v_line;
flat in vec4 v_spans;
flat in vec3 v_pattern;
flat in uvec2 v_style;
flat in vec4 v_ink;
flat in vec4 v_zigzag_ink;

// The figures' measures, in units: ecomap/shapes.h.
uniform float u_hollow_line;
uniform vec2 u_zigzag; // height, width
uniform vec4 u_slash;  // height, distance of the two, width, lean
uniform vec2 u_arrow;  // length, half of the width

out vec4 o_colour;

// gfx::TieKind, gfx::TieFlags
const uint kHollow = 1u;
const uint kCut = 1u;
const uint kHeadAtA = 2u;
const uint kHeadAtB = 4u;

// How far along the arc from its end a, and how far beside it. Written so that it holds for straight ties too, and
// loses no digits for those that are nearly straight (where the circle's centre is far away).
vec2 strip_place(vec2 at) {
    float curvature = v_arc.z;
    vec2 from_centre = vec2(curvature * at.x, 1.0 + curvature * (at.y - v_arc.y)); // in radii
    float beside = (curvature * (dot(at, at) - v_arc.x * v_arc.x) + 2.0 * at.y * (1.0 - curvature * v_arc.y)) /
                   (length(from_centre) + 1.0);
    float along;
    if (abs(from_centre.x) < 0.01 && from_centre.y > 0.5) {
        float slope = from_centre.x / from_centre.y;
        along = at.x / from_centre.y * (1.0 - slope * slope / 3.0);
    } else {
        along = atan(from_centre.x, from_centre.y) / curvature;
    }
    return vec2(along + v_line.x * 0.5, beside);
}

float body_coverage(vec2 place) {
    float coverage;
    if (v_style.x == kHollow) {
        float apart = (v_line.y - u_hollow_line) * 0.5;
        coverage = min(band_coverage(place.y - apart, u_hollow_line * 0.5) +
                       band_coverage(place.y + apart, u_hollow_line * 0.5), 1.0);
    } else {
        coverage = band_coverage(place.y, v_line.y * 0.5);
    }
    if (v_pattern.x > 0.0) coverage *= dash_coverage(place.x - v_spans.x, v_pattern.x, v_pattern.y);
    return coverage;
}

// Legs go from peak to peak through the line; seen from the middle of a leg all are alike but for their direction.
float zigzag_coverage(vec2 place) {
    float step = v_pattern.z;
    float leg = floor((place.x - v_spans.x) / step + 0.5);
    float from_middle = place.x - v_spans.x - leg * step;
    float rise = mod(leg, 2.0) < 0.5 ? place.y : -place.y;
    float slope = 2.0 * u_zigzag.x / step;
    return band_coverage((rise - slope * from_middle) / length(vec2(1.0, slope)), u_zigzag.y * 0.5);
}

float slash_coverage(vec2 place, float middle) {
    vec2 leg = vec2(u_slash.x * u_slash.w, u_slash.x);
    float half_length = length(leg);
    leg /= half_length;
    vec2 from_middle = vec2(place.x - middle, place.y);
    return band_coverage(dot(from_middle, leg), half_length) *
           band_coverage(from_middle.x * leg.y - from_middle.y * leg.x, u_slash.z * 0.5);
}

float head_coverage(float from_tip, float beside) {
    float edge = (abs(beside) * u_arrow.x - from_tip * u_arrow.y) / length(u_arrow);
    return inside_coverage(max(edge, from_tip - u_arrow.x));
}

void main() {
    vec2 place = strip_place(v_at);
    float within = span_coverage(place.x, v_spans.x, v_spans.y);
    if (v_spans.w > v_spans.z) within *= 1.0 - span_coverage(place.x, v_spans.z, v_spans.w);

    vec4 colour = v_ink * body_coverage(place) * within;
    if (v_pattern.z > 0.0) colour = over(colour, v_zigzag_ink * zigzag_coverage(place) * within);
    float top = 0.0;
    if ((v_style.y & kCut) != 0u) {
        float middle = v_line.x * 0.5;
        top = max(slash_coverage(place, middle - u_slash.y * 0.5), slash_coverage(place, middle + u_slash.y * 0.5));
    }
    if ((v_style.y & kHeadAtA) != 0u) top = max(top, head_coverage(place.x, place.y));
    if ((v_style.y & kHeadAtB) != 0u) top = max(top, head_coverage(v_line.x - place.x, place.y));
    o_colour = over(colour, v_ink * top);
}
