#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/credit.h"
#include "model/ids.h"

namespace tsunagi::model {

/// A text in the two languages of the program.
struct Bilingual {
    std::string ja;
    std::string en;
};

enum class HandbookKind { practice_point, role_cell, function, step, icmss, case_, effect, term };

/// One entry of the handbook data: what a reason can refer to.
struct HandbookEntry {
    HandbookId id;
    HandbookKind kind = HandbookKind::practice_point;
    Bilingual title;
    Bilingual short_title;
    std::string summary;
    std::vector<std::string> body;
    std::string source;
    std::vector<std::string> items; ///< role cells: the bullets of the table's cell
    std::string reading;            ///< terms: hiragana
    std::string plain;              ///< terms: everyday words
};

/// The handbook data of assets/handbook, in file order.
struct Handbook {
    std::vector<HandbookEntry> entries;
    std::string icmss_rule;
    std::array<Bilingual, kRoleFunctionCount> role_functions;
    std::array<Bilingual, kRoleColumnCount> role_columns;

    [[nodiscard]] const HandbookEntry *find(const HandbookId &id) const;
    [[nodiscard]] const HandbookEntry *find(const std::string &id) const { return find(HandbookId(id)); }
    /// Call after `entries` has been filled; find() answers from this index.
    void build_index();

  private:
    std::map<HandbookId, std::size_t> index_;
};

} // namespace tsunagi::model
