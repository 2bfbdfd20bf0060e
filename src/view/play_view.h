#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/debrief.h"
#include "engine/fold.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "view/terms.h"

namespace tsunagi::view {

/// One of the nine steps of the handbook's procedure, as the rail shows it.
struct RailStep {
    enum class State { done, current, ahead };
    std::string number;
    std::string label; ///< short, for the rail
    std::string title; ///< whole, for the tooltip
    State state = State::ahead;
};

struct OptionView {
    std::string id;
    std::string text;
    std::string unavailable; ///< why it cannot be taken; empty when it can
    int cost = 0;
    std::string cost_label; ///< "2 時間"; empty where nothing costs

    [[nodiscard]] bool is_available() const { return unavailable.empty(); }
};

/// Options under one heading (a profession); the heading is empty where options are not grouped.
struct OptionGroupView {
    std::string heading;
    std::vector<OptionView> options;
};

struct ReadView {};

struct ChoiceView {
    bool is_many = false;
    std::vector<OptionGroupView> groups;
    std::optional<int> budget;
    std::string unit;
    int min = 0;
    std::optional<int> max;
};

struct GridLineView {
    std::string id;
    std::string text;
};

struct MarkView {
    model::Mark mark = model::Mark::none;
    std::string symbol; ///< one glyph; marks are told apart by it, not by colour
    std::string word;
};

struct GridView {
    model::GridKind kind = model::GridKind::role_split;
    std::vector<GridLineView> rows;
    std::vector<GridLineView> columns;
    std::vector<MarkView> marks; ///< in the order of the keys 1, 2, 3
};

struct OrderView {
    std::vector<GridLineView> steps;
    std::vector<model::OrderStage> stages;
};

using InteractionView = std::variant<ReadView, ChoiceView, GridView, OrderView>;

struct SceneView {
    std::string id;
    std::string title;
    std::string when; ///< "手順3 インテーク・1か月目"
    std::vector<std::string> paragraphs;
    std::vector<std::vector<TermMark>> paragraph_marks; ///< of each paragraph, once mark_terms has found them
    TermsView terms;
    std::vector<std::string> changes; ///< what changed on the way into the scene
    std::string question;
    InteractionView interaction;
};

struct FactView {
    std::string text;
    std::string source; ///< where it came from and when
    bool is_new = false;
};

struct FactGroupView {
    std::string heading;
    std::vector<FactView> facts;
};

struct PartyView {
    std::string label;
    std::string role;
};

struct PartyGroupView {
    std::string heading;
    std::vector<PartyView> parties;
};

struct GaugeView {
    std::string label;
    int value = 0;
    int change = 0;           ///< since the previous scene
    std::string change_label; ///< "+2", "-1" or empty
};

/// The case file at the side.
struct CaseFileView {
    std::string client;
    std::string wish;
    std::string months; ///< "2か月目（およそ12か月の支援）"
    std::vector<GaugeView> gauges;
    std::vector<FactGroupView> facts;
    int new_fact_count = 0;
    std::vector<PartyGroupView> parties;
};

/// Everything the play screen shows before a decision is taken.
struct PlayView {
    std::string case_title;
    std::string learner; ///< "あおい（公認心理師・A グループ）"
    std::string notice;  ///< exploration, or a scenario changed since; empty otherwise
    std::vector<RailStep> rail;
    SceneView scene;
    CaseFileView case_file;
};

[[nodiscard]] std::vector<RailStep> rail_view(const engine::Progress &progress, const model::Handbook &handbook,
                                              const i18n::Texts &texts);
/// The scene to decide. The story must not be over.
[[nodiscard]] SceneView scene_view(const engine::Progress &progress, const model::Handbook &handbook,
                                   const i18n::Texts &texts);
[[nodiscard]] CaseFileView case_file_view(const engine::Progress &progress, const i18n::Texts &texts);
[[nodiscard]] PlayView play_view(const engine::Progress &progress, const model::Session &session,
                                 const model::Handbook &handbook, const i18n::Texts &texts);

/// "あおい（公認心理師・A グループ）"
[[nodiscard]] std::string learner_line(const model::Learner &learner, const i18n::Texts &texts);
/// What a scene asks; empty where it is only read.
[[nodiscard]] const std::string &question_of(const model::Interaction &interaction);
/// "◎ 主": the sign of a mark and its word.
[[nodiscard]] MarkView mark_view(model::Mark mark, const i18n::Texts &texts);
/// A heading for choose_many: a profession's name where `group` is one, else the word itself.
[[nodiscard]] std::string group_heading(const std::string &group, const i18n::Texts &texts);
/// One sentence a change, in the past tense: "信頼 3 → 4：…".
[[nodiscard]] std::vector<std::string> change_lines(const std::vector<engine::Change> &changes,
                                                    const model::Scenario &scenario, const i18n::Texts &texts);

} // namespace tsunagi::view
