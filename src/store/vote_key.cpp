#include "store/vote_key.h"

#include <exception>
#include <string>
#include <string_view>

// Header only: nothing of another program's xxHash can be picked up at link time.
#ifndef XXH_INLINE_ALL
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

#include <sqlite3.h>

#include "content/session_json.h"

namespace tsunagi::store {

namespace {

std::optional<std::int64_t> key_of_text(std::string_view json) {
    const auto decision = content::decision_from_json(json);
    return decision.is_ok() ? vote_key(*decision) : kUnreadableVote;
}

// Called by SQLite, through which no exception may pass.
void answer_with_key(sqlite3_context *context, int, sqlite3_value **values) {
    try {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        if (const auto key = key_of_text(text == nullptr ? std::string_view() : std::string_view(text, size)))
            sqlite3_result_int64(context, *key);
        else
            sqlite3_result_null(context);
    } catch (const std::exception &exception) {
        sqlite3_result_error(context, exception.what(), -1);
    }
}

} // namespace

std::optional<std::int64_t> vote_key(const model::Decision &decision) {
    if (decision.is_given) return std::nullopt;
    const std::string text = decision.scene.value + '\n' + content::answer_to_json(decision.answer);
    const auto key = static_cast<std::int64_t>(XXH3_64bits(text.data(), text.size()));
    return key == kUnreadableVote ? 1 : key;
}

void add_vote_key(SQLite::Database &database) {
    database.createFunction("vote_key", 1, true, nullptr, answer_with_key, nullptr, nullptr, nullptr);
}

} // namespace tsunagi::store
