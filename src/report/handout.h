#pragma once

#include <string>

#include "report/parts.h"

namespace tsunagi::report {

/// The handout of one run as a page that stands alone: what the debrief shows, to be read and printed. The story must
/// be over. `date`: when it was begun, as shown in lists. What nobody was asked (Decision::is_given) is told but not
/// counted.
[[nodiscard]] std::string handout_html(const Run &run, const std::string &date, const Words &words);

} // namespace tsunagi::report
