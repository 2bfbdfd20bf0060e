#include "app/sketch_desk.h"

#include <utility>

namespace tsunagi::app {

namespace {

constexpr std::size_t kMostSteps = 100;

// How a tie stands and what the drawing is called have nothing to do with where anybody stands.
bool changes_layout(const model::SketchEdit &edit) {
    return !std::holds_alternative<model::EditTie>(edit) && !std::holds_alternative<model::RenameSketch>(edit);
}

} // namespace

SketchDesk::SketchDesk(model::Sketch sketch) : sketch_(std::move(sketch)) { lay_out(); }

base::Status SketchDesk::edit(const model::SketchEdit &edit, const std::string &typed) {
    base::Result<model::Sketch> after = model::edited(sketch_, edit);
    if (!after) return after.error();
    if (typed.empty() || typed != typed_ || before_.empty()) before_.push_back(sketch_);
    if (before_.size() > kMostSteps) before_.erase(before_.begin());
    typed_ = typed;
    sketch_ = std::move(after).value();
    has_changed = true;
    if (changes_layout(edit)) lay_out();
    return {};
}

void SketchDesk::undo() {
    if (before_.empty()) return;
    model::Sketch back = std::move(before_.back());
    before_.pop_back();
    typed_.clear();
    // What the store knows it by is not undone.
    back.id = sketch_.id;
    back.revision = sketch_.revision;
    sketch_ = std::move(back);
    has_changed = true;
    lay_out();
}

void SketchDesk::saved_as(int revision) {
    sketch_.revision = revision;
    is_unsaved = false;
}

void SketchDesk::become_copy(model::SketchId id, const std::string &title) {
    sketch_.id = std::move(id);
    sketch_.revision = 0;
    sketch_.title = model::held_name(title, model::kLongestSketchTitle);
    has_conflict = false;
    has_changed = true;
}

void SketchDesk::lay_out() {
    std::map<model::PartyId, ecomap::Point> places;
    for (const auto &[party, place] : sketch_.places)
        places[party] = {static_cast<float>(place.x), static_cast<float>(place.y)};
    layout_ = std::make_shared<const ecomap::Layout>(ecomap::lay_out_drawing(sketch_.parties, sketch_.ties, places));
    // From now on everybody stays there, whoever else comes.
    for (const ecomap::PlacedParty &party : layout_->parties)
        sketch_.places.emplace(party.id, model::held_place({party.centre.x, party.centre.y}));
}

} // namespace tsunagi::app
