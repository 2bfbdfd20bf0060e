#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/decision.h"
#include "model/ids.h"
#include "model/vocabulary.h"

namespace tsunagi::model {

struct Learner {
    std::string nickname;
    LearnerProfession profession = LearnerProfession::other;
    std::string group;
};

/// A first run measures; a replay is a further full run; an exploration goes on from a scene of another session.
enum class SessionKind { first, replay, exploration };
inline constexpr std::array<std::string_view, 3> kSessionKindWords = {"first", "replay", "exploration"};

/// Where an exploration left another session: its first `decision_count` decisions are shared.
struct BranchPoint {
    SessionId session;
    int decision_count = 0;
};

/// Whose session it is in a workshop.
struct WorkshopSeat {
    WorkshopId workshop;
    GroupId group;
};

/// The three self-debrief questions: what happened, why did I decide so, what will I do next time.
struct SelfDebrief {
    std::string what;
    std::string why;
    std::string next;

    [[nodiscard]] bool is_empty() const { return what.empty() && why.empty() && next.empty(); }
};

/// One run through a scenario: who, which scenario, and the ordered decisions. Everything else is derived
/// from these by engine::fold.
struct Session {
    SessionId id;
    ScenarioId scenario;
    std::string scenario_version;
    std::string scenario_hash;
    Learner learner;
    SessionKind kind = SessionKind::first;
    std::optional<BranchPoint> branch;
    std::optional<WorkshopSeat> seat;
    std::int64_t started_at = 0; ///< seconds since 1970-01-01 UTC
    std::int64_t updated_at = 0;
    std::vector<Decision> decisions;
    SelfDebrief self_debrief;
};

} // namespace tsunagi::model
