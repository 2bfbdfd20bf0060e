#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "i18n/texts.h"
#include "model/credit.h"
#include "model/drill.h"
#include "model/handbook.h"

namespace tsunagi::view {

/// Which exercise is on the page, and what was entered into it.
struct DrillForm {
    std::optional<model::DrillKind> kind; ///< none: the list of exercises
    model::LeadProfession table = model::LeadProfession::cpp;
    std::vector<std::size_t> order;            ///< the exercises of this kind (or statements) in the order they come
    std::size_t position = 0;                  ///< in `order`; of role tables: the round
    std::set<std::string> ticked;              ///< ICMSS: ids of items
    std::string written;                       ///< plain words: the learner's version
    std::map<std::string, std::string> placed; ///< role table: id of the cell by statement
    bool is_checked = false;
};

/// How many things of a kind there are to put into an order: vignettes, tasks, statements of a table.
[[nodiscard]] std::size_t drill_size(model::DrillKind kind, model::LeadProfession table, const model::Drills &drills,
                                     const model::Handbook &handbook);
/// How many pages that makes.
[[nodiscard]] std::size_t drill_pages(model::DrillKind kind, std::size_t size);

// ---- the list ------------------------------------------------------------------------------------------------------

struct DrillStart {
    model::DrillKind kind = model::DrillKind::icmss;
    model::LeadProfession table = model::LeadProfession::cpp;
    std::string id; ///< "icmss", "role_table.ot"
    std::string text;
};

struct DrillRow {
    std::string title;
    std::string about;
    std::string unusable; ///< why there is nothing to begin; empty when there is
    std::vector<DrillStart> starts;
};

// ---- ICMSS ---------------------------------------------------------------------------------------------------------

struct IcmssItemView {
    std::string id;
    std::string text;
};

struct IcmssResultView {
    std::string id; ///< the item's entry
    std::string text;
    std::string because;
};

struct IcmssGroupView {
    std::string sign;
    std::string title; ///< who names these items, and how many
    std::vector<IcmssResultView> rows;
};

struct IcmssView {
    std::string label;
    std::vector<std::string> text;
    std::vector<IcmssItemView> items;
    // once checked
    std::string agreement; ///< on how many items both agree
    std::string count;     ///< how many each side names, and what the number suggests
    std::string rule;      ///< the handbook's, with what is not known of it
    std::vector<IcmssGroupView> groups;
    std::string case_entry;
    std::string case_title;
};

// ---- plain words ---------------------------------------------------------------------------------------------------

struct TextMark {
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
};

struct MarkedText {
    std::string text;
    std::vector<TextMark> marks;
};

/// A word of the trade that stands in a text, with what may be said instead.
struct JargonView {
    std::string word;
    std::string plain;
    std::string ref;       ///< entry of the glossary; may be empty
    std::string ref_label; ///< what leads there
};

struct PlainWordsView {
    std::string who; ///< from whom to whom
    std::string situation;
    MarkedText finding;
    std::vector<JargonView> finding_words;
    MarkedText written;
    std::vector<JargonView> written_words;
    std::string written_note; ///< how many words of the trade are left
    std::vector<std::string> keep;
    std::vector<model::PlainWordsTask::Model> models;
};

// ---- role tables ---------------------------------------------------------------------------------------------------

struct PlacedView {
    std::string sign; ///< with `word`: where it was put is where the handbook has it
    std::string word;
    bool is_right = false;
    std::string own; ///< the cell where it was put
    struct Cell {
        std::string id;
        std::string title;
        std::string summary;
    };
    std::vector<Cell> cells; ///< where the handbook has it
};

struct StatementView {
    std::string text;
    std::string label;                ///< numbered
    std::optional<PlacedView> result; ///< once checked
};

struct PlacingCellView {
    std::string id;
    std::string title; ///< function and column
};

struct PlacingRowView {
    std::string title;
    std::array<PlacingCellView, model::kRoleColumnCount> cells;
};

struct PlacingView {
    std::vector<DrillStart> tables; ///< to change over to the other one
    model::LeadProfession table = model::LeadProfession::cpp;
    std::vector<StatementView> statements;
    std::array<std::string, model::kRoleColumnCount> columns;
    std::vector<PlacingRowView> rows;
    std::string summary; ///< once checked: how many stand where the handbook has them
    std::string remark;  ///< how sure the columns are
};

// ---- the page ------------------------------------------------------------------------------------------------------

/// What the screen of the exercises shows: the list, or one exercise.
struct DrillsView {
    std::string damaged;        ///< files that could not be read; empty when all could
    std::vector<DrillRow> rows; ///< of the list
    std::string title;          ///< of the exercise
    std::string position;       ///< "2 / 7"
    bool is_checked = false;
    std::variant<std::monostate, IcmssView, PlainWordsView, PlacingView> exercise;
};

/// `damaged` are the names of files that could not be read.
[[nodiscard]] DrillsView drills_view(const DrillForm &form, const model::Drills &drills,
                                     const model::Handbook &handbook, const std::vector<std::string> &damaged,
                                     const i18n::Texts &texts);

} // namespace tsunagi::view
