#include "analysis/region_tree.h"

namespace tsunagi::analysis {

bool RegionTree::answer(const Question &question, const StateCode &code, const Word *state) {
    const auto index = static_cast<std::size_t>(question.index);
    switch (question.ask) {
    case Ask::bit: return ((state[index / 64] >> (index % 64)) & 1u) != 0;
    case Ask::gauge_from: return code.gauge_in(state, index) >= question.limit;
    case Ask::adder_from: return code.adder_in(state, index) >= question.limit;
    }
    return false;
}

RegionTree::Found RegionTree::find(const StateCode &code, const Word *state) const {
    Branch at = root_;
    while (at >= 0 && at != kEmpty) {
        const Question &question = questions_[static_cast<std::size_t>(at)];
        at = answer(question, code, state) ? question.yes : question.no;
    }
    if (at == kEmpty) return {};
    const Leaf &leaf = leaves_[static_cast<std::size_t>(-1 - at)];
    return {leaf.node, &leaf.region};
}

void RegionTree::add(const StateCode &code, const Word *state, std::uint32_t node, const Region &region) {
    // What the questions on the way have settled need not be asked again.
    Region settled(code);
    Branch at = root_;
    std::size_t last = 0;
    bool is_last_yes = false;
    const auto note = [&](const Question &question, bool is_yes) {
        const auto index = static_cast<std::size_t>(question.index);
        if (question.ask == Ask::bit) settled.fix_bit(question.index);
        if (question.ask == Ask::gauge_from)
            settled.limit_gauge(index, is_yes ? question.limit : 0, is_yes ? model::kGaugeMax : question.limit - 1);
        if (question.ask == Ask::adder_from)
            settled.limit_adder(index, is_yes ? question.limit : 0, is_yes ? Region::kNoHigh : question.limit - 1);
    };
    while (at != kEmpty) {
        last = static_cast<std::size_t>(at);
        is_last_yes = answer(questions_[last], code, state);
        note(questions_[last], is_last_yes);
        at = is_last_yes ? questions_[last].yes : questions_[last].no;
    }
    bool is_root = root_ == kEmpty;
    const auto put = [&](Branch branch) {
        if (is_root)
            root_ = branch;
        else
            (is_last_yes ? questions_[last].yes : questions_[last].no) = branch;
        is_root = false;
    };
    const auto ask = [&](Ask kind, std::size_t index, int limit) {
        put(static_cast<Branch>(questions_.size()));
        last = questions_.size();
        questions_.push_back({kind, static_cast<int>(index), limit, kEmpty, kEmpty});
        is_last_yes = answer(questions_.back(), code, state);
    };
    for (std::size_t word = 0; word < region.bits().size(); ++word) {
        const Word open = region.bits()[word] & ~settled.bits()[word];
        for (std::size_t bit = 0; bit < 64; ++bit)
            if (((open >> bit) & 1u) != 0) ask(Ask::bit, word * 64 + bit, 0);
    }
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        const Region::Span wanted = region.gauge(gauge);
        const Region::Span known = settled.gauge(gauge);
        if (wanted.low > known.low) ask(Ask::gauge_from, gauge, wanted.low);
        if (wanted.high < known.high) ask(Ask::gauge_from, gauge, wanted.high + 1);
    }
    for (std::size_t adder = 0; adder < code.adders(); ++adder) {
        const Region::Span wanted = region.adder(adder);
        const Region::Span known = settled.adder(adder);
        if (wanted.low > known.low) ask(Ask::adder_from, adder, wanted.low);
        if (wanted.high < known.high) ask(Ask::adder_from, adder, wanted.high + 1);
    }
    put(-1 - static_cast<Branch>(leaves_.size()));
    leaves_.push_back({node, region});
}

} // namespace tsunagi::analysis
