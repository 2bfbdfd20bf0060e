#include "analysis/change_table.h"

namespace tsunagi::analysis {

ChangeTable::Number ChangeTable::number_of(const Change &change) {
    const std::size_t hash = hash_of(change);
    const auto [first, last] = by_hash_.equal_range(hash);
    for (auto entry = first; entry != last; ++entry)
        if (changes_[entry->second] == change) return entry->second;
    const auto number = static_cast<Number>(changes_.size());
    changes_.push_back(change);
    by_hash_.emplace(hash, number);
    return number;
}

ChangeTable::Number ChangeTable::then(Number first, Number second) {
    if (second == same_) return first;
    if (first == same_) return second;
    const std::uint64_t key = (std::uint64_t{first} << 32) | second;
    const auto found = combined_.find(key);
    if (found != combined_.end()) return found->second;
    const Number number = number_of(analysis::then(changes_[first], changes_[second]));
    combined_.emplace(key, number);
    return number;
}

} // namespace tsunagi::analysis
