#include "view/play_view.h"

#include <algorithm>

#include "view/tie_words.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr int kStepCount = 9;

OptionView option_view(const Option &option, const ChooseMany *many, const engine::State &state, const Texts &texts) {
    OptionView view{option.id.value, option.text, {}, option.cost, {}};
    if (!engine::is_available(option, state))
        view.unavailable = option.unavailable.empty() ? texts(Text::play_unavailable) : option.unavailable;
    if (many != nullptr && many->budget)
        view.cost_label = texts.format(Text::play_cost, fmt::arg("n", option.cost), fmt::arg("unit", many->unit));
    return view;
}

struct InteractionViewer {
    const engine::State &state;
    const Texts &texts;

    InteractionView operator()(const ReadOn &) const { return ReadView{}; }

    InteractionView operator()(const ChooseOne &choice) const {
        ChoiceView view;
        view.groups.emplace_back();
        for (const Option &option : choice.options)
            view.groups.back().options.push_back(option_view(option, nullptr, state, texts));
        return view;
    }

    InteractionView operator()(const ChooseMany &choice) const {
        ChoiceView view;
        view.is_many = true;
        view.budget = choice.budget;
        view.unit = choice.unit;
        view.min = choice.min;
        view.max = choice.max;
        for (const Option &item : choice.items) {
            const std::string heading = group_heading(item.group, texts);
            auto group = std::find_if(view.groups.begin(), view.groups.end(),
                                      [&](const OptionGroupView &candidate) { return candidate.heading == heading; });
            if (group == view.groups.end()) group = view.groups.insert(view.groups.end(), {heading, {}});
            group->options.push_back(option_view(item, &choice, state, texts));
        }
        return view;
    }

    InteractionView operator()(const AssignGrid &grid) const {
        GridView view;
        view.kind = grid.kind;
        for (const GridRow &row : grid.rows) view.rows.push_back({row.id.value, row.text});
        for (const GridColumn &column : grid.columns) view.columns.push_back({column.id.value, column.text});
        for (const Mark mark : marks_of(grid.kind)) view.marks.push_back(mark_view(mark, texts));
        return view;
    }

    InteractionView operator()(const OrderSteps &order) const {
        OrderView view;
        for (const OrderStep &step : order.steps) view.steps.push_back({step.id.value, step.text});
        view.stages = order.stages;
        return view;
    }
};

struct ChangeTeller {
    const Scenario &scenario;
    const Texts &texts;

    std::string operator()(const engine::FactLearned &learned) const {
        const Fact *fact = scenario.find_fact(learned.fact);
        return fact == nullptr ? std::string() : texts.format(Text::change_fact, fmt::arg("fact", fact->text));
    }
    std::string operator()(const engine::GaugeMoved &moved) const {
        return texts.format(Text::change_gauge,
                            fmt::arg("gauge", texts.named("gauge." + std::string(word_of(moved.gauge, kGaugeWords)))),
                            fmt::arg("from", moved.from), fmt::arg("to", moved.to), fmt::arg("because", moved.because));
    }
    std::string operator()(const engine::MonthsPassed &passed) const {
        return texts.format(Text::change_months, fmt::arg("n", passed.months));
    }
    std::string operator()(const engine::TieChanged &changed) const {
        const Tie *tie = scenario.find_tie(changed.tie);
        if (tie == nullptr || is_alike(changed.before, changed.after)) return {};
        return told_change(*tie, changed.before, changed.after, changed.because, scenario.parties, texts);
    }
};

// What the learner sees as new: what came with the last decision and on the way into this scene.
std::vector<const engine::Change *> latest_changes(const engine::Progress &progress) {
    std::vector<const engine::Change *> latest;
    if (!progress.played.empty())
        for (const engine::Change &change : progress.played.back().changes) latest.push_back(&change);
    for (const engine::Change &change : progress.on_enter) latest.push_back(&change);
    return latest;
}

} // namespace

