#include "model/workshop.h"

#include <algorithm>

namespace tsunagi::model {

bool is_asked(const std::vector<SceneId> &scenes, const SceneId &scene) {
    return scenes.empty() || std::find(scenes.begin(), scenes.end(), scene) != scenes.end();
}

const WorkshopGroup *Workshop::find_group(const GroupId &group) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const WorkshopGroup &each) { return each.id == group; });
    return found == groups.end() ? nullptr : &*found;
}

bool Workshop::asks(const SceneId &scene) const { return is_asked(settings.scenes, scene); }

} // namespace tsunagi::model
