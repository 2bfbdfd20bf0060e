#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/decision.h"
#include "model/ids.h"
#include "model/vocabulary.h"

namespace tsunagi::model {

/// What a workshop's file may hold at most: groups, members of a group, and code points of a title or a group's name.
inline constexpr std::size_t kMostGroups = 50;
inline constexpr int kMostGroupMembers = 999;
inline constexpr std::size_t kLongestWorkshopName = 200;

/// People of one profession who decide together.
struct WorkshopGroup {
    GroupId id;
    std::string name;
    LearnerProfession profession = LearnerProfession::other;
    int members = 1;
};

struct WorkshopSettings {
    bool hides_results = true; ///< until the facilitator reveals them
    int scene_seconds = 0;     ///< time a scene is meant to take; 0: no clock
    /// The scenes that groups decide; empty: all. The others go as the handbook's team decided, where that can be done.
    std::vector<SceneId> scenes;
    bool is_panel = false; ///< groups are members of a panel, whose votes may be added up
};

/// Whether groups that decide `scenes` (WorkshopSettings::scenes) are asked at this one.
[[nodiscard]] bool is_asked(const std::vector<SceneId> &scenes, const SceneId &scene);

/// What the facilitator wrote about one decision.
struct SceneNote {
    SceneId scene;
    std::string text;
};

/// Groups by profession on one case: who they are and how they play. Their sessions are kept apart and name the
/// workshop (Session::seat).
struct Workshop {
    WorkshopId id;
    int revision = 0; ///< how often it has been saved; 0: not yet
    std::string title;
    std::string date; ///< "2026-11-23"
    ScenarioId scenario;
    std::string scenario_version;
    std::string scenario_hash;
    std::vector<WorkshopGroup> groups;
    WorkshopSettings settings;
    bool is_revealed = false;
    std::vector<Decision> team; ///< what everybody together decided after the discussion, by scene
    std::vector<SceneNote> notes;
    std::string minutes;         ///< of the discussion, as written by the facilitator
    std::int64_t created_at = 0; ///< seconds since 1970-01-01 UTC
    std::int64_t updated_at = 0;
    /// Only in a group's copy, which came by file: the group that plays on this computer, empty until it is chosen.
    std::optional<GroupId> seat;

    /// A group's copy reveals nothing and plays no other group.
    [[nodiscard]] bool is_group_copy() const { return seat.has_value(); }
    [[nodiscard]] const WorkshopGroup *find_group(const GroupId &group) const;
    /// Whether groups are asked at this scene.
    [[nodiscard]] bool asks(const SceneId &scene) const;
    /// Whether a group may see classes, reasons and figures of its own answers.
    [[nodiscard]] bool shows_results() const { return is_revealed || !settings.hides_results; }
};

} // namespace tsunagi::model
