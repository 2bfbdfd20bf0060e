// The figures of the reference: tables, the flow, bars, what is known outcome by outcome, figures made of entries.

#include <algorithm>
#include <iterator>

#include "view/handbook_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

FlowFigure flow_figure(const FlowExhibit &flow) {
    FlowFigure figure;
    for (const FlowExhibit::Node &node : flow.nodes) figure.nodes.push_back({node.text, node.ref.value});
    figure.has_arrow.assign(flow.nodes.size(), false);
    const auto index_of = [&](const std::string &id) {
        const auto found = std::find_if(flow.nodes.begin(), flow.nodes.end(),
                                        [&](const FlowExhibit::Node &node) { return node.id == id; });
        return static_cast<std::size_t>(found - flow.nodes.begin());
    };
    for (const FlowExhibit::Link &link : flow.links) {
        const std::size_t from = index_of(link.from);
        const std::size_t to = index_of(link.to);
        if (from >= flow.nodes.size() || to >= flow.nodes.size()) continue;
        if (to == from + 1)
            figure.has_arrow[from] = true;
        else
            figure.links.push_back({from, to, link.text});
    }
    return figure;
}

// 473 tenths: "47.3 %"
std::string tenths_text(int tenths, const std::string &unit) {
    return fmt::format("{}.{} {}", tenths / 10, tenths % 10, unit);
}

std::string hundredths_text(int hundredths) { return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100); }

float share_of(int value, int longest) {
    return longest > 0 ? static_cast<float>(value) / static_cast<float>(longest) : 0.0F;
}

// Signs tell the groups apart where colour cannot.
constexpr std::size_t kGroupSignCount = 3;
std::string group_sign(std::size_t group, const Texts &texts) {
    return texts.named("handbook.group-sign." + std::to_string(std::min(group, kGroupSignCount - 1)));
}

BarsFigure bars_figure(const BarsExhibit &bars, const Texts &texts) {
    BarsFigure figure;
    int longest = 0;
    for (const BarsExhibit::Bar &bar : bars.bars) longest = std::max(longest, bar.tenths);
    for (const BarsExhibit::Bar &bar : bars.bars) {
        BarsFigure::Bar line{bar.text, tenths_text(bar.tenths, bars.unit), {}, share_of(bar.tenths, longest), -1};
        for (std::size_t i = 0; i < bars.groups.size(); ++i)
            if (bars.groups[i].id == bar.group) {
                line.group = static_cast<int>(i);
                line.sign = group_sign(i, texts);
            }
        figure.bars.push_back(std::move(line));
    }
    int most = 0;
    for (const BarsExhibit::Group &group : bars.groups) most = std::max(most, group.tenths);
    for (std::size_t i = 0; i < bars.groups.size(); ++i)
        figure.groups.push_back({bars.groups[i].text, tenths_text(bars.groups[i].tenths, bars.unit),
                                 group_sign(i, texts), share_of(bars.groups[i].tenths, most), static_cast<int>(i)});
    return figure;
}

PairsFigure pairs_figure(const PairsExhibit &pairs) {
    PairsFigure figure{pairs.before, pairs.after, pairs.unit, {}};
    int longest = 0;
    for (const PairsExhibit::Pair &pair : pairs.pairs) longest = std::max({longest, pair.before, pair.after});
    for (const PairsExhibit::Pair &pair : pairs.pairs)
        figure.pairs.push_back({pair.text, hundredths_text(pair.before), hundredths_text(pair.after),
                                share_of(pair.before, longest), share_of(pair.after, longest)});
    return figure;
}

OutcomesFigure outcomes_figure(const OutcomesExhibit &outcomes, const Texts &texts) {
    OutcomesFigure figure;
    for (const OutcomesExhibit::Row &row : outcomes.rows) {
        const std::string word(kComparisonWords[static_cast<std::size_t>(row.result)]);
        figure.rows.push_back({row.text, row.result, texts.named("comparison_symbol." + word), row.word, row.meaning});
    }
    return figure;
}

EntryCell entry_cell(const HandbookEntry &entry, const Texts &texts) {
    return {entry.id.value, in_language(entry.title, texts), entry.summary, entry.items};
}

