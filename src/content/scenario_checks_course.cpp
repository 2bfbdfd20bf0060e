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
        const std::string pointer = at("/handbook_course", "decisions", i);
        const SceneId &scene = course.decisions[i].scene;
        const std::string number = std::to_string(i + 1);
        if (progress.is_over()) {
            source.error(pointer, "handbook-course-long", {{"number", number}, {"ending", progress.ending->id.value}});
            return;
        }
        if (progress.scene->id != scene) {
            source.error(at(pointer, "scene"), "handbook-course-scene",
                         {{"number", number}, {"scene", scene.value}, {"expected", progress.scene->id.value}});
            return;
        }
        // Asked before the decision is taken: the engine's own error repeats the scene around the fault's word.
        const auto fault =
            engine::answer_fault(progress.scene->interaction, course.decisions[i].answer, progress.state);
        const base::Status taken = engine::commit(progress, course.decisions[i]);
        if (!taken) {
            const std::string cause =
                fault ? std::string(word_of(*fault, engine::kAnswerFaultWords)) : taken.error().code;
            source.error(at(pointer, "answer"), "handbook-course",
                         {{"number", number}, {"scene", scene.value}, {"cause", cause}});
            return;
        }
    }
    if (progress.ending == nullptr) {
        source.error("/handbook_course/decisions", "handbook-course-short", {{"expected", progress.scene->id.value}});
        return;
    }
    const Ending *named = scenario.find_ending(course.ending);
    if (progress.ending->id != course.ending || named == nullptr || named->kind != EndingKind::handbook)
        source.error("/handbook_course/ending", "handbook-course-ending",
                     {{"ending", course.ending.value}, {"reached", progress.ending->id.value}});
}

} // namespace tsunagi::content
