#include "store/sqlite_open.h"

#include <cerrno>
#include <chrono>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/migrations.h"
#include "store/sqlite_error.h"

namespace tsunagi::store {

namespace {

namespace fs = std::filesystem;

constexpr int kBusyTimeoutMs = 3000;

fs::path beside(const fs::path &file, const char *ending) {
    fs::path other = file;
    other += ending;
    return other;
}

bool has_bytes(const fs::path &file) {
    std::error_code failure;
    const auto size = fs::file_size(file, failure);
    return !failure && size > 0;
}

std::string utf8_of(const fs::path &path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

/// A file: URI that SQLite reads without locks and without making files beside it.
std::string immutable_uri(const fs::path &file) {
    std::string uri = "file:";
    const auto path = fs::absolute(file).generic_u8string();
    if (!path.empty() && path.front() != u8'/') uri += '/'; // a drive letter
    for (const auto unit : path) {
        const auto byte = static_cast<unsigned char>(unit);
        const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= '0' && byte <= '9') || byte == '/' || byte == '-' || byte == '_' ||
                              byte == '.' || byte == ':';
        if (is_plain)
            uri += static_cast<char>(byte);
        else
            uri += fmt::format("%{:02X}", byte);
    }
    return uri + "?immutable=1";
}

bool has_sqlite_header(const fs::path &file) {
    constexpr std::string_view kHeader("SQLite format 3\0", 16);
    std::string start(kHeader.size(), ' ');
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return true; // SQLite will say why it cannot be opened
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == kHeader;
}

base::Status inspect(SQLite::Database &database) {
    const SQLite::Transaction one_moment(database); // all that is asked is of the same moment
    const int application = database.execAndGet("PRAGMA application_id").getInt();
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const bool has_tables = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0;
    // Killed right after it was created, the file may have a header and nothing else yet.
    const bool is_blank = application == 0 && version == 0 && !has_tables;
    if (application != kApplicationId && !is_blank)
        return base::Error{"store-damaged",
                           fmt::format("another program's SQLite file (application id {})", application)};
    const int newest = static_cast<int>(all_migrations().size());
    if (version > newest)
        return base::Error{"store-newer", fmt::format("version {}, this program knows {}", version, newest)};
    if (const std::string verdict = database.execAndGet("PRAGMA quick_check(1)").getString(); verdict != "ok")
        return base::Error{"store-damaged", verdict};
    return {};
}

/// Looks at an existing file without writing to it, and without making files beside it.
base::Status look_at(const fs::path &file) {
    // SQLite takes a file of a few bytes for an empty database and would write over it.
    if (!has_sqlite_header(file)) return base::Error{"store-damaged", "not a database"};
    const bool has_log = has_bytes(beside(file, "-wal"));
    return guarded<base::Status>(nullptr, [&] {
        SQLite::Database database =
            has_log ? SQLite::Database(utf8_of(file), SQLite::OPEN_READONLY, kBusyTimeoutMs)
                    : SQLite::Database(immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        return inspect(database);
    });
}

/// As look_at. Without locks, a file that another Tsunagi is writing at this moment looks torn, so a bad file is looked
/// at more than once.
base::Status inspect_file(const fs::path &file) {
    for (int attempt = 0;; ++attempt) {
        // An unfinished first write is rolled back by SQLite when it opens the file for writing.
        if (has_bytes(beside(file, "-journal"))) return {};
        const base::Status seen = look_at(file);
        if (seen.is_ok() || attempt == 3) return seen;
        std::this_thread::sleep_for(std::chrono::milliseconds(40));
    }
}

bool can_write_into(const fs::path &folder) {
    const fs::path probe = folder / ".tsunagi-can-write";
    const bool was_made = std::ofstream(probe).is_open();
    std::error_code ignored;
    fs::remove(probe, ignored);
    return was_made;
}

base::Status prepare(SQLite::Database &database) {
    // Once more, under locks: the file may have been made, or rolled back, only now.
    base::Status looked = inspect(database);
    if (!looked.is_ok()) return looked;
    // A journal beside the file is all that some network drives allow; with synchronous=FULL that is as durable.
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    return migrate(database, all_migrations());
}

/// A folder that cannot be written to makes SQLite say "unable to open"; say what it is.
base::Error with_cause(base::Error error, const fs::path &file) {
    if (error.code == "store-open" && !can_write_into(file.parent_path())) error.code = "store-readonly";
    error.detail = fmt::format("{}: {}", utf8_of(file), error.detail);
    return error;
}

base::Result<std::unique_ptr<SQLite::Database>> open_for_writing(const fs::path &file) {
    using Opened = base::Result<std::unique_ptr<SQLite::Database>>;
    std::unique_ptr<SQLite::Database> database;
    const auto open = [&]() -> Opened {
        database = std::make_unique<SQLite::Database>(utf8_of(file), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                      kBusyTimeoutMs);
        // A file without write permission is opened for reading, silently.
        if (sqlite3_db_readonly(database->getHandle(), "main") == 1)
            return base::Error{"store-readonly", "the file may not be written"};
        const base::Status prepared = prepare(*database);
        if (!prepared.is_ok()) return prepared.error();
        return std::move(database);
    };
    errno = 0; // error_from_sqlite looks at it
    try {
        return open();
    } catch (const SQLite::Exception &exception) {
        return error_from_sqlite(exception, database ? database->getHandle() : nullptr);
    }
}

} // namespace

base::Result<std::unique_ptr<SQLite::Database>> open_database(const fs::path &requested) {
    using namespace std::chrono;
    std::error_code failure;
    const fs::path file = fs::absolute(requested, failure);
    if (failure) return base::Error{"store-open", failure.message()};
    if (fs::is_directory(file, failure)) return base::Error{"store-open", utf8_of(file) + ": is a folder"};
    fs::create_directories(file.parent_path(), failure);
    if (failure) {
        const bool is_forbidden =
            failure == std::errc::permission_denied || failure == std::errc::read_only_file_system;
        return base::Error{is_forbidden ? "store-readonly" : "store-open",
                           fmt::format("{}: {}", utf8_of(file.parent_path()), failure.message())};
    }

    if (has_bytes(file)) {
        const base::Status seen = inspect_file(file);
        if (!seen.is_ok()) return with_cause(seen.error(), file);
    }
    // Switching a new file to WAL does not wait for another program that does the same: try again for a while.
    const auto give_up = steady_clock::now() + milliseconds(kBusyTimeoutMs);
    for (;;) {
        auto opened = open_for_writing(file);
        if (opened.is_ok()) return opened;
        if (opened.error().code != "store-busy" || steady_clock::now() > give_up)
            return with_cause(opened.error(), file);
        std::this_thread::sleep_for(milliseconds(20));
    }
}

} // namespace tsunagi::store
