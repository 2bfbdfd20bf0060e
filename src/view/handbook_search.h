#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.h"

namespace tsunagi::view {

/// Finds entries of the handbook by what somebody types. Knows title, short title, reading, everyday words and the
/// text of each entry with its tables, all in one form (base::search_folded), so that kana, width and case do not
/// matter.
class HandbookIndex {
  public:
    HandbookIndex() = default;
    explicit HandbookIndex(const model::Handbook &handbook);

    /// Indices of the entries that hold every word of `typed`: those whose names begin with the words first, then those
    /// with the words in their names, then in their summary, then the rest; the handbook's order within each. Nothing
    /// for an empty query.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view typed) const;

  private:
    struct Folded {
        std::string name; ///< titles, short titles, id and reading
        std::string summary;
        std::string rest;
    };
    std::vector<Folded> entries_;
};

} // namespace tsunagi::view
