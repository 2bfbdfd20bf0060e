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

namespace {

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// A text in which Latin letters, digits and signs have one width and one case, and where each of its bytes comes from.
struct Folded {
    std::string text;
    std::vector<std::size_t> origin; ///< one more than bytes: the end
};

// The sign that a full-width one (U+FF01 … U+FF5E) stands for; 0 for anything else.
char narrow_sign(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || static_cast<unsigned char>(text[at]) != 0xEF) return 0;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if (second == 0xBC && third >= 0x81 && third <= 0xBF) return static_cast<char>(third - 0x81 + 0x21);
    if (second == 0xBD && third >= 0x80 && third <= 0x9E) return static_cast<char>(third - 0x80 + 0x60);
    return 0;
}

Folded folded(std::string_view text) {
    Folded result;
    for (std::size_t at = 0; at < text.size();) {
        const char narrow = narrow_sign(text, at);
        const char c = narrow != 0 ? narrow : text[at];
        result.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        result.origin.push_back(at);
        at += narrow != 0 ? 3 : 1;
    }
    result.origin.push_back(text.size());
    return result;
}

bool is_inside_word(const std::string &text, std::size_t begin, std::size_t end) {
    const bool goes_on_before = begin > 0 && is_latin(text[begin]) && is_latin(text[begin - 1]);
    const bool goes_on_after = end < text.size() && is_latin(text[end - 1]) && is_latin(text[end]);
    return goes_on_before || goes_on_after;
}

} // namespace

std::vector<JargonSpan> jargon_in(std::string_view text, const std::vector<Jargon> &jargon) {
    const Folded in = folded(text);
    std::vector<JargonSpan> found;
    for (std::size_t i = 0; i < jargon.size(); ++i)
        for (const std::string &word : jargon[i].words) {
            const std::string wanted = folded(word).text;
            if (wanted.empty()) continue;
            for (std::size_t at = in.text.find(wanted); at != std::string::npos; at = in.text.find(wanted, at + 1))
                if (!is_inside_word(in.text, at, at + wanted.size())) found.push_back({at, at + wanted.size(), i});
        }
    std::stable_sort(found.begin(), found.end(), [](const JargonSpan &a, const JargonSpan &b) {
        const std::size_t a_size = a.end - a.begin;
        const std::size_t b_size = b.end - b.begin;
        return a_size != b_size ? a_size > b_size : a.begin < b.begin;
    });
    std::vector<JargonSpan> kept;
    for (const JargonSpan &span : found) {
        const bool is_free = std::none_of(kept.begin(), kept.end(), [&](const JargonSpan &other) {
            return span.begin < other.end && other.begin < span.end;
        });
        if (is_free) kept.push_back(span);
    }
    std::sort(kept.begin(), kept.end(), [](const JargonSpan &a, const JargonSpan &b) { return a.begin < b.begin; });
    for (JargonSpan &span : kept) {
        span.begin = in.origin[span.begin];
        span.end = in.origin[span.end];
    }
    return kept;
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
