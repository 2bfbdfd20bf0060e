// How the program is called, and what it says when it is called wrongly.
#include "cli/cli_support.h"

using namespace tsunagi::test;

namespace {

/// Bad use: code 2, nothing on standard output, a Japanese sentence on standard error.
void check_bad_use(const std::vector<std::string> &arguments, const std::string &says) {
    const Outcome outcome = call(arguments);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(contains(outcome.err, says), outcome.err);
}

} // namespace

TEST_CASE("--version and --help are answered on standard output, in both languages") {
    const Outcome version = call({"--version"});
    CHECK(version.code == 0);
    CHECK(version.out.rfind("tsunagi ", 0) == 0);
    const Outcome ja = call({"--help"});
    CHECK(ja.code == 0);
    for (const char *word : {"validate", "play", "score", "--data-dir", "--lang", "使い方", "終了コード"})
        CHECK_MESSAGE(contains(ja.out, word), word);
    for (const char *word : {"Usage", "OPTIONS", "Options", "Subcommand", "SUBCOMMAND", "Print"})
        CHECK_MESSAGE(!contains(ja.out, word), word);
    const Outcome en = call({"--help", "--lang", "en"});
    CHECK(en.code == 0);
    CHECK(contains(en.out, "Usage:"));
    for (const char *command : {"validate", "play", "score"}) {
        const Outcome help = call({command, "--help"});
        CHECK(help.code == 0);
        CHECK(contains(help.out, "使い方"));
        CHECK(!contains(help.out, "Options"));
    }
}

TEST_CASE("the language: --lang, then the settings, then the system, then Japanese") {
    CHECK(contains(call({"--help"}, {"", {{"LANG", "en_US.UTF-8"}}}).out, "Usage:"));
    CHECK(contains(call({"--help"}, {"", {{"LANG", "en"}}}).out, "Usage:"));
    CHECK(contains(call({"--help"}, {"", {{"LANG", "C.UTF-8"}}}).out, "使い方"));
    CHECK(contains(call({"--help"}, {"", {{"LANG", "en"}, {"LC_ALL", "ja_JP.UTF-8"}}}).out, "使い方"));
    CHECK(contains(call({"--lang=ja", "--help"}, {"", {{"LANG", "en"}}}).out, "使い方"));
    const Folder folder;
    write_text(folder / "settings.json", R"({"language":"en"})");
    CHECK(contains(call({"--data-dir", folder.path().string(), "--help"}).out, "Usage:"));
}

TEST_CASE("a wrong call says what is wrong") {
    check_bad_use({"dance"}, "dance");
    check_bad_use({"--dance"}, "--dance");
    check_bad_use({"validate", "--dance"}, "--dance");
    check_bad_use({"--lang", "fr"}, "ja か en");
    check_bad_use({"play"}, "cpp-1");
    check_bad_use({"play", "no-such-case"}, "no-such-case");
    check_bad_use({"play", "/no/such/case.json"}, "/no/such/case.json");
    check_bad_use({"play", "cpp-1", "--profession", "king"}, "nurse");
    check_bad_use({"play", "cpp-1", "--nickname"}, "使い方");
    check_bad_use({"score"}, "score");
    check_bad_use({"score", "/no/such/session.json"}, "/no/such/session.json");
    check_bad_use({"score", "/tmp"}, "/tmp");
    check_bad_use({"validate", "/no/such/folder"}, "/no/such/folder");
    check_bad_use({"validate", "/no/such/folder", "--json"}, "/no/such/folder");
    check_bad_use({"play", "cpp-1", "validate"}, "validate");
    check_bad_use({"play", "cpp-1", "--resume", "--no-store"}, "--resume");
}

TEST_CASE("without its folder the program says so in both languages") {
    const Folder folder;
    fs::copy_file(TSUNAGI_BINARY_PATH, folder / "tsunagi");
    const std::string command = folder.text("tsunagi") + " --help 2>&1 >/dev/null";
    FILE *pipe = popen(("unset TSUNAGI_ROOT; " + command).c_str(), "r");
    REQUIRE(pipe != nullptr);
    char text[2000] = {};
    const std::size_t count = fread(text, 1, sizeof text - 1, pipe);
    CHECK(count > 0);
    CHECK(pclose(pipe) != 0);
    CHECK(contains(text, "見つかりません"));
    CHECK(contains(text, "TSUNAGI_ROOT"));
}

TEST_CASE("TSUNAGI_ROOT points the program at another tree") {
    const Folder folder;
    fs::create_directory_symlink(fs::path(TSUNAGI_SOURCE_DIR) / "assets", folder / "assets");
    fs::create_directory(folder / "scenarios");
    const Outcome outcome = call({"validate", "--json"}, {"", {{"TSUNAGI_ROOT", folder.path().string()}}});
    CHECK(outcome.code == 0);
    CHECK(only_json(outcome)["scenarios"].empty());
}
