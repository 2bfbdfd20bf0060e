#include "analysis/answer_classes.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "analysis/answer_places.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

/// Sums that must be kept apart because each is floored at zero for itself: the overall score has up to seven.
constexpr std::size_t kMaxSums = kPointCount + 1;
using Sums = std::array<int, kMaxSums>;

/// Groups of figures whose sums are followed together.
using Groups = std::vector<std::vector<std::size_t>>;

Sums sums_of(const Credit &credit, const Groups &groups) {
    Sums sums{};
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const std::size_t each : groups[i]) sums[i] += figure(credit, each);
    return sums;
}

/// What tells partial answers apart.
struct PartKey {
    ChangeTable::Number change = 0;
    std::uint32_t placed = 0;
    int spent = 0;
    int taken = 0;
    Sums sums{};

    friend bool operator==(const PartKey &a, const PartKey &b) {
        return a.change == b.change && a.placed == b.placed && a.spent == b.spent && a.taken == b.taken &&
               a.sums == b.sums;
    }
};

struct PartHash {
    std::size_t operator()(const PartKey &key) const {
        Word words[3 + kMaxSums / 2 + 1] = {};
        words[0] = (Word{key.change} << 32) | key.placed;
        words[1] = (Word{static_cast<std::uint32_t>(key.spent)} << 32) | static_cast<std::uint32_t>(key.taken);
        for (std::size_t i = 0; i < kMaxSums; ++i)
            words[2 + i / 2] |= Word{static_cast<std::uint32_t>(key.sums[i])} << (32 * (i % 2));
        return hash_words(words, sizeof words / sizeof words[0]);
    }
};

/// The part of all answers that are of a kind, apart from a factor that is the same for all: each choice is worth one
/// by the number of choices at its place. (As a number of answers it would be beyond a double for a large grid.)
struct Weight {
    double weight = 0.0;

    void add(const Weight &part, const Choice &, double worth) { weight += part.weight * worth; }
};

struct ExactCount {
    Count answers = 0;

    void add(const ExactCount &part, const Choice &, double) { answers += part.answers; }
};

/// For figures that never fall: nothing has to be kept apart, most, least and sum go along.
struct FigureSums {
    bool is_empty = true;
    double weight = 0.0;
    std::array<int, kFigureCount> most{};
    std::array<int, kFigureCount> least{};
    std::array<double, kFigureCount> total{};

    void add(const FigureSums &part, const Choice &choice, double worth) {
        const bool is_first = is_empty;
        is_empty = false;
        weight += part.weight * worth;
        for (std::size_t i = 0; i < kFigureCount; ++i) {
            const int credit = figure(choice.credit, i);
            most[i] = is_first ? part.most[i] + credit : std::max(most[i], part.most[i] + credit);
            least[i] = is_first ? part.least[i] + credit : std::min(least[i], part.least[i] + credit);
            total[i] += (part.total[i] + part.weight * credit) * worth;
        }
    }
};

template <class Value>
struct Part {
    PartKey key;
    Value value;
    std::uint32_t parent = 0; ///< in the layer before: the first partial answer that led here
    std::size_t pick = 0;
};

