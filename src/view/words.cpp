#include "view/words.h"

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

const std::string &in_language(const model::Bilingual &text, const Texts &texts) {
    return texts.language() == i18n::Language::ja || text.en.empty() ? text.ja : text.en;
}

const std::string &profession_name(model::LearnerProfession profession, const Texts &texts) {
    return texts.named("learner_profession." + std::string(word_of(profession, model::kLearnerProfessionWords)));
}

const std::string &profession_name(model::LeadProfession profession, const Texts &texts) {
    return texts.named("profession." + std::string(word_of(profession, model::kLeadProfessionWords)));
}

const std::string &profession_name(model::Profession profession, const Texts &texts) {
    return texts.named("profession." + std::string(word_of(profession, model::kProfessionWords)));
}

const std::string &safety_word(model::SafetyKind kind, const Texts &texts) {
    return texts.named("safety." + std::string(word_of(kind, model::kSafetyKindWords)));
}

std::string month_label(int months, const Texts &texts) {
    return months == 0 ? texts(Text::play_month_first) : texts.format(Text::play_month, fmt::arg("n", months));
}

std::string quotable(const std::string &text, const Texts &texts) {
    const std::string &outer = texts(Text::quote_outer); // opening and closing
    const std::string &inner = texts(Text::quote_inner);
    std::string quoted = text;
    for (const std::size_t half : {std::size_t{0}, outer.size() / 2}) {
        const std::string from = outer.substr(half, outer.size() / 2);
        for (std::size_t at = quoted.find(from); at != std::string::npos; at = quoted.find(from, at + from.size()))
            quoted.replace(at, from.size(), inner, half, inner.size() / 2);
    }
    return quoted;
}

} // namespace tsunagi::view
