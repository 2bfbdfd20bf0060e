#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "i18n/texts.h"

namespace tsunagi::view {

/// The database could not be used.
struct TroubleInfo {
    base::Error error;
    std::string path;
    std::optional<std::string> copy_path; ///< a copy has been put here
    std::optional<base::Error> copy_error;
};

struct TroubleView {
    std::string what;   ///< what happened and what to do
    std::string detail; ///< the raw cause, for whoever is asked for help
    std::string path;
    std::string copy_result; ///< where the copy is, or why there is none; empty before one was asked for
    bool has_copy_failed = false;
};

[[nodiscard]] TroubleView trouble_view(const TroubleInfo &info, const i18n::Texts &texts);

} // namespace tsunagi::view
