#include "engine/drill.h"

#include <algorithm>
#include <random>

namespace tsunagi::engine {

using namespace model;

// ---- the order in which exercises come -----------------------------------------------------------------------------

namespace {

// std::uniform_int_distribution and std::shuffle differ between libraries; the generator itself does not.
std::size_t number_below(std::size_t limit, std::mt19937 &random) {
    constexpr std::uint64_t kAll = std::uint64_t{1} << 32U;
    const std::uint64_t whole = kAll - kAll % limit;
    std::uint64_t number = random();
    while (number >= whole) number = random();
    return static_cast<std::size_t>(number % limit);
}

} // namespace

std::vector<std::size_t> shuffled(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[number_below(i, random)]);
    return order;
}

std::vector<std::size_t> shuffled_after(std::size_t count, std::uint32_t seed, std::size_t last) {
    std::vector<std::size_t> order = shuffled(count, seed);
    if (order.size() > 1 && order.front() == last) std::swap(order.front(), order.back());
    return order;
}

// ---- ICMSS ---------------------------------------------------------------------------------------------------------

Agreement agreement_on(const HandbookId &item, const std::set<std::string> &ticked, const IcmssVignette &vignette) {
    const bool is_ticked = ticked.count(item.value) != 0;
    const bool applies = std::find(vignette.applies.begin(), vignette.applies.end(), item) != vignette.applies.end();
    if (applies) return is_ticked ? Agreement::both : Agreement::only_handbook;
    return is_ticked ? Agreement::only_learner : Agreement::neither;
}

// ---- plain words ---------------------------------------------------------------------------------------------------

std::vector<WordSpan> jargon_in(std::string_view text, const std::vector<Jargon> &jargon) {
    std::vector<std::vector<std::string>> words;
    for (const Jargon &entry : jargon) words.push_back(entry.words);
    return WordIndex(words).find(text);
}

// ---- role tables ---------------------------------------------------------------------------------------------------

bool RoleStatement::stands_in(std::string_view cell) const {
    return std::any_of(cells.begin(), cells.end(), [&](const HandbookId &id) { return id.value == cell; });
}

std::vector<RoleStatement> role_statements(const Handbook &handbook, std::string_view table) {
    std::vector<RoleStatement> statements;
    for (const HandbookEntry &entry : handbook.entries) {
        if (entry.kind != HandbookKind::role_cell || entry.group != table) continue;
        for (const std::string &item : entry.items) {
            const auto known = std::find_if(statements.begin(), statements.end(),
                                            [&](const RoleStatement &statement) { return statement.text == item; });
            if (known == statements.end())
                statements.push_back({item, {entry.id}});
            else if (!known->stands_in(entry.id.value))
                known->cells.push_back(entry.id);
        }
    }
    return statements;
}

std::size_t round_count(std::size_t statements) { return (statements + kStatementsAtOnce - 1) / kStatementsAtOnce; }

std::pair<std::size_t, std::size_t> round_range(std::size_t statements, std::size_t round) {
    const std::size_t rounds = round_count(statements);
    if (round >= rounds) return {0, 0};
    return {statements * round / rounds, statements * (round + 1) / rounds};
}

} // namespace tsunagi::engine
