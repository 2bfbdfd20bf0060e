#pragma once

#include <string>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/vocabulary.h"

namespace tsunagi::view {

/// The text in the language of the program; the Japanese one where there is no English.
[[nodiscard]] const std::string &in_language(const model::Bilingual &text, const i18n::Texts &texts);

/// The name of a profession: of who plays, of whose contribution a case is about, of people in it.
[[nodiscard]] const std::string &profession_name(model::LearnerProfession profession, const i18n::Texts &texts);
[[nodiscard]] const std::string &profession_name(model::LeadProfession profession, const i18n::Texts &texts);
[[nodiscard]] const std::string &profession_name(model::Profession profession, const i18n::Texts &texts);

/// What a safety flag is about, in a word or two.
[[nodiscard]] const std::string &safety_word(model::SafetyKind kind, const i18n::Texts &texts);

/// How far the support has come: "3か月後"; the first month has words of its own.
[[nodiscard]] std::string month_label(int months, const i18n::Texts &texts);

/// The text as it stands within quotation marks: Japanese ones inside it become double ones.
[[nodiscard]] std::string quotable(const std::string &text, const i18n::Texts &texts);

} // namespace tsunagi::view
