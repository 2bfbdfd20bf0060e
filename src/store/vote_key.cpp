#include "store/vote_key.h"

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

// Header only: nothing of another program's xxHash can be picked up at link time.
#ifndef XXH_INLINE_ALL
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "content/answer_json.h"
#include "model/vocabulary.h"

namespace tsunagi::store {

namespace {

/// An answer as bytes: its kind, then ids, each with a null byte that no id holds.
class Writer {
  public:
    explicit Writer(const model::SceneId &scene) { add(scene.value); }

    void operator()(const model::ReadAnswer &) { add("read"); }
    void operator()(const model::OneAnswer &answer) {
        add("one");
        add(answer.option.value);
    }
    void operator()(const model::ManyAnswer &answer) {
        add("many");
        add_sorted(answer.items,
                   [](const model::OptionId &item) { return std::make_tuple(std::string_view(item.value)); });
    }
    void operator()(const model::GridAnswer &answer) {
        add("grid");
        add_sorted(answer.marks, [](const model::PlacedMark &placed) {
            return std::make_tuple(std::string_view(placed.row.value), std::string_view(placed.column.value),
                                   model::word_of(placed.mark, model::kMarkWords));
        });
    }
    void operator()(const model::OrderAnswer &answer) {
        add("order");
        for (const model::OptionId &step : answer.steps) add(step.value);
    }

    [[nodiscard]] std::int64_t hash() const {
        return static_cast<std::int64_t>(XXH3_64bits(text_.data(), text_.size()));
    }

  private:
    void add(std::string_view word) {
        text_ += word;
        text_ += '\0';
    }
    /// In whatever order they were taken or placed, and however JSON sorts them, it is the same answer.
    template <class Item, class WordsOf>
    void add_sorted(const std::vector<Item> &items, const WordsOf &words_of) {
        std::vector<decltype(words_of(items.front()))> all;
        all.reserve(items.size());
        for (const Item &item : items) all.push_back(words_of(item));
        std::sort(all.begin(), all.end());
        for (const auto &words : all) std::apply([&](const auto &...word) { (add(word), ...); }, words);
    }

    std::string text_;
};

std::optional<std::int64_t> key_of_text(std::string_view json) {
    const auto decision = decision_of_text(json);
    return decision ? vote_key(*decision) : kUnreadableVote;
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
    Writer writer(decision.scene);
    std::visit(writer, decision.answer);
    const std::int64_t key = writer.hash();
    return key == kUnreadableVote ? 1 : key;
}

std::optional<model::Decision> decision_of_text(std::string_view json) {
    const auto parsed = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    content::AnswerFault fault;
    return content::read_decision(parsed, fault);
}

void add_vote_key(SQLite::Database &database) {
    database.createFunction("vote_key", 1, true, nullptr, answer_with_key, nullptr, nullptr, nullptr);
}

} // namespace tsunagi::store
