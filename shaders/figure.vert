// A figure: zone, mark, halo of a mark or plate behind a word. One instance each, a rectangle around it.

layout(location = 0) in vec4 a_rect;    // minimum, maximum
layout(location = 1) in vec4 a_outline; // corner, border width, dash period (0: no dashes), dash length
layout(location = 2) in uvec4 a_style;  // form, ink of the fill, ink of the border

out vec2 v_at; // from the figure's centre
flat out vec2 v_half;
flat out vec4 v_outline;
flat out uint v_form;
flat out vec4 v_fill;
flat out vec4 v_border;

void main() {
    vec2 side = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    v_half = (a_rect.zw - a_rect.xy) * 0.5;
    // Half of the border lies outside, at sharp corners a little more; and a pixel for the soft edge.
    v_at = side * (v_half + vec2(a_outline.y * 1.5 + 1.0 / u_scale));
    v_outline = a_outline;
    v_form = a_style.x;
    v_fill = ink_colour(a_style.y);
    v_border = ink_colour(a_style.z);
    gl_Position = clip_position((a_rect.xy + a_rect.zw) * 0.5 + v_at);
}
