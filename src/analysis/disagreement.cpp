#include "analysis/disagreement.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace tsunagi::analysis {

namespace {

using Shares = std::vector<double>;

int sum_of(const Votes &votes) { return std::accumulate(votes.begin(), votes.end(), 0); }

double entropy_of(const Shares &shares) {
    double sum = 0.0;
    for (const double share : shares)
        if (share > 0.0) sum -= share * std::log(share);
    return sum;
}

Shares shares_of(const Votes &votes) {
    Shares shares(votes.size(), 0.0);
    const int sum = sum_of(votes);
    if (sum > 0)
        for (std::size_t i = 0; i < votes.size(); ++i) shares[i] = static_cast<double>(votes[i]) / sum;
    return shares;
}

// Rounding must not lead out of the range.
double part_of_greatest(double value, std::size_t alternatives) {
    if (alternatives < 2) return 0.0;
    return std::clamp(value / std::log(static_cast<double>(alternatives)), 0.0, 1.0);
}

} // namespace

double entropy(const Votes &votes) { return entropy_of(shares_of(votes)); }

double disagreement(const Votes &votes) {
    const int sum = sum_of(votes);
    if (sum < 2) return 0.0;
    return part_of_greatest(entropy(votes), std::min(votes.size(), static_cast<std::size_t>(sum)));
}

double difference_between(const std::vector<Votes> &professions) {
    Shares mean;
    double mean_entropy = 0.0;
    std::size_t count = 0;
    for (const Votes &votes : professions) {
        if (sum_of(votes) == 0) continue;
        const Shares shares = shares_of(votes);
        mean.resize(std::max(mean.size(), shares.size()), 0.0);
        for (std::size_t i = 0; i < shares.size(); ++i) mean[i] += shares[i];
        mean_entropy += entropy_of(shares);
        ++count;
    }
    if (count < 2) return 0.0;
    for (double &share : mean) share /= static_cast<double>(count);
    return part_of_greatest(entropy_of(mean) - mean_entropy / static_cast<double>(count), std::min(mean.size(), count));
}

} // namespace tsunagi::analysis
