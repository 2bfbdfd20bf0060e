// Workshops of six groups over the cases that come with the program: what is counted must add up, and be the same
// whichever way it is counted.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "analysis/cohort.h"
#include "analysis/cohort_lists.h"
#include "analysis/decision_counter.h"
#include "analysis/point_profiles.h"
#include "engine/debrief.h"
#include "support/plays.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

constexpr std::size_t kGroups = 6;

std::vector<Voice> six_groups() {
    std::vector<Voice> voices;
    const LearnerProfession professions[] = {LearnerProfession::cpp,   LearnerProfession::cpp,
                                             LearnerProfession::ot,    LearnerProfession::ot,
                                             LearnerProfession::nurse, LearnerProfession::nurse};
    for (std::size_t i = 0; i < kGroups; ++i)
        voices.push_back({GroupId("g" + std::to_string(i)), "G" + std::to_string(i), professions[i], 3});
    return voices;
}

/// Six runs: the stored plays of the case, taken in turn.
std::vector<const engine::Progress *> runs_of(const StoredCase &stored) {
    std::vector<const engine::Progress *> runs;
    for (std::size_t i = 0; i < kGroups; ++i) runs.push_back(&stored.plays[i % stored.plays.size()].progress);
    return runs;
}

AnswersByScene answers_of(const std::vector<const engine::Progress *> &runs) {
    AnswersByScene answers;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (const engine::PlayedDecision &played : runs[i]->played)
            answers[played.decision.scene].push_back({i, played.decision.answer, 1});
    return answers;
}

std::vector<Decision> decisions_of(const engine::Progress &progress) {
    std::vector<Decision> decisions;
    for (const engine::PlayedDecision &played : progress.played) decisions.push_back(played.decision);
    return decisions;
}

bool is_same(const Tally &a, const Tally &b) {
    return a.total == b.total && a.by_profession == b.by_profession && a.by_voice == b.by_voice;
}

// Everything but the pointers, bit for bit.
bool is_same(const Cohort &a, const Cohort &b) {
    if (a.decisions.size() != b.decisions.size()) return false;
    for (std::size_t i = 0; i < a.decisions.size(); ++i) {
        const DecisionComparison &x = a.decisions[i];
        const DecisionComparison &y = b.decisions[i];
        if (x.scene != y.scene || !is_same(x.votes, y.votes) || x.left_out != y.left_out ||
            x.disagreement != y.disagreement || x.difference_between_professions != y.difference_between_professions ||
            x.parts.size() != y.parts.size() || x.safety.size() != y.safety.size() ||
            x.findings.size() != y.findings.size())
            return false;
        for (std::size_t k = 0; k < x.parts.size(); ++k)
            for (std::size_t n = 0; n < x.parts[k].alternatives.size(); ++n)
                if (!is_same(x.parts[k].alternatives[n], y.parts[k].alternatives[n])) return false;
    }
    return true;
}

int sum(const std::vector<int> &numbers) {
    int total = 0;
    for (const int number : numbers) total += number;
    return total;
}

} // namespace

TEST_CASE("six groups over every case: the counts add up") {
    for (const StoredCase &stored : stored_cases()) {
        CAPTURE(stored.name);
        const auto runs = runs_of(stored);
        const Cohort cohort = compare_all(*stored.scenario, six_groups(), answers_of(runs));
        for (const DecisionComparison &compared : cohort.decisions) {
            CAPTURE(compared.scene->id.value);
            int came_here = 0;
            for (const engine::Progress *run : runs)
                for (const engine::PlayedDecision &played : run->played) came_here += played.scene == compared.scene;
            CHECK(compared.votes.total == came_here);
            CHECK(compared.left_out == 0);
            CHECK(compared.disagreement >= 0.0);
            CHECK(compared.disagreement <= 1.0);
            CHECK(compared.difference_between_professions >= 0.0);
            CHECK(compared.difference_between_professions <= 1.0);
            for (const ComparedPart &part : compared.parts) {
                int votes = 0;
                for (const Tally &tally : part.alternatives) {
                    CHECK(sum(tally.by_profession) == tally.total);
                    CHECK(sum(tally.by_voice) == tally.total);
                    votes += tally.total;
                }
                CHECK(votes == came_here);
            }
            // A step that stands before another leaves it a place behind: places sum to 1 + 2 + ... + n.
            const auto places = step_places(compared);
            double places_sum = 0.0;
            for (const StepPlace &place : places) places_sum += place.mean;
            const double count = static_cast<double>(places.size());
            CHECK(places_sum == doctest::Approx(count * (count + 1) / 2));
        }
        const auto five = five_decisions(cohort);
        CHECK(five.size() == 5);
        for (std::size_t i = 1; i < five.size(); ++i) CHECK(five[i - 1] < five[i]);
        CHECK(!assessment_uses(cohort).empty());
    }
}

