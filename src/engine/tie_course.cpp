#include "engine/tie_course.h"

#include <algorithm>

namespace tsunagi::engine {

namespace {

void take_changes(const std::vector<Change> &changes, TieMoment &moment) {
    for (const Change &change : changes) {
        if (const auto *passed = std::get_if<MonthsPassed>(&change)) moment.month += passed->months;
        const auto *changed = std::get_if<TieChanged>(&change);
        if (changed == nullptr) continue;
        moment.ties[changed->tie] = changed->after;
        moment.changes.push_back(*changed);
    }
}

} // namespace

std::vector<TieMoment> tie_course(const Progress &progress) {
    std::vector<TieMoment> course;
    TieMoment moment;
    const State start = initial_state(*progress.scenario);
    moment.month = start.months;
    moment.ties = start.ties;
    for (const PlayedDecision &played : progress.played) {
        take_changes(played.on_enter, moment);
        course.push_back(moment);
        ++moment.decisions;
        moment.changes.clear();
        take_changes(played.changes, moment);
    }
    take_changes(progress.on_enter, moment);
    course.push_back(std::move(moment));
    return course;
}

TieOrigin origin_of(const std::vector<TieMoment> &course, std::size_t moment, const model::TieId &tie) {
    for (std::size_t i = std::min(moment + 1, course.size()); i-- > 0;) {
        const auto &changes = course[i].changes;
        const auto last =
            std::find_if(changes.rbegin(), changes.rend(), [&](const TieChanged &change) { return change.tie == tie; });
        if (last != changes.rend()) return {i, &*last};
    }
    return {};
}

} // namespace tsunagi::engine
