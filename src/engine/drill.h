#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/word_index.h"
#include "model/drill.h"
#include "model/handbook.h"

namespace tsunagi::engine {

// ---- the order in which exercises come -----------------------------------------------------------------------------

/// 0 … count - 1 in an order that depends on the seed alone, on every system.
[[nodiscard]] std::vector<std::size_t> shuffled(std::size_t count, std::uint32_t seed);
/// The same, but it does not begin with `last` where there is another: nobody gets an exercise twice in a row.
[[nodiscard]] std::vector<std::size_t> shuffled_after(std::size_t count, std::uint32_t seed, std::size_t last);

// ---- ICMSS ---------------------------------------------------------------------------------------------------------

/// From this many items on an introduction is suggested.
inline constexpr int kIcmssItemsForIntroduction = 3;

enum class Agreement { only_handbook, only_learner, both, neither };
inline constexpr std::array<std::string_view, 4> kAgreementWords = {"only_handbook", "only_learner", "both", "neither"};

/// Who names an item: the learner who ticked, the handbook that says what applies.
[[nodiscard]] Agreement agreement_on(const model::HandbookId &item, const std::set<std::string> &ticked,
                                     const model::IcmssVignette &vignette);

// ---- plain words ---------------------------------------------------------------------------------------------------

/// The words of the trade in a text, as WordIndex::find has them; `entry` is a place in the list.
[[nodiscard]] std::vector<WordSpan> jargon_in(std::string_view text, const std::vector<model::Jargon> &jargon);

// ---- role tables ---------------------------------------------------------------------------------------------------

/// A line of a role table. The same words may stand in several cells of it.
struct RoleStatement {
    std::string text;
    std::vector<model::HandbookId> cells;

    [[nodiscard]] bool stands_in(std::string_view cell) const;
};

/// The statements of a table ("cpp", "ot"), each once, in the order of the handbook.
[[nodiscard]] std::vector<RoleStatement> role_statements(const model::Handbook &handbook, std::string_view table);

/// Statements are placed a handful at a time, in rounds as equal as can be.
inline constexpr std::size_t kStatementsAtOnce = 6;
[[nodiscard]] std::size_t round_count(std::size_t statements);
/// The statements of a round as positions [first, second) in their order.
[[nodiscard]] std::pair<std::size_t, std::size_t> round_range(std::size_t statements, std::size_t round);

} // namespace tsunagi::engine
