#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "report/run.h"

namespace tsunagi::report {

// Tables for a spreadsheet: UTF-8 with a byte order mark, CR LF, RFC 4180. The first row names the columns in the
// language of the texts; which columns there are, and in which order, does not depend on it (docs/CLI.md).

/// One row an attempt, in the order given: who and which attempt first, then grades as plain numbers, so that the
/// gradebook import of Moodle can map each column.
[[nodiscard]] std::string attempts_csv(const std::vector<Run> &runs, const i18n::Texts &texts);

/// One row a decision, in the order of the runs and of the decisions. Scenes that are only read have none. A decision
/// that was given (Decision::is_given) has one that says so, with no figures.
[[nodiscard]] std::string decisions_csv(const std::vector<Run> &runs, const i18n::Texts &texts);

} // namespace tsunagi::report
