#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/ids.h"

namespace tsunagi::model {

// What an entry of the handbook shows as a figure beside its text.

struct TableExhibit {
    struct Row {
        std::string head;
        std::vector<std::string> cells;         ///< one for each column but the first
        HandbookId ref;                         ///< the entry that the row is about; may be empty
        std::vector<HandbookId> cell_refs = {}; ///< the entries that the cells are about; none, or one for each cell
    };
    std::vector<std::string> columns; ///< the first stands above the heads
    std::vector<Row> rows;
};

/// Steps one after the other; links that do not lead to the next node lead back or past.
struct FlowExhibit {
    struct Node {
        std::string id;
        std::string text;
        HandbookId ref;
    };
    struct Link {
        std::string from;
        std::string to;
        std::string text;
    };
    std::vector<Node> nodes;
    std::vector<Link> links;
};

/// Shares in tenths of the unit (473: 47.3 %).
struct BarsExhibit {
    struct Bar {
        std::string text;
        int tenths = 0;
        std::string group; ///< id of a group; empty when it belongs to none
    };
    struct Group {
        std::string id;
        std::string text;
        int tenths = 0; ///< as the source states it, which need not be the sum of the bars named
    };
    std::string unit;
    std::vector<Bar> bars;
    std::vector<Group> groups;
};

/// Two figures side by side, before and after, in hundredths of the unit.
struct PairsExhibit {
    struct Pair {
        std::string text;
        int before = 0;
        int after = 0;
    };
    std::string unit;
    std::string before;
    std::string after;
    std::vector<Pair> pairs;
};

enum class Comparison { less, more, same, unknown };
inline constexpr std::array<std::string_view, 4> kComparisonWords = {"less", "more", "same", "unknown"};

/// What is known outcome by outcome.
struct OutcomesExhibit {
    struct Row {
        std::string text;
        Comparison result = Comparison::unknown;
        std::string word;
        std::string meaning;
    };
    std::vector<Row> rows;
};

/// A figure made of other entries.
enum class EntriesOf { functions, steps, icmss, roles_cpp, roles_ot, effects_cpp, effects_ot, points };
inline constexpr std::array<std::string_view, 8> kEntriesOfWords = {
    "functions", "steps", "icmss", "roles-cpp", "roles-ot", "effects-cpp", "effects-ot", "points"};

struct EntriesExhibit {
    EntriesOf of = EntriesOf::functions;
};

/// The fee rules side by side, with the checker.
struct FeesExhibit {};

using Exhibit = std::variant<std::monostate, TableExhibit, FlowExhibit, BarsExhibit, PairsExhibit, OutcomesExhibit,
                             EntriesExhibit, FeesExhibit>;

} // namespace tsunagi::model
