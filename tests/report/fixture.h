#pragma once

#include <memory>
#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "report/run.h"

namespace tsunagi::test {

/// A session that was played through a stored case, and what became of it.
struct PlayedSession {
    model::Session session;
    engine::Progress progress;

    [[nodiscard]] report::Run run() const { return {&session, &progress}; }
};

/// tests/plays/<case_id>/<play>.json (or "course", the handbook team's), its first `count` decisions (-1: all), as a
/// session of somebody who typed ordinary things. Begun 2026-11-23T01:00:00Z, 30 seconds a decision.
[[nodiscard]] PlayedSession played_session(const std::string &case_id, const std::string &play, int count = -1);

/// The same, of somebody who typed everything that could break a report: into nickname, group, rationale, self-debrief.
[[nodiscard]] PlayedSession hostile_session(const std::string &case_id, const std::string &play);
/// What they typed, one after the other.
[[nodiscard]] const std::vector<std::string> &hostile_texts();

/// The catalogue and the handbook data of the program.
[[nodiscard]] const i18n::Texts &catalogue(i18n::Language language = i18n::Language::ja);
[[nodiscard]] const model::Handbook &handbook_data();

/// How often `part` stands in `text`.
[[nodiscard]] std::size_t count_of(const std::string &text, const std::string &part);
[[nodiscard]] inline bool holds_text(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
}

} // namespace tsunagi::test
