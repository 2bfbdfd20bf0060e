#include "view/review_material.h"

#include <algorithm>

#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::size_t kLongestName = 30; // characters of a name within a line

std::string names_of(const analysis::Tally &tally, LearnerProfession profession,
                     const std::vector<analysis::Voice> &voices, const Texts &texts) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < voices.size(); ++i)
        if (tally.by_voice[i] > 0 && voices[i].profession == profession)
            names.push_back(quote_of(voices[i].name, kLongestName, texts));
    if (names.empty()) return {};
    // "公認心理師グループ" says already whose it is.
    const std::string &said = profession_name(profession, texts);
    const bool is_said = std::all_of(names.begin(), names.end(),
                                     [&](const std::string &name) { return name.find(said) != std::string::npos; });
    const std::string line = joined(names, texts);
    if (is_said) return line;
    return texts.format(Text::comparison_names_of, fmt::arg("profession", said), fmt::arg("names", line));
}

} // namespace

std::string joined(const std::vector<std::string> &names, const Texts &texts) {
    std::string line;
    for (const std::string &name : names) {
        if (!line.empty()) line += texts(Text::comparison_name_between);
        line += name;
    }
    return line;
}

std::string who_line(const analysis::Tally &tally, const analysis::Tally &votes,
                     const std::vector<analysis::Voice> &voices, const Texts &texts) {
    const std::vector<LearnerProfession> professions = analysis::professions_of(voices);
    std::string line;
    for (std::size_t p = 0; p < professions.size(); ++p) {
        std::string part;
        if (voices.size() <= kVoicesInTable)
            part = names_of(tally, professions[p], voices, texts);
        else if (votes.by_profession[p] > 0)
            part =
                texts.format(Text::comparison_count_of, fmt::arg("profession", profession_name(professions[p], texts)),
                             fmt::arg("n", tally.by_profession[p]), fmt::arg("of", votes.by_profession[p]));
        if (part.empty()) continue;
        if (!line.empty()) line += texts(Text::comparison_profession_between);
        line += part;
    }
    return line;
}

std::string figure_text(double figure) { return fmt::format("{:.2f}", figure); }

} // namespace tsunagi::view
