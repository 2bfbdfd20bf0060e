// What the shell does for eco-maps that somebody draws.

#include "app/shell.h"

namespace tsunagi::app {

using i18n::Text;

// ---- the list -------------------------------------------------------------------------------------------------------

void Shell::rebuild_sketches() {
    if (desk_) {
        rebuild_sketch();
        return;
    }
    std::vector<view::SketchInfo> infos;
    if (store_) {
        if (const auto list = store_->list_sketches())
            for (const store::SketchSummary &summary : *list)
                infos.push_back({summary.id, summary.title, world_.local_time(summary.updated_at)});
        else
            tell(list.error());
    }
    std::vector<const model::Scenario *> cases;
    for (const content::ScenarioFile &file : files_)
        if (file.is_playable()) cases.push_back(&*file.scenario);
    sketch_list_view_ = view::sketch_list_view(infos, cases, texts_);
}

void Shell::handle(const ui::OpenSketches &) {
    save_all();
    // What could not be saved stays on the desk.
    if (desk_ && !desk_->is_unsaved) desk_.reset();
    sketch_draft_.to_delete.reset();
    show(Screen::sketch);
}

void Shell::handle(const ui::BeginSketch &wish) {
    const model::Scenario *scenario = wish.scenario ? find_case(*wish.scenario) : nullptr;
    model::Sketch sketch = model::new_sketch(scenario == nullptr ? texts_(Text::sketch_new_title) : scenario->title,
                                             texts_.named("party_kind.client"));
    if (scenario != nullptr) {
        sketch.scenario = scenario->id;
        sketch.parties = view::parties_at_start(*scenario, *layout_of(*scenario));
    }
    sketch.id = model::SketchId(world_.new_session_id().value);
    put_on_desk(std::move(sketch));
    desk_->has_changed = true;
    save_sketch();
}

void Shell::handle(const ui::OpenSketch &wish) {
    if (!store_) return;
    base::Result<content::ReadSketch> read = store_->load_sketch(wish.sketch);
    if (!read) {
        tell(read.error());
        rebuild();
        return;
    }
    put_on_desk(std::move(read->sketch));
    if (read->mended > 0) message_ = texts_.format(Text::sketch_mended, fmt::arg("n", read->mended));
}

void Shell::handle(const ui::DeleteSketch &wish) {
    if (!store_) return;
    if (const base::Status status = store_->delete_sketch(wish.sketch); !status) tell(status.error());
    rebuild();
}

// ---- the desk -------------------------------------------------------------------------------------------------------

void Shell::put_on_desk(model::Sketch sketch) {
    desk_.emplace(std::move(sketch));
    sketch_draft_ = {};
    sketch_draft_.begin(desk_->sketch().title);
    show(Screen::sketch);
}

void Shell::rebuild_sketch() {
    const model::Sketch &sketch = desk_->sketch();
    const model::Scenario *scenario = sketch.scenario ? find_case(*sketch.scenario) : nullptr;
    // Laying out a case takes long enough to be felt while one types, and only the comparison shows it.
    const auto case_layout = scenario != nullptr && desk_->is_comparing ? layout_of(*scenario) : nullptr;
    sketch_view_ =
        view::sketch_view(sketch, desk_->layout(), {desk_->can_undo(), desk_->has_conflict, desk_->is_comparing},
                          scenario, case_layout, texts_);
    sketch_view_.map.serial = ++ecomap_serial_;
}

void Shell::edit_sketch(const model::SketchEdit &edit, const std::string &typed) {
    if (!desk_) return;
    if (const base::Status status = desk_->edit(edit, typed); !status) {
        tell(status.error());
        return;
    }
    // What is new is what one goes on with.
    const bool is_party = std::holds_alternative<model::AddParty>(edit);
    const bool is_tie = std::holds_alternative<model::AddTie>(edit);
    if (is_party) sketch_draft_.map.selected = desk_->sketch().parties.back().id;
    if (is_tie) sketch_draft_.map.selected = desk_->sketch().ties.back().id;
    sketch_draft_.goes_to_selected = is_party || is_tie;
    rebuild();
}

void Shell::handle(const ui::EditSketch &wish) { edit_sketch(wish.edit, wish.typed); }

void Shell::handle(const ui::UndoSketch &) {
    if (!desk_) return;
    desk_->undo();
    sketch_draft_.begin(desk_->sketch().title);
    rebuild();
}

void Shell::handle(const ui::CompareSketch &wish) {
    if (!desk_) return;
    desk_->is_comparing = wish.is_wanted;
    sketch_draft_.map.show_all();
    rebuild();
}

// ---- saving ---------------------------------------------------------------------------------------------------------

void Shell::save_sketch() {
    if (!desk_ || !store_ || desk_->has_conflict || !(desk_->has_changed || desk_->is_unsaved)) return;
    model::Sketch sketch = desk_->sketch();
    sketch.updated_at = world_.now();
    const base::Result<int> revision = store_->save_sketch(sketch);
    desk_->has_changed = false;
    desk_->is_unsaved = !revision;
    if (revision) {
        desk_->saved_as(*revision);
    } else if (revision.error().code == "store-conflict") {
        desk_->has_conflict = true;
        has_changed_by_itself_ = true;
        if (screen_ == Screen::sketch) rebuild();
    } else {
        tell(revision.error());
    }
}

void Shell::keep_sketch_copy() {
    desk_->become_copy(model::SketchId(world_.new_session_id().value),
                       texts_.format(Text::sketch_copy_title, fmt::arg("title", desk_->sketch().title)));
    save_sketch();
}

void Shell::save_sketch_for_good() {
    save_sketch();
    if (!desk_ || !desk_->has_conflict) return;
    // Nobody is there to choose any more: both are kept.
    keep_sketch_copy();
    sketch_draft_.begin(desk_->sketch().title);
    if (!desk_->is_unsaved) message_ = texts_.format(Text::sketch_kept_both, fmt::arg("title", desk_->sketch().title));
}

void Shell::handle(const ui::KeepSketchCopy &) {
    if (!desk_ || !desk_->has_conflict) return;
    keep_sketch_copy();
    sketch_draft_.begin(desk_->sketch().title);
    rebuild();
}

void Shell::handle(const ui::TakeOtherSketch &) {
    if (!desk_ || !desk_->has_conflict || !store_) return;
    const base::Result<content::ReadSketch> read = store_->load_sketch(desk_->sketch().id);
    if (!read) { // deleted meanwhile: only one's own is left
        tell(read.error());
        return;
    }
    desk_.reset();
    put_on_desk(read->sketch);
}

} // namespace tsunagi::app
