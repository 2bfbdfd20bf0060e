// Presenting a workshop on a projector: by keys and by a clicker, step by step, nothing before its time.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/workshop_review.h"
#include "gui/review_fixture.h"
#include "ui/screen_presenter.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;
using view::PresenterStep;

namespace {

app::Review review() {
    const test::PlayedWorkshop made = test::played_workshop();
    return app::review_of(made.workshop, made.sessions, std::make_shared<const Scenario>(material().scenario));
}

void start(Program &program) {
    program.driver().click("bar.workshop");
    program.driver().frame(2);
    program.driver().click(program.first_item("workshop.open."));
    program.driver().click("comparison.desk-present");
    REQUIRE(program.screen() == Screen::presenter);
}

/// "問い（1 / 6）", as the bar says it.
std::string where(const Program &program, PresenterStep step, std::size_t at, std::size_t of) {
    return program.text("presenter_step." + std::string(view::kPresenterStepWords[static_cast<std::size_t>(step)])) +
           fmt::format("（{} / {}）", at + 1, of);
}

/// Presses until the step is up: what does not fit is scrolled through first.
void press_to(Program &program, const std::string &wanted, ImGuiKey key) {
    for (int i = 0; i < 40 && !program.driver().shows(wanted); ++i) program.driver().press(key);
    CHECK_MESSAGE(program.driver().shows(wanted), wanted);
}

/// All that a step shows, without white space: what does not fit is scrolled through.
struct Seen {
    std::string text;
    [[nodiscard]] bool operator()(std::string_view wanted) const {
        return text.find(bare(wanted)) != std::string::npos;
    }
    static std::string bare(std::string_view text) {
        std::string kept;
        for (const char c : text)
            if (c != ' ' && c != '\n' && c != '\t') kept += c;
        return kept;
    }
};
Seen read_through(Program &program) {
    Seen seen{Seen::bare(program.driver().text_of_frame())};
    for (int i = 0; i < 60 && program.shows_text("presenter.more"); ++i) {
        program.driver().press(ImGuiKey_PageDown);
        seen.text += Seen::bare(program.driver().text_of_frame());
    }
    return seen;
}

} // namespace

TEST_CASE("a whole script by a clicker: each step comes after the one before and shows nothing of the next") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    start(program);
    const app::Review made = review();
    const auto decisions = analysis::five_decisions(made.material.cohort);
    REQUIRE(decisions.size() == 5);
    for (std::size_t place = 0; place < decisions.size(); ++place) {
        const Scene &scene = *made.material.cohort.decisions[decisions[place]].scene;
        CAPTURE(scene.id.value);
        const auto steps = view::presenter_steps(made.material, decisions[place]);
        REQUIRE(steps.size() == 6);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (place > 0 || i > 0) driver.press(ImGuiKey_PageDown);
            CHECK(driver.shows(where(program, steps[i], i, steps.size())));
            const Seen seen = read_through(program);
            CAPTURE(view::kPresenterStepWords[static_cast<std::size_t>(steps[i])]);
            CHECK(driver.shows(scene.title));
            CHECK(driver.shows(fmt::format("{} / 5", place + 1)));
            const bool has_choices = steps[i] == PresenterStep::choices;
            const bool has_rationales = steps[i] == PresenterStep::rationales;
            // The script may quote them again, after all have been seen.
            if (steps[i] != PresenterStep::prompts) CHECK(seen("本人の希望を先に聞くことにしました") == has_rationales);
            if (!has_choices && !has_rationales && steps[i] != PresenterStep::prompts) CHECK_FALSE(seen("作業療法士A"));
            if (const auto *options = options_of(scene.interaction))
                for (const Option &option : *options)
                    CHECK(seen(option.reason) == (steps[i] == PresenterStep::reasons));
            // The script comes back to it in the discussion, which is after its own step.
            if (!scene.handbook_team.empty() && steps[i] != PresenterStep::prompts)
                CHECK(seen(scene.handbook_team) == (steps[i] == PresenterStep::handbook));
            for (const std::string &prompt : scene.prompts) CHECK(seen(prompt) == (steps[i] == PresenterStep::prompts));
        }
    }
    // Behind the last step stands the end, and from there it goes back to the review.
    press_to(program, program.text("presenter.end"), ImGuiKey_PageDown);
    driver.press(ImGuiKey_PageDown);
    CHECK(program.screen() == Screen::comparison);
}

