#pragma once

#include <string>

#include "app/app_options.h"
#include "base/problem.h"
#include "base/result.h"
#include "i18n/texts.h"

namespace tsunagi::app {

// Exit codes of the headless commands.
inline constexpr int kGood = 0;
inline constexpr int kProblemsFound = 1;
inline constexpr int kBadUse = 2;

/// What every headless command is given.
struct CliContext {
    const AppOptions &options;
    const i18n::Texts &texts;
};

/// Says on standard error what went wrong and what to do. Returns the exit code: bad use for codes that begin with
/// "use-" (the call was wrong), else problems found.
int report_error(const CliContext &context, const base::Error &error);
/// Says something on standard error that does not end the command.
void report_note(const std::string &text);

/// "file:line  pointer  [code]" and the sentence that says what to do.
[[nodiscard]] std::string problem_block(const base::Problem &problem, const i18n::Texts &texts);
/// The sentence alone.
[[nodiscard]] std::string problem_message(const base::Problem &problem, const i18n::Texts &texts);

} // namespace tsunagi::app