/// The partial answers after each place, equal ones merged. Nothing when the meter (null: no limit) says no.
template <class Value>
std::optional<std::vector<std::vector<Part<Value>>>> run(AnswerPlaces &places, ChangeTable &changes,
                                                         const Groups &groups, const Value &one, bool keeps_layers,
                                                         Meter *meter) {
    const std::size_t count = places.count();
    // The most that the places from here on can still add: a sum so low that it stays below zero is as good as any.
    std::vector<Sums> rest(count + 1, Sums{});
    if (!places.is_order())
        for (std::size_t place = count; place-- > 0;) {
            Sums best{};
            for (const Choice &choice : places.choices(place, 0)) {
                const Sums sums = sums_of(choice.credit, groups);
                for (std::size_t i = 0; i < kMaxSums; ++i) best[i] = std::max(best[i], sums[i]);
            }
            for (std::size_t i = 0; i < kMaxSums; ++i) rest[place][i] = rest[place + 1][i] + best[i];
        }

    std::vector<std::vector<Part<Value>>> layers(1);
    layers.back().push_back({{places.base(), 0, 0, 0, {}}, one, 0, 0});
    for (std::size_t place = 0; place < count; ++place) {
        std::vector<Part<Value>> next;
        std::unordered_map<PartKey, std::uint32_t, PartHash> index;
        const std::vector<Part<Value>> &parts = layers.back();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::vector<Choice> &choices = places.choices(place, parts[i].key.placed);
            const double worth = 1.0 / static_cast<double>(choices.size());
            const std::size_t changes_before = changes.size();
            if (meter != nullptr && !meter->spend(Meter::Limit::answer_steps, choices.size())) return std::nullopt;
            for (const Choice &choice : choices) {
                PartKey key = parts[i].key;
                if (places.budget()) key.spent += choice.cost;
                if (places.min() > 0 || places.max()) key.taken += choice.taken;
                if ((places.budget() && key.spent > *places.budget()) || (places.max() && key.taken > *places.max()))
                    continue;
                key.change = changes.then(key.change, choice.change);
                key.placed = places.placed_after(key.placed, choice);
                const Sums sums = sums_of(choice.credit, groups);
                for (std::size_t sum = 0; sum < groups.size(); ++sum) {
                    key.sums[sum] += sums[sum];
                    if (!places.is_order()) key.sums[sum] = std::max(key.sums[sum], -rest[place + 1][sum]);
                }
                const auto [entry, is_new] = index.emplace(key, static_cast<std::uint32_t>(next.size()));
                if (is_new) next.push_back({key, Value{}, static_cast<std::uint32_t>(i), choice.pick});
                next[entry->second].value.add(parts[i].value, choice, worth);
            }
            if (meter != nullptr && !meter->spend(Meter::Limit::changes, changes.size() - changes_before))
                return std::nullopt;
        }
        if (!keeps_layers) layers.clear();
        layers.push_back(std::move(next));
    }
    auto &last = layers.back();
    last.erase(std::remove_if(last.begin(), last.end(),
                              [&](const Part<Value> &part) { return part.key.taken < places.min(); }),
               last.end());
    return layers;
}

/// The points that can fall each for itself, all others in one sum.
Groups overall_groups(const AnswerPlaces &places) {
    Groups groups(1);
    for (PointIndex point = 0; point < kPointCount; ++point) {
        if (places.can_fall(point))
            groups.push_back({point});
        else
            groups.front().push_back(point);
    }
    return groups;
}

int overall_of(const Sums &sums) {
    int overall = 0;
    for (const int sum : sums) overall += std::max(sum, 0);
    return overall;
}

std::vector<bool> takeable_options(const Interaction &interaction, const std::vector<bool> &is_available) {
    const auto *many = std::get_if<ChooseMany>(&interaction);
    if (many == nullptr) return is_available;
    std::vector<bool> is_takeable(is_available.size(), false);
    for (std::size_t i = 0; i < is_available.size(); ++i) {
        if (!is_available[i]) continue;
        // The cheapest answer that holds the item: beside it as many of the cheapest others as the scene asks for.
        std::vector<int> others;
        for (std::size_t other = 0; other < is_available.size(); ++other)
            if (other != i && is_available[other]) others.push_back(many->items[other].cost);
        std::sort(others.begin(), others.end());
        const std::size_t needed = static_cast<std::size_t>(std::max(many->min - 1, 0));
        if (needed > others.size() || (many->max && *many->max < std::max(many->min, 1))) continue;
        int cost = many->items[i].cost;
        for (std::size_t other = 0; other < needed; ++other) cost += others[other];
        is_takeable[i] = !many->budget || cost <= *many->budget;
    }
    return is_takeable;
}

