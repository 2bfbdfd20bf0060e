#include "content/handbook_check.h"

#include <memory>
#include <set>
#include <string>
#include <utility>

#include "content/json_folder.h"
#include "content/json_pointer.h"
#include "content/json_read.h"
#include "content/json_source.h"
#include "content/schema_check.h"

namespace tsunagi::content {

using Json = nlohmann::json;

namespace {

const Json &schema() {
    static const Json document = Json::parse(handbook_schema_text());
    return document;
}

/// Calls `use(element, pointer)` for each element of an array member.
template <class Use>
void for_each(const Json &object, const std::string &pointer, const char *key, Use use) {
    const Json &array = member(object, key);
    if (!array.is_array()) return;
    for (std::size_t i = 0; i < array.size(); ++i) use(array[i], at(pointer, key, i));
}

std::set<std::string> ids_in(const Json &object, const char *key) {
    std::set<std::string> ids;
    for_each(object, "", key, [&](const Json &element, const std::string &) { ids.insert(text_of(element, "id")); });
    return ids;
}

class FileChecker {
  public:
    FileChecker(JsonSource &source, const std::set<std::string> &entries) : source_(source), entries_(entries) {}

    void check() {
        const Json &root = source_.root();
        for_each(root, "", "entries", [&](const Json &entry, const std::string &pointer) {
            expect_entries(entry, pointer, "related");
            check_exhibit(member(entry, "exhibit"), at(pointer, "exhibit"));
        });
        if (text_of(root, "kind") == "fees") check_fees(root);
    }

  private:
    void expect_entry(const Json &id, const std::string &pointer) {
        const std::string text = text_value(id);
        if (!text.empty() && entries_.count(text) == 0) source_.error(pointer, "unknown-ref", {{"id", text}});
    }

    void expect_entries(const Json &object, const std::string &pointer, const char *key) {
        for_each(object, pointer, key, [&](const Json &id, const std::string &place) { expect_entry(id, place); });
    }

    void expect(const std::set<std::string> &known, const char *kind, const Json &id, const std::string &pointer) {
        const std::string text = text_value(id);
        if (!text.empty() && known.count(text) == 0)
            source_.error(pointer, "unknown-id", {{"kind", kind}, {"id", text}});
    }

    /// Ids of a list that occur in it before.
    void expect_unique(const Json &object, const std::string &pointer, const char *key) {
        std::set<std::string> seen;
        for_each(object, pointer, key, [&](const Json &element, const std::string &place) {
            const std::string id = text_of(element, "id");
            if (!id.empty() && !seen.insert(id).second)
                source_.error(at(place, "id"), "duplicate-id", {{"kind", key}, {"id", id}});
        });
    }

    void check_exhibit(const Json &exhibit, const std::string &pointer) {
        const std::size_t columns = member(exhibit, "columns").is_array() ? member(exhibit, "columns").size() : 0;
        const bool is_table = text_of(exhibit, "kind") == "table";
        for_each(exhibit, pointer, "rows", [&](const Json &row, const std::string &place) {
            expect_entry(member(row, "ref"), at(place, "ref"));
            const Json &cells = member(row, "cells");
            if (is_table && cells.is_array() && columns > 0 && cells.size() + 1 != columns)
                source_.error(at(place, "cells"), "handbook-cells",
                              {{"count", std::to_string(cells.size())}, {"expected", std::to_string(columns - 1)}});
        });
        expect_unique(exhibit, pointer, "nodes");
        expect_unique(exhibit, pointer, "groups");
        for_each(exhibit, pointer, "nodes", [&](const Json &node, const std::string &place) {
            expect_entry(member(node, "ref"), at(place, "ref"));
        });
        const std::set<std::string> nodes = ids_in(exhibit, "nodes");
        for_each(exhibit, pointer, "links", [&](const Json &link, const std::string &place) {
            for (const char *end : {"from", "to"}) expect(nodes, "nodes", member(link, end), at(place, end));
        });
        const std::set<std::string> groups = ids_in(exhibit, "groups");
        for_each(exhibit, pointer, "bars", [&](const Json &bar, const std::string &place) {
            expect(groups, "groups", member(bar, "group"), at(place, "group"));
        });
    }

