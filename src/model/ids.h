#pragma once

#include "base/id.h"

namespace tsunagi::model {

using ScenarioId = base::Id<struct ScenarioTag>;
using SceneId = base::Id<struct SceneTag>;
using OptionId = base::Id<struct OptionTag>; ///< an option, an item, or a step to be ordered
using RowId = base::Id<struct RowTag>;
using ColumnId = base::Id<struct ColumnTag>;
using EndingId = base::Id<struct EndingTag>;
using FactId = base::Id<struct FactTag>;
using FlagId = base::Id<struct FlagTag>;
using PartyId = base::Id<struct PartyTag>;
using TieId = base::Id<struct TieTag>;
using HandbookId = base::Id<struct HandbookTag>; ///< an entry of the handbook data in assets/handbook
using SessionId = base::Id<struct SessionTag>;
using WorkshopId = base::Id<struct WorkshopTag>;
using GroupId = base::Id<struct GroupTag>;   ///< a group within its workshop
using SketchId = base::Id<struct SketchTag>; ///< an eco-map that somebody has drawn

} // namespace tsunagi::model
