#pragma once

#include <optional>

#include "model/credit.h"
#include "model/vocabulary.h"
#include "view/library_view.h"

namespace tsunagi::view {

/// The most that complete courses through a case earn. The points, each for itself, sum to more than one course can
/// earn.
struct Attainable {
    int overall = 0;
    model::Credit figures;
};

/// A run that reached an ending, with what it earned. The shell makes these from the store and the engine.
struct FinishedRun {
    AttemptInfo attempt;
    model::EndingKind ending = model::EndingKind::partial;
    model::Credit earned;
    model::Credit available;              ///< on the path taken
    std::optional<Attainable> attainable; ///< nothing while that is not known
    int safety_count = 0;                 ///< flags raised: never averaged into a figure
};

/// The same person, as far as the program can tell: it knows nicknames and groups, no names.
[[nodiscard]] inline bool is_same_learner(const model::Learner &a, const model::Learner &b) {
    return a.nickname == b.nickname && a.group == b.group;
}

} // namespace tsunagi::view
