// A tie, or the halo along one: one instance each. A strip is laid along its arc, as wide as what is drawn there.
//
// The tie's own frame: origin in the middle of the chord, x towards the end b, y to the side the bulge is measured to.

layout(location = 0) in vec4 a_ends;    // a, b
layout(location = 1) in vec4 a_line;    // bulge, length, width, how far beside the line anything is drawn
layout(location = 2) in vec4 a_spans;   // the line's begin and end, begin and end of the hole in it
layout(location = 3) in vec3 a_pattern; // dash period (0: no dashes), dash length, zigzag step (0: no zigzag)
layout(location = 4) in uvec4 a_style;  // kind, flags, ink, ink of the zigzag

uniform int u_segments; // of the strip

out vec2 v_at;           // in the tie's own frame
flat out vec3 v_arc;     // half the chord, height over the chord, curvature: all signed like the bulge
flat out vec2 v_line;    // length, width
flat out vec4 v_spans;
flat out vec3 v_pattern;
flat out uvec2 v_style;  // kind, flags
flat out vec4 v_ink;
flat out vec4 v_zigzag_ink;

float sinc(float x) { return abs(x) < 0.001 ? 1.0 - x * x / 6.0 : sin(x) / x; }

// The place so far along the arc from its middle and so far beside it; holds for straight ties too (curvature 0).
vec2 strip_point(float along, float beside, float height, float curvature) {
    float angle = along * curvature;
    float half_sinc = sinc(angle * 0.5);
    return vec2(along * sinc(angle) + beside * sin(angle),
                height - along * angle * 0.5 * half_sinc * half_sinc + beside * cos(angle));
}

void main() {
    vec2 chord = a_ends.zw - a_ends.xy;
    float chord_length = length(chord);
    vec2 axis = chord_length > 0.0 ? chord / chord_length : vec2(1.0, 0.0);
    float height = a_line.x * chord_length;
    float square = chord_length * chord_length * 0.25 + height * height;
    float curvature = square > 0.0 ? 2.0 * height / square : 0.0;

    float side = float(gl_VertexID & 1) * 2.0 - 1.0;
    float reach = a_line.w + 1.0 / u_scale; // a pixel for the soft edge
    float half_strip = a_line.y * 0.5 + reach;
    // A strip must not come round to its own beginning: where it overlaps itself it would be blended twice.
    if (abs(curvature) > 0.0) half_strip = min(half_strip, 3.1 / abs(curvature));
    float step = 2.0 * half_strip / float(u_segments);
    float along = float(gl_VertexID / 2) * step - half_strip;
    // Straight pieces cut the corner on the outer side, so it lies further out; the inner side ends at the centre.
    float bent = step * 0.5 * curvature;
    bool is_outer = side * curvature > 0.0;
    float beside = reach;
    if (is_outer) beside = (reach + abs(step * 0.5 * sin(bent * 0.5) * sinc(bent * 0.5))) / cos(bent);
    if (!is_outer && abs(curvature) * beside > 1.0) beside = 1.0 / abs(curvature);

    v_at = strip_point(along, beside * side, height, curvature);
    v_arc = vec3(chord_length * 0.5, height, curvature);
    v_line = a_line.yz;
    v_spans = a_spans;
    v_pattern = a_pattern;
    v_style = a_style.xy;
    v_ink = ink_colour(a_style.z);
    v_zigzag_ink = ink_colour(a_style.w);
    gl_Position = clip_position((a_ends.xy + a_ends.zw) * 0.5 + axis * v_at.x + vec2(-axis.y, axis.x) * v_at.y);
}
