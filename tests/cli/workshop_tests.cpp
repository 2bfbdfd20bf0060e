// `tsunagi workshop`: a folder of files from the groups' computers, good ones and every kind of bad one.
#include <algorithm>
#include <set>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/workshop_import.h"
#include "base/plain_line.h"
#include "cli/cli_support.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "content/workshop_json.h"
#include "i18n/texts.h"
#include "store/session_store.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

const fs::path kSource = TSUNAGI_SOURCE_DIR;

const content::ScenarioFile &cpp_1() {
    static const content::ScenarioFile file = [] {
        base::Problems problems;
        const auto handbook = content::load_handbook(kSource / "assets" / "handbook", problems);
        return content::load_scenario(kSource / "scenarios" / "cpp-1.json", handbook);
    }();
    REQUIRE(file.is_playable());
    return file;
}

/// The case with another title: a text that is as sound and has another hash.
const content::ScenarioFile &reworded() {
    static const content::ScenarioFile file = [] {
        Json json = Json::parse(cpp_1().canonical_json);
        json["title"] = "another title";
        return content::scenario_from_text(json.dump(), "cpp-1.json", model::Handbook{});
    }();
    REQUIRE(file.is_playable());
    return file;
}

model::Workshop workshop(const std::string &id = "w-1") {
    model::Workshop made;
    made.id = model::WorkshopId(id);
    made.title = "研修";
    made.date = "2026-11-23";
    made.scenario = cpp_1().scenario->id;
    made.scenario_version = cpp_1().scenario->version;
    made.scenario_hash = cpp_1().scenario->hash;
    made.groups = {{model::GroupId("cpp"), "心理班", model::LearnerProfession::cpp, 4},
                   {model::GroupId("ot"), "作業班", model::LearnerProfession::ot, 3}};
    made.minutes = "facilitator only";
    return made;
}

/// The handbook's course as far as `count` decisions; the whole when negative.
model::Session session(const std::string &id, const std::string &group, int count = -1,
                       const std::string &workshop_id = "w-1", const content::ScenarioFile &file = cpp_1()) {
    model::Session made;
    made.id = model::SessionId(id);
    made.scenario = file.scenario->id;
    made.scenario_version = file.scenario->version;
    made.scenario_hash = file.scenario->hash;
    made.seat = model::WorkshopSeat{model::WorkshopId(workshop_id), model::GroupId(group)};
    made.learner = {group, group == "ot" ? model::LearnerProfession::ot : model::LearnerProfession::cpp, group};
    made.started_at = made.updated_at = 1'700'000'000;
    made.decisions = file.scenario->handbook_course.decisions;
    if (count >= 0) made.decisions.resize(static_cast<std::size_t>(count));
    return made;
}

std::string file_of(const model::Session &made, const content::ScenarioFile &file = cpp_1()) {
    const auto text = content::group_session_to_json(made, file.canonical_json);
    REQUIRE(text.is_ok());
    return *text;
}

std::string file_of(const model::Workshop &made) {
    const auto text = content::workshop_file_to_json(made, cpp_1().canonical_json);
    REQUIRE(text.is_ok());
    return *text;
}

std::string replaced(std::string text, const std::string &from, const std::string &to) {
    REQUIRE(contains(text, from));
    return text.replace(text.find(from), from.size(), to);
}

Outcome import(const fs::path &folder, const fs::path &store, std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"workshop", "import", folder.string(), "--store", store.string()};
    words.insert(words.end(), more.begin(), more.end());
    return call(words);
}

/// "outcome code" of every file, by name.
std::map<std::string, std::string> rows(const Json &document) {
    std::map<std::string, std::string> found;
    for (const Json &file : document["files"]) {
        std::string row = file["outcome"].get<std::string>();
        if (const std::string code = file["code"].get<std::string>(); !code.empty()) row += ' ' + code;
        for (const Json &note : file["notes"]) row += ' ' + note.get<std::string>();
        found[file["file"].get<std::string>()] = row;
    }
    return found;
}

std::map<std::string, std::string> import_rows(const fs::path &folder, const fs::path &store, int code,
                                               std::vector<std::string> more = {}) {
    more.emplace_back("--json");
    const Outcome outcome = import(folder, store, more);
    CHECK_MESSAGE(outcome.code == code, outcome.out, outcome.err);
    return rows(only_json(outcome));
}

