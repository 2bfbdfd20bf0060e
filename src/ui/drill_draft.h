#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tsunagi::ui {

enum class DrillKind { icmss, plain_words, role_table };

/// What is being practised and what was entered so far. Lives in the shell; is not kept when the program ends.
struct DrillDraft {
    std::optional<DrillKind> kind;             ///< none: the list of exercises
    std::vector<std::size_t> order;            ///< the exercises of this kind in the order in which they come
    std::size_t position = 0;                  ///< in `order`
    std::set<std::string> ticked;              ///< ICMSS: ids of items
    std::string written;                       ///< plain words: the learner's version
    std::map<std::string, std::string> placed; ///< role table: id of the cell by statement
    bool is_checked = false;
};

} // namespace tsunagi::ui