TEST_CASE("tasks without a lead, tasks with two, and safety flags are those of the debrief") {
    int nobody = 0;
    int two_leads = 0;
    int flags = 0;
    for (const StoredCase &stored : stored_cases()) {
        CAPTURE(stored.name);
        const auto runs = runs_of(stored);
        const Cohort cohort = compare_all(*stored.scenario, six_groups(), answers_of(runs));
        std::map<std::string, int> expected;
        std::map<std::string, int> found;
        for (std::size_t i = 0; i < runs.size(); ++i)
            for (const engine::PlayedDecision &played : runs[i]->played) {
                const engine::DecisionReview review = engine::review(played);
                const std::string start = std::to_string(i) + " " + played.scene->id.value + " ";
                for (const engine::Finding &finding : review.findings) {
                    if (finding.kind == engine::FindingKind::nobody_owns) ++expected[start + finding.subject + " none"];
                    if (finding.kind == engine::FindingKind::two_leads) ++expected[start + finding.subject + " two"];
                }
                for (const engine::SafetyRaised &raised : review.safety) ++expected[start + raised.flag.text];
            }
        for (const DecisionComparison &compared : cohort.decisions) {
            const std::string scene = " " + compared.scene->id.value + " ";
            const auto add = [&](const Tally &tally, const std::string &what) {
                for (const std::size_t voice : voices_behind(tally))
                    found[std::to_string(voice) + scene + what] += tally.by_voice[voice];
            };
            for (const RowFinding &finding : compared.findings) {
                nobody += finding.nobody.total;
                two_leads += finding.two_leads.total;
                add(finding.nobody, finding.row->id.value + " none");
                add(finding.two_leads, finding.row->id.value + " two");
            }
            for (const RaisedFlag &raised : compared.safety) {
                const Tally &tally = compared.parts[raised.part].alternatives[raised.alternative];
                flags += tally.total;
                add(tally, raised.flag->text);
            }
        }
        CHECK(found == expected);
    }
    CHECK(nobody > 0);
    CHECK(two_leads > 0);
    CHECK(flags > 0);
}

TEST_CASE("whichever way and order answers are counted, the cohort is the same") {
    for (const StoredCase &stored : stored_cases()) {
        CAPTURE(stored.name);
        const auto runs = runs_of(stored);
        AnswersByScene answers = answers_of(runs);
        const Cohort cohort = compare_all(*stored.scenario, six_groups(), answers);
        CHECK(is_same(cohort, compare_all(*stored.scenario, six_groups(), answers)));
        for (auto &[scene, counts] : answers) std::reverse(counts.begin(), counts.end());
        CHECK(is_same(cohort, compare_all(*stored.scenario, six_groups(), answers)));
        CohortCounter counter(*stored.scenario, six_groups());
        for (std::size_t i = runs.size(); i-- > 0;) counter.add_session(i, decisions_of(*runs[i]));
        CHECK(is_same(cohort, counter.cohort()));
        // Everything ten thousand times: the same figures wherever all votes that are needed were there before.
        for (auto &[scene, counts] : answers)
            for (AnswerCount &each : counts) each.count = 10'000;
        const Cohort large = compare_all(*stored.scenario, six_groups(), answers);
        for (std::size_t i = 0; i < cohort.decisions.size(); ++i) {
            CHECK(large.decisions[i].votes.total == cohort.decisions[i].votes.total * 10'000);
            CHECK(large.decisions[i].difference_between_professions ==
                  doctest::Approx(cohort.decisions[i].difference_between_professions));
        }
    }
}

TEST_CASE("profiles of whole runs are the sums of their scorecards") {
    for (const StoredCase &stored : stored_cases()) {
        CAPTURE(stored.name);
        const auto runs = runs_of(stored);
        std::vector<VoiceRun> voice_runs;
        std::array<std::int64_t, kPointCount> earned{};
        std::array<std::int64_t, kPointCount> available{};
        for (std::size_t i = 0; i < runs.size(); ++i) {
            voice_runs.push_back({i, runs[i]});
            const engine::Scorecard card = engine::score(*runs[i]);
            for (PointIndex point = 0; point < kPointCount; ++point) {
                earned[point] += card.earned.points[point];
                available[point] += card.available.points[point];
            }
        }
        const PointProfiles profiles = practice_point_profiles(*stored.scenario, six_groups(), voice_runs);
        REQUIRE(profiles.by_profession.size() == 3);
        for (PointIndex point = 0; point < kPointCount; ++point) {
            std::int64_t earned_sum = 0;
            std::int64_t available_sum = 0;
            for (const PointSums &sums : profiles.by_profession) {
                CHECK(sums.sessions == 2);
                earned_sum += sums.earned[point];
                available_sum += sums.available[point];
            }
            CHECK(earned_sum == earned[point]);
            CHECK(available_sum == available[point]);
        }
    }
}
