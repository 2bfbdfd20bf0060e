#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsunagi::content {

/// `pointer` extended by an array index.
[[nodiscard]] inline std::string at(const std::string &pointer, std::size_t index) {
    return pointer + '/' + std::to_string(index);
}

/// `pointer` extended by a member's name, escaped as RFC 6901 asks.
[[nodiscard]] inline std::string at(const std::string &pointer, std::string_view name) {
    std::string longer = pointer + '/';
    for (const char c : name) {
        if (c == '~')
            longer += "~0";
        else if (c == '/')
            longer += "~1";
        else
            longer += c;
    }
    return longer;
}

/// Several steps at once: at("", "scenes", 3, "next").
template <class First, class Second, class... More>
[[nodiscard]] std::string at(const std::string &pointer, const First &first, const Second &second,
                             const More &...more) {
    return at(at(pointer, first), second, more...);
}

} // namespace tsunagi::content