using Rows = std::map<std::string, std::string>;

} // namespace

TEST_CASE("a folder from the groups' computers is brought in, and a second time nothing changes") {
    const Folder folder;
    fs::create_directory(folder / "in");
    const fs::path in = folder / "in";
    write_text(in / "a-ot.json", file_of(session("s-ot", "ot")));
    write_text(in / "b-cpp.JSON", content::session_to_json(session("s-cpp", "cpp", 3))); // a plain session
    write_text(in / "z-workshop.json", "\xEF\xBB\xBF" + file_of(workshop()));
    write_text(in / "notes.txt", "not looked at");
    const fs::path database = folder / "new.db";

    const Outcome first = import(in, database, {"--json"});
    CHECK_MESSAGE(first.code == 0, first.err);
    const Json document = only_json(first);
    CHECK(rows(document) == Rows{{"a-ot.json", "added"}, {"b-cpp.JSON", "added"}, {"z-workshop.json", "added"}});
    CHECK(document["added"] == 3);
    const Json &ot = document["files"][0];
    CHECK(ot["kind"] == "session");
    CHECK(ot["name"] == "作業班");
    CHECK(ot["profession"] == "ot");
    CHECK(ot["workshop"] == "w-1");
    CHECK(ot["group"] == "ot");
    CHECK(ot["decisions"] == cpp_1().scenario->handbook_course.decisions.size());

    CHECK(import_rows(in, database, 0) ==
          Rows{{"a-ot.json", "same"}, {"b-cpp.JSON", "same"}, {"z-workshop.json", "same"}});

    auto store = store::open_sqlite_store(database);
    REQUIRE(store.is_ok());
    const auto sessions = (*store)->sessions_of(model::WorkshopId("w-1"));
    REQUIRE(sessions.is_ok());
    REQUIRE(sessions->size() == 2);
    CHECK(content::session_to_json((*sessions)[1]) == content::session_to_json(session("s-ot", "ot")));
    CHECK((*store)->load_workshop(model::WorkshopId("w-1"))->minutes.empty());
    const auto list = (*store)->list();
    for (const store::SessionSummary &summary : *list)
        CHECK(summary.ending.empty() == (summary.session.id.value == "s-cpp")); // its end is known from the course
}

