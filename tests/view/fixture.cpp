#include "view/fixture.h"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "base/utf8.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"

namespace tsunagi::test {

namespace {

const std::string kRoot = TSUNAGI_SOURCE_DIR;

i18n::Texts load_texts(i18n::Language language) {
    auto loaded = i18n::Texts::load(kRoot + "/assets/i18n", language);
    if (!loaded) throw std::runtime_error(loaded.error().detail);
    return std::move(loaded).value();
}

std::string read_text(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

} // namespace

const i18n::Texts &texts(i18n::Language language) {
    static const i18n::Texts japanese = load_texts(i18n::Language::ja);
    static const i18n::Texts english = load_texts(i18n::Language::en);
    return language == i18n::Language::ja ? japanese : english;
}

const model::Handbook &handbook() {
    static const model::Handbook loaded = [] {
        base::Problems problems;
        model::Handbook book = content::load_handbook(kRoot + "/assets/handbook", problems);
        if (base::has_error(problems)) throw std::runtime_error("the handbook data has problems");
        return book;
    }();
    return loaded;
}

const model::Scenario &cpp1() {
    static const model::Scenario loaded = [] {
        content::ScenarioFile file = content::load_scenario(kRoot + "/scenarios/cpp-1.json", handbook());
        if (!file.is_playable()) throw std::runtime_error("cpp-1.json cannot be played");
        return std::move(*file.scenario);
    }();
    return loaded;
}

model::Session session_of(const std::string &play, int count) {
    const auto file = content::decision_file_from_json(read_text(kRoot + "/tests/plays/cpp-1/" + play + ".json"));
    if (!file) throw std::runtime_error(file.error().detail);
    model::Session session;
    session.id = model::SessionId("session");
    session.scenario = cpp1().id;
    session.scenario_hash = cpp1().hash;
    session.learner = {"あおい", model::LearnerProfession::nurse, "Aグループ"};
    session.decisions = file->decisions;
    if (count >= 0) session.decisions.resize(static_cast<std::size_t>(count));
    return session;
}

engine::Progress progress_of(const model::Session &session) {
    auto progress = engine::fold(cpp1(), session.decisions);
    if (!progress) throw std::runtime_error(progress.error().code + ": " + progress.error().detail);
    return std::move(progress).value();
}

std::string fault_of(const std::string &text) {
    if (!base::is_valid_utf8(text)) return "not UTF-8: " + text;
    if (text.find('{') != std::string::npos) return "a placeholder was not filled: " + text;
    // A key that has no text is shown as itself: "gauge.trust".
    const bool is_key = text.size() > 2 && text.find('.') != std::string::npos &&
                        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos &&
                        text.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos;
    return is_key ? "a key instead of its text: " + text : std::string();
}

} // namespace tsunagi::test