/// Where an answer's change leads once all has followed that depends on the answer alone.
std::pair<ChangeTable::Number, std::size_t> settled(const Story::SceneCode &scene, ChangeTable &changes,
                                                    ChangeTable::Number number) {
    Change change = changes[number];
    scene.at_after.front().project(change);
    std::size_t at = 0;
    for (; at < scene.after.size(); ++at) {
        if (scene.after[at].is_silent) continue;
        const Truth truth = scene.after[at].when.truth_after(change);
        if (truth == Truth::open) break;
        if (truth == Truth::yes) change = then(change, scene.after[at].change);
    }
    scene.at_after[at].project(change);
    return {changes.number_of(change), at};
}

/// Puts the answers of one scene into classes, one kind of figure after another.
class SetMaker {
  public:
    SetMaker(const Story::SceneCode &scene, AnswerPlaces &places, ChangeTable &changes, Meter &meter, AnswerSet &set)
        : scene_(scene), places_(places), changes_(changes), meter_(meter), set_(set) {}

    // Each is false when the meter says no. The first makes the classes.
    [[nodiscard]] bool add_lasting_figures();
    [[nodiscard]] bool add_falling_figure(std::size_t figure);
    [[nodiscard]] bool add_overall();

  private:
    std::size_t class_of(ChangeTable::Number change);

    const Story::SceneCode &scene_;
    AnswerPlaces &places_;
    ChangeTable &changes_;
    Meter &meter_;
    AnswerSet &set_;
    std::map<std::pair<ChangeTable::Number, std::size_t>, std::size_t> class_of_settled_;
    double whole_ = 0.0; ///< the weight of all answers
};

std::size_t SetMaker::class_of(ChangeTable::Number change) {
    const auto known = set_.class_of_change.find(change);
    if (known != set_.class_of_change.end()) return known->second;
    const auto key = settled(scene_, changes_, change);
    const auto [entry, is_new] = class_of_settled_.emplace(key, set_.classes.size());
    if (is_new) {
        set_.classes.emplace_back();
        set_.classes.back().change = key.first;
        set_.classes.back().first_open = key.second;
    }
    set_.class_of_change.emplace(change, entry->second);
    return entry->second;
}

// Figures that never fall go together in one pass.
bool SetMaker::add_lasting_figures() {
    FigureSums one;
    one.weight = 1.0;
    const auto sums = run<FigureSums>(places_, changes_, {}, one, false, &meter_);
    if (!sums) return false;
    for (const auto &part : sums->back()) whole_ += part.value.weight;
    for (const auto &part : sums->back()) {
        const std::size_t known = set_.classes.size();
        AnswerClass &its_class = set_.classes[class_of(part.key.change)];
        const bool is_first = set_.classes.size() > known;
        its_class.probability += part.value.weight / whole_;
        for (std::size_t i = 0; i < kFigureCount; ++i) {
            its_class.most[i] = is_first ? part.value.most[i] : std::max(its_class.most[i], part.value.most[i]);
            its_class.least[i] = is_first ? part.value.least[i] : std::min(its_class.least[i], part.value.least[i]);
            if (!places_.can_fall(i)) set_.mean[i] += part.value.total[i] / whole_;
        }
    }
    return true;
}

// A figure that can fall is floored at zero only in the end: its sums are followed by themselves.
bool SetMaker::add_falling_figure(std::size_t figure) {
    const auto falling = run<Weight>(places_, changes_, {{figure}}, {1.0}, false, &meter_);
    if (!falling) return false;
    std::vector<bool> is_first(set_.classes.size(), true);
    for (const auto &part : falling->back()) {
        const std::size_t at = set_.class_of_change.at(part.key.change);
        AnswerClass &its_class = set_.classes[at];
        const int earned = std::max(part.key.sums[0], 0);
        its_class.most[figure] = is_first[at] ? earned : std::max(its_class.most[figure], earned);
        its_class.least[figure] = is_first[at] ? earned : std::min(its_class.least[figure], earned);
        is_first[at] = false;
        set_.mean[figure] += earned * (part.value.weight / whole_);
    }
    return true;
}

