// For vertex shaders of the eco-map: from units to where they stand in the window.

uniform vec2 u_origin;    // of the picture, in pixels from the target's upper left corner
uniform float u_scale;    // pixels per unit
uniform vec2 u_target;    // size of what is drawn on, in pixels
uniform vec4 u_inks[16];  // by ecomap::Ink, not premultiplied

const uint kNoInk = 255u;

vec4 clip_position(vec2 at) {
    vec2 share = (u_origin + at * u_scale) / u_target;
    return vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
}

// Premultiplied, as everything is from here on.
vec4 ink_colour(uint ink) {
    if (ink == kNoInk) return vec4(0.0);
    vec4 colour = u_inks[int(ink)];
    return vec4(colour.rgb * colour.a, colour.a);
}
