#pragma once

#include <filesystem>
#include <memory>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"

namespace tsunagi::store {

/// Opens the database at `file` for reading and writing, with the newest tables. What is there already is first looked
/// at through a connection that cannot write: a file that is damaged, newer or not ours keeps every byte.
[[nodiscard]] base::Result<std::unique_ptr<SQLite::Database>> open_database(const std::filesystem::path &file);

} // namespace tsunagi::store
