// For fragment shaders of the eco-map: how much of a pixel a figure covers, its edges taken as straight over a pixel.
// What is thinner than a pixel covers just its share of one, so lines fade instead of breaking up.

uniform float u_scale; // pixels per unit

// Of what lies where `distance` (in units) is negative.
float inside_coverage(float distance) { return clamp(0.5 - distance * u_scale, 0.0, 1.0); }

// Of the band within `half_width` of where `distance` is 0.
float band_coverage(float distance, float half_width) {
    float upper = clamp(0.5 + (half_width - distance) * u_scale, 0.0, 1.0);
    float lower = clamp(0.5 + (half_width + distance) * u_scale, 0.0, 1.0);
    return max(upper + lower - 1.0, 0.0);
}

float span_coverage(float at, float from, float to) {
    return band_coverage(at - (from + to) * 0.5, (to - from) * 0.5);
}

// Of bands of `length` that begin every `period`, the first at 0.
float dash_coverage(float at, float period, float length) {
    float from_middle = at - length * 0.5;
    return band_coverage(from_middle - period * floor(from_middle / period + 0.5), length * 0.5);
}

vec4 over(vec4 below, vec4 above) { return above + below * (1.0 - above.a); }
