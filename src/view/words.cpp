#include "view/words.h"

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

const std::string &in_language(const model::Bilingual &text, const Texts &texts) {
    return texts.language() == i18n::Language::ja || text.en.empty() ? text.ja : text.en;
}

std::string month_label(int months, const Texts &texts) {
    return months == 0 ? texts(Text::play_month_first) : texts.format(Text::play_month, fmt::arg("n", months));
}

} // namespace tsunagi::view
