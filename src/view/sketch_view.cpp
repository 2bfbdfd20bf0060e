#include "view/sketch_view.h"

#include <algorithm>

#include "view/words.h"

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;
using model::Party;
using model::Sketch;
using model::Tie;
using model::TieState;

namespace {

TieState state_of(const Tie &tie) { return {tie.strength, tie.stress, tie.flow, tie.status}; }

EcoMoment moment_of(const Sketch &sketch, const ecomap::Layout &layout, const Texts &texts) {
    ecomap::Stage stage;
    std::vector<TieState> states;
    EcoMoment moment;
    for (const Tie &tie : sketch.ties) {
        states.push_back(state_of(tie));
        stage.ties[tie.id] = states.back();
        moment.ties.push_back(eco_tie_view(tie, states.back(), sketch.parties, texts));
    }
    for (const Party &party : sketch.parties)
        moment.parties.push_back(
            eco_party_view(party, is_planned(party.id, layout, stage), sketch.ties, moment.ties, texts));
    moment.heading = texts(Text::sketch_own);
    moment.summary = eco_summary(sketch.parties.size(), states, texts);
    moment.picture = ecomap::picture_of(layout, stage, picture_words(texts));
    return moment;
}

std::optional<EcoMoment> case_at_start(const model::Scenario &scenario, const ecomap::Layout &layout,
                                       const Texts &texts) {
    const auto progress = engine::fold(scenario, {});
    if (!progress) return std::nullopt;
    return eco_moment(*progress, tie_course(*progress), 0, layout, texts);
}

std::string counted(std::size_t count, std::size_t most, Text text, const Texts &texts) {
    return texts.format(text, fmt::arg("n", count), fmt::arg("most", most));
}

template <class Enum, std::size_t N>
std::vector<SketchChoice<Enum>> choices_of(const std::string &area, const std::array<std::string_view, N> &words,
                                           std::optional<Enum> left_out, const Texts &texts) {
    std::vector<SketchChoice<Enum>> choices;
    for (std::size_t i = 0; i < N; ++i) {
        const std::string word(words[i]);
        if (left_out != static_cast<Enum>(i))
            choices.push_back({static_cast<Enum>(i), word, texts.named(area + '.' + word)});
    }
    return choices;
}

std::vector<SketchChoice<model::TieFlow>> flow_choices(const Sketch &sketch, const Tie &tie, const Texts &texts) {
    std::vector<SketchChoice<model::TieFlow>> choices;
    for (std::size_t i = 0; i < model::kTieFlowWords.size(); ++i) {
        TieState state;
        state.flow = static_cast<model::TieFlow>(i);
        choices.push_back(
            {state.flow, std::string(model::kTieFlowWords[i]), eco_tie_view(tie, state, sketch.parties, texts).flow});
    }
    return choices;
}

} // namespace

SketchListView sketch_list_view(const std::vector<SketchInfo> &sketches,
                                const std::vector<const model::Scenario *> &cases, const Texts &texts) {
    SketchListView view;
    for (const SketchInfo &info : sketches)
        view.rows.push_back({info.id, info.title,
                             texts.format(Text::sketch_updated, fmt::arg("time", info.updated_label)),
                             texts.format(Text::sketch_ask_delete, fmt::arg("title", quotable(info.title, texts)))});
    for (const model::Scenario *scenario : cases) view.cases.push_back({scenario->id, scenario->title});
    return view;
}

SketchView sketch_view(const Sketch &sketch, const std::shared_ptr<const ecomap::Layout> &layout,
                       const SketchState &state, const model::Scenario *scenario,
                       const std::shared_ptr<const ecomap::Layout> &case_layout, const Texts &texts) {
    SketchView view;
    view.sketch = sketch;
    view.map.scenario = model::ScenarioId("sketch");
    view.map.case_title = sketch.title;
    view.map.layout = layout;
    view.map.moment = moment_of(sketch, *layout, texts);
    view.map.heading = view.map.moment.heading;
    view.kinds = choices_of<model::PartyKind>("party_kind", model::kPartyKindWords, model::PartyKind::client, texts);
    view.strengths = choices_of<model::TieStrength>("tie_strength", model::kTieStrengthWords, std::nullopt, texts);
    view.statuses = choices_of<model::TieStatus>("tie_status", model::kTieStatusWords, model::TieStatus::hidden, texts);
    for (const Tie &tie : sketch.ties) view.flows[tie.id] = flow_choices(sketch, tie, texts);
    view.can_undo = state.can_undo;
    view.has_conflict = state.has_conflict;
    view.can_compare = scenario != nullptr;
    view.parties_left = counted(sketch.parties.size(), model::kMostSketchParties, Text::sketch_parties_left, texts);
    view.ties_left = counted(sketch.ties.size(), model::kMostSketchTies, Text::sketch_ties_left, texts);
    view.can_add_party = sketch.parties.size() < model::kMostSketchParties;
    view.can_add_tie = sketch.ties.size() < model::kMostSketchTies;
    if (scenario == nullptr) return view;
    view.about = texts.format(Text::sketch_about, fmt::arg("case", quotable(scenario->title, texts)));
    if (!state.is_comparing) return view;
    view.map.other = case_at_start(*scenario, *case_layout, texts);
    view.map.other_heading = texts(Text::sketch_of_case);
    view.other_layout = case_layout;
    view.is_comparing = view.map.other.has_value();
    return view;
}

std::vector<Party> parties_at_start(const model::Scenario &scenario, const ecomap::Layout &layout) {
    std::vector<Party> known;
    const auto progress = engine::fold(scenario, {});
    if (!progress) return known;
    const ecomap::Stage stage{tie_course(*progress).front().ties, {}, {}};
    for (const Party &party : scenario.parties) {
        if (!is_shown(party.id, layout, stage)) continue;
        Party drawn;
        drawn.id = party.id;
        drawn.label = party.label;
        drawn.kind = party.kind;
        drawn.genogram = party.genogram;
        known.push_back(std::move(drawn));
    }
    return known;
}

} // namespace tsunagi::view