TEST_CASE("all keys that go on and back, Home and Escape") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home, 1920, 1080);
    Driver &driver = program.driver();
    start(program);
    const std::string question = program.text("presenter_step.question") + "（1 / 6）";
    const std::string choices = program.text("presenter_step.choices") + "（2 / 6）";
    for (const auto &[on, back] :
         {std::pair{ImGuiKey_RightArrow, ImGuiKey_LeftArrow}, std::pair{ImGuiKey_Space, ImGuiKey_PageUp},
          std::pair{ImGuiKey_PageDown, ImGuiKey_UpArrow}, std::pair{ImGuiKey_DownArrow, ImGuiKey_LeftArrow}}) {
        CAPTURE(ImGui::GetKeyName(on));
        press_to(program, choices, on);
        driver.press(back);
        CHECK(driver.shows(question));
    }
    driver.press(ImGuiKey_LeftArrow); // there is nothing before the first
    CHECK(driver.shows(question));
    for (int i = 0; i < 30; ++i) driver.press(ImGuiKey_PageDown);
    driver.press(ImGuiKey_Home);
    CHECK(driver.shows(question));
    CHECK(driver.shows("1 / 5"));
    driver.press(ImGuiKey_Escape);
    CHECK(program.screen() == Screen::comparison);
    driver.press(ImGuiKey_F5);
    CHECK(program.screen() == Screen::presenter);
    driver.press(ImGuiKey_F5); // of a clicker that sends it once more
    CHECK(program.screen() == Screen::presenter);
}

TEST_CASE("by mouse: the buttons, a press on the page, the other button back") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home, 1920, 1080);
    Driver &driver = program.driver();
    start(program);
    const std::string question = program.text("presenter_step.question") + "（1 / 6）";
    for (int i = 0; i < 10 && driver.shows(question); ++i) driver.click("presenter.next");
    CHECK_FALSE(driver.shows(question));
    driver.click("presenter.back");
    CHECK(driver.shows(question));
    driver.click("presenter.leave");
    CHECK(program.screen() == Screen::comparison);
}

TEST_CASE("the screen goes dark by B or the full stop, and any key brings it back without going on") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    start(program);
    const std::string question = program.text("presenter_step.question") + "（1 / 6）";
    for (const ImGuiKey dark : {ImGuiKey_B, ImGuiKey_Period}) {
        for (const ImGuiKey light : {ImGuiKey_PageDown, ImGuiKey_B, ImGuiKey_Escape, ImGuiKey_X}) {
            CAPTURE(ImGui::GetKeyName(light));
            driver.press(dark);
            CHECK_FALSE(driver.shows(question));
            driver.press(light);
            CHECK(driver.shows(question));
            CHECK(program.screen() == Screen::presenter);
        }
    }
}

TEST_CASE("the timer counts down, and on past its end, with words") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    start(program);
    CHECK_FALSE(driver.shows("5:00"));
    driver.press(ImGuiKey_T);
    CHECK(driver.shows("5:00"));
    CHECK(program.shell().seconds_to_next_frame() == 1);
    home.milliseconds += 55'000;
    driver.frame(2);
    CHECK(driver.shows("4:05"));
    home.milliseconds += 260'000;
    driver.frame(2);
    CHECK(driver.shows("時間です +0:15"));
    driver.press(ImGuiKey_T);
    CHECK_FALSE(driver.shows("時間です"));
    CHECK_FALSE(program.shell().seconds_to_next_frame().has_value());
}

TEST_CASE("the text is at least twice the usual size, at every size of window and text") {
    for (const ImVec2 window : {ImVec2{1280.0F, 800.0F}, ImVec2{1920.0F, 1080.0F}, ImVec2{800.0F, 600.0F}})
        for (const float percent : {80.0F, 100.0F, 150.0F, 200.0F, 250.0F}) {
            const float body = ui::kBaseTextSize * percent / 100.0F;
            const float pixels = body * ui::projected_zoom(window, body);
            CAPTURE(percent);
            CHECK(pixels >= ui::kBaseTextSize * 2.0F - 0.1F);
            CHECK(pixels >= body - 0.1F);
            if (percent <= 100.0F) CHECK(pixels >= body * 2.0F - 0.1F);
        }
}

TEST_CASE("the team decides from the presentation and comes back to the same place") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    start(program);
    press_to(program, program.text("presenter_step.prompts") + "（6 / 6）", ImGuiKey_PageDown);
    driver.press(ImGuiKey_D);
    REQUIRE(program.screen() == Screen::workshop);
    driver.click("workshop.team-to-list");
    driver.frame(3);
    CHECK(program.screen() == Screen::presenter);
    CHECK(driver.shows(program.text("presenter_step.prompts") + "（6 / 6）"));
    CHECK(driver.shows("1 / 5"));
}

TEST_CASE("with one group there is nothing to present, and that is said") {
    Home home;
    store_workshop(home, test::played_workshop(1));
    Program program(home);
    start(program);
    CHECK(program.shows_text("presenter.nothing-to-present"));
    program.driver().press(ImGuiKey_PageDown);
    CHECK(program.screen() == Screen::comparison);
}
