#include "gui/program.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "ui/theme.h"

namespace tsunagi::gui {

namespace fs = std::filesystem;
using namespace model;

fs::path source_folder() { return TSUNAGI_SOURCE_DIR; }

std::string bytes_of(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// ---- Home ---------------------------------------------------------------------------------------------------

Home::Home() : scenarios(source_folder() / "scenarios") {
    std::string pattern = (fs::temp_directory_path() / "tsunagi-gui-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    data_ = folder_ / "データ"; // a path that is not ASCII, as in many homes
    app::Settings settings;
    settings.has_seen_introduction = true;
    fs::create_directories(data_);
    REQUIRE(app::save_settings(data_ / "settings.json", settings).is_ok());
}

void Home::forget_settings() { fs::remove(data_ / "settings.json"); }

Home::~Home() {
    std::error_code ignored;
    fs::permissions(data_, fs::perms::owner_all, fs::perm_options::add, ignored);
    fs::remove_all(folder_, ignored);
}

void Home::execute(const std::string &sql) const {
    fs::create_directories(data_);
    const auto path = database().u8string();
    SQLite::Database database(std::string(path.begin(), path.end()), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
}

std::unique_ptr<store::SessionStore> Home::store() const {
    auto opened = store::open_sqlite_store(database());
    if (!opened) FAIL(opened.error().code, ": ", opened.error().detail);
    return std::move(opened).value();
}

std::vector<Session> Home::sessions() const {
    const auto opened = store();
    const auto list = opened->list();
    REQUIRE(list.is_ok());
    std::vector<Session> sessions;
    for (const store::SessionSummary &summary : *list) {
        auto session = opened->load(summary.session.id);
        REQUIRE(session.is_ok());
        sessions.push_back(std::move(session).value());
    }
    std::sort(sessions.begin(), sessions.end(),
              [](const Session &a, const Session &b) { return a.id.value < b.id.value; });
    return sessions;
}

Session Home::session() const {
    std::vector<Session> all = sessions();
    REQUIRE(all.size() == 1);
    return std::move(all.front());
}

void Home::seed(std::size_t decisions, SessionKind kind) {
    Session session;
    session.id = SessionId(fmt::format("s{:04}", ++last_id));
    session.scenario = material().scenario.id;
    session.scenario_version = material().scenario.version;
    session.scenario_hash = material().scenario.hash;
    session.learner = {"あおい", LearnerProfession::cpp, ""};
    session.kind = kind;
    session.started_at = session.updated_at = ++seconds;
    const std::vector<Decision> &course = material().course;
    session.decisions.assign(course.begin(), course.begin() + static_cast<std::ptrdiff_t>(decisions));
    fs::create_directories(data_);
    const auto opened = store();
    REQUIRE(opened->create(session, material().scenario_json).is_ok());
}

void Home::store_play(const std::string &play) {
    const auto file =
        content::decision_file_from_json(bytes_of(source_folder() / "tests" / "plays" / "cpp-1" / (play + ".json")));
    REQUIRE(file.is_ok());
    Session session;
    session.id = SessionId(fmt::format("s{:04}", ++last_id));
    session.scenario = material().scenario.id;
    session.scenario_version = material().scenario.version;
    session.scenario_hash = material().scenario.hash;
    session.learner = {"あおい", LearnerProfession::cpp, ""};
    session.kind = SessionKind::replay;
    session.started_at = session.updated_at = ++seconds;
    const auto progress = engine::fold(material().scenario, file->decisions);
    REQUIRE(progress.is_ok());
    REQUIRE(progress->is_over());
    // The last decision is what finishes a session in the store.
    session.decisions.assign(file->decisions.begin(), file->decisions.end() - 1);
    const auto opened = store();
    REQUIRE(opened->create(session, material().scenario_json).is_ok());
    REQUIRE(opened
                ->append_decision(session.id, static_cast<int>(session.decisions.size()), file->decisions.back(),
                                  progress->ending->id, ++seconds)
                .is_ok());
}

fs::path Home::make_own_cases() {
    scenarios = folder_ / "cases";
    fs::create_directories(scenarios);
    fs::copy_file(source_folder() / "scenarios" / "cpp-1.json", scenarios / "cpp-1.json");
    return scenarios;
}

// ---- Material -------------------------------------------------------------------------------------------------

const Material &material() {
    static const Material read = [] {
        Material material;
        base::Problems problems;
        material.handbook = content::load_handbook(source_folder() / "assets" / "handbook", problems);
        auto file = content::load_scenario(source_folder() / "scenarios" / "cpp-1.json", material.handbook);
        REQUIRE(file.is_playable());
        material.scenario = std::move(*file.scenario);
        material.scenario_json = file.canonical_json;
        const auto course =
            content::decision_file_from_json(bytes_of(source_folder() / "tests" / "plays" / "cpp-1" / "handbook.json"));
        REQUIRE(course.is_ok());
        material.course = course->decisions;
        return material;
    }();
    return read;
}

// ---- Program ----------------------------------------------------------------------------------------------------

Program::Program(Home &home, int width, int height) : home_(home), driver_(width, height) {
    ImGui::GetIO().ConfigInputTextCursorBlink = false;
    ImGui::GetIO().ConfigNavEscapeClearFocusItem = false;
    start();
    driver_.show([this] {
        if (!shell_) return;
        if (shell_->take_style_change()) ui::apply_theme(shell_->theme(), shell_->settings().text_percent);
        shell_->draw_frame({driver_.regular_font(), driver_.bold_font()});
    });
}

void Program::start() {
    app::AppOptions options;
    options.paths.assets = source_folder() / "assets";
    options.paths.scenarios = home_.scenarios;
    options.paths.fonts = fs::path(TSUNAGI_BINARY_PATH).parent_path() / "fonts";
    options.paths.data = home_.data();
    options.settings = app::load_settings(options.paths.settings());
    options.language = options.settings.language.value_or(home_.language);

    Home &home = home_;
    app::ShellWorld world;
    world.now = [&home] { return ++home.seconds; };
    world.now_ms = [&home] { return home.milliseconds; };
    world.local_time = [](std::int64_t) { return std::string("2026-04-01 09:00"); };
    world.new_session_id = [&home] { return SessionId(fmt::format("s{:04}", ++home.last_id)); };

    world.explore = home.explore;
    world.wake = home.wake;

    auto opened = app::Shell::open(std::move(options), std::move(world));
    REQUIRE(opened.is_ok());
    shell_ = std::move(opened).value();
}

void Program::restart() {
    kill();
    driver_.frame(2); // nothing is drawn: what the old program had open and focused is gone
    start();
    driver_.frame(3);
}

void Program::close() {
    shell_->save_all();
    shell_.reset();
}

std::string Program::scene() const {
    if (screen() != app::Shell::Screen::play || shows_outcome() || shell_->run()->progress.scene == nullptr) return {};
    return shell_->run()->progress.scene->id.value;
}

bool Program::shows_outcome() const {
    return screen() == app::Shell::Screen::play && shell_->run() != nullptr && shell_->run()->shows_outcome;
}

std::string Program::first_item(std::string_view prefix) {
    for (const Item &item : driver_.items())
        if (item.key.rfind(prefix, 0) == 0) return item.key;
    return {};
}

void Program::rest() {
    driver_.settle();
    shell_->save_when_due();
    home_.milliseconds += 1000;
    CHECK_FALSE(shell_->save_when_due());
    driver_.frame();
}

void Program::begin_case(std::string_view nickname) {
    driver_.click("library.start.cpp-1");
    if (shell_->settings().learner.nickname != nickname) {
        driver_.click("learner.nickname");
        driver_.press(ImGuiMod_Ctrl | ImGuiKey_A);
        driver_.type(nickname);
    }
    driver_.click("learner.start");
    REQUIRE(screen() == app::Shell::Screen::play);
}

void Program::enter(const Decision &decision, Hand hand) {
    REQUIRE(scene() == decision.scene.value);
    if (const auto *one = std::get_if<OneAnswer>(&decision.answer)) driver_.click("play.option." + one->option.value);
    if (const auto *many = std::get_if<ManyAnswer>(&decision.answer))
        for (const OptionId &item : many->items) driver_.click("play.option." + item.value);
    if (const auto *marks = std::get_if<GridAnswer>(&decision.answer))
        enter_grid(std::get<AssignGrid>(shell_->run()->progress.scene->interaction), *marks, hand);
    if (const auto *order = std::get_if<OrderAnswer>(&decision.answer)) enter_order(*order, hand);
}

// By mouse: pressed until the mark is there. By keys: one press to come to the cell, then the mark's number.
void Program::enter_grid(const AssignGrid &grid, const GridAnswer &answer, Hand hand) {
    const auto &marks = marks_of(grid.kind);
    for (const PlacedMark &placed : answer.marks) {
        const std::string cell = "play.cell." + placed.row.value + "." + placed.column.value;
        const auto mark_now = [&] {
            const auto &drafted = shell_->run()->draft.marks;
            const auto found = drafted.find({placed.row.value, placed.column.value});
            return found == drafted.end() ? empty_mark(grid.kind) : found->second;
        };
        if (hand == Hand::mouse && mark_now() == placed.mark) continue;
        driver_.click(cell);
        if (hand == Hand::mouse) {
            for (int i = 0; i < 3 && mark_now() != placed.mark; ++i) driver_.click(cell);
        } else {
            const auto number = std::find(marks.begin(), marks.end(), placed.mark) - marks.begin();
            driver_.press(static_cast<ImGuiKey>(static_cast<int>(ImGuiKey_1) + static_cast<int>(number)));
        }
        REQUIRE(mark_now() == placed.mark);
    }
}

void Program::enter_order(const OrderAnswer &answer, Hand hand) {
    const auto place_of = [&](const std::string &step) {
        const auto &order = shell_->run()->draft.order;
        return std::find(order.begin(), order.end(), step) - order.begin();
    };
    for (std::size_t i = 0; i < answer.steps.size(); ++i) {
        const std::string &step = answer.steps[i].value;
        const auto goal = static_cast<std::ptrdiff_t>(i);
        if (hand == Hand::mouse) {
            for (std::size_t tries = 0; tries < answer.steps.size() && place_of(step) > goal; ++tries)
                driver_.click("play.up." + step);
        } else {
            driver_.click("play.step." + step);
            driver_.press(static_cast<ImGuiKey>(static_cast<int>(ImGuiKey_1) + static_cast<int>(i)));
        }
        REQUIRE(place_of(step) == goal);
    }
}

void Program::type_rationale(std::string_view text) {
    driver_.click("play.why");
    driver_.type(text);
}

void Program::commit() {
    const bool is_reading = std::holds_alternative<ReadOn>(shell_->run()->progress.scene->interaction);
    driver_.click(is_reading ? "play.read-on" : "play.commit");
}

void Program::answer(const Decision &decision, Hand hand) {
    enter(decision, hand);
    if (!decision.rationale.empty()) type_rationale(decision.rationale);
    commit();
}

void Program::go_on() {
    if (!shows_outcome()) return;
    driver_.click(shell_->run()->progress.is_over() ? "play.to-ending" : "play.continue");
}

void Program::play(std::size_t begin, std::size_t end) {
    const std::vector<Decision> &course = material().course;
    for (std::size_t i = begin; i < std::min(end, course.size()); ++i) {
        answer(course[i]);
        go_on();
    }
}

void Program::finish_seeded(SessionKind kind) {
    const std::size_t last = material().course.size() - 1;
    home_.seed(last, kind);
    driver_.click("bar.history"); // the library reads the store again when it comes up
    driver_.click("bar.library");
    driver_.click("library.resume.cpp-1");
    play(last, last + 1);
    REQUIRE(screen() == app::Shell::Screen::debrief);
}

bool Program::has_message() { return driver_.exists("shell.understood"); }

} // namespace tsunagi::gui
