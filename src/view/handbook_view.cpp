#include "view/handbook_view.h"

namespace tsunagi::view {

using namespace model;

void go_to(HandbookPlace &place, const HandbookId &entry, const Handbook &handbook) {
    const HandbookEntry *found = handbook.find(entry);
    if (found == nullptr) return;
    if (!place.entry.is_empty() && place.entry != entry) place.before.push_back(place.entry);
    place.entry = entry;
    place.chapter = found->chapter;
}

void step_back(HandbookPlace &place, const Handbook &handbook) {
    if (place.before.empty()) return;
    place.entry = place.before.back();
    place.before.pop_back();
    if (const HandbookEntry *found = handbook.find(place.entry)) place.chapter = found->chapter;
}

std::vector<SceneId> scenes_that_exercise(const HandbookId &, const Scenario &) { return {}; }

HandbookView handbook_view(const HandbookPlace &, const std::string &, const Handbook &, const HandbookIndex &,
                           const std::vector<PlayedCase> &, const FeeForm &, const i18n::Texts &) {
    return {};
}

} // namespace tsunagi::view