TEST_CASE("every kind of file that cannot be taken is listed with its reason, and the rest is taken") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    const fs::path database = folder / "a.db";
    write_text(in / "workshop.json", file_of(workshop()));
    write_text(in / "kept.json", file_of(session("s-kept", "ot", 5)));
    REQUIRE(import_rows(in, database, 0).size() == 2);
    fs::remove(in / "kept.json");

    const std::string good = file_of(session("s-1", "ot", 6));
    write_text(in / "continued.json", file_of(session("s-kept", "ot", 8)));
    write_text(in / "continued-copy.json", file_of(session("s-kept", "ot", 8)));
    write_text(in / "older.json", file_of(session("s-kept", "ot", 2)));
    model::Session diverged = session("s-kept", "ot", 8);
    diverged.decisions[1].rationale += " or not";
    write_text(in / "diverged.json", file_of(diverged));
    write_text(in / "good.json", file_of(session("s-cpp", "cpp", 6)));
    write_text(in / "empty.json", "");
    write_text(in / "blank.json", " \n");
    write_text(in / "cut.json", good.substr(0, good.size() / 2));
    write_text(in / "utf16.json", std::string("\xFF\xFE{\0}\0", 6));
    write_text(in / "deep.json", std::string(200'000, '['));
    write_text(in / "huge.json", std::string((16u << 20) + 1, ' '));
    write_text(in / "foreign.json", R"({"name":"package","version":"1.0.0"})");
    write_text(in / "case.json", cpp_1().canonical_json);
    write_text(in / "newer.json", replaced(good, "\"version\": 1", "\"version\": 2"));
    write_text(in / "altered.json", replaced(good, cpp_1().scenario->title, "story"));
    write_text(in / "other.json", file_of(session("s-2", "ot", 2, "w-2")));
    write_text(in / "group.json", file_of(session("s-3", "nurse", 2)));
    model::Session alone = session("s-4", "ot", 2);
    alone.seat.reset();
    write_text(in / "alone.json", file_of(alone));
    model::Session impossible = session("s-5", "ot", 6);
    impossible.decisions.erase(impossible.decisions.begin());
    write_text(in / "impossible.json", file_of(impossible));
    write_text(in / "reworded.json", file_of(session("s-6", "cpp", 4, "w-1", reworded()), reworded()));
    model::Session unknown_text = session("s-7", "cpp", 4);
    unknown_text.scenario_hash = "xxh3:00";
    write_text(in / "no-text.json", content::session_to_json(unknown_text));
    fs::create_directory(in / "folder.json");
    fs::create_symlink(in / "good.json", in / "link.json");
    fs::create_symlink("/nonexistent", in / "broken-link.json");
    REQUIRE(mkfifo((in / "pipe.json").c_str(), 0600) == 0);

    const Rows found = import_rows(in, database, 1);
    const Rows expected = {{"workshop.json", "same"},
                           {"continued.json", "same"},
                           {"continued-copy.json", "continued"},
                           {"older.json", "older"},
                           {"diverged.json", "diverged workshop-diverged"},
                           {"good.json", "added import-same-group"},
                           {"empty.json", "damaged workshop-empty"},
                           {"blank.json", "damaged workshop-empty"},
                           {"cut.json", "damaged workshop-json"},
                           {"utf16.json", "damaged workshop-json"},
                           {"deep.json", "damaged workshop-json"},
                           {"huge.json", "foreign file-too-large"},
                           {"foreign.json", "foreign workshop-format"},
                           {"case.json", "foreign workshop-format"},
                           {"newer.json", "newer workshop-newer"},
                           {"altered.json", "damaged workshop-hash"},
                           {"other.json", "other-workshop workshop-unknown"},
                           {"group.json", "unknown-group workshop-unknown-group"},
                           {"alone.json", "foreign workshop-no-seat"},
                           {"impossible.json", "damaged workshop-replay"},
                           {"reworded.json", "added import-case-text import-same-group"},
                           {"no-text.json", "added import-no-case import-case-text import-same-group"},
                           {"folder.json", "foreign import-no-file"},
                           {"link.json", "foreign import-link"},
                           {"broken-link.json", "foreign import-link"},
                           {"pipe.json", "foreign import-no-file"}};
    for (const auto &[file, row] : expected) {
        CAPTURE(file);
        REQUIRE(found.count(file) == 1);
        CHECK(found.at(file) == row);
    }
    CHECK(found.size() == expected.size());

    auto store = store::open_sqlite_store(database);
    REQUIRE(store.is_ok());
    const auto sessions = (*store)->sessions_of(model::WorkshopId("w-1"));
    REQUIRE(sessions.is_ok());
    std::set<std::string> ids;
    for (const model::Session &kept : *sessions) ids.insert(kept.id.value);
    CHECK(ids == std::set<std::string>{"s-kept", "s-cpp", "s-6", "s-7"});
    CHECK((*store)->list()->size() == 4); // nothing of the others
    // What was played with another text keeps that text.
    CHECK(*(*store)->scenario_json(reworded().scenario->hash) == reworded().canonical_json);
}

TEST_CASE("only the workshop that is meant") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    write_text(in / "w1.json", file_of(workshop("w-1")));
    write_text(in / "w2.json", file_of(workshop("w-2")));
    write_text(in / "s1.json", file_of(session("s-1", "ot", 2, "w-1")));
    write_text(in / "s2.json", file_of(session("s-2", "ot", 2, "w-2")));
    CHECK(import_rows(in, folder / "a.db", 1, {"--workshop", "w-1"}) ==
          Rows{{"w1.json", "added"},
               {"w2.json", "other-workshop workshop-other"},
               {"s1.json", "added"},
               {"s2.json", "other-workshop workshop-other"}});
    CHECK(import_rows(in, folder / "a.db", 0) ==
          Rows{{"w1.json", "same"}, {"w2.json", "added"}, {"s1.json", "same"}, {"s2.json", "added"}});
}

TEST_CASE("what people typed cannot forge a line of the table, nor reach the terminal") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    model::Workshop hostile = workshop();
    hostile.title = "\x1B[2J<script>\n偽の行";
    hostile.groups[1].name = "a\r\nb\xE2\x80\xAE"
                             "c\x07";
    write_text(in / "w.json", file_of(hostile));
    write_text(in / "s\x1B[31m\n.json", file_of(session("s-1", "ot", 2)));
    for (const char *language : {"ja", "en"}) {
        const Outcome outcome = import(in, folder / "a.db", {"--lang", language});
        CHECK(outcome.code == 0);
        const Outcome list = call({"--lang", language, "workshop", "list", "--store", (folder / "a.db").string()});
        for (const std::string &text : {outcome.out, list.out}) {
            CHECK(!contains(text, "\x1B"));
            CHECK(!contains(text, "\x07"));
            CHECK(!contains(text, "\r"));
            CHECK(!contains(text, "\xE2\x80\xAE"));
            CHECK(!contains(text, "\n偽"));
        }
        CHECK(std::count(list.out.begin(), list.out.end(), '\n') == 1);
    }
}