bool SetMaker::add_overall() {
    const auto overall = run<ExactCount>(places_, changes_, overall_groups(places_), {1}, false, &meter_);
    if (!overall) return false;
    std::vector<std::map<int, Count>> by_overall(set_.classes.size());
    for (const auto &part : overall->back())
        by_overall[set_.class_of_change.at(part.key.change)][overall_of(part.key.sums)] += part.value.answers;
    for (std::size_t i = 0; i < set_.classes.size(); ++i) {
        AnswerClass &its_class = set_.classes[i];
        its_class.by_overall.assign(by_overall[i].rbegin(), by_overall[i].rend());
        for (const auto &[score, count] : its_class.by_overall) its_class.answers += count;
        its_class.most[kOverall] = its_class.by_overall.front().first;
        its_class.least[kOverall] = its_class.by_overall.back().first;
    }
    return true;
}

} // namespace

std::optional<AnswerSet> AnswerClassifier::classify(std::size_t scene_index, std::vector<bool> is_available,
                                                    Meter &meter) {
    const Story::SceneCode &scene = story_.scenes[scene_index];
    AnswerPlaces places(story_, scene_index, is_available, changes_);
    AnswerSet set;
    set.scene = scene_index;
    set.is_takeable = takeable_options(scene.scene->interaction, is_available);
    set.is_available = std::move(is_available);
    SetMaker maker(scene, places, changes_, meter, set);
    if (!maker.add_lasting_figures()) return std::nullopt;
    for (std::size_t figure = 0; figure < kFigureCount; ++figure)
        if (places.can_fall(figure) && !maker.add_falling_figure(figure)) return std::nullopt;
    if (!maker.add_overall()) return std::nullopt;
    return set;
}

std::size_t AnswerClassifier::class_of(const AnswerSet &set, const Answer &answer) {
    AnswerPlaces places(story_, set.scene, set.is_available, changes_);
    const std::vector<std::size_t> picks = places.picks_of(answer);
    ChangeTable::Number change = places.base();
    std::uint32_t placed = 0;
    for (std::size_t place = 0; place < picks.size(); ++place) {
        const std::vector<Choice> &choices = places.choices(place, placed);
        const auto choice =
            std::find_if(choices.begin(), choices.end(), [&](const Choice &each) { return each.pick == picks[place]; });
        change = changes_.then(change, choice->change);
        placed = places.placed_after(placed, *choice);
    }
    return set.class_of_change.at(change);
}

AnswerClassifier::FoundAnswer AnswerClassifier::first_answer(const AnswerSet &set, const std::vector<Wanted> &wanted) {
    AnswerPlaces places(story_, set.scene, set.is_available, changes_);
    const auto layers = run<Weight>(places, changes_, overall_groups(places), {1.0}, true, nullptr);
    const auto &last = layers->back();
    const auto is_wanted = [&](const Part<Weight> &part) {
        const std::size_t its_class = set.class_of_change.at(part.key.change);
        return std::any_of(wanted.begin(), wanted.end(), [&](const Wanted &each) {
            return each.answer_class == its_class && each.overall == overall_of(part.key.sums);
        });
    };
    const Part<Weight> *part = &*std::find_if(last.begin(), last.end(), is_wanted);
    FoundAnswer found;
    found.answer_class = set.class_of_change.at(part->key.change);
    std::vector<std::size_t> picks(places.count());
    for (std::size_t place = places.count(); place-- > 0;) {
        picks[place] = part->pick;
        part = &(*layers)[place][part->parent];
    }
    found.answer = places.answer_from(picks);
    return found;
}

} // namespace tsunagi::analysis
