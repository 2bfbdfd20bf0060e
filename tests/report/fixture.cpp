#include "report/fixture.h"

#include <stdexcept>

#include "content/handbook_json.h"
#include "support/plays.h"

namespace tsunagi::test {

PlayedSession played_session(const std::string &case_id, const std::string &play, int count) {
    const StoredCase &stored = stored_case(case_id);
    PlayedSession made;
    for (const engine::PlayedDecision &played : stored.play(play).played)
        made.session.decisions.push_back(played.decision);
    if (count >= 0) made.session.decisions.resize(static_cast<std::size_t>(count));
    for (model::Decision &decision : made.session.decisions) {
        decision.seconds = 30;
        decision.rationale.clear();
    }
    made.session.id = model::SessionId("s-0123456789abcdef0123456789abcdef");
    made.session.scenario = stored.scenario->id;
    made.session.scenario_version = stored.scenario->version;
    made.session.scenario_hash = stored.scenario->hash;
    made.session.learner = {"あおい", model::LearnerProfession::nurse, "Aグループ"};
    made.session.started_at = 1795395600; // 2026-11-23T01:00:00Z
    auto progress = engine::fold(*stored.scenario, made.session.decisions);
    if (!progress) throw std::runtime_error(progress.error().code + " " + progress.error().detail);
    made.progress = std::move(progress).value();
    return made;
}

const std::vector<std::string> &hostile_texts() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> texts = {"<script>alert('x')</script>",         "\"'><img src=x onerror=alert(1)>",
                                          "=HYPERLINK(\"http://evil\",\"y\")",   "line one\r\nline two\n</bdi></td>",
                                          "\u202Eabc\u202C \u200Fdef \u2067ghi", "&lt;already&gt; &amp; ]]> -->"};
        std::string lengthy = "@";
        for (int i = 1; i < 10000; ++i) lengthy += "長";
        texts.push_back(lengthy);
        texts.push_back("lone \xED\xA0\x80 bytes \xFF \x1B[31m");
        return texts;
    }();
    return all;
}

PlayedSession hostile_session(const std::string &case_id, const std::string &play) {
    PlayedSession made = played_session(case_id, play);
    const std::vector<std::string> &texts = hostile_texts();
    made.session.learner.nickname = texts[1];
    made.session.learner.group = texts[2];
    for (std::size_t i = 0; i < made.session.decisions.size(); ++i)
        made.session.decisions[i].rationale = texts[i % texts.size()];
    made.session.self_debrief = {texts[3], texts[4], texts[6]};
    made.progress = engine::fold(*made.progress.scenario, made.session.decisions).value();
    return made;
}

const i18n::Texts &catalogue(i18n::Language language) {
    const auto load = [](i18n::Language wanted) {
        return i18n::Texts::load(std::string(TSUNAGI_SOURCE_DIR) + "/assets/i18n", wanted).value();
    };
    static const i18n::Texts japanese = load(i18n::Language::ja);
    static const i18n::Texts english = load(i18n::Language::en);
    return language == i18n::Language::ja ? japanese : english;
}

const model::Handbook &handbook_data() {
    static const model::Handbook loaded = [] {
        base::Problems problems;
        return content::load_handbook(std::string(TSUNAGI_SOURCE_DIR) + "/assets/handbook", problems);
    }();
    return loaded;
}

std::size_t count_of(const std::string &text, const std::string &part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

} // namespace tsunagi::test
