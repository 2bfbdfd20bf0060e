#include "model/scenario.h"

#include <algorithm>

namespace tsunagi::model {

const std::vector<Option> *options_of(const Interaction &interaction) {
    if (const auto *one = std::get_if<ChooseOne>(&interaction)) return &one->options;
    if (const auto *many = std::get_if<ChooseMany>(&interaction)) return &many->items;
    return nullptr;
}

namespace {

template <class Item, class IdType>
const Item *find_by_id(const std::vector<Item> &items, const IdType &id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const GridCell *AssignGrid::find_cell(const RowId &row, const ColumnId &column) const {
    const auto found = std::find_if(cells.begin(), cells.end(),
                                    [&](const GridCell &cell) { return cell.row == row && cell.column == column; });
    return found == cells.end() ? nullptr : &*found;
}

const Scene *Scenario::find_scene(const SceneId &scene) const { return find_by_id(scenes, scene); }
const Ending *Scenario::find_ending(const EndingId &ending) const { return find_by_id(endings, ending); }
const Fact *Scenario::find_fact(const FactId &fact) const { return find_by_id(facts, fact); }
const Party *Scenario::find_party(const PartyId &party) const { return find_by_id(parties, party); }
const Tie *Scenario::find_tie(const TieId &tie) const { return find_by_id(ties, tie); }

} // namespace tsunagi::model
