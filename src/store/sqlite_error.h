#pragma once

#include <cerrno>
#include <exception>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"

struct sqlite3;

namespace tsunagi::store {

/// What SQLite said, as one of the codes that session_store.h lists. `handle` may be null (the file was not opened);
/// with it, a disk that is full is told from a disk that fails.
[[nodiscard]] base::Error error_from_sqlite(const SQLite::Exception &exception, sqlite3 *handle);

/// Runs `work` and turns what SQLite throws into an Error: exceptions stay inside src/store. `work` returns a Status or
/// a Result.
template <class Outcome, class Work>
Outcome guarded(sqlite3 *handle, Work &&work) {
    errno = 0; // so that what is in it afterwards is of this work
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception &exception) {
        return error_from_sqlite(exception, handle);
    } catch (const std::exception &exception) {
        return base::Error{"store-io", exception.what()};
    }
}

} // namespace tsunagi::store
