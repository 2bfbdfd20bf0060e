#include "analysis/region_tree.h"

#include <algorithm>

namespace tsunagi::analysis {

RegionTree::RegionTree(const StateCode &code)
    : bit_words_(code.bit_words()), adders_(code.adders()), region_words_(Region::word_count(code)),
      state_words_(code.words()) {}

RegionTree::Found RegionTree::find(const Word *state) const {
    Branch at = root_;
    while (at >= 0 && at != kEmpty) {
        const Question &question = questions_[static_cast<std::size_t>(at)];
        at = question.is_yes(state) ? question.yes : question.no;
    }
    if (at == kEmpty) return {};
    const auto found = static_cast<std::size_t>(-1 - at);
    return {nodes_[found], regions_.data() + found * region_words_};
}

RegionTree::Found RegionTree::search(const StateCode &code, const Word *state) const {
    if (const Found found = find(state); found.region != nullptr) return found;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (const Word *region = regions_.data() + i * region_words_;
            Region::holds(code, region, states_.data() + i * state_words_, state))
            return {nodes_[i], region};
    return {};
}

// The parts of the state that the region says something of, bits first.
std::vector<RegionTree::Part> RegionTree::parts_of(const Region &region) const {
    std::vector<Part> parts;
    for (std::size_t bit = 0; bit < bit_words_ * 64; ++bit)
        if (region.is_fixed(bit)) parts.push_back({bit, 1, {0, 1}, {0, 1}});
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        const Region::Span span = region.gauge(gauge);
        if (span.low > model::kGaugeMin || span.high < model::kGaugeMax)
            parts.push_back({bit_words_ * 64 + 4 * gauge, 4, span, {model::kGaugeMin, model::kGaugeMax}});
    }
    for (std::size_t adder = 0; adder < adders_; ++adder) {
        const Region::Span span = region.adder(adder);
        if (span.low > 0 || span.high < Region::kNoHigh)
            parts.push_back({(bit_words_ + 1) * 64 + 32 * adder, 32, span, {0, Region::kNoHigh}});
    }
    return parts;
}

void RegionTree::add(const Word *state, std::uint32_t node, const Region &region) {
    std::vector<Part> parts = parts_of(region);
    for (Part &part : parts)
        if (part.width == 1) {
            const int value = static_cast<int>((state[part.bit / 64] >> (part.bit % 64)) & 1u);
            part.wanted = {value, value};
        }

    // What the questions on the way have settled need not be asked again.
    Branch *branch = &root_;
    while (*branch != kEmpty) {
        Question &question = questions_[static_cast<std::size_t>(*branch)];
        const bool is_yes = question.is_yes(state);
        const std::size_t bit = question.word * std::size_t{64} + question.shift;
        for (Part &part : parts) {
            if (part.bit != bit) continue;
            if (is_yes)
                part.settled.low = std::max(part.settled.low, question.limit);
            else
                part.settled.high = std::min(part.settled.high, question.limit - 1);
        }
        branch = is_yes ? &question.yes : &question.no;
    }

    std::vector<Question> asked;
    for (const Part &part : parts) {
        const auto ask = [&](int limit) {
            asked.push_back({static_cast<std::uint16_t>(part.bit / 64), static_cast<std::uint8_t>(part.bit % 64),
                             part.width, limit, kEmpty, kEmpty});
        };
        if (part.wanted.low > part.settled.low) ask(part.wanted.low);
        if (part.wanted.high < part.settled.high) ask(part.wanted.high + 1);
    }
    const Branch leaf = -1 - static_cast<Branch>(nodes_.size());
    const auto first = static_cast<Branch>(questions_.size());
    *branch = asked.empty() ? leaf : first;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Branch next = i + 1 < asked.size() ? first + static_cast<Branch>(i) + 1 : leaf;
        (asked[i].is_yes(state) ? asked[i].yes : asked[i].no) = next;
    }
    questions_.insert(questions_.end(), asked.begin(), asked.end());
    nodes_.push_back(node);
    states_.insert(states_.end(), state, state + state_words_);
    regions_.insert(regions_.end(), region.words().begin(), region.words().end());
}

} // namespace tsunagi::analysis
