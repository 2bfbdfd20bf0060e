#pragma once

#include <cstdint>
#include <string>

namespace tsunagi::app {

/// Date and time by the clock of this computer, "2026-11-23 09:30", of `seconds` since 1970-01-01 UTC. Empty for a time
/// that the platform has no date for.
[[nodiscard]] std::string local_time(std::int64_t seconds);

} // namespace tsunagi::app
