#include "analysis/state_code.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/vocabulary.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

std::string key_of(const FactKnown &fact) { return "fact " + fact.fact.value; }
std::string key_of(const FlagIsSet &flag) { return "flag " + flag.flag.value; }
std::string key_of(const OptionTaken &option) { return "taken " + option.scene.value + ' ' + option.option.value; }
std::string key_of(const SceneVisited &scene) { return "visited " + scene.scene.value; }
std::string key_of(const OrderedBefore &order) {
    return "ordered " + order.scene.value + ' ' + order.before.value + ' ' + order.after.value;
}
std::string key_of(const MarkIs &mark) {
    std::vector<Mark> marks = mark.marks;
    std::sort(marks.begin(), marks.end());
    std::string key = "mark " + mark.scene.value + ' ' + mark.row.value + ' ' + mark.column.value;
    for (const Mark each : marks) key += ' ' + std::string(word_of(each, kMarkWords));
    return key;
}
std::string key_of(const TieIs &tie) {
    return fmt::format("tie {} {} {}", tie.tie.value, tie.state.index(),
                       std::visit([](auto state) { return static_cast<int>(state); }, tie.state));
}
std::string key_of(const CountTaken &count) {
    std::string key = "count";
    for (const OptionTaken &option : count.options) key += ' ' + option.scene.value + '/' + option.option.value;
    return key;
}

template <class Node>
const Node *node_of(const Condition &condition) {
    return std::get_if<Node>(&condition.node);
}

} // namespace

StateCode::StateCode(const Scenario &scenario) {
    const auto collect_all = [&](const Condition &condition) {
        for_each_leaf(condition, [&](const Condition &leaf) { collect(leaf); });
    };
    for (const Scene &scene : scenario.scenes) {
        if (const std::vector<Option> *options = options_of(scene.interaction))
            for (const Option &option : *options) collect_all(option.when);
        for (const Consequence &consequence : scene.after) collect_all(consequence.when);
        for (const Transition &transition : scene.next) collect_all(transition.when);
    }
    int bit = 0;
    for (auto &[key, atom] : atoms_) atom.bit = bit++;
    bit_words_ = (atoms_.size() + 63) / 64;
}

void StateCode::collect_atom(const Condition &condition, const std::string &key) {
    atoms_.emplace(key, Atom{condition, kNone});
}

void StateCode::collect(const Condition &leaf) {
    if (const auto *fact = node_of<FactKnown>(leaf)) collect_atom(leaf, key_of(*fact));
    if (const auto *flag = node_of<FlagIsSet>(leaf)) collect_atom(leaf, key_of(*flag));
    if (const auto *option = node_of<OptionTaken>(leaf)) collect_atom(leaf, key_of(*option));
    if (const auto *mark = node_of<MarkIs>(leaf)) collect_atom(leaf, key_of(*mark));
    if (const auto *order = node_of<OrderedBefore>(leaf)) collect_atom(leaf, key_of(*order));
    if (const auto *scene = node_of<SceneVisited>(leaf)) collect_atom(leaf, key_of(*scene));
    if (const auto *tie = node_of<TieIs>(leaf)) collect_atom(leaf, key_of(*tie));
    if (const auto *count = node_of<CountTaken>(leaf))
        if (count_adders_.emplace(key_of(*count), counts_.size() + 1).second) counts_.push_back(*count);
}

int StateCode::find(const std::string &key) const {
    const auto found = atoms_.find(key);
    return found == atoms_.end() ? kNone : found->second.bit;
}

int StateCode::bit_of(const FactKnown &fact) const { return find(key_of(fact)); }
int StateCode::bit_of(const FlagIsSet &flag) const { return find(key_of(flag)); }
int StateCode::bit_of(const OptionTaken &option) const { return find(key_of(option)); }
int StateCode::bit_of(const OrderedBefore &order) const { return find(key_of(order)); }
int StateCode::bit_of(const SceneVisited &scene) const { return find(key_of(scene)); }
int StateCode::bit_of(const MarkIs &mark) const { return find(key_of(mark)); }
int StateCode::bit_of(const TieIs &tie) const { return find(key_of(tie)); }

