#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/folder_listing.h"
#include "model/session.h"
#include "model/workshop.h"
#include "view/file_chooser_view.h"
#include "view/import_view.h"
#include "view/workshop_form.h"
#include "view/workshop_play_view.h"
#include "view/workshop_team_view.h"
#include "view/workshop_view.h"

namespace tsunagi::app {

enum class WorkshopPage { list, form, desk, curtain, end, team_list, team_scene, files, importing };

/// What the screens of a workshop show and work on: the workshop on the desk, whose turn it is, what is being decided
/// by the team. What is typed is in ui::WorkshopDraft.
struct WorkshopDesk {
    WorkshopPage page = WorkshopPage::list;
    WorkshopPage page_before_files = WorkshopPage::list;

    std::optional<model::Workshop> workshop;         ///< open on the desk
    std::shared_ptr<const model::Scenario> scenario; ///< its case; null when its text is not here
    std::vector<view::GroupRun> runs;
    view::FormState form_state;
    model::GroupId turn; ///< whose turn comes up or is under way

    std::optional<model::Workshop> played; ///< that of the session being played
    int clock_shown = -1;                  ///< the seconds that the clock's text says
    bool hides_results = false;            ///< of that session: is_hidden when it was taken up

    model::SceneId team_scene;
    std::optional<model::Decision> team_base;  ///< what the team had decided when the page came up
    std::optional<model::Decision> team_own;   ///< waits for a choice, because another is there
    std::optional<model::Decision> team_other; ///< that one

    view::FilesFor wish = view::FilesFor::open_file;
    FolderListing folder;
    std::string import_from; ///< the folder or file that is brought in

    view::WorkshopListView list_view;
    view::WorkshopFormView form_view;
    view::WorkshopDeskView desk_view;
    view::CurtainView curtain_view;
    view::WorkshopEndView end_view;
    view::TeamListView team_list_view;
    view::TeamSceneView team_scene_view;
    view::FileChooserView files_view;
    view::ImportView import_view;
    std::optional<view::WorkshopPlayView> play_view; ///< while a session of a workshop is played
};

/// One run a group: of several the finished one, else the one with the most decisions of its own, else the first.
/// `ended`: the sessions that have come to their ending.
[[nodiscard]] std::vector<view::GroupRun> group_runs(const model::Workshop &workshop,
                                                     const std::vector<model::Session> &sessions,
                                                     const std::set<model::SessionId> &ended);

/// A folder as the view takes it. `local_time` words a time.
[[nodiscard]] view::FolderInfo folder_info(const FolderListing &listing, const std::vector<FolderShortcut> &shortcuts,
                                           const std::function<std::string(std::int64_t)> &local_time);

} // namespace tsunagi::app