// Figures 5 and 7: a row for each function, each cell leads to its entry.
TableExhibit role_figure(std::size_t table, const Handbook &handbook, const Texts &texts) {
    TableExhibit figure;
    figure.columns.push_back(texts(Text::handbook_role_function));
    for (const Bilingual &column : handbook.role_columns) figure.columns.push_back(in_language(column, texts));
    for (std::size_t function = 0; function < kRoleFunctionCount; ++function) {
        TableExhibit::Row row;
        row.head = in_language(handbook.role_functions[function], texts);
        for (std::size_t column = 0; column < kRoleColumnCount; ++column) {
            const HandbookEntry *entry = handbook.find(cell_id(cell_index(table, function, column)));
            std::string lines;
            if (entry != nullptr)
                for (const std::string &item : entry->items)
                    lines +=
                        (lines.empty() ? "" : "\n") + texts.format(Text::handbook_role_item, fmt::arg("item", item));
            row.cells.push_back(std::move(lines));
            row.cell_refs.push_back(entry == nullptr ? HandbookId() : entry->id);
        }
        figure.rows.push_back(std::move(row));
    }
    return figure;
}

// Entries of one kind, parted by their group; `only`: none but this group.
EntriesFigure list_figure(HandbookKind kind, const std::string &only, const Handbook &handbook, const Texts &texts) {
    EntriesFigure figure;
    std::vector<std::string> groups;
    for (const HandbookEntry &entry : handbook.entries) {
        if (entry.kind != kind || (!only.empty() && entry.group != only)) continue;
        if (std::find(groups.begin(), groups.end(), entry.group) == groups.end()) {
            groups.push_back(entry.group);
            figure.groups.emplace_back();
            if (kind == HandbookKind::function)
                figure.groups.back().title = texts.named("handbook.section.function." + entry.group);
        }
        const auto group = std::find(groups.begin(), groups.end(), entry.group) - groups.begin();
        figure.groups[static_cast<std::size_t>(group)].cells.push_back(entry_cell(entry, texts));
    }
    return figure;
}

Figure entries_figure(EntriesOf of, const Handbook &handbook, const Texts &texts) {
    switch (of) {
    case EntriesOf::functions: return list_figure(HandbookKind::function, {}, handbook, texts);
    case EntriesOf::steps: return list_figure(HandbookKind::step, {}, handbook, texts);
    case EntriesOf::icmss: return list_figure(HandbookKind::icmss, {}, handbook, texts);
    case EntriesOf::roles_cpp: return role_figure(0, handbook, texts);
    case EntriesOf::roles_ot: return role_figure(1, handbook, texts);
    case EntriesOf::effects_cpp: return list_figure(HandbookKind::effect, "cpp", handbook, texts);
    case EntriesOf::effects_ot: return list_figure(HandbookKind::effect, "ot", handbook, texts);
    case EntriesOf::points: return list_figure(HandbookKind::practice_point, {}, handbook, texts);
    }
    return std::monostate{};
}

} // namespace

Figure figure_of(const HandbookEntry &entry, const Handbook &handbook, const FeeForm &fees, const Texts &texts) {
    if (const auto *table = std::get_if<TableExhibit>(&entry.exhibit)) return *table;
    if (const auto *flow = std::get_if<FlowExhibit>(&entry.exhibit)) return flow_figure(*flow);
    if (const auto *bars = std::get_if<BarsExhibit>(&entry.exhibit)) return bars_figure(*bars, texts);
    if (const auto *pairs = std::get_if<PairsExhibit>(&entry.exhibit)) return pairs_figure(*pairs);
    if (const auto *outcomes = std::get_if<OutcomesExhibit>(&entry.exhibit)) return outcomes_figure(*outcomes, texts);
    if (const auto *entries = std::get_if<EntriesExhibit>(&entry.exhibit))
        return entries_figure(entries->of, handbook, texts);
    if (std::holds_alternative<FeesExhibit>(entry.exhibit)) return fee_view(handbook, fees, texts);
    return std::monostate{};
}

} // namespace tsunagi::view
