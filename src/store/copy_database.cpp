#include <system_error>

#include <fmt/format.h>

#include "store/session_store.h"

namespace tsunagi::store {

namespace fs = std::filesystem;

namespace {

fs::path with_ending(const fs::path &file, const char *ending) {
    fs::path other = file;
    other += ending;
    return other;
}

} // namespace

base::Result<fs::path> copy_database(const fs::path &file, const fs::path &folder) {
    std::error_code failure;
    if (!fs::is_regular_file(file, failure)) return base::Error{"store-open", file.string()};
    fs::create_directories(folder, failure);
    if (failure) return base::Error{"store-readonly", fmt::format("{}: {}", folder.string(), failure.message())};

    fs::path copy;
    for (int number = 1; copy.empty(); ++number) {
        fs::path candidate = folder / file.stem();
        candidate += fmt::format("-copy-{}", number);
        candidate += file.extension();
        if (!fs::exists(candidate, failure)) copy = candidate;
    }
    for (const char *ending : {"", "-wal", "-shm"}) {
        const fs::path source = with_ending(file, ending);
        if (!fs::exists(source, failure)) continue;
        if (!fs::copy_file(source, with_ending(copy, ending), fs::copy_options::none, failure)) {
            const bool is_full = failure == std::errc::no_space_on_device || failure == std::errc::file_too_large;
            const base::Error error{is_full ? "store-full" : "store-io",
                                    fmt::format("{}: {}", copy.string(), failure.message())};
            for (const char *made : {"", "-wal", "-shm"}) fs::remove(with_ending(copy, made), failure);
            return error;
        }
    }
    return copy;
}

} // namespace tsunagi::store
