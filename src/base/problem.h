#pragma once

#include <map>
#include <string>
#include <vector>

namespace tsunagi::base {

enum class Severity { error, warning };

/// One thing wrong with a file, said so that its author can mend it.
struct Problem {
    Severity severity = Severity::error;
    std::string file;
    int line = 0;        ///< 1-based; 0 when the place has no line (a missing file)
    std::string pointer; ///< JSON pointer (RFC 6901); empty for the whole document
    std::string code;    ///< stable, kebab-case: "unknown-id", "cycle"; the catalogue's text is "problem.<code>"
    std::map<std::string, std::string> args; ///< what the catalogue's text names: id, limit, count …
};

using Problems = std::vector<Problem>;

/// True when at least one problem is an error (warnings alone do not keep a case from being played).
[[nodiscard]] inline bool has_error(const Problems &problems) {
    for (const Problem &problem : problems)
        if (problem.severity == Severity::error) return true;
    return false;
}

} // namespace tsunagi::base
