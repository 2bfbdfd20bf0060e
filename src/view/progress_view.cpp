#include "view/progress_view.h"

#include <algorithm>

#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

// Adds what `credit` gives more than nothing on.
void note(const Credit &credit, Credit &exercised) {
    for (std::size_t i = 0; i < kFigureCount; ++i)
        if (figure(credit, i) > 0) figure(exercised, i) = 1;
}

struct ExerciseReader {
    Credit &exercised;

    void operator()(const ReadOn &) const {}
    void operator()(const ChooseOne &choice) const {
        for (const Option &option : choice.options) note(option.credit, exercised);
    }
    void operator()(const ChooseMany &choice) const {
        for (const Option &item : choice.items) note(item.credit, exercised);
    }
    void operator()(const AssignGrid &grid) const {
        for (const GridCell &cell : grid.cells) note(cell.credit, exercised);
    }
    void operator()(const OrderSteps &order) const {
        for (const Precedence &precedence : order.precedences) note(precedence.credit, exercised);
    }
};

// An installed case with what it exercises.
struct Offer {
    const Scenario *scenario = nullptr;
    Credit exercised;
};

struct LineMaker {
    Credit earned;
    Credit available;
    std::vector<Offer> offers;
    const Texts &texts;

    [[nodiscard]] ProgressLine operator()(std::size_t index, std::string id, std::string title) const {
        ProgressLine line;
        line.id = std::move(id);
        line.title = std::move(title);
        line.earned = figure(earned, index);
        line.available = figure(available, index);
        line.standing = standing_of(line.earned, line.available);
        const std::string word(word_of(line.standing, kStandingWords));
        line.symbol = texts.named("standing_symbol." + word);
        line.word = texts.named("standing." + word);
        if (line.available > 0)
            line.share = texts.format(Text::progress_share, fmt::arg("earned", line.earned),
                                      fmt::arg("available", line.available),
                                      fmt::arg("percent", line.earned * 100 / line.available));
        if (line.standing != Standing::weak && line.standing != Standing::untried) return line;
        for (const Offer &offer : offers)
            if (figure(offer.exercised, index) > 0) line.cases.push_back({offer.scenario->id, offer.scenario->title});
        line.practise = texts(line.cases.empty() ? Text::progress_no_case : Text::progress_practise);
        return line;
    }
};

std::vector<std::string> summary_of(const ProgressView &view, const Texts &texts) {
    std::array<int, kStandingWords.size()> counts{};
    const auto count = [&](const ProgressLine &line) { ++counts[static_cast<std::size_t>(line.standing)]; };
    for (const ProgressLine &line : view.points) count(line);
    for (const ProgressTable &table : view.tables)
        for (const ProgressGroup &group : table.groups)
            for (const ProgressLine &line : group.cells) count(line);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string word(kStandingWords[i]);
        lines.push_back(texts.format(Text::progress_count, fmt::arg("symbol", texts.named("standing_symbol." + word)),
                                     fmt::arg("word", texts.named("standing." + word)), fmt::arg("n", counts[i])));
    }
    return lines;
}

} // namespace

Standing standing_of(int earned, int available) {
    if (available <= 0) return Standing::untried;
    if (earned * 100 >= kStrongPercent * available) return Standing::strong;
    return earned * 100 < kWeakPercent * available ? Standing::weak : Standing::between;
}

std::vector<Learner> learners_of(const std::vector<AttemptInfo> &attempts) {
    std::vector<const AttemptInfo *> latest_first;
    for (const AttemptInfo &attempt : attempts) latest_first.push_back(&attempt);
    std::stable_sort(latest_first.begin(), latest_first.end(),
                     [](const AttemptInfo *a, const AttemptInfo *b) { return a->started_at > b->started_at; });
    std::vector<Learner> learners;
    for (const AttemptInfo *attempt : latest_first)
        if (std::none_of(learners.begin(), learners.end(),
                         [&](const Learner &known) { return is_same_learner(known, attempt->learner); }))
            learners.push_back(attempt->learner);
    return learners;
}

Credit exercised_by(const Scenario &scenario) {
    Credit exercised;
    for (const Scene &scene : scenario.scenes) std::visit(ExerciseReader{exercised}, scene.interaction);
    return exercised;
}

std::vector<const AttemptInfo *> latest_runs_of(const std::vector<AttemptInfo> &attempts, const Learner &learner) {
    std::vector<const AttemptInfo *> latest;
    for (const AttemptInfo &attempt : attempts) {
        if (!attempt.is_over || !attempt.is_playable || attempt.kind == SessionKind::exploration ||
            !is_same_learner(attempt.learner, learner))
            continue;
        const auto known = std::find_if(latest.begin(), latest.end(),
                                        [&](const AttemptInfo *other) { return other->scenario == attempt.scenario; });
        if (known == latest.end())
            latest.push_back(&attempt);
        else if (attempt.started_at > (*known)->started_at)
            *known = &attempt;
    }
    return latest;
}

ProgressView progress_view(const std::vector<Learner> &learners, std::size_t chosen,
                           const std::vector<FinishedRun> &runs, const std::vector<const Scenario *> &cases,
                           const Handbook &handbook, const Texts &texts) {
    ProgressView view;
    for (std::size_t i = 0; i < learners.size(); ++i)
        view.learners.push_back({learner_line(learners[i], texts), i == chosen});
    if (chosen < view.learners.size()) view.learner = view.learners[chosen].text;
    view.has_finished = !runs.empty();
    if (!view.has_finished) return view;

    LineMaker make{{}, {}, {}, texts};
    std::string titles;
    for (const FinishedRun &run : runs) {
        make.earned += run.earned;
        make.available += run.available;
        const std::string &title = run.attempt.case_title.empty() ? run.attempt.scenario.value : run.attempt.case_title;
        titles += texts.format(Text::progress_case_title, fmt::arg("title", title));
    }
    for (const Scenario *scenario : cases) make.offers.push_back({scenario, exercised_by(*scenario)});
    view.basis = texts.format(Text::progress_basis, fmt::arg("n", runs.size()), fmt::arg("titles", titles));
    view.thresholds =
        texts.format(Text::progress_thresholds, fmt::arg("strong", kStrongPercent), fmt::arg("weak", kWeakPercent));
    for (PointIndex point = 0; point < kPointCount; ++point) {
        const HandbookEntry *entry = handbook.find(point_id(point));
        const std::string title = entry == nullptr ? point_id(point) : in_language(entry->title, texts);
        view.points.push_back(
            make(point, point_id(point),
                 texts.format(Text::progress_point, fmt::arg("n", point + 1), fmt::arg("title", title))));
    }
    for (std::size_t table = 0; table < kRoleTableCount; ++table) {
        ProgressTable table_view;
        table_view.id = kRoleTables[table];
        table_view.title = texts.named("role_table." + table_view.id);
        for (std::size_t function = 0; function < kRoleFunctionCount; ++function) {
            ProgressGroup group;
            group.title = in_language(handbook.role_functions[function], texts);
            for (std::size_t column = 0; column < kRoleColumnCount; ++column) {
                const CellIndex cell = cell_index(table, function, column);
                group.cells[column] =
                    make(kPointCount + cell, cell_id(cell), in_language(handbook.role_columns[column], texts));
            }
            table_view.groups.push_back(std::move(group));
        }
        view.tables.push_back(std::move(table_view));
    }
    view.summary = summary_of(view, texts);
    return view;
}

} // namespace tsunagi::view