TEST_CASE("the table is in words, in both languages") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    write_text(in / "w.json", file_of(workshop()));
    write_text(in / "s.json", file_of(session("s-1", "ot", 2)));
    write_text(in / "x.json", "{");
    const Outcome ja = import(in, folder / "a.db");
    CHECK(ja.code == 1);
    CHECK(contains(ja.out, "s.json\n  取り込みました  作業班（作業療法士、決定 2）\n"));
    CHECK(contains(ja.out, "x.json\n  壊れています\n  ファイルが壊れているか"));
    CHECK(contains(ja.out, "3 ファイル: 取り込み 2、変わりなし 0、取り込めず 1\n"));
    const Outcome en = import(in, folder / "a.db", {"--lang", "en"});
    CHECK(contains(en.out, "w.json\n  Known already  Workshop \"研修\"\n"));
    CHECK(contains(en.out, "3 files: 0 brought in, 2 known already, 1 not taken\n"));
}

TEST_CASE("every outcome and every reason has its text in both languages") {
    for (const auto language : {i18n::Language::ja, i18n::Language::en}) {
        const auto texts = i18n::Texts::load(kSource / "assets" / "i18n", language);
        REQUIRE(texts.is_ok());
        for (const std::string_view word : app::kFileOutcomeWords)
            CHECK_MESSAGE(texts->find("import_outcome." + std::string(word)) != nullptr, word);
        for (const char *word : {"workshop-json",        "workshop-format",        "workshop-newer",
                                 "workshop-empty",       "workshop-hash",          "workshop-case",
                                 "workshop-replay",      "workshop-no-seat",       "workshop-other",
                                 "workshop-unknown",     "workshop-unknown-group", "workshop-other-case",
                                 "workshop-diverged",    "workshop-no-case",       "file-too-large",
                                 "import-folder",        "import-unreadable",      "import-link",
                                 "import-no-file",       "import-no-case",         "import-case-text",
                                 "import-same-group",    "session-json",           "session-format",
                                 "session-newer",        "use-folder-missing",     "use-store-missing",
                                 "use-workshop-unknown", "use-workshop-command",   "use-not-a-workshop-file"})
            CHECK_MESSAGE(texts->find("error." + std::string(word)) != nullptr, word);
    }
}

TEST_CASE("the list of workshops, and the file for a group's computer") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    write_text(in / "w.json", file_of(workshop()));
    fs::create_directory(folder / "data");
    const std::string store = folder.text("data"); // a folder: its sessions.db
    REQUIRE(import(in, folder / "data").code == 0);
    CHECK(fs::exists(folder / "data" / "sessions.db"));

    const Outcome list = call({"workshop", "list", "--store", store});
    CHECK(list.code == 0);
    CHECK(list.out == "w-1  2026-11-23  研修  事例 cpp-1、グループ 2\n");
    const Json document = only_json(call({"workshop", "list", "--store", store, "--json"}));
    REQUIRE(document.size() == 1);
    CHECK(document[0]["id"] == "w-1");
    CHECK(document[0]["groups"] == 2);
    CHECK(only_json(call({"--data-dir", store, "workshop", "list", "--json"})).size() == 1);

    const std::string out = folder.text("out.json");
    CHECK(call({"workshop", "export", "w-1", "--store", store, "--file", out}).code == 0);
    CHECK(read_text(out) == file_of(workshop()));
    CHECK(!contains(read_text(out), "facilitator only"));
    CHECK(call({"workshop", "export", "w-1", "--store", store, "--file", out}).code == 0); // over itself
    write_text(out, "a letter");
    CHECK(call({"workshop", "export", "w-1", "--store", store, "--file", out}).code == 2);
    CHECK(read_text(out) == "a letter");
    CHECK(call({"workshop", "export", "w-9", "--store", store, "--file", folder.text("x.json")}).code == 2);
    CHECK(!fs::exists(folder / "x.json"));
}

