#include "model/workshop.h"

#include <algorithm>

namespace tsunagi::model {

const WorkshopGroup *Workshop::find_group(const GroupId &group) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const WorkshopGroup &each) { return each.id == group; });
    return found == groups.end() ? nullptr : &*found;
}

bool Workshop::asks(const SceneId &scene) const {
    return settings.scenes.empty() ||
           std::find(settings.scenes.begin(), settings.scenes.end(), scene) != settings.scenes.end();
}

} // namespace tsunagi::model
