#include "app/workshop_review.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/fold.h"

namespace tsunagi::app {

using namespace model;

namespace {

// What is kept of a session once it is folded: folding a thousand takes seconds, and keeping them all too much room.
struct Candidate {
    const Session *session = nullptr;
    bool is_over = false;
    analysis::PointSums sums;
};

bool is_further(const Candidate &a, const Candidate &b) {
    if (a.is_over != b.is_over) return a.is_over;
    return a.sums.decisions > b.sums.decisions;
}

std::string name_of(const Session &session, const WorkshopGroup &group) {
    return session.learner.nickname.empty() ? group.name : session.learner.nickname;
}

// Sessions are folded one after another; only what is counted is kept of each.
class Gatherer {
  public:
    Gatherer(Review &review, const std::vector<Session> &sessions) : review_(review), sessions_(sessions) {}

    void gather() {
        for (const WorkshopGroup &group : material().workshop.groups) gather_group(group);
    }

    // The counts need all voices, so they come second.
    void count() {
        analysis::AnswersByScene counts;
        analysis::PointProfileCounter profiles(scenario(), voices_);
        for (std::size_t voice = 0; voice < taken_.size(); ++voice) {
            const Session &session = *taken_[voice].session;
            profiles.add(voice, taken_[voice].sums);
            for (const Decision &decision : session.decisions) {
                if (decision.is_given || std::holds_alternative<ReadAnswer>(decision.answer)) continue;
                counts[decision.scene].push_back({voice, decision.answer, 1});
                material().answers[decision.scene].push_back({voice, decision.answer, decision.rationale});
            }
            review_.runs.push_back({voice, session.id, session.decisions});
        }
        material().cohort = analysis::compare_all(scenario(), voices_, counts);
        material().profiles = profiles.profiles();
        material().by_difference = analysis::order_by_difference(material().cohort);
    }

  private:
    view::ReviewMaterial &material() { return review_.material; }
    const Scenario &scenario() { return *review_.material.scenario; }

    void take(const Candidate &candidate, const WorkshopGroup &group, const std::string &name) {
        taken_.push_back(candidate);
        voices_.push_back({group.id, name, group.profession, group.members});
    }

    void gather_group(const WorkshopGroup &group) {
        const bool is_panel = material().workshop.settings.is_panel;
        std::optional<Candidate> best;
        bool has_any = false;
        std::map<std::string, int> names;
        for (const Session &session : sessions_) {
            if (!session.seat || session.seat->group != group.id || session.kind == SessionKind::exploration) continue;
            has_any = true;
            if (session.scenario != scenario().id || session.scenario_hash != scenario().hash) {
                material().other_case.push_back(name_of(session, group));
                continue;
            }
            const auto progress = engine::fold(scenario(), session.decisions);
            if (!progress) {
                material().unreadable.push_back(name_of(session, group));
                continue;
            }
            const Candidate candidate{&session, progress->is_over(), analysis::point_sums(*progress)};
            if (is_panel) {
                const std::string name = name_of(session, group);
                const int number = ++names[name];
                take(candidate, group, number == 1 ? name : name + " " + std::to_string(number));
                continue;
            }
            if (!best || is_further(candidate, *best)) best = candidate;
        }
        if (best) take(*best, group, group.name);
        if (!has_any) material().not_begun.push_back(group.name);
    }

    Review &review_;
    const std::vector<Session> &sessions_;
    std::vector<Candidate> taken_; ///< by voice
    std::vector<analysis::Voice> voices_;
};

} // namespace

Review review_of(Workshop workshop, const std::vector<Session> &sessions, std::shared_ptr<const Scenario> scenario) {
    Review review;
    review.material.workshop = std::move(workshop);
    review.material.scenario = std::move(scenario);
    if (review.material.scenario == nullptr) return review;
    Gatherer gatherer(review, sessions);
    gatherer.gather();
    gatherer.count();
    return review;
}

std::optional<int> lost_by(const analysis::Courses &courses, const std::vector<Decision> &decisions) {
    const auto progress = engine::fold(courses.scenario(), decisions);
    if (!progress) return std::nullopt;
    const std::vector<analysis::Regret> regrets = analysis::regrets(courses, *progress);
    if (regrets.size() != decisions.size()) return std::nullopt;
    int lost = 0;
    for (std::size_t i = 0; i < decisions.size(); ++i)
        if (!decisions[i].is_given) lost += regrets[i].overall;
    return lost;
}

// ---- presenting -----------------------------------------------------------------------------------------------------

Presentation::Presentation(const view::ReviewMaterial &material, std::vector<std::size_t> decisions)
    : decisions_(std::move(decisions)) {
    for (const std::size_t decision : decisions_) steps_.push_back(view::presenter_steps(material, decision));
}

void Presentation::next() {
    if (is_over()) return;
    if (++step_ < steps_[place_].size()) return;
    ++place_;
    step_ = 0;
}

void Presentation::back() {
    if (step_ > 0) {
        --step_;
    } else if (place_ > 0) {
        --place_;
        step_ = steps_[place_].size() - 1;
    }
}

void Presentation::first() { place_ = step_ = 0; }

// ---- what is written ------------------------------------------------------------------------------------------------

WrittenText written_in(const Workshop &workshop) { return {workshop.notes, workshop.minutes}; }

const std::string &note_of(const WrittenText &written, const SceneId &scene) {
    static const std::string nothing;
    const auto found = std::find_if(written.notes.begin(), written.notes.end(),
                                    [&](const SceneNote &note) { return note.scene == scene; });
    return found == written.notes.end() ? nothing : found->text;
}

void set_note(WrittenText &written, const SceneId &scene, const std::string &text) {
    const auto found = std::find_if(written.notes.begin(), written.notes.end(),
                                    [&](const SceneNote &note) { return note.scene == scene; });
    if (found == written.notes.end()) {
        if (!text.empty()) written.notes.push_back({scene, text});
    } else if (text.empty()) {
        written.notes.erase(found);
    } else {
        found->text = text;
    }
}

bool is_same_text(const WrittenText &a, const WrittenText &b) {
    if (a.minutes != b.minutes || a.notes.size() != b.notes.size()) return false;
    return std::all_of(a.notes.begin(), a.notes.end(),
                       [&](const SceneNote &note) { return note_of(b, note.scene) == note.text; });
}

MergedText merged(const WrittenText &base, const WrittenText &own, const WrittenText &other,
                  const std::string &between) {
    MergedText result{other, false};
    const auto merge = [&](const std::string &before, const std::string &mine, const std::string &theirs) {
        if (mine == before || mine == theirs) return theirs;
        if (theirs == before) return mine;
        // One that only goes on where the other ends holds both already.
        if (mine.starts_with(theirs)) return mine;
        if (theirs.starts_with(mine)) return theirs;
        result.kept_both = true;
        return mine + "\n" + between + "\n" + theirs;
    };
    result.text.minutes = merge(base.minutes, own.minutes, other.minutes);
    std::set<SceneId> scenes;
    for (const WrittenText *each : {&base, &own, &other})
        for (const SceneNote &note : each->notes) scenes.insert(note.scene);
    for (const SceneId &scene : scenes)
        set_note(result.text, scene, merge(note_of(base, scene), note_of(own, scene), note_of(other, scene)));
    return result;
}

} // namespace tsunagi::app
