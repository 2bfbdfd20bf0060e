// What the shell does for eco-maps.

#include "app/shell.h"

#include "app/export_file.h"
#include "ecomap/png.h"
#include "view/ecomap_sheet.h"

namespace tsunagi::app {

using i18n::Text;

namespace {

constexpr float kPngScale = 2.0F; // pixels a unit: sharp on paper

} // namespace

engine::Progress Shell::told_progress(const Run &run) {
    return run.shows_outcome ? engine::before_next_scene(run.progress) : run.progress;
}

const Run *Shell::mapped_run() const { return is_map_of_debrief_ ? debriefed_.get() : run_.get(); }

std::shared_ptr<const ecomap::Layout> Shell::layout_of(const model::Scenario &scenario) {
    CaseLayout &layout = layouts_[scenario.hash];
    if (layout.shown) return layout.shown;
    if (!layout.own) layout.own.emplace(ecomap::lay_out(scenario.parties, scenario.ties));
    std::map<model::PartyId, ecomap::Point> moved;
    if (store_) {
        if (const auto places = store_->places(scenario.id))
            for (const auto &[party, place] : *places)
                moved[party] = {static_cast<float>(place.x), static_cast<float>(place.y)};
        else
            tell(places.error());
    }
    layout.shown = std::make_shared<const ecomap::Layout>(ecomap::put_by_hand(*layout.own, moved));
    return layout.shown;
}

void Shell::rebuild_ecomap() {
    const Run *run = mapped_run();
    if (run == nullptr) return;
    ecomap_request_.holds_handbook_back = is_hidden(run->session);
    ecomap_view_ = view::ecomap_view(told_progress(*run), layout_of(*run->scenario), ecomap_request_, texts_);
    ecomap_view_.serial = ++ecomap_serial_;
}

void Shell::handle(const ui::OpenEcoMap &wish) {
    is_map_of_debrief_ = wish.is_looked_back_on;
    if (mapped_run() == nullptr) return;
    ecomap_request_ = {};
    ecomap_draft_.selected = {};
    ecomap_draft_.show_all();
    show(Screen::ecomap);
}

void Shell::handle(const ui::ShowEcoStep &wish) {
    ecomap_request_.step = wish.step;
    rebuild();
}

void Shell::handle(const ui::ShowEcoMode &wish) {
    ecomap_request_.mode = wish.mode;
    rebuild();
}

void Shell::handle(const ui::MoveParty &wish) {
    if (screen_ == Screen::sketch) {
        edit_sketch(model::PlaceParty{wish.party, {wish.centre.x, wish.centre.y}});
        return;
    }
    const Run *run = mapped_run();
    if (run == nullptr || !store_) return;
    const base::Status status = store_->save_place(run->scenario->id, wish.party, {wish.centre.x, wish.centre.y});
    if (!status) tell(status.error());
    layouts_[run->scenario->hash].shown.reset();
    rebuild();
}

void Shell::handle(const ui::ResetEcoLayout &) {
    if (screen_ == Screen::sketch) {
        sketch_draft_.map.show_all();
        edit_sketch(model::ForgetPlaces{});
        return;
    }
    const Run *run = mapped_run();
    if (run == nullptr || !store_) return;
    if (const base::Status status = store_->forget_places(run->scenario->id); !status) tell(status.error());
    layouts_[run->scenario->hash].shown.reset();
    ecomap_draft_.show_all();
    rebuild();
}

void Shell::handle(const ui::ExportEcoMap &wish) {
    export_map(screen_ == Screen::sketch ? sketch_view_.map : ecomap_view_, wish.is_svg);
}

void Shell::export_map(const view::EcoMapView &map, bool is_svg) {
    const view::EcoSheet sheet = view::eco_sheet(map, texts_);
    base::Result<std::string> bytes =
        is_svg ? base::Result<std::string>(ecomap::svg_of(sheet.picture, ecomap::print_inks(), sheet.texts))
               : ecomap::png_of(sheet.picture, ecomap::print_inks(), options_.paths.fonts, kPngScale);
    if (!bytes) {
        tell(bytes.error());
        return;
    }
    const auto file =
        write_export(options_.paths.data, map.scenario.value + "-ecomap", is_svg ? ".svg" : ".png", *bytes);
    if (!file)
        tell(file.error());
    else
        message_ = texts_.format(Text::ecomap_saved, fmt::arg("file", *file));
}

} // namespace tsunagi::app
