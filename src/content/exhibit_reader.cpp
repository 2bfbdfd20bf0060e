#include "content/exhibit_reader.h"

#include "content/json_read.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;

namespace {

TableExhibit read_table(const Json &json) {
    TableExhibit table;
    table.columns = texts_of(json, "columns");
    table.rows = list_of(json, "rows", [](const Json &row) {
        return TableExhibit::Row{text_of(row, "head"), texts_of(row, "cells"), id_of<HandbookId>(row, "ref"), {}};
    });
    return table;
}

FlowExhibit read_flow(const Json &json) {
    FlowExhibit flow;
    flow.nodes = list_of(json, "nodes", [](const Json &node) {
        return FlowExhibit::Node{text_of(node, "id"), text_of(node, "text"), id_of<HandbookId>(node, "ref")};
    });
    flow.links = list_of(json, "links", [](const Json &link) {
        return FlowExhibit::Link{text_of(link, "from"), text_of(link, "to"), text_of(link, "text")};
    });
    return flow;
}

BarsExhibit read_bars(const Json &json) {
    BarsExhibit bars;
    bars.unit = text_of(json, "unit");
    bars.bars = list_of(json, "bars", [](const Json &bar) {
        return BarsExhibit::Bar{text_of(bar, "text"), int_of(bar, "tenths"), text_of(bar, "group")};
    });
    bars.groups = list_of(json, "groups", [](const Json &group) {
        return BarsExhibit::Group{text_of(group, "id"), text_of(group, "text"), int_of(group, "tenths")};
    });
    return bars;
}

PairsExhibit read_pairs(const Json &json) {
    PairsExhibit pairs;
    pairs.unit = text_of(json, "unit");
    pairs.before = text_of(json, "before");
    pairs.after = text_of(json, "after");
    pairs.pairs = list_of(json, "pairs", [](const Json &pair) {
        return PairsExhibit::Pair{text_of(pair, "text"), int_of(pair, "before"), int_of(pair, "after")};
    });
    return pairs;
}

OutcomesExhibit read_outcomes(const Json &json) {
    OutcomesExhibit outcomes;
    outcomes.rows = list_of(json, "rows", [](const Json &row) {
        return OutcomesExhibit::Row{
            text_of(row, "text"),
            word_of_member<Comparison>(row, "result", kComparisonWords).value_or(Comparison::unknown),
            text_of(row, "word"), text_of(row, "meaning")};
    });
    return outcomes;
}

// Nothing when a word is not known. Which members a kind needs, the schema says; those it does not need are not there.
std::optional<Derivation> read_derivation(const Json &json) {
    const auto kind = word_of_member<DerivationKind>(json, "kind", kDerivationKindWords);
    if (!kind) return std::nullopt;
    const bool is_number = *kind == DerivationKind::number_at_least || *kind == DerivationKind::number_at_most;
    const auto from = word_of_member<FeeDate>(json, "from", kFeeDateWords);
    const auto to = word_of_member<FeeDate>(json, "to", kFeeDateWords);
    const auto number = word_of_member<FeeNumber>(json, "number", kFeeNumberWords);
    if (is_number ? !number : !from || !to) return std::nullopt;
    Derivation derivation;
    derivation.kind = *kind;
    if (number) derivation.number = *number;
    if (from) derivation.from = *from;
    if (to) derivation.to = *to;
    derivation.value = int_of(json, "value");
    return derivation;
}

} // namespace

Exhibit read_exhibit(const Json &json) {
    const std::string kind = text_of(json, "kind");
    if (kind == "table") return read_table(json);
    if (kind == "flow") return read_flow(json);
    if (kind == "bars") return read_bars(json);
    if (kind == "pairs") return read_pairs(json);
    if (kind == "outcomes") return read_outcomes(json);
    if (kind == "fees") return FeesExhibit{};
    if (kind == "entries")
        if (const auto of = word_of_member<EntriesOf>(json, "of", kEntriesOfWords)) return EntriesExhibit{*of};
    return std::monostate{};
}

void read_fee_schedule(const Json &root, FeeSchedule &schedule) {
    schedule.year = text_of(root, "year");
    schedule.note = text_of(root, "note");
    schedule.groups = list_of(root, "groups", [](const Json &group) {
        return FeeGroup{text_of(group, "id"), text_of(group, "text")};
    });
    schedule.facts.clear();
    for (const Json &fact : member(root, "facts")) {
        const std::optional<Derivation> derivation = read_derivation(member(fact, "derived"));
        // What is worked out in a way that is not known must not become something to tick.
        if (!derivation && !member(fact, "derived").is_null()) continue;
        schedule.facts.push_back({id_of<FeeFactId>(fact, "id"), text_of(fact, "group"), text_of(fact, "text"),
                                  text_of(fact, "help"), derivation});
    }
}

FeeRule read_fee_rule(const Json &entry) {
    FeeRule rule;
    rule.entry = id_of<HandbookId>(entry, "id");
    rule.year = text_of(entry, "year");
    rule.points = int_of(entry, "points");
    rule.requirements = list_of(entry, "requirements", [](const Json &json) {
        return FeeRequirement{text_of(json, "id"), text_of(json, "text"), ids_of<FeeFactId>(json, "any")};
    });
    rule.rows = list_of(entry, "rows", [](const Json &row) {
        return FeeRule::Row{text_of(row, "label"), text_of(row, "text")};
    });
    return rule;
}

} // namespace tsunagi::content
