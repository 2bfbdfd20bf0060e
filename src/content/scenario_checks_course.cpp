#include "content/scenario_checks.h"

#include <string>

#include "content/json_pointer.h"
#include "engine/fold.h"

namespace tsunagi::content {

using namespace model;

void check_course(const Scenario &scenario, JsonSource &source) {
    const Course &course = scenario.handbook_course;
    engine::Progress progress = engine::begin(scenario);
    for (std::size_t i = 0; i < course.decisions.size(); ++i) {
        const base::Status taken = engine::commit(progress, course.decisions[i]);
        if (taken) continue;
        source.error(at("/handbook_course", "decisions", i), "handbook-course",
                     {{"number", std::to_string(i + 1)},
                      {"scene", course.decisions[i].scene.value},
                      {"expected", progress.scene != nullptr ? progress.scene->id.value : "-"},
                      {"cause", taken.error().code + ": " + taken.error().detail}});
        return;
    }
    if (progress.ending == nullptr) {
        source.error("/handbook_course/decisions", "handbook-course",
                     {{"number", std::to_string(course.decisions.size() + 1)},
                      {"scene", "-"},
                      {"expected", progress.scene != nullptr ? progress.scene->id.value : "-"},
                      {"cause", "-"}});
        return;
    }
    const Ending *named = scenario.find_ending(course.ending);
    if (progress.ending->id != course.ending || named == nullptr || named->kind != EndingKind::handbook)
        source.error("/handbook_course/ending", "handbook-course-ending",
                     {{"ending", course.ending.value}, {"reached", progress.ending->id.value}});
}

} // namespace tsunagi::content
