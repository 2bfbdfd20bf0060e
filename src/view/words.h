#pragma once

#include <string>

#include "i18n/texts.h"
#include "model/handbook.h"

namespace tsunagi::view {

/// The text in the language of the program; the Japanese one where there is no English.
[[nodiscard]] const std::string &in_language(const model::Bilingual &text, const i18n::Texts &texts);

/// How far the support has come: "3か月後"; the first month has words of its own.
[[nodiscard]] std::string month_label(int months, const i18n::Texts &texts);

/// The text as it stands within quotation marks: Japanese ones inside it become double ones.
[[nodiscard]] std::string quotable(const std::string &text, const i18n::Texts &texts);

} // namespace tsunagi::view
