#include "model/handbook.h"

namespace tsunagi::model {

const HandbookEntry *Handbook::find(const HandbookId &id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &entries[found->second];
}

void Handbook::build_index() {
    index_.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) index_.emplace(entries[i].id, i);
}

} // namespace tsunagi::model
