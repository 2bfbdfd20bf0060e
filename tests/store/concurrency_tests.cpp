// Two programs at once, and a program killed in the middle.
#include <csignal>
#include <cstdlib>
#include <map>
#include <thread>
#include <unistd.h>

#include "store/store_support.h"

using namespace tsunagi;
using test::example_decision;
using test::example_session;
using test::open_store;
namespace fs = std::filesystem;

namespace {

const model::SessionId kId("s-1");

/// Appends `count` decisions, named name-0, name-1 …, going on where the session stands each time it was overtaken.
/// Returns how often it was; -1 on any other error. No doctest here: it runs in threads and in children.
int append_in_turn(const fs::path &file, const std::string &name, int count) {
    auto opened = store::open_sqlite_store(file);
    if (!opened.is_ok()) return -1;
    store::SessionStore &store = **opened;
    int overtaken = 0;
    int index = 0;
    for (int done = 0; done < count;) {
        const std::string rationale = name + "-" + std::to_string(done);
        const base::Status status = store.append_decision(kId, index, example_decision(0, rationale), std::nullopt, 1);
        if (status.is_ok()) {
            ++done;
            ++index;
            continue;
        }
        if (status.error().code != "store-conflict") return -1;
        ++overtaken;
        const auto session = store.load(kId);
        if (!session.is_ok()) return -1;
        index = static_cast<int>(session->decisions.size());
    }
    return overtaken;
}

/// Every decision of both writers is there once, each writer's own in order.
void check_all_there(const fs::path &file, int count) {
    const auto session = open_store(file)->load(kId);
    REQUIRE(session.is_ok());
    REQUIRE(static_cast<int>(session->decisions.size()) == 2 * count);
    std::map<std::string, int> next;
    for (const model::Decision &decision : session->decisions) {
        const std::string writer = decision.rationale.substr(0, 1);
        CHECK(decision.rationale == writer + "-" + std::to_string(next[writer]));
        ++next[writer];
    }
    CHECK(next["a"] == count);
    CHECK(next["b"] == count);
}

} // namespace

TEST_CASE("two stores on one file, in two threads: nothing lost, nothing doubled") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    REQUIRE(open_store(file)->create(example_session("s-1"), "{}").is_ok());
    constexpr int kCount = 60;
    int a = 0;
    int b = 0;
    std::thread first([&] { a = append_in_turn(file, "a", kCount); });
    std::thread second([&] { b = append_in_turn(file, "b", kCount); });
    first.join();
    second.join();
    CHECK(a >= 0);
    CHECK(b >= 0);
    CHECK(a + b > 0); // the one that came second was told so
    check_all_there(file, kCount);
}

TEST_CASE("two programs on one file: nothing lost, nothing doubled") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    REQUIRE(open_store(file)->create(example_session("s-1"), "{}").is_ok());
    constexpr int kCount = 60;
    const int first = test::start_child([&] { return append_in_turn(file, "a", kCount) >= 0 ? 0 : 1; });
    const int second = test::start_child([&] { return append_in_turn(file, "b", kCount) >= 0 ? 0 : 1; });
    CHECK(test::wait_for_child(first) == 0);
    CHECK(test::wait_for_child(second) == 0);
    check_all_there(file, kCount);
}

TEST_CASE("several programs that make the same new database at the same time") {
    for (int round = 0; round < 5; ++round) {
        const test::TemporaryFolder folder;
        const fs::path file = folder / "a.db";
        std::vector<int> children;
        for (int i = 0; i < 4; ++i)
            children.push_back(test::start_child([&] {
                auto store = store::open_sqlite_store(file);
                if (!store.is_ok()) return 1;
                return (*store)->create(example_session("s-" + std::to_string(getpid())), "{}").is_ok() ? 0 : 2;
            }));
        for (const int child : children) CHECK(test::wait_for_child(child) == 0);
        CHECK(open_store(file)->list()->size() == 4);
    }
}

TEST_CASE("killed at any moment: what was reported kept is there, and the session goes on") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db"; // not made yet: the first rounds are killed while it is
    std::srand(20240601);
    int kept = 0;
    for (int round = 0; round < 40; ++round) {
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        const int child = test::start_child([&] {
            auto opened = store::open_sqlite_store(file);
            if (!opened.is_ok()) return 1;
            store::SessionStore &store = **opened;
            const base::Status created = store.create(example_session("s-1"), "{}");
            if (!created.is_ok() && created.error().code != "store-conflict") return 2;
            auto session = store.load(kId);
            if (!session.is_ok()) return 3;
            for (int index = static_cast<int>(session->decisions.size());; ++index) {
                if (!store.append_decision(kId, index, example_decision(index), std::nullopt, index).is_ok()) return 4;
                const int durable = index + 1;
                if (write(ends[1], &durable, sizeof durable) != sizeof durable) return 5;
                if (!store.save_draft(kId, {model::SceneId("x"), std::nullopt, "draft"}).is_ok()) return 6;
            }
        });
        close(ends[1]);
        usleep(static_cast<useconds_t>(round < 15 ? round * 1500 : std::rand() % 60'000));
        kill(child, SIGKILL);
        CHECK(test::wait_for_child(child) == -SIGKILL); // it had no error of its own
        int durable = 0;
        while (read(ends[0], &durable, sizeof durable) == sizeof durable) kept = durable;
        close(ends[0]);

        auto store = open_store(file);
        const auto session = store->load(kId);
        if (!session.is_ok()) { // killed before the session was there
            CHECK(session.error().code == "store-missing");
            CHECK(kept == 0);
            continue;
        }
        const int found = static_cast<int>(session->decisions.size());
        CHECK(found >= kept);     // what was reported is there
        CHECK(found <= kept + 1); // and at most the one that was on its way
        for (int i = 0; i < found; ++i)
            CHECK(session->decisions[static_cast<std::size_t>(i)].scene.value == example_decision(i).scene.value);
        kept = found;
    }
    CHECK(kept > 20);
}
