#include "report/run.h"

#include <algorithm>

#include <fmt/format.h>

namespace tsunagi::report {

namespace {

constexpr std::int64_t kSecondsADay = 86400;
constexpr std::int64_t kLastSecond = 253402300799; // 9999-12-31T23:59:59Z
constexpr int kMostSecondsADecision = 7 * 86400;   // a scene left open over a week is no time spent on it

struct Date {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
};

/// The Gregorian date so many days after 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
Date date_of(std::int64_t days) {
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = shifted / 146097;
    const std::int64_t day_of_era = shifted % 146097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    Date date;
    date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    date.month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

} // namespace

std::int64_t seconds_until(const model::Session &session, std::size_t count) {
    std::int64_t seconds = 0;
    for (std::size_t i = 0; i < std::min(count, session.decisions.size()); ++i)
        seconds += std::clamp(session.decisions[i].seconds, 0, kMostSecondsADecision);
    return seconds;
}

std::string utc_time(std::int64_t seconds_since_1970) {
    const std::int64_t time = std::clamp<std::int64_t>(seconds_since_1970, 0, kLastSecond);
    const Date date = date_of(time / kSecondsADay);
    const std::int64_t second = time % kSecondsADay;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", date.year, date.month, date.day, second / 3600,
                       second / 60 % 60, second % 60);
}

} // namespace tsunagi::report