std::vector<StateCode::MarkBit> StateCode::mark_bits(const SceneId &scene) const {
    std::vector<MarkBit> bits;
    for (const auto &[key, atom] : atoms_)
        if (const auto *mark = node_of<MarkIs>(atom.condition); mark != nullptr && mark->scene == scene)
            bits.push_back({mark, atom.bit});
    return bits;
}

std::vector<StateCode::OrderBit> StateCode::order_bits(const SceneId &scene) const {
    std::vector<OrderBit> bits;
    for (const auto &[key, atom] : atoms_)
        if (const auto *order = node_of<OrderedBefore>(atom.condition); order != nullptr && order->scene == scene)
            bits.push_back({order, atom.bit});
    return bits;
}

std::vector<int> StateCode::answer_bits(const SceneId &scene) const {
    std::vector<int> bits;
    for (const auto &[key, atom] : atoms_) {
        const auto *option = node_of<OptionTaken>(atom.condition);
        const auto *mark = node_of<MarkIs>(atom.condition);
        const auto *order = node_of<OrderedBefore>(atom.condition);
        if ((option != nullptr && option->scene == scene) || (mark != nullptr && mark->scene == scene) ||
            (order != nullptr && order->scene == scene))
            bits.push_back(atom.bit);
    }
    return bits;
}

std::size_t StateCode::adder_of(const CountTaken &count) const { return count_adders_.at(key_of(count)); }

int StateCode::weight_in(std::size_t adder, const OptionTaken &option) const {
    const std::vector<OptionTaken> &options = counts_[adder - 1].options;
    return static_cast<int>(std::count_if(options.begin(), options.end(), [&](const OptionTaken &each) {
        return each.scene == option.scene && each.option == option.option;
    }));
}

bool StateCode::is_of_one_scene(std::size_t adder, const SceneId &scene) const {
    if (adder == kMonths) return false;
    const std::vector<OptionTaken> &options = counts_[adder - 1].options;
    return std::all_of(options.begin(), options.end(), [&](const OptionTaken &each) { return each.scene == scene; });
}

void StateCode::put_adder(Word *state, std::size_t adder, int value) const {
    Word &word = state[bit_words_ + 1 + adder / 2];
    const std::size_t shift = 32 * (adder % 2);
    word = (word & ~(Word{0xFFFFFFFFu} << shift)) | (Word{static_cast<std::uint32_t>(value)} << shift);
}

std::vector<Word> StateCode::encode(const engine::State &state) const {
    std::vector<Word> words(this->words(), 0);
    for (const auto &[key, atom] : atoms_) {
        const auto bit = static_cast<std::size_t>(atom.bit);
        if (engine::holds(atom.condition, state)) words[bit / 64] |= Word{1} << (bit % 64);
    }
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        words[bit_words_] |= static_cast<Word>(state.gauges[gauge]) << (4 * gauge);
    put_adder(words.data(), kMonths, state.months);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        int taken = 0;
        for (const OptionTaken &option : counts_[i].options)
            if (engine::holds({option}, state)) ++taken;
        put_adder(words.data(), i + 1, taken);
    }
    return words;
}

// ---- Changes
// ---------------------------------------------------------------------------------------------------------

GaugeMap gauge_map_then(GaugeMap first, GaugeMap second) {
    if (second == kSameGauge) return first;
    if (first == kSameGauge) return second;
    GaugeMap map = 0;
    for (int value = kGaugeMin; value <= kGaugeMax; ++value)
        map |= static_cast<GaugeMap>(mapped(second, mapped(first, value))) << (4 * value);
    return map;
}

Change no_change(const StateCode &code) {
    Change change;
    change.keep.assign(code.bit_words(), ~Word{0});
    change.set.assign(code.bit_words(), 0);
    change.gauges.fill(kSameGauge);
    change.adders.resize(code.adders());
    return change;
}

void put_bit(Change &change, int bit, bool value) {
    if (bit == StateCode::kNone) return;
    const auto at = static_cast<std::size_t>(bit);
    const Word mask = Word{1} << (at % 64);
    change.keep[at / 64] &= ~mask;
    change.set[at / 64] = value ? change.set[at / 64] | mask : change.set[at / 64] & ~mask;
}

namespace {

struct EffectCoder {
    const StateCode &code;
    Change &change;

