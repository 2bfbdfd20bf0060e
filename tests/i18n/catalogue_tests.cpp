#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "i18n/sources.h"
#include "i18n/texts.h"
#include "model/vocabulary.h"

#ifdef TSUNAGI_HAS_FREETYPE
#include <ft2build.h>
#include FT_FREETYPE_H
#endif

using namespace tsunagi;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(TSUNAGI_SOURCE_DIR) / "assets" / "i18n";

std::vector<fs::path> files_of(const std::string &language) {
    std::vector<fs::path> files{kFolder / (language + ".json")};
    for (const auto &entry : fs::directory_iterator(kFolder / "fragments"))
        if (entry.path().string().ends_with("." + language + ".json")) files.push_back(entry.path());
    std::sort(files.begin() + 1, files.end());
    return files;
}

/// All keys and texts of a language; a key written twice is put into `doubled` (a JSON parser would hide it).
std::map<std::string, std::string> catalogue(const std::string &language, std::vector<std::string> &doubled) {
    std::map<std::string, std::string> texts;
    for (const fs::path &file : files_of(language)) {
        std::string key;
        const auto document = nlohmann::json::parse(
            test::read_text(file),
            [&](int, nlohmann::json::parse_event_t event, nlohmann::json &parsed) {
                if (event == nlohmann::json::parse_event_t::key) {
                    key = parsed.get<std::string>();
                    if (!texts.try_emplace(key).second) doubled.push_back(file.filename().string() + ": " + key);
                }
                return true;
            },
            false);
        REQUIRE_MESSAGE(document.is_object(), file.string(), " is not a JSON object");
        for (const auto &[name, text] : document.items()) {
            REQUIRE_MESSAGE(text.is_string(), file.string(), ": ", name);
            texts[name] = text.get<std::string>();
        }
    }
    return texts;
}

/// The names in {braces}, each as often as it stands there; "{{" is a brace.
std::multiset<std::string> placeholders(const std::string &text) {
    std::multiset<std::string> names;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') continue;
        if (at + 1 < text.size() && text[at + 1] == '{') {
            ++at;
            continue;
        }
        const std::size_t end = text.find('}', at);
        if (end == std::string::npos) return {"(no closing brace)"};
        names.insert(text.substr(at + 1, end - at - 1));
        at = end;
    }
    return names;
}

fs::path fresh_folder(const char *name) {
    const fs::path folder = fs::temp_directory_path() / ("tsunagi-i18n-" + std::string(name));
    fs::remove_all(folder);
    fs::create_directories(folder / "fragments");
    return folder;
}

void write_text(const fs::path &file, const std::string &text) { std::ofstream(file, std::ios::binary) << text; }

} // namespace

TEST_CASE("both languages have the same keys, each once, with the same placeholders") {
    std::vector<std::string> doubled;
    const auto ja = catalogue("ja", doubled);
    const auto en = catalogue("en", doubled);
    for (const std::string &key : doubled) FAIL_CHECK("written twice: ", key);
    CHECK(ja.size() == i18n::kTextCount);
    for (const auto &[key, text] : ja) {
        const auto other = en.find(key);
        if (other == en.end()) {
            FAIL_CHECK("no English text: ", key);
            continue;
        }
        // Nothing on purpose (the sign of an empty cell) is nothing in both.
        CHECK_MESSAGE(text.empty() == other->second.empty(), "empty in one language: ", key);
        CHECK_MESSAGE(placeholders(text) == placeholders(other->second), "placeholders differ: ", key);
        for (const std::string &name : placeholders(text))
            CHECK_MESSAGE((!name.empty() && name.find(':') == std::string::npos), key, ": name the placeholder: {",
                          name, "}");
    }
    for (const auto &[key, text] : en) CHECK_MESSAGE(ja.count(key) == 1, "no Japanese text: ", key);
}

TEST_CASE("the keys are sorted, for find() to search them") {
    CHECK(std::is_sorted(i18n::kTextKeys.begin(), i18n::kTextKeys.end()));
}

TEST_CASE("a catalogue answers by enum, by key and as a label") {
    const auto ja = i18n::Texts::load(kFolder, i18n::Language::ja);
    const auto en = i18n::Texts::load(kFolder, i18n::Language::en);
    REQUIRE(ja.is_ok());
    REQUIRE(en.is_ok());
    CHECK((*ja)(i18n::Text::gauge_trust) == "信頼");
    CHECK((*en)(i18n::Text::gauge_trust) == "Trust");
    CHECK(std::string(ja->label(i18n::Text::gauge_trust)) == "信頼###gauge.trust");
    CHECK(std::string(en->label(i18n::Text::gauge_trust)) == "Trust###gauge.trust");
    REQUIRE(ja->find("class.missed") != nullptr);
    CHECK(*ja->find("class.missed") == "機会逸失");
    CHECK(ja->find("class.") == nullptr);
    CHECK(ja->find("zzz.none") == nullptr);
    CHECK(ja->named("zzz.none") == "zzz.none");
    CHECK(ja->named("mark.lead") == "主");
    CHECK(ja->language() == i18n::Language::ja);
}

