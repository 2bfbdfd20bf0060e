#include "view/library_view.h"

#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

// How far a learner has come with one case.
struct Standing {
    const AttemptInfo *unfinished = nullptr; ///< a run before an exploration, then the newest
    int finished_count = 0;
};

// A run before an exploration, then the newer one.
bool is_preferred(const AttemptInfo &attempt, const AttemptInfo *other) {
    if (other == nullptr) return true;
    const bool is_run = attempt.kind != SessionKind::exploration;
    if (is_run != (other->kind != SessionKind::exploration)) return is_run;
    return attempt.updated_at > other->updated_at;
}

Standing standing_of(const ScenarioId &scenario, const std::vector<AttemptInfo> &attempts) {
    Standing standing;
    for (const AttemptInfo &attempt : attempts) {
        if (attempt.scenario != scenario) continue;
        if (attempt.is_over) {
            // An exploration is a question put to a run, not another run.
            if (attempt.kind != SessionKind::exploration) ++standing.finished_count;
        } else if (attempt.is_playable && is_preferred(attempt, standing.unfinished)) {
            standing.unfinished = &attempt;
        }
    }
    return standing;
}

std::string under_way_text(const AttemptInfo &attempt, const Texts &texts) {
    if (attempt.decision_count == 0) return texts(Text::library_just_begun);
    return texts.format(Text::library_under_way, fmt::arg("n", attempt.decision_count));
}

CaseCardView card_of(const Scenario &scenario, const std::vector<AttemptInfo> &attempts, const Texts &texts) {
    CaseCardView card;
    card.id = scenario.id;
    card.title = scenario.title;
    card.lead = scenario.lead;
    card.profession = profession_name(scenario.lead, texts);
    card.setting = scenario.setting;
    card.summary = scenario.summary;
    card.measures = measures_of(scenario, texts);

    const Standing standing = standing_of(scenario.id, attempts);
    const std::string done = standing.finished_count == 0
                                 ? std::string()
                                 : texts.format(Text::library_done, fmt::arg("n", standing.finished_count));
    if (standing.unfinished != nullptr) {
        card.resume = standing.unfinished->id;
        card.progress = CaseCardView::Progress::under_way;
        // Whose attempt it is, since one PC may be passed round.
        card.progress_text =
            texts.format(Text::library_whose, fmt::arg("now", under_way_text(*standing.unfinished, texts)),
                         fmt::arg("learner", learner_line(standing.unfinished->learner, texts)));
        if (!done.empty())
            card.progress_text =
                texts.format(Text::library_progress_both, fmt::arg("now", card.progress_text), fmt::arg("done", done));
        card.start_text = texts(Text::library_start_over);
    } else if (!done.empty()) {
        card.progress = CaseCardView::Progress::done;
        card.progress_text = done;
        card.start_text = texts(Text::library_start_again);
    } else {
        card.progress_text = texts(Text::library_untouched);
        card.start_text = texts(Text::library_start);
    }
    return card;
}

BrokenCaseView broken_of(const BrokenCase &broken, const Texts &texts) {
    BrokenCaseView view;
    view.name = broken.title.empty() ? texts(Text::library_broken_untitled) : broken.title;
    view.detail =
        texts.format(Text::library_broken_detail, fmt::arg("file", broken.file), fmt::arg("n", broken.error_count));
    view.advice = texts.format(Text::library_broken_advice, fmt::arg("file", broken.file));
    return view;
}

} // namespace

std::vector<std::string> measures_of(const Scenario &scenario, const Texts &texts) {
    return {texts.format(Text::library_icmss, fmt::arg("n", scenario.icmss.size())),
            texts.format(Text::library_minutes, fmt::arg("n", scenario.minutes)),
            texts.format(Text::library_months, fmt::arg("n", scenario.months))};
}

LibraryView library_view(const std::vector<const Scenario *> &cases, const std::vector<BrokenCase> &broken,
                         const std::vector<AttemptInfo> &attempts, const std::string &folder, const Texts &texts) {
    LibraryView view;
    for (const Scenario *scenario : cases) view.cards.push_back(card_of(*scenario, attempts, texts));
    for (const BrokenCase &file : broken) view.broken.push_back(broken_of(file, texts));
    if (cases.empty()) view.empty_help = texts.format(Text::library_empty_help, fmt::arg("folder", folder));
    return view;
}

} // namespace tsunagi::view
