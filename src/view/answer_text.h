#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/scenario.h"

namespace tsunagi::view {

/// What an answer took, in short: the option's text, the items' texts in the case's order, "row → column: mark" for
/// each mark placed, "1. step" for each step. Nothing for a scene that is read.
[[nodiscard]] std::vector<std::string> answer_lines(const model::Interaction &interaction, const model::Answer &answer,
                                                    const i18n::Texts &texts);

/// How much an answer took, in words: "8 items"; empty for one option, an order and a scene that is read.
[[nodiscard]] std::string answer_size(const model::Interaction &interaction, const model::Answer &answer,
                                      const i18n::Texts &texts);

/// True when both answers say the same: items in any order, marks place by place.
[[nodiscard]] bool is_same_answer(const model::Interaction &interaction, const model::Answer &a,
                                  const model::Answer &b);

/// Where one answer goes another way than the learner's own.
struct AnswerDifference {
    std::string summary;            ///< how much differs, in words; empty where the lines say it all
    std::vector<std::string> lines; ///< items more and less, marks place by place, the whole order, the other option
    std::vector<std::string> ids;   ///< of the items and rows that differ
};

/// Places of a grid that the case does not score are only counted.
[[nodiscard]] AnswerDifference difference_of(const model::Interaction &interaction, const model::Answer &own,
                                             const model::Answer &other, const i18n::Texts &texts);

} // namespace tsunagi::view
