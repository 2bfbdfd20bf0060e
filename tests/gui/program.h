#pragma once

// The real program without its window: the shell with its texts, handbook, cases and database, on a data folder of its
// own, drawn through a Driver. Time and session ids come from the test.
//
//     Home home;                               // a data folder, gone afterwards
//     Program program(home);                   // starts the program on it
//     program.begin_case();                    // library, learner set-up, first scene
//     program.answer(course.decisions[0]);     // through the widgets, and commits it
//     program.kill();                          // nothing is saved any more
//     Program next(home);                      // starts again on the same folder

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/shell.h"
#include "content/session_json.h"
#include "gui/driver.h"
#include "model/handbook.h"
#include "model/scenario.h"
#include "store/session_store.h"

namespace tsunagi::gui {

/// The source tree.
[[nodiscard]] std::filesystem::path source_folder();
[[nodiscard]] std::string bytes_of(const std::filesystem::path &file);

/// What one person has on the computer: a data folder and the cases, and the time it is there.
class Home {
  public:
    Home();
    ~Home();
    Home(const Home &) = delete;
    Home &operator=(const Home &) = delete;

    [[nodiscard]] const std::filesystem::path &data() const { return data_; }
    [[nodiscard]] std::filesystem::path database() const { return data_ / "sessions.db"; }
    /// The database through a store of its own, as another program would see it.
    [[nodiscard]] std::unique_ptr<store::SessionStore> store() const;
    /// SQL on the database, which is made if need be: what a damaged or foreign one holds.
    void execute(const std::string &sql) const;
    /// All sessions with their decisions, the oldest first.
    [[nodiscard]] std::vector<model::Session> sessions() const;
    /// The session, of which there has to be exactly one.
    [[nodiscard]] model::Session session() const;
    /// Puts a session into the database that has followed the handbook's team for so many decisions.
    void seed(std::size_t decisions, model::SessionKind kind = model::SessionKind::first);
    /// Puts a finished replay into the database: tests/plays/cpp-1/<play>.json.
    void store_play(const std::string &play);
    /// As before the very first start. (A home begins with the introduction seen.)
    void forget_settings();
    /// A copy of the cases that a test may change; `scenarios` leads to it from then on.
    std::filesystem::path make_own_cases();

    std::filesystem::path scenarios;
    i18n::Language language = i18n::Language::ja;
    std::int64_t seconds = 1'760'000'000;
    std::int64_t milliseconds = 0;
    int last_id = 0;
    app::Explore explore;       ///< in place of the exact analysis
    std::function<void()> wake; ///< called from the thread of a job

  private:
    std::filesystem::path folder_;
    std::filesystem::path data_;
};

/// What is fixed in the tree, read once: the first case, the handbook, the course of the handbook's team.
struct Material {
    model::Handbook handbook;
    model::Scenario scenario;
    std::string scenario_json; ///< canonical
    std::vector<model::Decision> course;
};
[[nodiscard]] const Material &material();

enum class Hand { mouse, keys };

class Program {
  public:
    explicit Program(Home &home, int width = 1280, int height = 800);
    /// As if the process were gone: what was not saved is lost. The object is of no use afterwards.
    void kill() { shell_.reset(); }
    /// As when the window is closed.
    void close();
    /// kill, and another start on the same folder.
    void restart();

    [[nodiscard]] app::Shell &shell() { return *shell_; }
    [[nodiscard]] Driver &driver() { return driver_; }
    [[nodiscard]] app::Shell::Screen screen() const { return shell_->screen(); }
    /// The scene on the screen; empty while an outcome or another screen is up.
    [[nodiscard]] std::string scene() const;
    [[nodiscard]] bool shows_outcome() const;
    /// The text of a key in the language that is on.
    [[nodiscard]] std::string text(std::string_view key) const { return shell_->texts().named(key); }
    [[nodiscard]] bool shows_text(std::string_view key) { return driver_.shows(text(key)); }

    /// The name of the first widget drawn whose name begins so; empty when there is none.
    [[nodiscard]] std::string first_item(std::string_view prefix);

    /// Lets time pass until what was typed has been saved.
    void rest();
    /// From the library through the learner's set-up to the first scene.
    void begin_case(std::string_view nickname = "あおい");
    /// Picks, marks, orders as the decision says; nothing is committed.
    void enter(const model::Decision &decision, Hand hand);
    void type_rationale(std::string_view text);
    /// Presses the button that decides.
    void commit();
    /// enter, rationale, commit.
    void answer(const model::Decision &decision, Hand hand = Hand::keys);
    /// From an outcome on; does nothing where a scene is up.
    void go_on();
    /// Seeds a session but for its last decision, and plays that: the debrief comes up.
    void finish_seeded(model::SessionKind kind = model::SessionKind::first);
    /// Plays decisions in a row, from the first scene on the screen.
    void play(std::size_t begin, std::size_t end);
    /// Shows a message over the screen.
    [[nodiscard]] bool has_message();

  private:
    void start();
    void enter_grid(const model::AssignGrid &grid, const model::GridAnswer &answer, Hand hand);
    void enter_order(const model::OrderAnswer &answer, Hand hand);

    Home &home_;
    Driver driver_; // before the shell: it goes last
    std::unique_ptr<app::Shell> shell_;
};

} // namespace tsunagi::gui
