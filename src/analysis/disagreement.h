#pragma once

#include <vector>

namespace tsunagi::analysis {

/// Votes by alternative: one number for each thing that could have been chosen, whether anybody did or not.
using Votes = std::vector<int>;

/// Shannon's entropy of the votes in nats (Shannon 1948); 0 without votes.
[[nodiscard]] double entropy(const Votes &votes);

/// How far the votes are apart, 0 (all alike) to 1 (as far as so many votes can be): the entropy divided by
/// ln(min(alternatives, votes)), the normalised entropy HREL of Wilcox (1973) with a greatest value that few votes can
/// reach too. 0 with fewer than two votes.
[[nodiscard]] double disagreement(const Votes &votes);

/// How far professions are apart, 0 to 1: the Jensen-Shannon divergence (Lin 1991) of their distributions, each
/// profession with the same weight, divided by ln(min(alternatives, professions)). Every entry holds one profession's
/// votes over the same alternatives; those without a vote do not count. 0 with fewer than two professions.
[[nodiscard]] double difference_between(const std::vector<Votes> &professions);

} // namespace tsunagi::analysis
