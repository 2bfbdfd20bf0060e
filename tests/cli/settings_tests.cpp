#include "app/settings.h"

#include "app/atomic_file.h"
#include "app/cli_console.h"
#include "cli/cli_support.h"

using namespace tsunagi;
using namespace tsunagi::app;
using test::Folder;
using test::Json;
using test::read_text;
using test::write_text;

TEST_CASE("settings come back as they were saved") {
    const Folder folder;
    Settings settings;
    settings.text_percent = 170;
    settings.theme = Theme::high_contrast;
    settings.language = i18n::Language::en;
    settings.reduced_motion = true;
    settings.window = WindowPlace{-10, 20, 1280, 720};
    settings.learner = {"そら\"\\", model::LearnerProfession::phn, "B班"};
    settings.database = "workshop.db";
    REQUIRE(save_settings(folder / "deep/settings.json", settings).is_ok());
    const Settings loaded = load_settings(folder / "deep/settings.json");
    CHECK(loaded.text_percent == 170);
    CHECK(loaded.theme == Theme::high_contrast);
    CHECK(loaded.language == i18n::Language::en);
    CHECK(loaded.reduced_motion);
    REQUIRE(loaded.window.has_value());
    CHECK(loaded.window->x == -10);
    CHECK(loaded.window->h == 720);
    CHECK(loaded.learner.nickname == "そら\"\\");
    CHECK(loaded.learner.profession == model::LearnerProfession::phn);
    CHECK(loaded.learner.group == "B班");
    CHECK(loaded.database == "workshop.db");
    // Nothing but the file is left in the folder.
    CHECK(std::distance(test::fs::directory_iterator(folder / "deep"), test::fs::directory_iterator()) == 1);
}

TEST_CASE("settings that are not there, or damaged, are the defaults; the damaged file is kept") {
    const Folder folder;
    CHECK(load_settings(folder / "none.json").text_percent == 100);
    CHECK(!load_settings(folder / "none.json").window.has_value());
    for (const char *damaged : {"", "{\"text_percent\": 1", "[]", "null", "\xff\xfe"}) {
        write_text(folder / "settings.json", damaged);
        CHECK(load_settings(folder / "settings.json").text_percent == 100);
        CHECK(!test::fs::exists(folder / "settings.json"));
        CHECK(read_text(folder / "settings.json.bad") == damaged);
    }
}

TEST_CASE("a single value that makes no sense does not cost the others") {
    const Folder folder;
    write_text(
        folder / "settings.json",
        R"({"text_percent":"big","theme":7,"language":"fr","reduced_motion":"yes","window":{"x":1,"y":2,"w":0,"h":5},)"
        R"("nickname":["a"],"profession":"king","group":"A","database":"../../etc/passwd"})");
    const Settings settings = load_settings(folder / "settings.json");
    CHECK(settings.text_percent == 100);
    CHECK(settings.theme == Theme::light);
    CHECK(!settings.language.has_value());
    CHECK(!settings.reduced_motion);
    CHECK(!settings.window.has_value());
    CHECK(settings.learner.nickname.empty());
    CHECK(settings.learner.group == "A");
    CHECK(settings.database == "sessions.db");
    CHECK(test::fs::exists(folder / "settings.json"));
    for (const auto &[given, used] : {std::pair{1, 80}, std::pair{9999, 250}, std::pair{120, 120}}) {
        write_text(folder / "settings.json", Json{{"text_percent", given}}.dump());
        CHECK(load_settings(folder / "settings.json").text_percent == used);
    }
    write_text(folder / "settings.json", R"({"text_percent":1e99})");
    CHECK(load_settings(folder / "settings.json").text_percent == 100);
}

TEST_CASE("a file is written whole or not at all") {
    const Folder folder;
    REQUIRE(write_file_atomically(folder / "a", "old").is_ok());
    REQUIRE(write_file_atomically(folder / "a", "new").is_ok());
    CHECK(read_text(folder / "a") == "new");
    test::fs::create_directory(folder / "b");
    CHECK(!write_file_atomically(folder / "b", "x").is_ok());
    CHECK(!write_file_atomically(folder / "a/below", "x").is_ok());
    CHECK(std::distance(test::fs::directory_iterator(folder.path()), test::fs::directory_iterator()) == 2);
    CHECK(!read_file(folder / "none").is_ok());
    CHECK(!read_file(folder / "b").is_ok());
}

TEST_CASE("what is typed is understood whatever the width of its letters") {
    CHECK(plain_keys(" Ｑ ") == "q");
    CHECK(plain_keys("？") == "?");
    CHECK(plain_keys("あ") != "");
    CHECK(plain_keys("\xEF\xBC") != "");
    CHECK(plain_keys("S") == "s");
    CHECK(numbers_of("1 2,3") == std::vector<int>{1, 2, 3});
    CHECK(numbers_of("　１２、３　") == std::vector<int>{12, 3});
    CHECK(numbers_of("1，2") == std::vector<int>{1, 2});
    CHECK(numbers_of("") == std::vector<int>{});
    CHECK(!numbers_of("1.5").has_value());
    CHECK(!numbers_of("-1").has_value());
    CHECK(!numbers_of("一").has_value());
    CHECK(!numbers_of("999999999999").has_value());
}
