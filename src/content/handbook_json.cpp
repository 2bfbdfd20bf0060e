#include "content/handbook_json.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "content/exhibit_reader.h"
#include "content/json_folder.h"
#include "content/json_pointer.h"
#include "content/json_read.h"
#include "content/json_source.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;

namespace {

struct KindWord {
    std::string_view word;
    HandbookKind kind;
    HandbookChapter chapter;
    const char *group; ///< the member that says which part of the chapter an entry belongs to; may be null
};

// The member "kind" of a handbook file, and what its entries are.
constexpr KindWord kKindWords[] = {
    {"practice_points", HandbookKind::practice_point, HandbookChapter::points, nullptr},
    {"role_table", HandbookKind::role_cell, HandbookChapter::roles, "table"},
    {"functions", HandbookKind::function, HandbookChapter::overview, "group"},
    {"steps", HandbookKind::step, HandbookChapter::overview, nullptr},
    {"icmss", HandbookKind::icmss, HandbookChapter::overview, nullptr},
    {"cases", HandbookKind::case_, HandbookChapter::cases, "case"},
    {"effects", HandbookKind::effect, HandbookChapter::roles, "table"},
    {"glossary", HandbookKind::term, HandbookChapter::glossary, "category"},
    {"pages", HandbookKind::page, HandbookChapter::overview, nullptr},
    {"fees", HandbookKind::fee, HandbookChapter::fees, nullptr},
};

Bilingual bilingual(const Json &json) { return {text_of(json, "ja"), text_of(json, "en")}; }

HandbookEntry read_entry(const Json &json, const KindWord &kind) {
    HandbookEntry entry;
    entry.id = id_of<HandbookId>(json, "id");
    entry.kind = kind.kind;
    // Pages name their chapter themselves.
    entry.chapter = word_of_member<HandbookChapter>(json, "chapter", kHandbookChapterWords).value_or(kind.chapter);
    if (kind.group != nullptr) entry.group = text_of(json, kind.group);
    entry.title = bilingual(member(json, "title"));
    entry.short_title = bilingual(member(json, "short"));
    entry.summary = text_of(json, "summary");
    entry.body = texts_of(json, "body");
    entry.source = text_of(json, "source");
    entry.items = texts_of(json, "items");
    entry.reading = text_of(json, "reading");
    entry.plain = text_of(json, "plain");
    entry.words = texts_of(json, "words");
    entry.note = text_of(json, "note");
    entry.year = text_of(json, "year");
    entry.related = ids_of<HandbookId>(json, "related");
    entry.facts = list_of(json, "facts", [](const Json &fact) {
        return HandbookEntry::Fact{text_of(fact, "label"), text_of(fact, "text")};
    });
    entry.exhibit = read_exhibit(member(json, "exhibit"));
    return entry;
}

// A list of {"id","ja","en"}, put in the order of `ids`.
template <std::size_t N>
void read_names(const Json &list, const std::array<std::string_view, N> &ids, std::array<Bilingual, N> &names) {
    if (!list.is_array()) return;
    for (const Json &name : list)
        for (std::size_t i = 0; i < N; ++i)
            if (text_of(name, "id") == ids[i]) names[i] = bilingual(name);
}

class HandbookReader {
  public:
    explicit HandbookReader(base::Problems &problems) : problems_(problems) {}

    void read(JsonSource &source) {
        if (source.is_parsed()) read_document(source);
        for (base::Problem &problem : source.take_problems()) problems_.push_back(std::move(problem));
    }

    Handbook take() {
        handbook_.build_index();
        return std::move(handbook_);
    }

  private:
    void read_document(JsonSource &source) {
        const Json &root = source.root();
        const std::string word = text_of(root, "kind");
        const auto *found = std::find_if(std::begin(kKindWords), std::end(kKindWords),
                                         [&](const KindWord &known) { return known.word == word; });
        if (found == std::end(kKindWords)) {
            source.error(root.is_object() && root.contains("kind") ? "/kind" : "", "handbook-kind", {{"kind", word}});
            return;
        }
        if (found->kind == HandbookKind::icmss) handbook_.icmss_rule = text_of(root, "rule");
        if (found->kind == HandbookKind::role_cell) {
            read_names(member(root, "functions"), kRoleFunctions, handbook_.role_functions);
            read_names(member(root, "columns"), kRoleColumns, handbook_.role_columns);
        }
        if (found->kind == HandbookKind::term)
            for (const auto &category : member(root, "categories").items())
                handbook_.categories[category.key()] = bilingual(category.value());
        if (found->kind == HandbookKind::fee) read_fee_schedule(root, handbook_.fees);
        const Json &entries = member(root, "entries");
        if (!entries.is_array()) {
            source.error("", "schema-missing", {{"property", "entries"}});
            return;
        }
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const bool is_added = add(read_entry(entries[i], *found), at("", "entries", i), source);
            if (is_added && found->kind == HandbookKind::fee) handbook_.fees.rules.push_back(read_fee_rule(entries[i]));
        }
    }

    bool add(HandbookEntry entry, const std::string &pointer, JsonSource &source) {
        if (entry.id.is_empty()) {
            source.error(pointer, "schema-missing", {{"property", "id"}});
            return false;
        }
        const std::pair<const char *, const std::string *> needed[] = {
            {"title", &entry.title.ja}, {"summary", &entry.summary}, {"source", &entry.source}};
        for (const auto &[name, text] : needed)
            if (text->empty()) source.error(pointer, "schema-missing", {{"property", name}});
        if (!ids_.insert(entry.id.value).second) {
            source.error(at(pointer, "id"), "duplicate-id", {{"kind", "entries"}, {"id", entry.id.value}});
            return false;
        }
        handbook_.entries.push_back(std::move(entry));
        return true;
    }

    base::Problems &problems_;
    Handbook handbook_;
    std::set<std::string> ids_;
};

} // namespace

Handbook load_handbook(const std::filesystem::path &folder, base::Problems &problems) {
    HandbookReader reader(problems);
    for (const auto &source : data_sources(folder, problems)) reader.read(*source);
    return reader.take();
}

} // namespace tsunagi::content
