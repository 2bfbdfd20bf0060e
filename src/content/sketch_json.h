#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/sketch.h"

namespace tsunagi::content {

/// Longer texts are refused unread: a drawing of every size allowed is a tenth of that.
inline constexpr std::size_t kLongestSketchText = 1'000'000;

/// A drawing read from text.
struct ReadSketch {
    model::Sketch sketch; ///< revision 0
    int mended = 0;       ///< how many parties, ties and places were left out or changed, for they could not stay so
};

/// A drawing as one line of JSON, {"tsunagi_sketch":1,…}, without its revision; deterministic.
[[nodiscard]] std::string sketch_to_json(const model::Sketch &sketch);
/// Errors: "sketch-json" (not readable as JSON; detail: where), "sketch-format" (something else than a drawing),
/// "sketch-newer" (of a version this program does not know), "sketch-large". What is wrong with single parties or
/// ties does not lose the rest: they are mended or left out.
[[nodiscard]] base::Result<ReadSketch> sketch_from_json(std::string_view text);

} // namespace tsunagi::content
