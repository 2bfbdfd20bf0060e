#include "store/store_support.h"

#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace tsunagi::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "tsunagi-store-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::unique_ptr<store::SessionStore> open_store(const fs::path &file) {
    auto opened = store::open_sqlite_store(file);
    if (!opened.is_ok()) FAIL(opened.error().code, ": ", opened.error().detail);
    return std::move(opened).value();
}

std::string open_error(const fs::path &file) {
    const auto opened = store::open_sqlite_store(file);
    return opened.is_ok() ? "" : opened.error().code;
}

model::Session example_session(const std::string &id) {
    model::Session session;
    session.id = model::SessionId(id);
    session.scenario = model::ScenarioId("cpp-1");
    session.scenario_version = "1.0";
    session.scenario_hash = "xxh3:00";
    session.learner = {"そら", model::LearnerProfession::ot, "A班"};
    session.started_at = 1'700'000'000;
    session.updated_at = 1'700'000'000;
    return session;
}

model::Decision example_decision(int number, const std::string &rationale) {
    model::Decision decision;
    decision.scene = model::SceneId("scene-" + std::to_string(number));
    decision.rationale = rationale;
    decision.seconds = number;
    switch (number % 5) {
    case 0: decision.answer = model::ReadAnswer{}; break;
    case 1: decision.answer = model::OneAnswer{model::OptionId("visit")}; break;
    case 2: decision.answer = model::ManyAnswer{{model::OptionId("a"), model::OptionId("b")}}; break;
    case 3:
        decision.answer = model::GridAnswer{{{model::RowId("money"), model::ColumnId("psw"), model::Mark::lead},
                                             {model::RowId("money"), model::ColumnId("cpp"), model::Mark::support}}};
        break;
    default: decision.answer = model::OrderAnswer{{model::OptionId("x"), model::OptionId("y"), model::OptionId("z")}};
    }
    return decision;
}

int start_child(const std::function<int()> &work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(work()); // no destructors, no reports: those are the parent's
    return child;
}

int wait_for_child(int child) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace tsunagi::test
