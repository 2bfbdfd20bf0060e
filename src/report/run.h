#pragma once

#include <cstdint>
#include <string>

#include "engine/debrief.h"
#include "engine/fold.h"
#include "model/session.h"

namespace tsunagi::report {

/// A session with what was made of its decisions. The two belong together, and so does the scenario they point to; all
/// must outlive the run.
struct Run {
    const model::Session *session = nullptr;
    const engine::Progress *progress = nullptr;
};

/// All seconds of a session's decisions up to and with number `count`; what no clock could have counted is left out.
[[nodiscard]] std::int64_t seconds_until(const model::Session &session, std::size_t count);

/// "2026-11-23T01:02:03Z" (ISO 8601, UTC). Times before 1970 and after 9999 become the nearest there is.
[[nodiscard]] std::string utc_time(std::int64_t seconds_since_1970);

} // namespace tsunagi::report
