// Drawn eco-maps in the database: kept, listed, deleted, and never overwritten by another program unseen.
#include <csignal>
#include <thread>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/store_support.h"

using namespace tsunagi;
using test::open_store;
namespace fs = std::filesystem;

namespace {

model::Sketch example_sketch(const std::string &id, const std::string &title = "図", std::int64_t updated_at = 1) {
    model::Sketch sketch = model::new_sketch(title, "本人");
    sketch.id = model::SketchId(id);
    sketch.updated_at = updated_at;
    return sketch;
}

model::Sketch loaded(store::SessionStore &store, const std::string &id) {
    const auto read = store.load_sketch(model::SketchId(id));
    REQUIRE(read.is_ok());
    return read->sketch;
}

/// Saves the drawing `count` times, taking the other's revision each time it was overtaken; -1 on any other error.
int save_in_turn(const fs::path &file, int count) {
    auto opened = store::open_sqlite_store(file);
    if (!opened.is_ok()) return -1;
    int overtaken = 0;
    for (int done = 0; done < count;) {
        auto read = (*opened)->load_sketch(model::SketchId("s-1"));
        if (!read.is_ok()) return -1;
        read->sketch.updated_at += 1;
        const auto revision = (*opened)->save_sketch(read->sketch);
        if (revision.is_ok())
            ++done;
        else if (revision.error().code == "store-conflict")
            ++overtaken;
        else
            return -1;
    }
    return overtaken;
}

} // namespace

TEST_CASE("a drawing is kept with its revision, and found after the store was closed") {
    const test::TemporaryFolder folder;
    {
        auto store = open_store(folder / "a.db");
        model::Sketch sketch = example_sketch("s-1", "はじめ", 10);
        const auto first = store->save_sketch(sketch);
        REQUIRE(first.is_ok());
        CHECK(*first == 1);
        sketch.revision = *first;
        sketch.title = "'; DROP TABLE sketch; --";
        const auto second = store->save_sketch(sketch);
        REQUIRE(second.is_ok());
        CHECK(*second == 2);
        REQUIRE(store->save_sketch(example_sketch("s-2", "あと", 20)).is_ok());
    }
    auto store = open_store(folder / "a.db");
    CHECK(loaded(*store, "s-1").revision == 2);
    CHECK(loaded(*store, "s-1").title == "'; DROP TABLE sketch; --");
    const auto list = store->list_sketches();
    REQUIRE(list.is_ok());
    REQUIRE(list->size() == 2);
    CHECK((*list)[0].id.value == "s-2"); // the last changed first
    CHECK((*list)[0].updated_at == 20);
    CHECK((*list)[1].title == "'; DROP TABLE sketch; --");

    REQUIRE(store->delete_sketch(model::SketchId("s-2")).is_ok());
    CHECK(store->list_sketches()->size() == 1);
    CHECK(store->load_sketch(model::SketchId("s-2")).error().code == "store-missing");
}

TEST_CASE("of two programs that change a drawing, the second is told and overwrites nothing") {
    const test::TemporaryFolder folder;
    auto first = open_store(folder / "a.db");
    auto second = open_store(folder / "a.db");
    REQUIRE(first->save_sketch(example_sketch("s-1")).is_ok());
    model::Sketch ours = loaded(*first, "s-1");
    model::Sketch theirs = loaded(*second, "s-1");
    theirs.title = "ほかの画面";
    REQUIRE(second->save_sketch(theirs).is_ok());
    ours.title = "この画面";
    CHECK(first->save_sketch(ours).error().code == "store-conflict");
    CHECK(loaded(*first, "s-1").title == "ほかの画面");
    CHECK(first->save_sketch(example_sketch("s-1")).error().code == "store-conflict"); // a new one of the same id
    ours.id = model::SketchId("s-2");
    ours.revision = 0;
    CHECK(first->save_sketch(ours).is_ok()); // as a copy
    REQUIRE(second->delete_sketch(model::SketchId("s-1")).is_ok());
    model::Sketch gone = theirs;
    gone.revision = 2;
    CHECK(first->save_sketch(gone).error().code == "store-conflict"); // what was deleted does not come back by itself
}

TEST_CASE("two programs at once: every save counts once") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    REQUIRE(open_store(file)->save_sketch(example_sketch("s-1", "図", 0)).is_ok());
    constexpr int kCount = 40;
    int a = 0;
    int b = 0;
    std::thread one([&] { a = save_in_turn(file, kCount); });
    std::thread other([&] { b = save_in_turn(file, kCount); });
    one.join();
    other.join();
    CHECK(a >= 0);
    CHECK(b >= 0);
    auto store = open_store(file);
    CHECK(loaded(*store, "s-1").revision == 1 + 2 * kCount);
    CHECK(loaded(*store, "s-1").updated_at == 2 * kCount);
}

TEST_CASE("killed after saving, a drawing is there, whole") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    const int child = test::start_child([&] {
        auto opened = store::open_sqlite_store(file);
        if (!opened.is_ok() || !(*opened)->save_sketch(example_sketch("s-1", "残る")).is_ok()) return 1;
        kill(getpid(), SIGKILL);
        return 2;
    });
    REQUIRE(test::wait_for_child(child) == -SIGKILL);
    CHECK(loaded(*open_store(file), "s-1").title == "残る");
}

TEST_CASE("a drawing that cannot be read is said to be so, and does not hide the others") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    REQUIRE(store->save_sketch(example_sketch("s-1")).is_ok());
    REQUIRE(store->save_sketch(example_sketch("s-2")).is_ok());
    SQLite::Database((folder / "a.db").string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE sketch SET json = '{broken' WHERE id = 's-1'");
    CHECK(store->load_sketch(model::SketchId("s-1")).error().code == "sketch-json");
    CHECK(store->list_sketches()->size() == 2);
    CHECK(loaded(*store, "s-2").title == "図");
}
