#include "store/sqlite_error.h"

#include <cerrno>

#include <fmt/format.h>
#include <sqlite3.h>

namespace tsunagi::store {

namespace {

/// The system's word for "no room": the disk is full, or what this user may use of it. SQLite itself only knows the
/// first; and it does not keep the system's error of a failed commit, so errno is asked too.
bool is_out_of_room(sqlite3 *handle) {
    const auto is_no_room = [](int cause) {
#ifdef EDQUOT
        if (cause == EDQUOT) return true;
#endif
        return cause == ENOSPC || cause == EFBIG;
    };
    return is_no_room(errno) || (handle != nullptr && is_no_room(sqlite3_system_errno(handle)));
}

const char *code_of(int result, sqlite3 *handle) {
    switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "store-busy";
    case SQLITE_FULL: return "store-full";
    case SQLITE_READONLY: return "store-readonly";
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return "store-open";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "store-damaged";
    case SQLITE_IOERR: return is_out_of_room(handle) ? "store-full" : "store-io";
    default: return "store-io";
    }
}

} // namespace

base::Error error_from_sqlite(const SQLite::Exception &exception, sqlite3 *handle) {
    return {code_of(exception.getErrorCode(), handle),
            fmt::format("SQLite {}: {}", exception.getExtendedErrorCode(), exception.what())};
}

} // namespace tsunagi::store
