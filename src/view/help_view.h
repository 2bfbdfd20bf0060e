#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"

namespace tsunagi::view {

/// A key, or several that do the same, and what it does.
struct KeyLine {
    std::string keys;
    std::string does;
};

/// The keys of one screen.
struct KeyGroup {
    std::string title;
    std::vector<KeyLine> lines;
};

/// A page of the introduction.
struct IntroductionStep {
    std::string title;
    std::vector<std::string> lines;
    std::string position; ///< "2 / 4", in words
    bool has_text_size = false;
};

/// The keys of all screens, and what a newcomer is told.
struct HelpView {
    std::vector<KeyGroup> keys;
    std::vector<IntroductionStep> introduction;
};

[[nodiscard]] HelpView help_view(const i18n::Texts &texts);

} // namespace tsunagi::view
