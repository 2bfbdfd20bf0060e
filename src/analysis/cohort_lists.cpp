#include "analysis/cohort_lists.h"

#include <algorithm>

namespace tsunagi::analysis {

using namespace model;

namespace {

const HandbookId kAssessmentFunction("f1"); // handbook, 図表4: intake and assessment

// A step stands one place further back for each step that stands before it, so that the sum of its places is that of
// the sessions and of the pairs it comes second in.
void add_votes(const Tally &tally, double &sum, std::vector<double> &by_profession) {
    sum += tally.total;
    for (std::size_t i = 0; i < by_profession.size(); ++i) by_profession[i] += tally.by_profession[i];
}

} // namespace

std::vector<ItemUse> item_uses(const DecisionComparison &compared) {
    std::vector<ItemUse> uses;
    if (compared.votes.total == 0) return uses;
    for (const ComparedPart &part : compared.parts) {
        const auto *subject = std::get_if<ItemPart>(&part.subject);
        if (subject == nullptr) break;
        ItemUse use{compared.scene, subject->item, part.alternatives[kItemTaken], {}, {}};
        for (std::size_t i = 0; i < compared.professions.size(); ++i) {
            if (compared.votes.by_profession[i] == 0) continue;
            (use.taken.by_profession[i] > 0 ? use.chosen_by : use.never_by).push_back(compared.professions[i]);
        }
        uses.push_back(std::move(use));
    }
    return uses;
}

std::vector<ItemUse> assessment_uses(const Cohort &cohort) {
    std::vector<ItemUse> uses;
    for (const DecisionComparison &compared : cohort.decisions) {
        const auto *choice = std::get_if<ChooseMany>(&compared.scene->interaction);
        const std::vector<HandbookId> &functions = compared.scene->functions;
        if (choice == nullptr || !choice->budget ||
            std::find(functions.begin(), functions.end(), kAssessmentFunction) == functions.end())
            continue;
        for (ItemUse &use : item_uses(compared)) uses.push_back(std::move(use));
    }
    return uses;
}

std::vector<StepPlace> step_places(const DecisionComparison &compared) {
    std::vector<StepPlace> places;
    const auto *order = std::get_if<OrderSteps>(&compared.scene->interaction);
    if (order == nullptr || compared.votes.total == 0) return places;
    for (const OrderStep &step : order->steps) {
        StepPlace place{&step, 0.0, std::vector<double>(compared.professions.size(), 0.0)};
        add_votes(compared.votes, place.mean, place.mean_by_profession);
        for (const ComparedPart &part : compared.parts) {
            const auto &pair = std::get<PairPart>(part.subject);
            if (pair.first == &step) add_votes(part.alternatives[kSecondBefore], place.mean, place.mean_by_profession);
            if (pair.second == &step) add_votes(part.alternatives[kFirstBefore], place.mean, place.mean_by_profession);
        }
        place.mean /= compared.votes.total;
        for (std::size_t i = 0; i < compared.professions.size(); ++i)
            if (compared.votes.by_profession[i] > 0) place.mean_by_profession[i] /= compared.votes.by_profession[i];
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace tsunagi::analysis
