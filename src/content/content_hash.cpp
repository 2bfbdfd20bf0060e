#include "content/canonical_json.h"
#include "content/scenario_json.h"

// Header only: nothing of another program's xxHash can be picked up at link time.
#ifndef XXH_INLINE_ALL
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

#include <fmt/format.h>

namespace tsunagi::content {

std::string canonical_text(const nlohmann::json &json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string content_hash(std::string_view canonical_json) {
    const XXH128_hash_t hash = XXH3_128bits(canonical_json.data(), canonical_json.size());
    return fmt::format("xxh3:{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace tsunagi::content
