// What the shell does for the exercises beside the cases.

#include <set>

#include "app/shell.h"
#include "content/drill_json.h"
#include "engine/drill.h"

namespace tsunagi::app {

void Shell::load_drills() {
    if (drills_) return;
    base::Problems problems;
    drills_ = content::load_drills(options_.paths.drills(), problems);
    std::set<std::string> files;
    for (const base::Problem &problem : problems)
        if (problem.severity == base::Severity::error)
            files.insert(problem.file.substr(problem.file.find_last_of('/') + 1)); // npos + 1 is the beginning
    damaged_drills_.assign(files.begin(), files.end());
}

void Shell::rebuild_drills() {
    drills_view_ = view::drills_view(drill_draft_.form, *drills_, handbook_, damaged_drills_, texts_);
}

std::size_t Shell::drill_size() const {
    const view::DrillForm &form = drill_draft_.form;
    return form.kind ? view::drill_size(*form.kind, form.table, *drills_, handbook_) : 0;
}

void Shell::begin_drill(std::size_t position) {
    view::DrillForm &form = drill_draft_.form;
    form.position = position;
    form.ticked.clear();
    form.written.clear();
    form.placed.clear();
    form.is_checked = false;
    drill_draft_.statement = 0;
    drill_draft_.frames_to_show = 0;
    ++drill_draft_.serial;
    rebuild();
}

// From the page of an exercise to the list; from elsewhere to where one was.
void Shell::handle(const ui::OpenDrills &) {
    if (screen_ == Screen::drills) drill_draft_.form.kind.reset();
    show(Screen::drills);
}

void Shell::handle(const ui::StartDrill &wish) {
    drill_draft_.form.kind = wish.kind;
    drill_draft_.form.table = wish.table;
    drill_draft_.form.order = engine::shuffled(drill_size(), static_cast<std::uint32_t>(world_.now()));
    begin_drill(0);
}

void Shell::handle(const ui::ReviseDrill &) { rebuild(); }

void Shell::handle(const ui::CheckDrill &) {
    if (!drill_draft_.form.kind) return;
    drill_draft_.form.is_checked = true;
    rebuild();
}

void Shell::handle(const ui::NextDrill &) {
    view::DrillForm &form = drill_draft_.form;
    if (!form.kind || form.order.empty()) return;
    std::size_t position = form.position + 1;
    if (position >= view::drill_pages(*form.kind, form.order.size())) {
        position = 0;
        form.order = engine::shuffled_after(drill_size(), static_cast<std::uint32_t>(world_.now()), form.order.back());
    }
    begin_drill(position);
}

} // namespace tsunagi::app
