# Writes text_keys.h from the Japanese catalogue: enum class Text, one value a key, and the keys themselves.
#
#   cmake -DOUTPUT=FILE "-DINPUTS=a.json|b.json" -P generate_text_keys.cmake
#
# A key that is used twice, or two keys that would get the same name, stop the build: a text would be lost silently.
cmake_minimum_required(VERSION 3.25)

set(all_keys "")
string(REPLACE "|" ";" inputs "${INPUTS}")
foreach(input IN LISTS inputs)
    file(READ "${input}" document)
    string(JSON count ERROR_VARIABLE problem LENGTH "${document}")
    if(problem)
        message(FATAL_ERROR "${input}: not readable as JSON: ${problem}")
    endif()
    string(JSON type TYPE "${document}")
    if(NOT type STREQUAL "OBJECT")
        message(FATAL_ERROR "${input}: must be one flat object from key to text")
    endif()
    if(count EQUAL 0)
        continue()
    endif()
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
        string(JSON key MEMBER "${document}" ${index})
        string(JSON type TYPE "${document}" "${key}")
        if(NOT type STREQUAL "STRING")
            message(FATAL_ERROR "${input}: \"${key}\" must be a text, not ${type}")
        endif()
        # At least one dot: so no key can be a C++ keyword.
        if(NOT key MATCHES "^[a-z][a-z0-9_-]*(\\.[a-z0-9][a-z0-9_-]*)+$")
            message(FATAL_ERROR "${input}: \"${key}\": a key is area.name, lower-case letters, digits, - and _")
        endif()
        string(MAKE_C_IDENTIFIER "${key}" name)
        if(DEFINED origin_${name})
            message(FATAL_ERROR "${input}: \"${key}\" is there already as \"${key_${name}}\" in ${origin_${name}}")
        endif()
        set(origin_${name} "${input}")
        set(key_${name} "${key}")
        list(APPEND all_keys "${key}")
    endforeach()
endforeach()

list(SORT all_keys)
list(LENGTH all_keys key_count)
set(names "")
set(literals "")
foreach(key IN LISTS all_keys)
    string(MAKE_C_IDENTIFIER "${key}" name)
    string(APPEND names "    ${name},\n")
    string(APPEND literals "    \"${key}\",\n")
endforeach()

set(header "#pragma once

// Generated from assets/i18n/ja.json and assets/i18n/fragments/*.ja.json. Do not edit.

#include <array>
#include <cstddef>
#include <string_view>

namespace tsunagi::i18n {

/// The texts of the program, named by their keys: \"play.commit\" is Text::play_commit.
enum class Text : std::size_t {
${names}};

inline constexpr std::size_t kTextCount = ${key_count};

/// The key of each Text, in the enum's order (sorted).
inline constexpr std::array<std::string_view, kTextCount> kTextKeys = {
${literals}};

} // namespace tsunagi::i18n
")

# Only when it changed: everything that shows a text is compiled again after it.
if(EXISTS "${OUTPUT}")
    file(READ "${OUTPUT}" old_header)
else()
    set(old_header "")
endif()
if(NOT header STREQUAL old_header)
    file(WRITE "${OUTPUT}" "${header}")
endif()
