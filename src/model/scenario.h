#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/condition.h"
#include "model/credit.h"
#include "model/decision.h"
#include "model/ids.h"
#include "model/vocabulary.h"

namespace tsunagi::model {

/// A paragraph that is shown only while its condition holds.
struct Paragraph {
    Condition when;
    std::string text;
};

struct SafetyFlag {
    SafetyKind kind = SafetyKind::harm;
    std::string text;
};

/// What is offered in a choose_one (an option) or a choose_many (an item).
struct Option {
    OptionId id;
    std::string text;
    OptionClass option_class = OptionClass::acceptable;
    std::string reason;
    std::vector<HandbookId> refs;
    Credit credit;
    std::optional<Profession> profession;
    std::vector<std::string> tags;
    Condition when;
    std::string unavailable;
    std::string consequence;
    Effects effects;
    std::optional<SafetyFlag> safety;
    // choose_many only
    int cost = 0;
    std::string group;
    bool is_essential = false;
};

struct ReadOn {};

struct ChooseOne {
    std::string question;
    std::vector<Option> options;
};

struct ChooseMany {
    std::string question;
    std::vector<Option> items;
    std::optional<int> budget;
    std::string unit;
    int min = 0;
    std::optional<int> max;
};

struct GridRow {
    RowId id;
    std::string text;
    std::string reason;
    std::vector<HandbookId> refs;
};

struct GridColumn {
    ColumnId id;
    std::string text;
    std::optional<Profession> profession;
};

struct GridCell {
    RowId row;
    ColumnId column;
    std::vector<Mark> accept;
    Credit credit;
    std::map<Mark, OptionClass> classes; ///< overrides of the classes that follow from the grid's kind
    std::string reason;
    std::map<Mark, SafetyFlag> safety;
};

struct AssignGrid {
    std::string question;
    GridKind kind = GridKind::role_split;
    std::vector<GridRow> rows;
    std::vector<GridColumn> columns;
    std::vector<GridCell> cells;
    std::map<Mark, Credit> costs; ///< taken off for a mark where it is not accepted

    /// The scored cell at a place; null when the case says nothing of it.
    [[nodiscard]] const GridCell *find_cell(const RowId &row, const ColumnId &column) const;
};

struct OrderStep {
    OptionId id;
    std::string text;
    std::string reason;
    std::vector<HandbookId> refs;
};

struct Precedence {
    OptionId before;
    OptionId after;
    Credit credit;
    std::string reason;
};

struct OrderStage {
    std::string label;
    int count = 0; ///< how many positions the stage spans
};

struct OrderSteps {
    std::string question;
    std::vector<OrderStep> steps;
    std::vector<Precedence> precedences;
    std::vector<OrderStage> stages;
};

using Interaction = std::variant<ReadOn, ChooseOne, ChooseMany, AssignGrid, OrderSteps>;

/// The options of a choose_one or the items of a choose_many; null for other interactions.
[[nodiscard]] const std::vector<Option> *options_of(const Interaction &interaction);

/// What follows a decision when its condition holds.
struct Consequence {
    Condition when;
    std::string text;
    Effects effects;
};

/// Where the story goes: to a scene or to an ending, exactly one of them.
struct Transition {
    Condition when;
    std::optional<SceneId> scene;
    std::optional<EndingId> ending;
};

struct Scene {
    SceneId id;
    std::string title;
    HandbookId step;
    std::vector<HandbookId> functions;
    int months = 0; ///< months that pass on the way into the scene
    std::vector<Paragraph> text;
    Effects on_enter;
    Interaction interaction;
    std::vector<Consequence> after;
    std::vector<Transition> next;
    std::string handbook_team;
    std::vector<std::string> prompts;
    std::optional<Profession> view_needed;
};

struct Ending {
    EndingId id;
    std::string title;
    EndingKind kind = EndingKind::partial;
    std::vector<Paragraph> text;
    std::string compared;
    std::vector<HandbookId> refs;
};

struct Fact {
    FactId id;
    std::string text;
    std::string source;
    FactCategory category = FactCategory::client;
    Origin origin = Origin::invented;
    HandbookId ref;
};

struct Flag {
    FlagId id;
    std::string meaning;
};

struct Genogram {
    std::string sex;
    std::string age;
};

/// Somebody or some agency in the case: client, household, in-house team, outside agencies.
struct Party {
    PartyId id;
    std::string label;
    PartyKind kind = PartyKind::agency;
    std::optional<Profession> profession;
    std::string role;
    std::optional<Genogram> genogram;
};

/// How a tie stands at one moment.
struct TieState {
    TieStrength strength = TieStrength::normal;
    bool stress = false;
    TieFlow flow = TieFlow::none; ///< forward: `from` gives, `to` receives
    TieStatus status = TieStatus::active;

    friend bool operator==(const TieState &a, const TieState &b) {
        return a.strength == b.strength && a.stress == b.stress && a.flow == b.flow && a.status == b.status;
    }
    friend bool operator!=(const TieState &a, const TieState &b) { return !(a == b); }
};

struct Tie {
    TieId id;
    PartyId from;
    PartyId to;
    TieStrength strength = TieStrength::normal;
    bool stress = false;
    TieFlow flow = TieFlow::none;
    TieStatus status = TieStatus::active;
};

/// A place on an eco-map, in its units.
struct MapPlace {
    double x = 0.0;
    double y = 0.0;
};

struct Client {
    std::string label;
    std::string age;
    std::string sex;
    std::string diagnosis;
    std::vector<std::string> living;
    std::string wish;
};

/// The course the handbook's team took, as decisions.
struct Course {
    EndingId ending;
    std::vector<Decision> decisions;
};

/// One case as a branching story (docs/SCENARIO_FORMAT.md).
struct Scenario {
    ScenarioId id;
    std::string version;
    std::string hash; ///< of the file's canonical JSON (content/scenario_json); empty in hand-made scenarios
    std::string title;
    std::string summary;
    LeadProfession lead = LeadProfession::cpp;
    std::string setting;
    std::vector<int> icmss;
    int months = 0;
    int minutes = 0;
    std::vector<HandbookId> refs;
    std::vector<std::string> aims;
    Client client;
    std::vector<Party> parties;
    std::vector<Tie> ties;
    std::vector<Fact> facts;
    std::vector<Flag> flags;
    std::array<int, kGaugeWords.size()> gauges = {kGaugeDefault, kGaugeDefault, kGaugeDefault,
                                                  kGaugeDefault, kGaugeDefault, kGaugeDefault};
    SceneId start_scene;
    std::vector<FactId> start_facts;
    std::vector<Scene> scenes;
    std::vector<Ending> endings;
    Course handbook_course;

    [[nodiscard]] const Scene *find_scene(const SceneId &scene) const;
    [[nodiscard]] const Ending *find_ending(const EndingId &ending) const;
    [[nodiscard]] const Fact *find_fact(const FactId &fact) const;
    [[nodiscard]] const Party *find_party(const PartyId &party) const;
    [[nodiscard]] const Tie *find_tie(const TieId &tie) const;
};

} // namespace tsunagi::model
