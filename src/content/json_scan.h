#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi::content {

/// A value of a JSON text: where it stands and what it belongs to. Values lie in document order, the root first.
struct JsonNode {
    std::size_t parent = 0;
    std::size_t offset = 0; ///< of the first byte: of the member's name, where it has one
    std::size_t index = 0;  ///< position among its parent's children
    std::string_view name;  ///< between the quotes, escapes as written; empty in arrays
};

enum class ScanFaultKind { syntax, too_deep, duplicate_key, fraction, number_too_large };

struct ScanFault {
    ScanFaultKind kind = ScanFaultKind::syntax;
    std::size_t offset = 0;
    std::size_t node = 0; ///< the value concerned; of a duplicate key, the later one
    std::size_t size = 0; ///< of the number's text
};

/// What a walk over a JSON text found. nlohmann::json keeps no positions, parses recursively and keeps the last of two
/// equal keys in silence: this walk comes first, without recursion, and knows all that.
struct JsonScan {
    std::vector<JsonNode> nodes;
    std::vector<ScanFault> faults;
    bool is_complete = false; ///< false after a syntax fault or one of depth: there the walk stopped

    /// The node a JSON pointer names; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view pointer) const;
    [[nodiscard]] std::string pointer_of(std::size_t node) const;

    /// Call once all nodes are there; find() answers from it.
    void build_index();

  private:
    [[nodiscard]] std::optional<std::size_t> child_of(std::size_t node, const std::string &name) const;

    std::vector<std::size_t> index_; ///< all nodes by parent, and within it by name or position
};

/// Walks `text`, which must outlive the result.
[[nodiscard]] JsonScan scan_json(std::string_view text, int max_depth);

} // namespace tsunagi::content
