#include "app/local_time.h"

#include <ctime>

namespace tsunagi::app {

std::string local_time(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    char text[32] = "";
    if (const std::tm *local = std::localtime(&time)) std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", local);
    return text;
}

} // namespace tsunagi::app
