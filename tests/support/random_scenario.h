#pragma once

// Small scenarios made at random: every interaction, every condition, every effect, and few enough courses that each of
// them can be played one by one. The same seed makes the same scenario everywhere. What the content checks refuse is
// not made: ways lead forward only, every scene and ending has a way to it (its condition may never hold), and a
// condition asks only about scenes that can lie behind.

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "support/random_parts.h"

namespace tsunagi::test {

class ScenarioMaker : private PartMaker {
  public:
    explicit ScenarioMaker(std::uint64_t seed) : PartMaker(seed) {}

    model::Scenario make() {
        made_.id = model::ScenarioId("made-by-chance");
        made_.version = "1.0";
        make_world();
        plan_ways();
        most_courses_ = random_.chance(1, 50) ? 20'000 : random_.chance(1, 4) ? 3'000 : 800;
        courses_before_.assign(ways_.size(), 1);
        for (std::size_t i = 0; i < ways_.size(); ++i) make_scene(i);
        for (std::size_t i = 0; i < made_.endings.size(); ++i) make_ending_text(i);
        made_.start_scene = made_.scenes.front().id;
        // Nothing obliges an author to write the scenes in the order of the story.
        if (random_.chance(1, 4)) shuffle(made_.scenes);
        return std::move(made_);
    }

  private:
    struct Way {
        bool is_ending = false;
        std::size_t index = 0;
    };

    // ---- The graph ------------------------------------------------------------------------------------------

    void plan_ways() {
        ways_.resize(static_cast<std::size_t>(random_.chance(1, 20) ? 1 : random_.between(2, 8)));
        for (std::size_t i = 1; i < ways_.size(); ++i) {
            const std::size_t parent = random_.chance(3, 4) ? i - 1 : random_.index(i);
            ways_[parent].push_back({false, i});
        }
        const auto endings = static_cast<std::size_t>(random_.between(1, 3));
        for (std::size_t i = 0; i < endings; ++i) {
            made_.endings.push_back(ending(name("end", i).c_str()));
            const std::size_t last = std::max(random_.index(ways_.size()), random_.index(ways_.size()));
            ways_[last].push_back({true, i});
        }
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            if (i + 1 < ways_.size() && random_.chance(1, 2))
                ways_[i].push_back({false, i + 1 + random_.index(ways_.size() - i - 1)});
            if (ways_[i].empty()) ways_[i].push_back({true, random_.index(endings)});
            shuffle(ways_[i]);
            // What is met without a condition is mostly the longer way.
            if (random_.chance(3, 4))
                std::stable_sort(ways_[i].begin(), ways_[i].end(),
                                 [](const Way &a, const Way &b) { return a.is_ending && !b.is_ending; });
        }
        behind_.assign(ways_.size(), {});
        for (std::size_t i = 0; i < ways_.size(); ++i)
            for (const Way &way : ways_[i])
                if (!way.is_ending) note_behind(behind_[way.index], i);
    }

    void note_behind(std::vector<std::size_t> &behind, std::size_t scene) const {
        std::vector<std::size_t> added = behind_[scene];
        added.push_back(scene);
        for (const std::size_t one : added)
            if (std::count(behind.begin(), behind.end(), one) == 0) behind.push_back(one);
    }

    /// Whether some way leads from the start to `scene` without going through `avoided`.
    bool has_way_around(std::size_t avoided, std::size_t scene) const {
        std::vector<bool> is_reached(ways_.size(), false);
        is_reached[0] = avoided != 0;
        for (std::size_t i = 0; i < ways_.size(); ++i) // ways lead forward only
            for (const Way &way : ways_[i])
                if (is_reached[i] && !way.is_ending && way.index != avoided) is_reached[way.index] = true;
        return is_reached[scene];
    }

    Place before_decision(std::size_t scene) const {
        Place place{behind_[scene], behind_[scene], {}};
        for (const std::size_t one : behind_[scene])
            if (has_way_around(one, scene)) place.passed_by.push_back(one);
        place.visited.push_back(scene);
        return place;
    }
    Place after_decision(std::size_t scene) const {
        Place place = before_decision(scene);
        place.decided = place.visited;
        return place;
    }
    // Of the scene itself only: what was just decided is what most stories turn on.
    Place just_decided(std::size_t scene) const { return {{scene}, {scene}, {}}; }
    Place at_ending(std::size_t ending) const {
        Place place;
        for (std::size_t i = 0; i < ways_.size(); ++i)
            for (const Way &way : ways_[i])
                if (way.is_ending && way.index == ending) note_behind(place.decided, i);
        place.visited = place.decided;
        return place;
    }

    // ---- Scenes and endings ---------------------------------------------------------------------------------

    void make_text(std::vector<model::Paragraph> &text, const Place &place) {
        text = {paragraph("always")};
        if (random_.chance(1, 4)) text.push_back(paragraph("sometimes", condition(place)));
    }

    void make_scene(std::size_t index) {
        made_.scenes.emplace_back();
        model::Scene scene;
        scene.id = made_id(index);
        if (random_.chance(1, 3)) scene.months = random_.between(1, 3);
        scene.on_enter = some_effects(random_.chance(1, 3) ? 2 : 0);

        const Place before = before_decision(index);
        make_text(scene.text, before);
        auto [interaction, answers] = some_interaction(before, most_courses_ / courses_before_[index]);
        scene.interaction = std::move(interaction);
        made_.scenes[index] = scene; // so that what follows can ask about its options

        const auto met = [&] { return condition(random_.chance(1, 2) ? just_decided(index) : after_decision(index)); };
        const int consequences = random_.chance(1, 2) ? random_.between(1, 2) : 0;
        for (int i = 0; i < consequences; ++i) {
            const model::Effects effects = some_effects(2); // on its own, for compilers order arguments as they like
            scene.after.push_back(consequence("then", effects, random_.chance(2, 3) ? met() : model::Condition{}));
        }
        for (const Way &way : ways_[index]) {
            const bool is_last = scene.next.size() + 1 == ways_[index].size();
            const model::Condition when = is_last ? model::Condition{} : met();
            if (way.is_ending) {
                scene.next.push_back({when, std::nullopt, made_.endings[way.index].id});
            } else {
                scene.next.push_back({when, made_id(way.index), std::nullopt});
                courses_before_[way.index] = std::max(courses_before_[way.index], courses_before_[index] * answers);
            }
        }
        made_.scenes[index] = std::move(scene);
    }

    void make_ending_text(std::size_t index) { make_text(made_.endings[index].text, at_ending(index)); }

    std::vector<std::vector<Way>> ways_;
    std::vector<std::vector<std::size_t>> behind_; ///< of each scene, the scenes that can lie behind it
    std::vector<int> courses_before_;              ///< of each scene, the most answers one way to it can take
    int most_courses_ = 0;
};

/// The scenario of a seed.
[[nodiscard]] inline model::Scenario random_scenario(std::uint64_t seed) { return ScenarioMaker(seed).make(); }

} // namespace tsunagi::test