std::vector<std::string> change_lines(const std::vector<engine::Change> &changes, const Scenario &scenario,
                                      const Texts &texts) {
    std::vector<std::string> lines;
    for (const engine::Change &change : changes) {
        std::string line = std::visit(ChangeTeller{scenario, texts}, change);
        if (!line.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

const std::string &question_of(const Interaction &interaction) {
    static const std::string none;
    return std::visit(
        [](const auto &kind) -> const std::string & {
            if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, ReadOn>)
                return none;
            else
                return kind.question;
        },
        interaction);
}

MarkView mark_view(Mark mark, const Texts &texts) {
    const std::string word(word_of(mark, kMarkWords));
    return {mark, texts.named("mark_symbol." + word), texts.named("mark." + word)};
}

std::string group_heading(const std::string &group, const Texts &texts) {
    if (const std::string *profession = texts.find("profession." + group)) return *profession;
    return group;
}

std::string learner_line(const Learner &learner, const Texts &texts) {
    const std::string &profession = profession_name(learner.profession, texts);
    if (learner.group.empty())
        return texts.format(Text::play_learner, fmt::arg("name", learner.nickname), fmt::arg("profession", profession));
    return texts.format(Text::play_learner_in_group, fmt::arg("name", learner.nickname),
                        fmt::arg("profession", profession), fmt::arg("group", learner.group));
}

std::vector<RailStep> rail_view(const engine::Progress &progress, const Handbook &handbook, const Texts &texts) {
    std::vector<RailStep> rail;
    for (int number = 1; number <= kStepCount; ++number) {
        const HandbookId id("s" + std::to_string(number));
        RailStep step{std::to_string(number), {}, {}, RailStep::State::ahead};
        if (const HandbookEntry *entry = handbook.find(id)) {
            step.label = in_language(entry->short_title, texts);
            step.title = in_language(entry->title, texts);
        }
        for (const engine::PlayedDecision &played : progress.played)
            if (played.scene->step == id) step.state = RailStep::State::done;
        if (progress.scene != nullptr && progress.scene->step == id) step.state = RailStep::State::current;
        rail.push_back(std::move(step));
    }
    return rail;
}

SceneView scene_view(const engine::Progress &progress, const Handbook &handbook, const Texts &texts) {
    const Scene &scene = *progress.scene;
    SceneView view;
    view.id = scene.id.value;
    view.title = scene.title;
    const HandbookEntry *step = handbook.find(scene.step);
    view.when =
        texts.format(Text::play_scene_when,
                     fmt::arg("step", step == nullptr ? scene.step.value : in_language(step->short_title, texts)),
                     fmt::arg("month", month_label(progress.state.months, texts)));
    view.paragraphs = progress.text;
    view.changes = change_lines(progress.on_enter, *progress.scenario, texts);
    view.question = question_of(scene.interaction);
    view.interaction = std::visit(InteractionViewer{progress.state, texts}, scene.interaction);
    return view;
}

CaseFileView case_file_view(const engine::Progress &progress, const Texts &texts) {
    const Scenario &scenario = *progress.scenario;
    CaseFileView view;
    view.client =
        texts.format(Text::play_client, fmt::arg("label", scenario.client.label), fmt::arg("age", scenario.client.age),
                     fmt::arg("sex", scenario.client.sex), fmt::arg("diagnosis", scenario.client.diagnosis));
    view.wish = scenario.client.wish;
    view.months = texts.format(Text::play_months_of, fmt::arg("now", month_label(progress.state.months, texts)),
                               fmt::arg("all", scenario.months));

    const auto latest = latest_changes(progress);
    for (std::size_t i = 0; i < kGaugeWords.size(); ++i) {
        const auto gauge = static_cast<Gauge>(i);
        GaugeView row{texts.named("gauge." + std::string(kGaugeWords[i])), progress.state.gauges[i], 0, {}};
        for (const engine::Change *change : latest)
            if (const auto *moved = std::get_if<engine::GaugeMoved>(change))
                if (moved->gauge == gauge) row.change += moved->to - moved->from;
        if (row.change != 0) row.change_label = fmt::format("{:+}", row.change);
        view.gauges.push_back(std::move(row));
    }

    for (std::size_t i = 0; i < kFactCategoryWords.size(); ++i) {
        FactGroupView group{texts.named("fact_category." + std::string(kFactCategoryWords[i])), {}};
        for (const engine::LearnedFact &learned : progress.state.facts) {
            const Fact *fact = scenario.find_fact(learned.fact);
            if (fact == nullptr || fact->category != static_cast<FactCategory>(i)) continue;
            const bool is_new = std::any_of(latest.begin(), latest.end(), [&](const engine::Change *change) {
                const auto *news = std::get_if<engine::FactLearned>(change);
                return news != nullptr && news->fact == learned.fact;
            });
            std::string source = learned.scene.is_empty()
                                     ? fact->source
                                     : texts.format(Text::play_fact_source, fmt::arg("source", fact->source),
                                                    fmt::arg("month", month_label(learned.month, texts)));
            group.facts.push_back({fact->text, std::move(source), is_new});
            view.new_fact_count += is_new ? 1 : 0;
        }
        if (!group.facts.empty()) view.facts.push_back(std::move(group));
    }

    for (std::size_t i = 0; i < kPartyKindWords.size(); ++i) {
        PartyGroupView group{texts.named("party_kind." + std::string(kPartyKindWords[i])), {}};
        for (const Party &party : scenario.parties)
            if (party.kind == static_cast<PartyKind>(i)) group.parties.push_back({party.label, party.role});
        if (!group.parties.empty()) view.parties.push_back(std::move(group));
    }
    return view;
}

PlayView play_view(const engine::Progress &progress, const Session &session, const Handbook &handbook,
                   const Texts &texts) {
    PlayView view;
    view.case_title = progress.scenario->title;
    view.learner = learner_line(session.learner, texts);
    if (session.kind == SessionKind::exploration) view.notice = texts(Text::play_exploration);
    view.rail = rail_view(progress, handbook, texts);
    if (!progress.is_over()) view.scene = scene_view(progress, handbook, texts);
    view.case_file = case_file_view(progress, texts);
    return view;
}

} // namespace tsunagi::view
