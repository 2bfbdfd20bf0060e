#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/vocabulary.h"

namespace tsunagi::content {

// Reading that never fails: what is missing or of another type reads as empty. The schema has said so already, and what
// the rest of the file refers to can still be checked.

/// The member `key` of `object`; a null value when there is none.
[[nodiscard]] inline const nlohmann::json &member(const nlohmann::json &object, const char *key) {
    static const nlohmann::json nothing;
    if (!object.is_object()) return nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

[[nodiscard]] inline std::string text_value(const nlohmann::json &value) {
    return value.is_string() ? value.get<std::string>() : std::string();
}

[[nodiscard]] inline std::string text_of(const nlohmann::json &object, const char *key) {
    return text_value(member(object, key));
}

template <class IdType>
[[nodiscard]] IdType id_of(const nlohmann::json &object, const char *key) {
    return IdType(text_of(object, key));
}

/// A whole number, held within what an int can hold.
[[nodiscard]] inline std::optional<int> int_value(const nlohmann::json &value) {
    if (!value.is_number_integer()) return std::nullopt;
    constexpr std::int64_t kLow = std::numeric_limits<int>::min();
    constexpr std::int64_t kHigh = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(value.get<std::int64_t>(), kLow, kHigh));
}

[[nodiscard]] inline int int_of(const nlohmann::json &object, const char *key, int otherwise = 0) {
    return int_value(member(object, key)).value_or(otherwise);
}

[[nodiscard]] inline bool bool_of(const nlohmann::json &object, const char *key) {
    const nlohmann::json &value = member(object, key);
    return value.is_boolean() && value.get<bool>();
}

template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> word_value(const nlohmann::json &value,
                                             const std::array<std::string_view, N> &words) {
    return value.is_string() ? model::value_of<Enum>(value.get_ref<const std::string &>(), words) : std::nullopt;
}

template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> word_of_member(const nlohmann::json &object, const char *key,
                                                 const std::array<std::string_view, N> &words) {
    return word_value<Enum>(member(object, key), words);
}

/// The elements of an array member, one result each (so that positions stay those of the file).
template <class Read>
[[nodiscard]] auto list_of(const nlohmann::json &object, const char *key, Read read) {
    std::vector<decltype(read(object))> list;
    const nlohmann::json &array = member(object, key);
    if (array.is_array())
        for (const nlohmann::json &element : array) list.push_back(read(element));
    return list;
}

template <class IdType>
[[nodiscard]] std::vector<IdType> ids_of(const nlohmann::json &object, const char *key) {
    return list_of(object, key, [](const nlohmann::json &element) { return IdType(text_value(element)); });
}

[[nodiscard]] inline std::vector<std::string> texts_of(const nlohmann::json &object, const char *key) {
    return list_of(object, key, [](const nlohmann::json &element) { return text_value(element); });
}

} // namespace tsunagi::content