TEST_CASE("bad use is told, and leaves nothing behind") {
    const Folder folder;
    const std::string database = folder.text("a.db");
    CHECK(call({"workshop"}).code == 2);
    CHECK(call({"workshop", "import"}).code == 2);
    CHECK(call({"workshop", "import", folder.text("none"), "--store", database}).code == 2);
    write_text(folder / "file.json", "{}");
    CHECK(call({"workshop", "import", folder.text("file.json"), "--store", database}).code == 2);
    CHECK(call({"workshop", "list", "--store", database}).code == 2);
    CHECK(call({"workshop", "export", "w-1", "--store", database, "--file", folder.text("x.json")}).code == 2);
    CHECK(call({"workshop", "dance"}).code == 2);
    CHECK(!fs::exists(database));
    CHECK(call({"workshop", "import", folder.path().string(), "--store", folder.text("file.json")}).code == 1);
    CHECK(read_text(folder / "file.json") == "{}"); // another program's file is not a database
    write_text(folder / "empty.db", "");
    CHECK(call({"workshop", "list", "--store", folder.text("empty.db")}).code == 2);
    CHECK(fs::file_size(folder / "empty.db") == 0);

    fs::create_directory(folder / "nothing");
    const Outcome none = call({"workshop", "import", folder.text("nothing"), "--store", database});
    CHECK(none.code == 0);
    CHECK(contains(none.out, "ありません"));
}

TEST_CASE("an import can be stopped between two files, and says so") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    write_text(in / "0.json", file_of(workshop()));
    for (int i = 1; i < 5; ++i)
        write_text(in / (std::to_string(i) + ".json"), file_of(session("s-" + std::to_string(i), "ot", 2)));
    auto store = store::open_sqlite_store(folder / "a.db");
    REQUIRE(store.is_ok());
    int last = 0;
    const auto stopped = app::import_files(**store, {in}, {}, [&](int done, int all) {
        CHECK(all == 5);
        CHECK(done >= last);
        last = done;
        return done < 3;
    });
    REQUIRE(stopped.is_ok());
    CHECK(stopped->is_cancelled);
    CHECK(!stopped->is_complete());
    CHECK(stopped->files.size() == 3);
    CHECK((*store)->list()->size() == 2);
    const auto whole = app::import_files(**store, {in}, {}, [&](int done, int) {
        last = done;
        return true;
    });
    REQUIRE(whole.is_ok());
    CHECK(whole->is_complete());
    CHECK(last == 5);
    CHECK((*store)->list()->size() == 4);
    const auto missing = app::import_files(**store, {folder / "none"});
    REQUIRE(missing->files.size() == 1);
    CHECK(missing->files.front().error.code == "import-unreadable");
}

TEST_CASE("two programs bring in the same folder at once: nothing lost, nothing doubled") {
    const Folder folder;
    const fs::path in = folder / "in";
    fs::create_directory(in);
    write_text(in / "workshop.json", file_of(workshop()));
    for (int i = 0; i < 12; ++i)
        write_text(in / ("s" + std::to_string(i) + ".json"),
                   content::session_to_json(session("s-" + std::to_string(i), i % 2 == 0 ? "ot" : "cpp", 3)));
    const auto run = [&] {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto store = store::open_sqlite_store(folder / "a.db");
            if (!store.is_ok()) _exit(1);
            const auto done = app::import_files(**store, {in});
            _exit(done.is_ok() && done->is_complete() ? 0 : 2);
        }
        return child;
    };
    const pid_t first = run();
    const pid_t second = run();
    for (const pid_t child : {first, second}) {
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    auto store = store::open_sqlite_store(folder / "a.db");
    const auto sessions = (*store)->sessions_of(model::WorkshopId("w-1"));
    REQUIRE(sessions.is_ok());
    REQUIRE(sessions->size() == 12);
    for (const model::Session &kept : *sessions) CHECK(kept.decisions.size() == 3);
    CHECK((*store)->list_workshops()->size() == 1);
}
