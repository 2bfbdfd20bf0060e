#pragma once

// A workshop of six groups on CPP 1, made from the stored plays (tests/plays/cpp-1), for everything that looks back on
// one: two groups each of psychologists, occupational therapists and nurses.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/session.h"
#include "model/workshop.h"
#include "support/plays.h"

namespace tsunagi::test {

struct PlayedWorkshop {
    model::Workshop workshop;
    std::vector<model::Session> sessions;
};

struct GroupPlay {
    std::string_view name;
    model::LearnerProfession profession;
    std::string_view play;
};
inline constexpr std::array<GroupPlay, 6> kGroupPlays = {{
    {"公認心理師A", model::LearnerProfession::cpp, "course"},
    {"公認心理師B", model::LearnerProfession::cpp, "other-way"},
    {"作業療法士A", model::LearnerProfession::ot, "e-detour"},
    {"作業療法士B", model::LearnerProfession::ot, "e-detour"},
    {"看護師A", model::LearnerProfession::nurse, "e-gone"},
    {"看護師B", model::LearnerProfession::nurse, "e-room"},
}};

/// `sessions` of them, the six plays in turn; more than six make further groups of the same professions. Every second
/// one gives reasons. `most_groups`: further sessions go to the groups there are, from the first on.
[[nodiscard]] inline PlayedWorkshop played_workshop(std::size_t sessions = kGroupPlays.size(),
                                                    std::size_t most_groups = 50) {
    const StoredCase &stored = stored_case("cpp-1");
    PlayedWorkshop made;
    model::Workshop &workshop = made.workshop;
    workshop.id = model::WorkshopId("w1");
    workshop.title = "多職種連携研修（秋）";
    workshop.date = "2026-11-23";
    workshop.scenario = stored.scenario->id;
    workshop.scenario_version = stored.scenario->version;
    workshop.scenario_hash = stored.scenario->hash;
    workshop.is_revealed = true;
    workshop.created_at = workshop.updated_at = 1'760'000'000;
    for (std::size_t i = 0; i < sessions; ++i) {
        const GroupPlay &play = kGroupPlays[i % kGroupPlays.size()];
        const std::size_t round = i / kGroupPlays.size();
        const std::string name = std::string(play.name) + (round == 0 ? "" : std::to_string(round + 1));
        if (i < most_groups)
            workshop.groups.push_back({model::GroupId("g" + std::to_string(i + 1)), name, play.profession, 4});
        const model::WorkshopGroup &group = workshop.groups[i % workshop.groups.size()];
        model::Session session;
        session.id = model::SessionId("ws" + std::to_string(i + 1));
        session.scenario = workshop.scenario;
        session.scenario_version = workshop.scenario_version;
        session.scenario_hash = workshop.scenario_hash;
        session.learner = {name, group.profession, group.name};
        session.seat = model::WorkshopSeat{workshop.id, group.id};
        session.started_at = session.updated_at = 1'760'000'000 + static_cast<std::int64_t>(i);
        for (const engine::PlayedDecision &played : stored.play(std::string(play.play)).played) {
            model::Decision decision = played.decision;
            if (i % 2 == 0 && !std::holds_alternative<model::ReadAnswer>(decision.answer))
                decision.rationale = name + "は、本人の希望を先に聞くことにしました。";
            session.decisions.push_back(std::move(decision));
        }
        made.sessions.push_back(std::move(session));
    }
    return made;
}

} // namespace tsunagi::test
