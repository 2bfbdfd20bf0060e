#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/state.h"
#include "model/scenario.h"

namespace tsunagi::analysis {

using Word = std::uint64_t;

/// Calls `on_leaf` with every condition inside `condition` that has no parts of its own.
template <class OnLeaf>
void for_each_leaf(const model::Condition &condition, const OnLeaf &on_leaf) {
    const auto go_through = [&](const std::vector<model::Condition> &parts) {
        for (const model::Condition &part : parts) for_each_leaf(part, on_leaf);
    };
    if (const auto *all = std::get_if<model::AllOf>(&condition.node))
        go_through(all->parts);
    else if (const auto *any = std::get_if<model::AnyOf>(&condition.node))
        go_through(any->parts);
    else if (const auto *negation = std::get_if<model::NotOf>(&condition.node))
        go_through(negation->part);
    else
        on_leaf(condition);
}

inline constexpr std::size_t kGaugeCount = model::kGaugeWords.size();

/// What of a state the conditions that decide something (of options, consequences, transitions) can read, packed into
/// words: one bit for each yes-or-no, four bits for each gauge, 32 for each adder. Adders are whole numbers that only
/// grow: the months elapsed, and one for each `count` condition's list of options.
class StateCode {
  public:
    explicit StateCode(const model::Scenario &scenario);

    static constexpr int kNone = -1;
    static constexpr std::size_t kMonths = 0; ///< the adder of the months

    [[nodiscard]] std::size_t bit_words() const { return bit_words_; }
    [[nodiscard]] std::size_t adders() const { return counts_.size() + 1; }
    /// Words of a state: the bits, one word of gauges, two adders a word.
    [[nodiscard]] std::size_t words() const { return bit_words_ + 1 + (adders() + 1) / 2; }

    // The bit of something that can be read, or kNone where no condition reads it.
    [[nodiscard]] int bit_of(const model::FactKnown &fact) const;
    [[nodiscard]] int bit_of(const model::FlagIsSet &flag) const;
    [[nodiscard]] int bit_of(const model::OptionTaken &option) const;
    [[nodiscard]] int bit_of(const model::OrderedBefore &order) const;
    [[nodiscard]] int bit_of(const model::SceneVisited &scene) const;
    [[nodiscard]] int bit_of(const model::MarkIs &mark) const;
    [[nodiscard]] int bit_of(const model::TieIs &tie) const;

    /// A `mark` or `ordered` condition on one scene, with its bit.
    struct MarkBit {
        const model::MarkIs *mark = nullptr;
        int bit = kNone;
    };
    struct OrderBit {
        const model::OrderedBefore *order = nullptr;
        int bit = kNone;
    };
    [[nodiscard]] std::vector<MarkBit> mark_bits(const model::SceneId &scene) const;
    [[nodiscard]] std::vector<OrderBit> order_bits(const model::SceneId &scene) const;
    /// All bits that the answer given at a scene decides.
    [[nodiscard]] std::vector<int> answer_bits(const model::SceneId &scene) const;

    /// The adder of a `count` condition.
    [[nodiscard]] std::size_t adder_of(const model::CountTaken &count) const;
    /// How often an option stands in the list of an adder (not of kMonths).
    [[nodiscard]] int weight_in(std::size_t adder, const model::OptionTaken &option) const;
    /// True when every option of the adder's list is offered at this one scene.
    [[nodiscard]] bool is_of_one_scene(std::size_t adder, const model::SceneId &scene) const;

    /// The words of a state of the engine.
    [[nodiscard]] std::vector<Word> encode(const engine::State &state) const;

    [[nodiscard]] int gauge_in(const Word *state, std::size_t gauge) const {
        return static_cast<int>((state[bit_words_] >> (4 * gauge)) & 15u);
    }
    [[nodiscard]] int adder_in(const Word *state, std::size_t adder) const {
        return static_cast<int>(static_cast<std::int32_t>(state[bit_words_ + 1 + adder / 2] >> (32 * (adder % 2))));
    }
    void put_adder(Word *state, std::size_t adder, int value) const;

  private:
    struct Atom {
        model::Condition condition; ///< the bit is set where this holds
        int bit = kNone;
    };
    void collect(const model::Condition &leaf);
    void collect_atom(const model::Condition &condition, const std::string &key);
    [[nodiscard]] int find(const std::string &key) const;

    std::map<std::string, Atom> atoms_;
    std::vector<model::CountTaken> counts_; ///< the list of adder i + 1
    std::map<std::string, std::size_t> count_adders_;
    std::size_t bit_words_ = 0;
};

/// Where a gauge goes, for each of its eleven values: four bits a value.
using GaugeMap = Word;
inline constexpr GaugeMap kSameGauge = 0xA9876543210u;
[[nodiscard]] constexpr int mapped(GaugeMap map, int value) { return static_cast<int>((map >> (4 * value)) & 15u); }
[[nodiscard]] GaugeMap gauge_map_then(GaugeMap first, GaugeMap second);

/// What a sequence of effects does to any state: which bits it overwrites, where each gauge goes, what it adds.
/// Applying a sequence is applying its Change: all effects of the format are of this kind, and so are their sequences.
struct Change {
    struct AdderChange {
        bool is_assigned = false; ///< set to `value`; else `value` is added
        int value = 0;

        friend bool operator==(const AdderChange &a, const AdderChange &b) {
            return a.is_assigned == b.is_assigned && a.value == b.value;
        }
    };
    std::vector<Word> keep; ///< 1: the bit stays as it was
    std::vector<Word> set;  ///< where keep is 0: what the bit becomes
    std::array<GaugeMap, kGaugeCount> gauges{};
    std::vector<AdderChange> adders;

    friend bool operator==(const Change &a, const Change &b) {
        return a.keep == b.keep && a.set == b.set && a.gauges == b.gauges && a.adders == b.adders;
    }
};

[[nodiscard]] Change no_change(const StateCode &code);
void put_bit(Change &change, int bit, bool value); ///< nothing for kNone
[[nodiscard]] Change change_of(const model::Effects &effects, const StateCode &code);
/// `first`, then `second`.
[[nodiscard]] Change then(const Change &first, const Change &second);
void apply(const Change &change, const StateCode &code, Word *state);
[[nodiscard]] std::size_t hash_of(const Change &change);
[[nodiscard]] std::size_t hash_words(const Word *words, std::size_t count, std::size_t seed = 0);

} // namespace tsunagi::analysis
