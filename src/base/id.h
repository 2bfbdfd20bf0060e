#pragma once

#include <string>
#include <utility>

namespace tsunagi::base {

/// An id that cannot be mixed up with an id of another kind. Ordered and compared by its text.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool is_empty() const { return value.empty(); }
    [[nodiscard]] const char *c_str() const { return value.c_str(); }

    friend bool operator==(const Id &a, const Id &b) { return a.value == b.value; }
    friend bool operator!=(const Id &a, const Id &b) { return a.value != b.value; }
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
};

} // namespace tsunagi::base
