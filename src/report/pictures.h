#pragma once

#include <string>
#include <vector>

#include "engine/fold.h"
#include "i18n/texts.h"
#include "report/html.h"

namespace tsunagi::report {

/// One bar: what was earned of what could be.
struct Bar {
    std::string label;
    std::string share; ///< in words, at its end
    int earned = 0;
    int available = 0;
};

/// Bars on one scale as an SVG in the page. Earned is filled, the rest hatched, and the figures stand beside it. `id`
/// must be another one for each picture of a page: letters, digits and hyphens.
[[nodiscard]] std::string bar_chart(const std::vector<Bar> &bars, const std::string &id, const std::string &title,
                                    const i18n::Texts &texts);

/// Where the network stood, as a picture and in words. `at_start`: at the beginning; else where the run has come to,
/// with what has changed since then.
void add_ecomap(Html &html, const engine::Progress &progress, bool at_start, const std::string &id,
                const std::string &caption, const i18n::Texts &texts);
/// What the lines and shapes of the maps mean.
void add_ecomap_legend(Html &html, const i18n::Texts &texts);

} // namespace tsunagi::report
