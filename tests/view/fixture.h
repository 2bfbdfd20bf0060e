#pragma once

#include <string>
#include <vector>

#include "engine/fold.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/scenario.h"
#include "model/session.h"

namespace tsunagi::test {

/// The catalogue of the program.
[[nodiscard]] const i18n::Texts &texts(i18n::Language language);
[[nodiscard]] inline const i18n::Texts &ja() { return texts(i18n::Language::ja); }
[[nodiscard]] inline const i18n::Texts &en() { return texts(i18n::Language::en); }
/// The handbook data of the program.
[[nodiscard]] const model::Handbook &handbook();
/// scenarios/cpp-1.json
[[nodiscard]] const model::Scenario &cpp1();

/// A session of CPP 1 with the first `count` decisions of tests/plays/cpp-1/<play>.json (-1: all).
[[nodiscard]] model::Session session_of(const std::string &play, int count = -1);
/// Its progress; throws where the play does not fit the case.
[[nodiscard]] engine::Progress progress_of(const model::Session &session);

/// What is wrong with a text that is going to be shown: a key of the catalogue that has no text, a placeholder that
/// was not filled, bytes that are no UTF-8. Empty when nothing is.
[[nodiscard]] std::string fault_of(const std::string &text);

} // namespace tsunagi::test
