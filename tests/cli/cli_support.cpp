#include "cli/cli_support.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "engine/fold.h"
#include "i18n/texts.h"
#include "view/play_view.h"

namespace tsunagi::test {

namespace {

const fs::path kSource = TSUNAGI_SOURCE_DIR;

/// In the child: becomes the program.
[[noreturn]] void become_program(const std::vector<std::string> &arguments,
                                 const std::map<std::string, std::string> &variables) {
    std::signal(SIGPIPE, SIG_DFL);
    for (const char *name : {"LANG", "LC_ALL", "LC_MESSAGES", "XDG_DATA_HOME", "TSUNAGI_ROOT", "DISPLAY"})
        unsetenv(name);
    setenv("HOME", "/nonexistent", 1);
    for (const auto &[name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
    std::vector<char *> words{const_cast<char *>(TSUNAGI_BINARY_PATH)};
    for (const std::string &argument : arguments) words.push_back(const_cast<char *>(argument.c_str()));
    words.push_back(nullptr);
    execv(TSUNAGI_BINARY_PATH, words.data());
    _exit(126);
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status); }

} // namespace

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "tsunagi-cli-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string read_text(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write_text(const fs::path &file, const std::string &text) { std::ofstream(file, std::ios::binary) << text; }

Outcome call(const std::vector<std::string> &arguments, const Environment &environment) {
    const Folder folder;
    write_text(folder / "in", environment.input);
    const std::string in = folder.text("in");
    const std::string out = folder.text("out");
    const std::string err = folder.text("err");
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
        dup2(open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        become_program(arguments, environment.variables);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return {exit_code(status), read_text(out), read_text(err)};
}

Running::Running(const std::vector<std::string> &arguments) {
    int to[2];
    int from[2];
    REQUIRE(pipe(to) == 0);
    REQUIRE(pipe(from) == 0);
    child_ = fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
        dup2(to[0], STDIN_FILENO);
        dup2(from[1], STDOUT_FILENO);
        for (const int end : {to[0], to[1], from[0], from[1]}) close(end);
        become_program(arguments, {});
    }
    close(to[0]);
    close(from[1]);
    to_ = to[1];
    from_ = from[0];
}

Running::~Running() {
    if (child_ > 0) kill_at_once();
    close(to_);
    close(from_);
}

void Running::type(const std::string &text) const {
    REQUIRE(write(to_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

bool Running::hears(const std::string &text) {
    while (!contains(heard_, text)) {
        pollfd waiting{from_, POLLIN, 0};
        if (poll(&waiting, 1, 60'000) != 1) return false;
        char buffer[4096];
        const ssize_t count = read(from_, buffer, sizeof buffer);
        if (count <= 0) return false;
        heard_.append(buffer, static_cast<std::size_t>(count));
    }
    heard_.erase(0, heard_.find(text) + text.size());
    return true;
}

void Running::kill_at_once() {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = -1;
}

Json only_json(const Outcome &outcome) {
    const Json document = Json::parse(outcome.out, nullptr, false);
    REQUIRE_MESSAGE(!document.is_discarded(), "not one JSON document: ", outcome.out.substr(0, 300), " ", outcome.err);
    return document;
}

std::vector<fs::path> play_files(const std::string &case_id) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (const auto &entry : fs::directory_iterator(kSource / "tests" / "plays" / case_id, failure))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

namespace {

/// Types the answer by the numbers that the program shows.
struct Typist {
    const view::SceneView &scene;
    const model::Interaction &interaction;

    static std::string number(std::size_t index) { return std::to_string(index + 1); }

    std::string option(const model::OptionId &id) const {
        std::size_t index = 0;
        for (const auto &group : std::get<view::ChoiceView>(scene.interaction).groups)
            for (const auto &option : group.options) {
                if (option.id == id.value) return number(index);
                ++index;
            }
        FAIL("no such option: ", id.value);
        return "";
    }

    std::string operator()(const model::ReadAnswer &) const { return "\n"; }
    std::string operator()(const model::OneAnswer &answer) const { return option(answer.option) + "\n"; }
    std::string operator()(const model::ManyAnswer &answer) const {
        std::string line;
        for (const auto &item : answer.items) line += option(item) + " ";
        return (line.empty() ? "0" : line) + "\n";
    }
    std::string operator()(const model::OrderAnswer &answer) const {
        const auto &steps = std::get<view::OrderView>(scene.interaction).steps;
        std::string line;
        for (const auto &id : answer.steps)
            for (std::size_t i = 0; i < steps.size(); ++i)
                if (steps[i].id == id.value) line += number(i) + ",";
        return line + "\n";
    }
    std::string operator()(const model::GridAnswer &answer) const {
        const auto &grid = std::get<model::AssignGrid>(interaction);
        std::string lines;
        for (const auto &row : grid.rows) {
            std::string leads;
            std::string supports;
            std::string marks;
            for (std::size_t i = 0; i < grid.columns.size(); ++i) {
                const model::Mark mark = model::mark_at(answer, grid.kind, row.id, grid.columns[i].id);
                if (mark == model::Mark::lead) leads += number(i) + " ";
                if (mark == model::Mark::support) supports += number(i) + " ";
                marks += mark == model::Mark::share      ? "1 "
                         : mark == model::Mark::ask      ? "2 "
                         : mark == model::Mark::withhold ? "3 "
                                                         : "0 ";
            }
            lines += grid.kind == model::GridKind::sharing ? marks + "\n" : leads + "\n" + supports + "\n";
        }
        return lines;
    }
};

} // namespace

std::vector<std::string> typed_lines(const std::string &case_id, const fs::path &play_file) {
    base::Problems problems;
    const auto handbook = content::load_handbook(kSource / "assets" / "handbook", problems);
    const auto file = content::load_scenario(kSource / "scenarios" / (case_id + ".json"), handbook);
    REQUIRE(file.is_playable());
    const auto texts = i18n::Texts::load(kSource / "assets" / "i18n", i18n::Language::ja);
    REQUIRE(texts.is_ok());
    const auto course = content::decision_file_from_json(read_text(play_file));
    REQUIRE(course.is_ok());

    std::vector<std::string> lines;
    engine::Progress progress = engine::begin(*file.scenario);
    for (const model::Decision &decision : course->decisions) {
        const auto scene = view::scene_view(progress, handbook, *texts);
        std::string typed = std::visit(Typist{scene, progress.scene->interaction}, decision.answer);
        if (!std::holds_alternative<model::ReadAnswer>(decision.answer)) typed += decision.rationale + "\n";
        lines.push_back(typed);
        REQUIRE(engine::commit(progress, decision).is_ok());
    }
    REQUIRE(progress.is_over());
    return lines;
}

} // namespace tsunagi::test