TEST_CASE("every word of the vocabulary has a text") {
    const auto texts = i18n::Texts::load(kFolder, i18n::Language::ja);
    REQUIRE(texts.is_ok());
    const auto check = [&](const std::string &prefix, const auto &words) {
        for (const std::string_view word : words)
            CHECK_MESSAGE(texts->find(prefix + std::string(word)) != nullptr, prefix, word);
    };
    check("gauge.", model::kGaugeWords);
    check("class.", model::kOptionClassWords);
    check("safety.", model::kSafetyKindWords);
    check("profession.", model::kProfessionWords);
    check("learner_profession.", model::kLearnerProfessionWords);
    check("party_kind.", model::kPartyKindWords);
    check("fact_category.", model::kFactCategoryWords);
    check("tie_strength.", model::kTieStrengthWords);
    check("tie_status.", model::kTieStatusWords);
    check("grid_kind.", model::kGridKindWords);
    check("mark.", model::kMarkWords);
    check("ending_kind.", model::kEndingKindWords);
}

TEST_CASE("a catalogue that cannot be read is an error that names the file") {
    const auto nowhere = i18n::Texts::load("/nowhere/at/all", i18n::Language::ja);
    REQUIRE(!nowhere.is_ok());
    CHECK(nowhere.error().code == "i18n-read");
    CHECK(nowhere.error().detail.find("/nowhere/at/all") != std::string::npos);

    const fs::path folder = fresh_folder("broken");
    write_text(folder / "ja.json", "{\"app.name\": \"x\"}");
    CHECK(i18n::Texts::load(folder, i18n::Language::ja).is_ok());
    write_text(folder / "fragments" / "play.ja.json", "{\"a.b\": ");
    const auto broken = i18n::Texts::load(folder, i18n::Language::ja);
    REQUIRE(!broken.is_ok());
    CHECK(broken.error().detail.find("play.ja.json") != std::string::npos);
    write_text(folder / "fragments" / "play.ja.json", "{\"a.b\": 3}");
    CHECK(!i18n::Texts::load(folder, i18n::Language::ja).is_ok());
    fs::remove_all(folder);
}

TEST_CASE("placeholders are filled by name; a text that does not fit stays as it is") {
    const fs::path folder = fresh_folder("format");
    write_text(folder / "ja.json", "{\"app.name\": \"{n}か月、{who}\", \"app.title\": \"{broken\"}");
    const auto texts = i18n::Texts::load(folder, i18n::Language::ja);
    REQUIRE(texts.is_ok());
    CHECK(texts->format(i18n::Text::app_name, fmt::arg("n", 3), fmt::arg("who", "本人")) == "3か月、本人");
    CHECK(texts->format(i18n::Text::app_name, fmt::arg("n", 3)) == "{n}か月、{who}");
    CHECK(texts->format_named("app.name", {{"n", "4"}, {"who", "夫"}}) == "4か月、夫");
    CHECK(texts->format_named("app.title", {}) == "{broken");
    CHECK(texts->format_named("zzz.none", {}) == "zzz.none");
    fs::remove_all(folder);
}

#ifdef TSUNAGI_HAS_FREETYPE
namespace {

/// Code points of well-formed UTF-8.
std::set<char32_t> code_points(const std::string &text) {
    std::set<char32_t> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t value = first < 0x80 ? first : first & (0xFFu >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
            value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
        found.insert(value);
        at += length;
    }
    return found;
}

} // namespace
#endif

TEST_CASE("the font has every character that the program shows") {
#ifdef TSUNAGI_HAS_FREETYPE
    if (!fs::exists(TSUNAGI_FONT_PATH)) {
        MESSAGE("not checked: there is no font at " TSUNAGI_FONT_PATH);
        return;
    }
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    REQUIRE(FT_Init_FreeType(&library) == 0);
    REQUIRE(FT_New_Face(library, TSUNAGI_FONT_PATH, 0, &face) == 0);
    const auto check = [&](const fs::path &file) {
        for (const char32_t point : code_points(test::read_text(file)))
            if (point > 0x20)
                CHECK_MESSAGE(FT_Get_Char_Index(face, point) != 0, file.string(), ": U+", std::hex,
                              static_cast<unsigned>(point));
    };
    for (const char *language : {"ja", "en"})
        for (const fs::path &file : files_of(language)) check(file);
    for (const char *folder : {"scenarios", "assets/handbook"}) {
        std::error_code ignored;
        for (const auto &entry : fs::directory_iterator(fs::path(TSUNAGI_SOURCE_DIR) / folder, ignored))
            if (entry.path().extension() == ".json") check(entry.path());
    }
    FT_Done_Face(face);
    FT_Done_FreeType(library);
#else
    MESSAGE("not checked: built without FreeType");
#endif
}
