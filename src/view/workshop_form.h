#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/scenario.h"
#include "model/workshop.h"
#include "view/learner_view.h"

namespace tsunagi::view {

/// Which scenes the groups decide.
enum class ScenePlan { all, fits_60, fits_90, own };
inline constexpr std::array<std::string_view, 4> kScenePlanWords = {"all", "fits-60", "fits-90", "own"};

/// A group as typed.
struct GroupForm {
    model::GroupId id; ///< empty until the workshop is saved
    std::string name;
    model::LearnerProfession profession = model::LearnerProfession::other;
    std::string members = "1";
};

/// A workshop as typed, right or wrong.
struct WorkshopForm {
    std::string title;
    std::string date;
    model::ScenarioId scenario;
    std::vector<GroupForm> groups;
    bool hides_results = true;
    int scene_minutes = 0;
    bool is_panel = false;
    ScenePlan plan = ScenePlan::all;
    std::set<model::SceneId> scenes; ///< for ScenePlan::own
};

enum class FormField { title, date, scenario, group_count, group_name, group_members, scenes };

struct FormFault {
    FormField field = FormField::title;
    std::size_t group = 0; ///< whose name or members
    std::string text;
};

struct FormCase {
    model::ScenarioId id;
    std::string title;
    std::string about; ///< whose case, how long alone
};

struct FormScene {
    model::SceneId id;
    std::string title;
    std::string about; ///< step, kind, minutes
};

struct FormChoice {
    int value = 0;
    std::string word; ///< in ids
    std::string text;
};

struct WorkshopFormView {
    std::string heading;
    std::string locked; ///< why only a part can be changed; empty while everything can
    std::vector<FormCase> cases;
    std::vector<ProfessionChoice> professions;
    std::vector<FormChoice> clocks; ///< minutes a scene
    std::vector<FormChoice> plans;  ///< values of ScenePlan
    std::vector<FormScene> scenes;  ///< of the case that is chosen, where somebody decides
    std::set<model::SceneId> asked; ///< by the plan that is chosen
    std::string expected;           ///< about how long a group plays
    std::string group_count;        ///< how many of how many
    bool can_add_group = true;
    std::vector<FormFault> faults; ///< in the order of the screen
};

/// "2026-11-03" of what people type ("2026/11/3", wide digits); nothing where there is no such day.
[[nodiscard]] std::optional<std::string> date_from(std::string_view typed);
/// A whole number from 1 to model::kMostGroupMembers; wide digits are taken too.
[[nodiscard]] std::optional<int> members_from(std::string_view typed);

/// Two groups by profession, today, nothing else chosen.
[[nodiscard]] WorkshopForm new_workshop_form(const std::string &today, const i18n::Texts &texts);
[[nodiscard]] WorkshopForm form_of(const model::Workshop &workshop);

/// The scenes at which groups are asked; empty: at all.
[[nodiscard]] std::vector<model::SceneId> scenes_of(const WorkshopForm &form, const model::Scenario &scenario);
/// The scenes on the course of the handbook's team at which somebody decides, in its order.
[[nodiscard]] std::vector<const model::Scene *> scenes_to_choose_from(const model::Scenario &scenario);
/// About how many minutes a group plays when it is asked at these scenes (empty: at all).
[[nodiscard]] int minutes_of(const model::Scenario &scenario, const std::vector<model::SceneId> &scenes);

/// What is wrong in the form. `is_locked`: groups have begun, so that only title, date, clock and hiding count.
[[nodiscard]] std::vector<FormFault> faults_of(const WorkshopForm &form, const model::Scenario *scenario,
                                               bool is_locked, const i18n::Texts &texts);

/// Puts what was typed into the workshop; the form must have no faults. Groups without an id get one. `scenario` may be
/// null where the form is locked: the case stays.
void apply_form(const WorkshopForm &form, const model::Scenario *scenario, bool is_locked, model::Workshop &workshop);

struct FormState {
    bool is_new = true;
    bool is_locked = false;  ///< a group has begun
    bool is_checked = false; ///< it was to be saved: faults are shown
};
/// `scenario`: the case that is chosen; null for none.
[[nodiscard]] WorkshopFormView workshop_form_view(const WorkshopForm &form,
                                                  const std::vector<const model::Scenario *> &cases,
                                                  const model::Scenario *scenario, const FormState &state,
                                                  const model::Handbook &handbook, const i18n::Texts &texts);

} // namespace tsunagi::view
