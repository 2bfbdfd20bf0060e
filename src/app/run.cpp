#include "app/run.h"

#include <algorithm>

namespace tsunagi::app {

using namespace model;

Run::Run(Session the_session, std::shared_ptr<const Scenario> the_scenario)
    : session(std::move(the_session)), scenario(std::move(the_scenario)), progress(engine::begin(*scenario)),
      draft(fresh_draft(progress)) {}

base::Result<std::unique_ptr<Run>> run_from_session(Session session, std::shared_ptr<const Scenario> scenario) {
    auto run = std::make_unique<Run>(std::move(session), std::move(scenario));
    base::Result<engine::Progress> progress = engine::fold(*run->scenario, run->session.decisions);
    if (!progress) return progress.error();
    run->progress = std::move(progress).value();
    run->draft = fresh_draft(run->progress);
    return run;
}

SessionKind kind_of_next_run(const std::vector<store::SessionSummary> &sessions, const ScenarioId &scenario,
                             const std::string &nickname) {
    const bool has_played = std::any_of(sessions.begin(), sessions.end(), [&](const store::SessionSummary &earlier) {
        return earlier.session.scenario == scenario && earlier.session.learner.nickname == nickname &&
               earlier.session.kind != SessionKind::exploration && earlier.decision_count > 0;
    });
    return has_played ? SessionKind::replay : SessionKind::first;
}

ui::PlayDraft fresh_draft(const engine::Progress &progress) {
    ui::PlayDraft draft;
    if (progress.scene == nullptr) return draft;
    draft.scene = progress.scene->id.value;
    if (const auto *order = std::get_if<OrderSteps>(&progress.scene->interaction))
        for (const OrderStep &step : order->steps) draft.order.push_back(step.id.value);
    return draft;
}

store::Draft stored_draft(const ui::PlayDraft &draft, const Interaction &interaction) {
    store::Draft stored;
    stored.scene = SceneId(draft.scene);
    stored.rationale = draft.rationale;
    if (std::holds_alternative<ChooseOne>(interaction) && !draft.chosen.empty())
        stored.answer = OneAnswer{OptionId(draft.chosen.front())};
    if (std::holds_alternative<ChooseMany>(interaction)) {
        ManyAnswer answer;
        for (const std::string &id : draft.chosen) answer.items.push_back(OptionId(id));
        stored.answer = std::move(answer);
    }
    if (std::holds_alternative<AssignGrid>(interaction)) {
        GridAnswer answer;
        for (const auto &[place, mark] : draft.marks)
            if (mark != Mark::unmarked) answer.marks.push_back({RowId(place.first), ColumnId(place.second), mark});
        stored.answer = std::move(answer);
    }
    if (std::holds_alternative<OrderSteps>(interaction)) {
        OrderAnswer answer;
        for (const std::string &id : draft.order) answer.steps.push_back(OptionId(id));
        stored.answer = std::move(answer);
    }
    return stored;
}

namespace {

template <class Items>
bool has_id(const Items &items, const std::string &id) {
    return std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.id.value == id; });
}

struct DraftReader {
    ui::PlayDraft &draft;

    void operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        if (has_id(choice.options, answer.option.value)) draft.chosen = {answer.option.value};
    }
    void operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        for (const OptionId &id : answer.items)
            if (has_id(choice.items, id.value)) draft.chosen.push_back(id.value);
    }
    void operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        for (const PlacedMark &placed : answer.marks)
            if (has_id(grid.rows, placed.row.value) && has_id(grid.columns, placed.column.value))
                draft.marks[{placed.row.value, placed.column.value}] = placed.mark;
    }
    void operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        std::vector<std::string> ids;
        for (const OptionId &id : answer.steps)
            if (has_id(order.steps, id.value) && std::find(ids.begin(), ids.end(), id.value) == ids.end())
                ids.push_back(id.value);
        if (ids.size() == order.steps.size()) draft.order = std::move(ids);
    }
    template <class Other, class Given>
    void operator()(const Other &, const Given &) const {}
};

} // namespace

void restore_draft(const store::Draft &stored, const engine::Progress &progress, ui::PlayDraft &draft) {
    if (progress.scene == nullptr || stored.scene != progress.scene->id) return;
    draft.rationale = stored.rationale;
    if (stored.answer) std::visit(DraftReader{draft}, progress.scene->interaction, *stored.answer);
}

} // namespace tsunagi::app