    void check_fees(const Json &root) {
        expect_unique(root, "", "groups");
        expect_unique(root, "", "facts");
        const std::set<std::string> groups = ids_in(root, "groups");
        for_each(root, "", "facts", [&](const Json &fact, const std::string &pointer) {
            expect(groups, "groups", member(fact, "group"), at(pointer, "group"));
            check_derivation(member(fact, "derived"), at(pointer, "derived"));
        });
        const std::set<std::string> facts = ids_in(root, "facts");
        std::set<std::string> used;
        for_each(root, "", "entries", [&](const Json &rule, const std::string &pointer) {
            expect_unique(rule, pointer, "requirements");
            for_each(rule, pointer, "requirements", [&](const Json &requirement, const std::string &place) {
                for_each(requirement, place, "any", [&](const Json &id, const std::string &fact) {
                    expect(facts, "facts", id, fact);
                    used.insert(text_value(id));
                });
            });
            const std::vector<std::string> labels = labels_of(rule);
            if (labels != labels_of(member(root, "entries")[0]))
                source_.error(at(pointer, "rows"), "handbook-rows", {{"id", text_of(rule, "id")}});
        });
        for_each(root, "", "facts", [&](const Json &fact, const std::string &pointer) {
            const std::string id = text_of(fact, "id");
            if (!id.empty() && used.count(id) == 0) source_.error(pointer, "handbook-fact-unused", {{"id", id}});
        });
    }

    static std::vector<std::string> labels_of(const Json &rule) {
        return list_of(rule, "rows", [](const Json &row) { return text_of(row, "label"); });
    }

    /// Which of its members a derivation needs depends on its kind.
    void check_derivation(const Json &derivation, const std::string &pointer) {
        const std::string kind = text_of(derivation, "kind");
        if (kind.empty()) return;
        const bool is_of_number = kind == "number_at_least" || kind == "number_at_most";
        std::vector<const char *> needed = is_of_number ? std::vector{"number"} : std::vector{"from", "to"};
        if (kind != "other_month") needed.push_back("value");
        for (const char *key : needed)
            if (!derivation.contains(key)) source_.error(pointer, "schema-missing", {{"property", key}});
    }

    JsonSource &source_;
    const std::set<std::string> &entries_;
};

/// Says whether a file keeps to the schema of its kind.
bool keeps_to_schema(JsonSource &source) {
    const Json &root = source.root();
    const std::string kind = text_of(root, "kind");
    const Json rules = schema_of_kind(schema(), kind);
    if (rules.is_null()) {
        source.error(root.is_object() && root.contains("kind") ? "/kind" : "", "handbook-kind", {{"kind", kind}});
        return false;
    }
    const std::vector<SchemaFault> faults = schema_faults(rules, root);
    for (const SchemaFault &fault : faults) source.error(fault.pointer, fault.code, fault.args);
    return faults.empty();
}

} // namespace

base::Problems check_handbook(const std::filesystem::path &folder) {
    base::Problems problems;
    const std::vector<std::unique_ptr<JsonSource>> sources = data_sources(folder, problems);
    std::set<std::string> entries;
    for (const auto &source : sources) {
        if (!source->is_parsed()) continue;
        for_each(source->root(), "", "entries", [&](const Json &entry, const std::string &pointer) {
            const std::string id = text_of(entry, "id");
            if (!id.empty() && !entries.insert(id).second)
                source->error(at(pointer, "id"), "duplicate-id", {{"kind", "entries"}, {"id", id}});
        });
    }
    for (const auto &source : sources) {
        // Where the schema is broken, what the other checks would say follows from that.
        if (source->is_parsed() && keeps_to_schema(*source)) FileChecker(*source, entries).check();
        for (base::Problem &problem : source->take_problems()) problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace tsunagi::content
