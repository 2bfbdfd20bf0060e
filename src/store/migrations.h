#pragma once

#include <string_view>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"

namespace tsunagi::store {

/// Written into the database's header, so that another program's SQLite file is recognised: "TSNG".
inline constexpr int kApplicationId = 0x54534E47;

/// Step n (0-based) takes a database from user_version n to n + 1. A step that was released is never changed:
/// a change of the tables is a further step. Beside SQLite's own functions a step may use those of store/vote_key.
using Migrations = std::vector<std::string_view>;

[[nodiscard]] const Migrations &all_migrations();

/// Takes the database to the newest version, each step in a transaction of its own. Errors: "store-newer" when the
/// database is beyond the last step; nothing is changed then.
[[nodiscard]] base::Status migrate(SQLite::Database &database, const Migrations &migrations);

} // namespace tsunagi::store
