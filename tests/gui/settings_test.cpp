// Settings take effect at once and are there at the next start.

#include "gui/program.h"

#include <doctest/doctest.h>

#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using Screen = app::Shell::Screen;

TEST_CASE("text size, theme, language and motion take effect at once and are kept") {
    Home home;
    {
        Program program(home);
        Driver &driver = program.driver();
        driver.click("bar.settings");
        REQUIRE(program.screen() == Screen::settings);

        const float height = driver.item("settings.back").rect.height();
        for (int i = 0; i < 5; ++i) driver.click("settings.larger");
        CHECK(program.shell().settings().text_percent == 150);
        CHECK(driver.item("settings.back").rect.height() > height * 1.4F);
        driver.click("settings.smaller");
        CHECK(program.shell().settings().text_percent == 140);

        driver.click("settings.theme.dark");
        CHECK(ImGui::GetColorU32(ImGuiCol_WindowBg) == ui::palette_of(ui::ThemeKind::dark).window);

        CHECK(driver.shows("文字の大きさ"));
        driver.click("settings.language.en");
        CHECK_FALSE(driver.shows("文字の大きさ"));
        CHECK(driver.shows("Text size"));

        CHECK_FALSE(program.shell().settings().reduced_motion);
        driver.click("settings.reduced_motion");
        CHECK(program.shell().settings().reduced_motion);
        driver.click("bar.library"); // saved with the change of screens, not only at the end
        program.kill();
    }
    Program program(home);
    CHECK(program.shell().settings().text_percent == 140);
    CHECK(program.shell().theme() == ui::ThemeKind::dark);
    CHECK(program.shell().texts().language() == i18n::Language::en);
    CHECK(program.shell().settings().reduced_motion);
    CHECK(ImGui::GetColorU32(ImGuiCol_WindowBg) == ui::palette_of(ui::ThemeKind::dark).window);
    CHECK(program.driver().shows("Text size") == false);
    program.driver().click("bar.settings");
    CHECK(program.driver().shows("Text size"));
}

TEST_CASE("text grows and shrinks from the bar on every screen, between its limits") {
    Home home;
    home.seed(1);
    Program program(home);
    Driver &driver = program.driver();
    driver.click("library.resume.cpp-1");
    driver.click("bar.larger");
    CHECK(program.shell().settings().text_percent == 110);
    CHECK(program.scene() == material().course[1].scene.value);
    program.shell().settings().text_percent = 250;
    driver.click("bar.larger");
    CHECK(program.shell().settings().text_percent == 250);
    program.shell().settings().text_percent = 80;
    driver.click("bar.smaller");
    CHECK(program.shell().settings().text_percent == 80);
}

TEST_CASE("from the settings one comes back to where one was") {
    Home home;
    home.seed(1);
    Program program(home);
    Driver &driver = program.driver();
    driver.click("library.resume.cpp-1");
    program.answer(material().course[1]);
    REQUIRE(program.shows_outcome());
    driver.click("bar.settings");
    driver.click("settings.language.en");
    driver.click("bar.history");
    driver.click("bar.settings");
    driver.click("settings.back");
    CHECK(program.shows_outcome());
    CHECK(driver.shows(program.text("outcome.happened")));
    driver.click("bar.settings");
    driver.click("settings.language.ja");
    driver.click("settings.back");
    CHECK(driver.shows("起きたこと"));
}

TEST_CASE("a damaged settings file gives the defaults and does not keep the program from starting") {
    Home home;
    home.seed(1);
    std::filesystem::create_directories(home.data());
    {
        std::unique_ptr<FILE, int (*)(FILE *)> file(fopen((home.data() / "settings.json").c_str(), "w"), fclose);
        fputs("{\"text_percent\": 1", file.get());
    }
    Program program(home);
    CHECK(program.screen() == Screen::library);
    CHECK(program.shell().settings().text_percent == 100);
    CHECK(program.driver().exists("library.resume.cpp-1"));
}
