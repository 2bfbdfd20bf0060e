// What the validator of another program says of our pages.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <doctest/doctest.h>

#include "report/fixture.h"
#include "report/handout.h"
#include "report/workshop_handout.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

namespace fs = std::filesystem;

bool has_tidy() { return std::system("command -v tidy >/dev/null 2>&1") == 0; }

/// Tidy knows HTML's elements but not those of SVG within it: it takes their attributes, and widths with decimals, for
/// mistakes. That they are well-formed is checked elsewhere (fault_of_page).
bool is_about_svg(const std::string &line) {
    return line.find("<svg>") != std::string::npos ||
           line.find("<title> proprietary attribute \"id\"") != std::string::npos;
}

/// Its messages, without those that are no fault of a page.
std::string complaints_of(const std::string &page, const std::string &name) {
    const fs::path file = fs::temp_directory_path() / ("tsunagi-" + name + ".html");
    const fs::path said = fs::temp_directory_path() / ("tsunagi-" + name + ".txt");
    std::ofstream(file, std::ios::binary) << page;
    const std::string command = "tidy -errors -quiet -utf8 '" + file.string() + "' 2>'" + said.string() + "'";
    const int ended = std::system(command.c_str());
    (void)ended; // 1 for warnings; they are looked at one by one
    std::ifstream lines(said);
    std::string complaints;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && !is_about_svg(line)) complaints += line + "\n";
    fs::remove(file);
    fs::remove(said);
    return complaints;
}

} // namespace

TEST_CASE("HTML Tidy has nothing to say of a handout") {
    if (!has_tidy()) {
        MESSAGE("not checked: tidy is not installed");
        return;
    }
    const report::Words ja{handbook_data(), catalogue()};
    const report::Words en{handbook_data(), catalogue(i18n::Language::en)};
    const PlayedSession plain = played_session("cpp-1", "course");
    const PlayedSession hostile = hostile_session("ot-1", "course");
    CHECK(complaints_of(report::handout_html(plain.run(), "2026-11-23", ja), "plain") == "");
    CHECK(complaints_of(report::handout_html(hostile.run(), "2026-11-23", en), "hostile") == "");
    PlayedSession other = hostile_session("cpp-1", "course");
    other.session.id = model::SessionId("s-2");
    report::WorkshopHandout workshop;
    workshop.runs = {plain.run(), other.run()};
    workshop.voices = report::voices_of(workshop.runs, nullptr);
    workshop.date = "2026-11-23";
    CHECK(complaints_of(report::workshop_html(workshop, ja), "workshop") == "");
    // It would say something if there were anything to say.
    CHECK(complaints_of("<!DOCTYPE html><html><head></head><body><p id=\"a\"><p id=\"a\"></body></html>", "broken") !=
          "");
}
