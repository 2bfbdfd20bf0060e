#include <doctest/doctest.h>

#include "app/run.h"

using namespace tsunagi;

namespace {

store::SessionSummary earlier(const char *nickname, model::SessionKind kind, int decision_count) {
    store::SessionSummary summary;
    summary.session.scenario = model::ScenarioId("cpp-1");
    summary.session.learner.nickname = nickname;
    summary.session.kind = kind;
    summary.decision_count = decision_count;
    return summary;
}

model::SessionKind kind_after(const std::vector<store::SessionSummary> &sessions) {
    return app::kind_of_next_run(sessions, model::ScenarioId("cpp-1"), "あおい");
}

} // namespace

TEST_CASE("the first run in which something was decided is the first; what comes after it is a replay") {
    using model::SessionKind;
    CHECK(kind_after({}) == SessionKind::first);
    CHECK(kind_after({earlier("みどり", SessionKind::first, 9)}) == SessionKind::first);
    CHECK(kind_after({earlier("あおい", SessionKind::first, 0)}) == SessionKind::first); // a false start
    CHECK(kind_after({earlier("あおい", SessionKind::exploration, 9)}) == SessionKind::first);
    CHECK(kind_after({earlier("あおい", SessionKind::first, 1)}) == SessionKind::replay);
}
