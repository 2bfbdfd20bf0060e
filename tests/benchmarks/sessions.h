#pragma once

// Many sessions that differ, for benchmarks.

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "model/session.h"
#include "support/plays.h"
#include "support/random.h"

namespace tsunagi::test {

/// The stored plays of a case, with some of their marks, items, steps and options changed. They
// need not be courses that can be played; comparing looks at each decision alone.
class SessionMaker {
  public:
    explicit SessionMaker(const StoredCase &stored) : stored_(stored) {}

    std::vector<model::Decision> make() {
        std::vector<model::Decision> decisions;
        for (const engine::PlayedDecision &played : random_.pick(stored_.plays).progress.played) {
            model::Decision decision;
            decision.scene = played.scene->id;
            decision.answer = played.decision.answer;
            std::visit([&](auto &answer) { change(played.scene->interaction, answer); }, decision.answer);
            decisions.push_back(std::move(decision));
        }
        return decisions;
    }

  private:
    void change(const model::Interaction &, model::ReadAnswer &) {}
    void change(const model::Interaction &interaction, model::OneAnswer &answer) {
        if (random_.chance(1, 3)) answer.option = random_.pick(std::get<model::ChooseOne>(interaction).options).id;
    }
    void change(const model::Interaction &interaction, model::ManyAnswer &answer) {
        for (const model::Option &item : std::get<model::ChooseMany>(interaction).items) {
            if (!random_.chance(1, 5)) continue;
            const auto found = std::find(answer.items.begin(), answer.items.end(), item.id);
            if (found == answer.items.end())
                answer.items.push_back(item.id);
            else
                answer.items.erase(found);
        }
    }
    void change(const model::Interaction &interaction, model::GridAnswer &answer) {
        const auto &grid = std::get<model::AssignGrid>(interaction);
        for (model::PlacedMark &placed : answer.marks)
            if (random_.chance(1, 5)) placed.mark = model::marks_of(grid.kind)[random_.index(3)];
    }
    void change(const model::Interaction &, model::OrderAnswer &answer) {
        if (answer.steps.size() > 1)
            std::swap(answer.steps[random_.index(answer.steps.size())],
                      answer.steps[random_.index(answer.steps.size())]);
    }

    const StoredCase &stored_;
    Random random_{20};
};

} // namespace tsunagi::test
