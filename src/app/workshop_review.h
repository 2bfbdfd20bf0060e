#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/courses.h"
#include "model/session.h"
#include "model/workshop.h"
#include "view/comparison_view.h"
#include "view/presenter_view.h"
#include "view/review_material.h"

namespace tsunagi::app {

/// A session as it is compared: its progress is folded once and not kept.
struct ReviewedRun {
    std::size_t voice = 0;
    model::SessionId session;
    std::vector<model::Decision> decisions;
};

struct Review {
    view::ReviewMaterial material;
    std::vector<ReviewedRun> runs; ///< by voice
};

/// Folds the sessions of a workshop once and counts their answers. One vote a group: of several sessions the finished
/// one, else the one with most decisions of its own, else the first; in a panel every session is a vote. Explorations
/// are left out; so are sessions of another text of the case and those that cannot be replayed, by name. `scenario`:
/// the workshop's case; null where it is not here (everything is empty then).
[[nodiscard]] Review review_of(model::Workshop workshop, const std::vector<model::Session> &sessions,
                               std::shared_ptr<const model::Scenario> scenario);

/// What a run gave away: the sum over its own decisions of how much lower the best attainable score was after each.
/// Nothing where the run cannot be followed in the case that was analysed.
[[nodiscard]] std::optional<int> lost_by(const analysis::Courses &courses,
                                         const std::vector<model::Decision> &decisions);

/// Where a presentation stands. Its decisions go one after another, each through the steps that have something to show.
class Presentation {
  public:
    Presentation() = default;
    Presentation(const view::ReviewMaterial &material, std::vector<std::size_t> decisions);

    [[nodiscard]] bool is_empty() const { return decisions_.empty(); }
    /// Behind the last step of the last decision.
    [[nodiscard]] bool is_over() const { return place_ >= decisions_.size(); }
    [[nodiscard]] std::size_t place() const { return place_; }
    [[nodiscard]] std::size_t count() const { return decisions_.size(); }
    [[nodiscard]] std::size_t decision() const { return decisions_[place_]; }
    [[nodiscard]] view::PresenterStep step() const { return steps_[place_][step_]; }

    /// One step on or back; nothing happens at the ends.
    void next();
    void back();
    void first();

  private:
    std::vector<std::size_t> decisions_;
    std::vector<std::vector<view::PresenterStep>> steps_;
    std::size_t place_ = 0;
    std::size_t step_ = 0;
};

/// A clock that counts down and then on. Times are a steady clock's, in milliseconds.
class Timer {
  public:
    Timer() = default;
    explicit Timer(int seconds) : seconds_(seconds) {}

    [[nodiscard]] bool is_running() const { return since_ms_.has_value(); }
    void start(std::int64_t now_ms) { since_ms_ = now_ms; }
    void stop() { since_ms_.reset(); }
    /// Below 0 when the time is over.
    [[nodiscard]] int seconds_left(std::int64_t now_ms) const {
        return since_ms_ ? seconds_ - static_cast<int>((now_ms - *since_ms_) / 1000) : seconds_;
    }

  private:
    int seconds_ = 0;
    std::optional<std::int64_t> since_ms_;
};

/// What the facilitator wrote, as it is saved and merged.
struct WrittenText {
    std::vector<model::SceneNote> notes;
    std::string minutes;
};
[[nodiscard]] WrittenText written_in(const model::Workshop &workshop);
[[nodiscard]] const std::string &note_of(const WrittenText &written, const model::SceneId &scene);
/// An empty text takes the note away.
void set_note(WrittenText &written, const model::SceneId &scene, const std::string &text);

[[nodiscard]] bool is_same_text(const WrittenText &a, const WrittenText &b);

struct MergedText {
    WrittenText text;
    bool kept_both = false; ///< the same field was changed on both sides: it holds both texts
};
/// Text written here and text saved by another window since `base`: what only one side changed is taken from that side;
/// where both changed the same field, both texts stay, one below the other with `between` on a line of its own.
[[nodiscard]] MergedText merged(const WrittenText &base, const WrittenText &own, const WrittenText &other,
                                const std::string &between);

} // namespace tsunagi::app
