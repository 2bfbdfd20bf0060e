#include "analysis/decision_counter.h"

#include <utility>

#include "analysis/disagreement.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

// The votes of a part, alternative by alternative, of one profession or of all.
Votes votes_of(const ComparedPart &part) {
    Votes votes;
    for (const Tally &tally : part.alternatives) votes.push_back(tally.total);
    return votes;
}

std::vector<Votes> votes_by_profession(const ComparedPart &part, std::size_t professions) {
    std::vector<Votes> votes(professions);
    for (std::size_t i = 0; i < professions; ++i)
        for (const Tally &tally : part.alternatives) votes[i].push_back(tally.by_profession[i]);
    return votes;
}

void add_means(DecisionComparison &compared) {
    int counted = 0;
    for (const ComparedPart &part : compared.parts) {
        if (!part.is_counted) continue;
        ++counted;
        compared.disagreement += part.disagreement;
        compared.difference_between_professions += part.difference;
    }
    if (counted == 0) return;
    compared.disagreement /= counted;
    compared.difference_between_professions /= counted;
}

// The flag that an alternative of a part raises; null where it raises none.
const SafetyFlag *flag_of(const Interaction &interaction, const ComparedPart &part, std::size_t alternative) {
    const auto flag_in = [](const Option &option) { return option.safety ? &*option.safety : nullptr; };
    if (std::holds_alternative<ChoicePart>(part.subject))
        return flag_in(std::get<ChooseOne>(interaction).options[alternative]);
    if (const auto *item = std::get_if<ItemPart>(&part.subject))
        return alternative == kItemTaken ? flag_in(*item->item) : nullptr;
    const auto *place = std::get_if<CellPart>(&part.subject);
    if (place == nullptr) return nullptr;
    const auto &grid = std::get<AssignGrid>(interaction);
    const GridCell *cell = grid.find_cell(place->row->id, place->column->id);
    if (cell == nullptr) return nullptr;
    const auto flag = cell->safety.find(cell_marks(grid.kind)[alternative]);
    return flag == cell->safety.end() ? nullptr : &flag->second;
}

void add_flags(DecisionComparison &compared) {
    for (std::size_t i = 0; i < compared.parts.size(); ++i)
        for (std::size_t k = 0; k < compared.parts[i].alternatives.size(); ++k) {
            if (compared.parts[i].alternatives[k].total == 0) continue;
            if (const SafetyFlag *flag = flag_of(compared.scene->interaction, compared.parts[i], k))
                compared.safety.push_back({flag, i, k});
        }
}

} // namespace

DecisionCounter::DecisionCounter(const Scene &scene, const std::vector<Voice> &voices)
    : scene_(&scene), professions_(professions_of(voices)), parts_(parts_of(scene.interaction)),
      votes_(voices.size(), 0) {
    for (const Voice &voice : voices) profession_of_.push_back(profession_index(professions_, voice.profession));
    for (const PartShape &part : parts_) {
        first_slot_.push_back(slots_);
        slots_ += part.alternatives;
    }
    const auto *grid = std::get_if<AssignGrid>(&scene.interaction);
    if (grid != nullptr && grid->kind == GridKind::role_split) {
        rows_ = grid->rows.size();
        columns_ = grid->columns.size();
    }
    counts_.assign(voices.size() * slots_, 0);
    nobody_.assign(voices.size() * rows_, 0);
    two_leads_.assign(voices.size() * rows_, 0);
}

void DecisionCounter::add(std::size_t voice, const Answer &answer, int count) {
    if (voice >= votes_.size() || count <= 0) return;
    if (!read_answer(scene_->interaction, answer, taken_)) {
        left_out_ += count;
        return;
    }
    votes_[voice] += count;
    int *slots = counts_.data() + voice * slots_;
    for (std::size_t i = 0; i < taken_.size(); ++i) slots[first_slot_[i] + taken_[i]] += count;
    if (rows_ > 0) count_leads(voice, count);
}

void DecisionCounter::count_leads(std::size_t voice, int count) {
    const std::size_t lead = mark_index(GridKind::role_split, Mark::lead);
    for (std::size_t row = 0; row < rows_; ++row) {
        std::size_t leads = 0;
        for (std::size_t column = 0; column < columns_; ++column)
            if (taken_[row * columns_ + column] == lead) ++leads;
        if (leads == 0) nobody_[voice * rows_ + row] += count;
        if (leads > 1) two_leads_[voice * rows_ + row] += count;
    }
}

Tally DecisionCounter::tally(const std::vector<int> &counts, std::size_t stride, std::size_t slot) const {
    Tally tally;
    tally.by_profession.assign(professions_.size(), 0);
    tally.by_voice.reserve(votes_.size());
    for (std::size_t voice = 0; voice < votes_.size(); ++voice) {
        const int count = counts[voice * stride + slot];
        tally.by_voice.push_back(count);
        tally.by_profession[profession_of_[voice]] += count;
        tally.total += count;
    }
    return tally;
}

void DecisionCounter::add_findings(DecisionComparison &compared) const {
    if (rows_ == 0) return;
    const auto &grid = std::get<AssignGrid>(scene_->interaction);
    for (std::size_t row = 0; row < rows_; ++row) {
        RowFinding finding{&grid.rows[row], tally(nobody_, rows_, row), tally(two_leads_, rows_, row)};
        if (finding.nobody.total > 0 || finding.two_leads.total > 0) compared.findings.push_back(std::move(finding));
    }
}

DecisionComparison DecisionCounter::comparison() const {
    DecisionComparison compared;
    compared.scene = scene_;
    compared.professions = professions_;
    compared.votes = tally(votes_, 1, 0);
    compared.left_out = left_out_;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        ComparedPart part;
        part.subject = parts_[i].subject;
        for (std::size_t k = 0; k < parts_[i].alternatives; ++k)
            part.alternatives.push_back(tally(counts_, slots_, first_slot_[i] + k));
        const std::size_t alone = left_alone(parts_[i]);
        const int untouched = alone < part.alternatives.size() ? part.alternatives[alone].total : 0;
        part.is_counted = compared.votes.total > 0 && untouched < compared.votes.total;
        part.disagreement = disagreement(votes_of(part));
        part.difference = difference_between(votes_by_profession(part, professions_.size()));
        compared.parts.push_back(std::move(part));
    }
    add_means(compared);
    add_findings(compared);
    add_flags(compared);
    return compared;
}

CohortCounter::CohortCounter(const Scenario &scenario, std::vector<Voice> voices)
    : scenario_(&scenario), voices_(std::move(voices)) {
    for (const Scene &scene : scenario.scenes) {
        if (std::holds_alternative<ReadOn>(scene.interaction)) continue;
        index_.emplace(scene.id, counters_.size());
        counters_.emplace_back(scene, voices_);
    }
}

void CohortCounter::add(const SceneId &scene, std::size_t voice, const Answer &answer, int count) {
    const auto found = index_.find(scene);
    if (found != index_.end()) counters_[found->second].add(voice, answer, count);
}

void CohortCounter::add_session(std::size_t voice, const std::vector<Decision> &decisions) {
    for (const Decision &decision : decisions)
        if (!decision.is_given) add(decision.scene, voice, decision.answer);
}

Cohort CohortCounter::cohort() const {
    Cohort cohort{scenario_, voices_, {}};
    for (const DecisionCounter &counter : counters_) cohort.decisions.push_back(counter.comparison());
    return cohort;
}

} // namespace tsunagi::analysis
