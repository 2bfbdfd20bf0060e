#include "view/workshop_form.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "engine/workshop_time.h"
#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::array<int, 4> kClockMinutes = {0, 3, 5, 10};

std::optional<int> number_from(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

int days_in(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string kind_text(const Interaction &interaction, const Texts &texts) {
    if (std::holds_alternative<ChooseOne>(interaction)) return texts(Text::workshop_kind_one);
    if (std::holds_alternative<ChooseMany>(interaction)) return texts(Text::workshop_kind_many);
    if (std::holds_alternative<AssignGrid>(interaction)) return texts(Text::workshop_kind_grid);
    return texts(Text::workshop_kind_order);
}

FormScene scene_row(const Scene &scene, const Handbook &handbook, const Texts &texts) {
    const HandbookEntry *step = handbook.find(scene.step);
    return {scene.id, scene.title,
            texts.format(Text::workshop_scene_about,
                         fmt::arg("step", step == nullptr ? scene.step.value : in_language(step->short_title, texts)),
                         fmt::arg("kind", kind_text(scene.interaction, texts)),
                         fmt::arg("n", engine::asking_minutes(scene)))};
}

bool is_name_taken(const WorkshopForm &form, std::size_t group) {
    for (std::size_t i = 0; i < group; ++i)
        if (base::trim(form.groups[i].name) == base::trim(form.groups[group].name)) return true;
    return false;
}

void check_groups(const WorkshopForm &form, std::vector<FormFault> &faults, const Texts &texts) {
    if (form.groups.empty()) faults.push_back({FormField::group_count, 0, texts(Text::workshop_fault_no_group)});
    for (std::size_t i = 0; i < form.groups.size(); ++i) {
        const std::string_view name = base::trim(form.groups[i].name);
        if (name.empty())
            faults.push_back({FormField::group_name, i, texts(Text::workshop_fault_name)});
        else if (base::count_code_points(name) > kLongestWorkshopName)
            faults.push_back({FormField::group_name, i,
                              texts.format(Text::workshop_fault_long, fmt::arg("n", kLongestWorkshopName))});
        else if (is_name_taken(form, i))
            faults.push_back({FormField::group_name, i, texts(Text::workshop_fault_name_taken)});
        if (!members_from(form.groups[i].members))
            faults.push_back({FormField::group_members, i,
                              texts.format(Text::workshop_fault_members, fmt::arg("n", kMostGroupMembers))});
    }
}

// Ids only tell the groups of one workshop apart; one that was removed must not lend its id to another.
GroupId free_group_id(const Workshop &workshop, const std::vector<WorkshopGroup> &made) {
    for (int number = 1;; ++number) {
        GroupId id("g" + std::to_string(number));
        const bool is_taken =
            workshop.find_group(id) != nullptr ||
            std::any_of(made.begin(), made.end(), [&](const WorkshopGroup &group) { return group.id == id; });
        if (!is_taken) return id;
    }
}

} // namespace

std::optional<std::string> date_from(std::string_view typed) {
    const std::string narrowed = base::narrowed(base::trim(typed));
    std::vector<std::string> parts(1);
    for (const char each : narrowed) {
        if (each == '-' || each == '/' || each == '.')
            parts.emplace_back();
        else
            parts.back() += each;
    }
    if (parts.size() != 3 || parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) return std::nullopt;
    const auto year = number_from(parts[0]);
    const auto month = number_from(parts[1]);
    const auto day = number_from(parts[2]);
    if (!year || !month || !day || *year < 1900 || *month < 1 || *month > 12 || *day < 1 ||
        *day > days_in(*year, *month))
        return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

std::optional<int> members_from(std::string_view typed) {
    const auto members = number_from(base::narrowed(base::trim(typed)));
    return members && *members >= 1 && *members <= kMostGroupMembers ? members : std::nullopt;
}

WorkshopForm new_workshop_form(const std::string &today, const Texts &texts) {
    WorkshopForm form;
    form.date = today;
    for (const LearnerProfession profession : {LearnerProfession::cpp, LearnerProfession::ot})
        form.groups.push_back(
            {{},
             texts.format(Text::workshop_group_of, fmt::arg("profession", profession_name(profession, texts))),
             profession,
             "4"});
    return form;
}

WorkshopForm form_of(const Workshop &workshop) {
    WorkshopForm form;
    form.title = workshop.title;
    form.date = workshop.date;
    form.scenario = workshop.scenario;
    for (const WorkshopGroup &group : workshop.groups)
        form.groups.push_back({group.id, group.name, group.profession, std::to_string(group.members)});
    form.hides_results = workshop.settings.hides_results;
    form.scene_minutes = workshop.settings.scene_seconds / 60;
    form.is_panel = workshop.settings.is_panel;
    form.plan = workshop.settings.scenes.empty() ? ScenePlan::all : ScenePlan::own;
    form.scenes.insert(workshop.settings.scenes.begin(), workshop.settings.scenes.end());
    return form;
}

std::vector<const Scene *> scenes_to_choose_from(const Scenario &scenario) {
    std::vector<const Scene *> scenes;
    for (const Decision &decision : scenario.handbook_course.decisions)
        if (const Scene *scene = scenario.find_scene(decision.scene);
            scene != nullptr && !std::holds_alternative<ReadOn>(scene->interaction))
            scenes.push_back(scene);
    return scenes;
}

std::vector<SceneId> scenes_of(const WorkshopForm &form, const Scenario &scenario) {
    switch (form.plan) {
    case ScenePlan::all: return {};
    case ScenePlan::fits_60: return engine::proposed_scenes(scenario, 60);
    case ScenePlan::fits_90: return engine::proposed_scenes(scenario, 90);
    case ScenePlan::own: break;
    }
    std::vector<SceneId> scenes;
    const auto all = scenes_to_choose_from(scenario);
    for (const Scene *scene : all)
        if (form.scenes.count(scene->id) > 0) scenes.push_back(scene->id);
    // Every one of them is what an empty list says.
    if (scenes.size() == all.size()) scenes.clear();
    return scenes;
}

int minutes_of(const Scenario &scenario, const std::vector<SceneId> &scenes) {
    return engine::expected_minutes(scenario, [&](const SceneId &scene) { return is_asked(scenes, scene); });
}

std::vector<FormFault> faults_of(const WorkshopForm &form, const Scenario *scenario, bool is_locked,
                                 const Texts &texts) {
    std::vector<FormFault> faults;
    const std::string_view title = base::trim(form.title);
    if (title.empty())
        faults.push_back({FormField::title, 0, texts(Text::workshop_fault_title)});
    else if (base::count_code_points(title) > kLongestWorkshopName)
        faults.push_back(
            {FormField::title, 0, texts.format(Text::workshop_fault_long, fmt::arg("n", kLongestWorkshopName))});
    if (!date_from(form.date)) faults.push_back({FormField::date, 0, texts(Text::workshop_fault_date)});
    if (is_locked) return faults;
    if (scenario == nullptr) faults.push_back({FormField::scenario, 0, texts(Text::workshop_fault_case)});
    check_groups(form, faults, texts);
    if (scenario != nullptr && form.plan == ScenePlan::own) {
        const auto all = scenes_to_choose_from(*scenario);
        if (std::none_of(all.begin(), all.end(), [&](const Scene *scene) { return form.scenes.count(scene->id) > 0; }))
            faults.push_back({FormField::scenes, 0, texts(Text::workshop_fault_scenes)});
    }
    return faults;
}

void apply_form(const WorkshopForm &form, const Scenario *scenario, bool is_locked, Workshop &workshop) {
    workshop.title = base::trim(form.title);
    workshop.date = date_from(form.date).value_or(form.date);
    workshop.settings.hides_results = form.hides_results;
    workshop.settings.scene_seconds = form.scene_minutes * 60;
    if (is_locked || scenario == nullptr) return;
    workshop.scenario = scenario->id;
    workshop.scenario_version = scenario->version;
    workshop.scenario_hash = scenario->hash;
    workshop.settings.is_panel = form.is_panel;
    workshop.settings.scenes = scenes_of(form, *scenario);
    std::vector<WorkshopGroup> groups;
    for (const GroupForm &group : form.groups)
        groups.push_back({group.id.is_empty() ? free_group_id(workshop, groups) : group.id,
                          std::string(base::trim(group.name)), group.profession,
                          members_from(group.members).value_or(1)});
    workshop.groups = std::move(groups);
}

WorkshopFormView workshop_form_view(const WorkshopForm &form, const std::vector<const Scenario *> &cases,
                                    const Scenario *scenario, const FormState &state, const Handbook &handbook,
                                    const Texts &texts) {
    WorkshopFormView view;
    view.heading = texts(state.is_new ? Text::workshop_form_new : Text::workshop_form_edit);
    if (state.is_locked) view.locked = texts(Text::workshop_form_locked);
    for (const Scenario *each : cases)
        view.cases.push_back({each->id, each->title, profession_name(each->lead, texts)});
    view.professions = profession_choices(texts);
    for (const int minutes : kClockMinutes)
        view.clocks.push_back({minutes, std::to_string(minutes),
                               minutes == 0 ? texts(Text::workshop_clock_none)
                                            : texts.format(Text::workshop_clock_minutes, fmt::arg("n", minutes))});
    constexpr std::array<Text, 4> kPlanTexts = {Text::workshop_plan_all, Text::workshop_plan_60, Text::workshop_plan_90,
                                                Text::workshop_plan_own};
    for (std::size_t i = 0; i < kPlanTexts.size(); ++i)
        view.plans.push_back({static_cast<int>(i), std::string(kScenePlanWords[i]), texts(kPlanTexts[i])});
    if (scenario != nullptr) {
        for (const Scene *scene : scenes_to_choose_from(*scenario)) {
            view.scenes.push_back(scene_row(*scene, handbook, texts));
            view.asked.insert(scene->id);
        }
        const std::vector<SceneId> asked = scenes_of(form, *scenario);
        if (!asked.empty()) view.asked = {asked.begin(), asked.end()};
        if (form.plan == ScenePlan::own) view.asked = form.scenes;
        const bool asks_nothing = form.plan == ScenePlan::own && form.scenes.empty();
        if (!asks_nothing)
            view.expected = texts.format(Text::workshop_expected, fmt::arg("n", minutes_of(*scenario, asked)),
                                         fmt::arg("asked", view.asked.size()), fmt::arg("of", view.scenes.size()));
    }
    view.group_count =
        texts.format(Text::workshop_group_count, fmt::arg("n", form.groups.size()), fmt::arg("most", kMostGroups));
    view.can_add_group = form.groups.size() < kMostGroups;
    if (state.is_checked) view.faults = faults_of(form, scenario, state.is_locked, texts);
    return view;
}

} // namespace tsunagi::view
