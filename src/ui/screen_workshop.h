#pragma once

#include "ui/widgets.h"
#include "ui/workshop_draft.h"
#include "view/file_chooser_view.h"
#include "view/import_view.h"
#include "view/workshop_team_view.h"
#include "view/workshop_view.h"

namespace tsunagi::ui {

/// The workshops there are, and what a workshop is where there is none.
void draw_workshop_list(const view::WorkshopListView &view, WorkshopDraft &draft, const Ui &ui);

/// A workshop as it is to be, new or changed. Faults stand beside their fields.
void draw_workshop_form(const view::WorkshopFormView &view, WorkshopDraft &draft, const Ui &ui);

/// One workshop: its groups and how far they are, files, revealing.
void draw_workshop_desk(const view::WorkshopDeskView &view, WorkshopDraft &draft, const Ui &ui);

/// Between two turns: whose is next, and nothing of anybody's answers.
void draw_curtain(const view::CurtainView &view, const Ui &ui);

/// The end of a run whose results are hidden.
void draw_workshop_end(const view::WorkshopEndView &view, const Ui &ui);

/// The scenes that the whole team decides after the discussion, and one of them.
void draw_team_list(const view::TeamListView &view, const Ui &ui);
void draw_team_scene(const view::TeamSceneView &view, PlayDraft &draft, const Ui &ui);

/// Files and folders of the computer, one folder at a time.
void draw_file_chooser(const view::FileChooserView &view, WorkshopDraft &draft, const Ui &ui);

/// How far an import is.
struct ImportProgress {
    bool is_under_way = false;
    int done = 0;
    int all = 0;
};
/// Files being brought in, then what became of each.
void draw_import(const view::ImportView &view, const ImportProgress &progress, const Ui &ui);

} // namespace tsunagi::ui
