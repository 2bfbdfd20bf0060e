#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/scenario.h"
#include "view/fee_view.h"
#include "view/handbook_search.h"
#include "view/outcome_view.h"

namespace tsunagi::view {

/// Where somebody stands in the reference.
struct HandbookPlace {
    model::HandbookChapter chapter = model::HandbookChapter::overview;
    model::HandbookId entry;               ///< what is read; empty: nothing yet
    std::vector<model::HandbookId> before; ///< what was read before, the last one last
};

/// Goes to the first entry of a chapter.
void open_chapter(HandbookPlace &place, model::HandbookChapter chapter, const model::Handbook &handbook,
                  const i18n::Texts &texts);
/// Goes to an entry and to its chapter, and remembers where it came from. Unknown entries change nothing.
void go_to(HandbookPlace &place, const model::HandbookId &entry, const model::Handbook &handbook);
/// Back to what was read before.
void step_back(HandbookPlace &place, const model::Handbook &handbook);

struct HandbookListRow {
    std::string id;
    std::string title;
    std::string side; ///< for what was found: its chapter
    bool is_chosen = false;
};

struct HandbookSection {
    std::string title; ///< may be empty
    std::vector<HandbookListRow> rows;
};

struct ChapterRow {
    model::HandbookChapter chapter = model::HandbookChapter::overview;
    std::string title;
    bool is_chosen = false;
};

/// A decision in a case already played to its end that exercises an entry.
struct ExerciseView {
    model::SessionId session;
    model::SceneId scene;
    std::string case_title;
    std::string scene_title;
};

/// An entry in a figure made of entries.
struct EntryCell {
    std::string id;
    std::string title;
    std::string summary;
    std::vector<std::string> items; ///< shown in place of the summary where there are any
};

struct EntriesFigure {
    struct Group {
        std::string title; ///< may be empty
        std::vector<EntryCell> cells;
    };
    std::vector<Group> groups;
};

/// A flow drawn from top to bottom: nodes in order, and the links that do not lead to the next one.
struct FlowFigure {
    struct Node {
        std::string text;
        std::string ref;
    };
    struct Link {
        std::size_t from = 0;
        std::size_t to = 0;
        std::string text;
    };
    std::vector<Node> nodes;
    std::vector<Link> links;     ///< all but those from a node to the next
    std::vector<bool> has_arrow; ///< whether node i leads to node i + 1
};

struct BarsFigure {
    struct Bar {
        std::string text;
        std::string value;
        std::string sign;   ///< of its group; empty when it belongs to none
        float share = 0.0F; ///< of the longest bar
        int group = -1;
    };
    std::vector<Bar> bars;
    std::vector<Bar> groups; ///< the totals the source states; `share` on the scale of the longest of them
};

struct PairsFigure {
    struct Pair {
        std::string text;
        std::string before;
        std::string after;
        float before_share = 0.0F;
        float after_share = 0.0F;
    };
    std::string before;
    std::string after;
    std::string unit;
    std::vector<Pair> pairs;
};

struct OutcomeLine {
    std::string text;
    model::Comparison result = model::Comparison::unknown;
    std::string sign;
    std::string word;
    std::string meaning;
};
struct OutcomesFigure {
    std::vector<OutcomeLine> rows;
};

using Figure = std::variant<std::monostate, model::TableExhibit, FlowFigure, BarsFigure, PairsFigure, OutcomesFigure,
                            EntriesFigure, FeeView>;

struct HandbookEntryView {
    std::string id;
    std::string title;
    std::string source;  ///< where it comes from, with its year
    std::string reading; ///< of terms
    std::string summary;
    std::vector<std::string> body;
    std::vector<std::string> items;
    std::string plain;
    std::string note;
    std::vector<model::HandbookEntry::Fact> facts;
    Figure figure;
    std::vector<ReferenceView> related;
    std::vector<ExerciseView> exercises;
    std::string spoiler;        ///< it tells how a case went that was not played to its end yet; empty otherwise
    std::string exercises_note; ///< what is not listed: cases not played yet, or that no case exercises it
};

struct HandbookView {
    std::vector<ChapterRow> chapters;
    std::string list_id;    ///< changes when another list is shown
    std::string list_title; ///< the chapter, or how many entries were found
    std::vector<HandbookSection> sections;
    bool is_search = false;
    bool can_step_back = false;
    std::optional<HandbookEntryView> entry;
};

/// A case with the finished session that stands for it; null session: not played to its end yet.
struct PlayedCase {
    const model::Scenario *scenario = nullptr;
    std::optional<model::SessionId> session;
    std::vector<model::SceneId> scenes; ///< decided in that session, in order
};

/// The scenes of a case that exercise an entry: its step or function, a reason that refers to it, credit on the point
/// or cell. In the order of the scenario.
[[nodiscard]] std::vector<model::SceneId> scenes_that_exercise(const model::HandbookId &entry,
                                                               const model::Scenario &scenario);

/// What an entry shows beside its text.
[[nodiscard]] Figure figure_of(const model::HandbookEntry &entry, const model::Handbook &handbook, const FeeForm &fees,
                               const i18n::Texts &texts);

[[nodiscard]] HandbookView handbook_view(const HandbookPlace &place, const std::string &query,
                                         const model::Handbook &handbook, const HandbookIndex &index,
                                         const std::vector<PlayedCase> &cases, const FeeForm &fees,
                                         const i18n::Texts &texts);

} // namespace tsunagi::view