    void operator()(const LearnFact &learn) const { put_bit(change, code.bit_of(FactKnown{learn.fact}), true); }
    void operator()(const SetFlag &set) const { put_bit(change, code.bit_of(FlagIsSet{set.flag}), set.value); }
    void operator()(const MoveGauge &move) const {
        GaugeMap map = 0;
        for (int value = kGaugeMin; value <= kGaugeMax; ++value)
            map |= static_cast<GaugeMap>(std::clamp(value + move.add, kGaugeMin, kGaugeMax)) << (4 * value);
        GaugeMap &whole = change.gauges[static_cast<std::size_t>(move.gauge)];
        whole = gauge_map_then(whole, map);
    }
    void operator()(const AdvanceMonths &advance) const { change.adders[StateCode::kMonths].value += advance.months; }
    void operator()(const ChangeTie &tie) const {
        if (tie.strength)
            for (std::size_t i = 0; i < kTieStrengthWords.size(); ++i) {
                const auto each = static_cast<TieStrength>(i);
                put_bit(change, code.bit_of(TieIs{tie.tie, each}), each == *tie.strength);
            }
        if (tie.status)
            for (std::size_t i = 0; i < kTieStatusWords.size(); ++i) {
                const auto each = static_cast<TieStatus>(i);
                put_bit(change, code.bit_of(TieIs{tie.tie, each}), each == *tie.status);
            }
        if (tie.stress)
            for (const bool each : {false, true})
                put_bit(change, code.bit_of(TieIs{tie.tie, each}), each == *tie.stress);
    }
};

} // namespace

Change change_of(const Effects &effects, const StateCode &code) {
    Change change = no_change(code);
    const EffectCoder coder{code, change};
    for (const Effect &effect : effects) std::visit(coder, effect);
    return change;
}

Change then(const Change &first, const Change &second) {
    Change change = first;
    for (std::size_t i = 0; i < change.keep.size(); ++i) {
        change.keep[i] &= second.keep[i];
        change.set[i] = (change.set[i] & second.keep[i]) | second.set[i];
    }
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        change.gauges[gauge] = gauge_map_then(change.gauges[gauge], second.gauges[gauge]);
    for (std::size_t i = 0; i < change.adders.size(); ++i) {
        const Change::AdderChange &later = second.adders[i];
        if (later.is_assigned)
            change.adders[i] = later;
        else
            change.adders[i].value += later.value;
    }
    return change;
}

void apply(const Change &change, const StateCode &code, Word *state) {
    const std::size_t bit_words = code.bit_words();
    for (std::size_t i = 0; i < bit_words; ++i) state[i] = (state[i] & change.keep[i]) | change.set[i];
    Word gauges = 0;
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        gauges |= static_cast<Word>(mapped(change.gauges[gauge], code.gauge_in(state, gauge))) << (4 * gauge);
    state[bit_words] = gauges;
    for (std::size_t i = 0; i < change.adders.size(); ++i) {
        const Change::AdderChange &adder = change.adders[i];
        if (adder.is_assigned)
            code.put_adder(state, i, adder.value);
        else if (adder.value != 0)
            code.put_adder(state, i, code.adder_in(state, i) + adder.value);
    }
}

std::size_t hash_words(const Word *words, std::size_t count, std::size_t seed) {
    Word hash = static_cast<Word>(seed) ^ 0x9E3779B97F4A7C15u;
    for (std::size_t i = 0; i < count; ++i) {
        hash ^= words[i];
        hash *= 0xBF58476D1CE4E5B9u;
        hash ^= hash >> 29;
    }
    return static_cast<std::size_t>(hash ^ (hash >> 32));
}

std::size_t hash_of(const Change &change) {
    std::size_t hash = hash_words(change.keep.data(), change.keep.size());
    hash = hash_words(change.set.data(), change.set.size(), hash);
    hash = hash_words(change.gauges.data(), change.gauges.size(), hash);
    for (const Change::AdderChange &adder : change.adders) {
        const Word word = (Word{adder.is_assigned} << 32) | static_cast<std::uint32_t>(adder.value);
        hash = hash_words(&word, 1, hash);
    }
    return hash;
}

} // namespace tsunagi::analysis
