#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/credit.h"
#include "model/exhibit.h"
#include "model/fee.h"
#include "model/ids.h"

namespace tsunagi::model {

/// A text in the two languages of the program.
struct Bilingual {
    std::string ja;
    std::string en;
};

enum class HandbookKind { practice_point, role_cell, function, step, icmss, case_, effect, term, page, fee };

/// What the reference is divided into.
enum class HandbookChapter { overview, points, roles, cases, fees, evidence, glossary };
inline constexpr std::array<std::string_view, 7> kHandbookChapterWords = {"overview", "points",   "roles",   "cases",
                                                                          "fees",     "evidence", "glossary"};

/// One entry of the handbook data: what a reason can refer to.
struct HandbookEntry {
    HandbookId id;
    HandbookKind kind = HandbookKind::practice_point;
    Bilingual title;
    Bilingual short_title;
    std::string summary;
    std::vector<std::string> body;
    std::string source;
    std::string note;    ///< what the entry cannot say for certain
    std::string reading; ///< the Japanese title in hiragana
    std::string year;    ///< the year whose rules or figures these are; empty when it does not matter
    HandbookChapter chapter = HandbookChapter::overview;
    std::string group; ///< within the chapter: id of a role table, a case or a category of terms; may be empty
    std::vector<HandbookId> related;
    std::vector<std::string> items; ///< role cells and effects: the bullets of the table's cell
    std::string plain;              ///< terms: everyday words
    std::vector<std::string> words; ///< terms: by which a text may name it; empty: by its Japanese title
    struct Fact {
        std::string label;
        std::string text;
    };
    std::vector<Fact> facts; ///< cases: age, setting, team, outcome
    Exhibit exhibit;
};

/// The handbook data of assets/handbook, in file order.
struct Handbook {
    std::vector<HandbookEntry> entries;
    std::string icmss_rule;
    std::array<Bilingual, kRoleFunctionCount> role_functions;
    std::array<Bilingual, kRoleColumnCount> role_columns;
    std::map<std::string, Bilingual> categories; ///< of terms, by id
    FeeSchedule fees;

    [[nodiscard]] const HandbookEntry *find(const HandbookId &id) const;
    [[nodiscard]] const HandbookEntry *find(const std::string &id) const { return find(HandbookId(id)); }
    /// Call after `entries` has been filled; find() answers from this index.
    void build_index();

  private:
    std::map<HandbookId, std::size_t> index_;
};

} // namespace tsunagi::model
