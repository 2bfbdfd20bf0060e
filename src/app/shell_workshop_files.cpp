// What the shell does for a workshop's files: choosing them, saving them, bringing them in.

#include "app/shell.h"

#include <algorithm>

#include "app/atomic_file.h"
#include "app/export_file.h"
#include "content/json_source.h"

namespace tsunagi::app {

using i18n::Text;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kEndings = {".json"};

} // namespace

// ---- saving ---------------------------------------------------------------------------------------------------------

void Shell::save_export(const std::string &name, const base::Result<std::string> &content) {
    if (!content) {
        tell(content.error());
        return;
    }
    const auto file = write_export(options_.paths.data, name, ".json", *content);
    if (!file)
        tell(file.error());
    else
        message_ = texts_.format(Text::workshop_saved_file, fmt::arg("file", *file));
}

void Shell::handle(const ui::SaveGroupFile &) {
    if (!workshop_.workshop || !open_workshop(workshop_.workshop->id)) return;
    save_export(file_name_of(workshop_.workshop->title),
                content::workshop_file_to_json(*workshop_.workshop, case_text_of(*workshop_.workshop)));
}

void Shell::handle(const ui::SaveGroupSession &wish) {
    if (!workshop_.workshop || !store_) return;
    const std::vector<view::GroupRun> runs = runs_of(*workshop_.workshop);
    const auto run =
        std::find_if(runs.begin(), runs.end(), [&](const view::GroupRun &each) { return each.group == wish.group; });
    const model::WorkshopGroup *group = workshop_.workshop->find_group(wish.group);
    if (run == runs.end() || group == nullptr) return;
    const auto session = store_->load(run->session);
    if (!session) {
        tell(session.error());
        return;
    }
    const auto text = store_->scenario_json(session->scenario_hash);
    if (!text) {
        tell(text.error());
        return;
    }
    save_export(file_name_of(workshop_.workshop->title) + "-" + file_name_of(group->name),
                content::group_session_to_json(*session, *text));
}

// ---- choosing -------------------------------------------------------------------------------------------------------

void Shell::list_files(const fs::path &folder) {
    workshop_.folder = list_folder(folder, kEndings);
    workshop_.files_view = view::file_chooser_view(
        workshop_.wish,
        folder_info(workshop_.folder, folder_shortcuts(exports_folder(options_.paths.data)), world_.local_time),
        texts_);
}

void Shell::note_page_before_files() {
    if (screen_ != Screen::workshop)
        workshop_.page_before_files = WorkshopPage::list;
    else if (workshop_.page != WorkshopPage::files && workshop_.page != WorkshopPage::importing)
        workshop_.page_before_files = workshop_.page;
}

void Shell::handle(const ui::ChooseFiles &wish) {
    note_page_before_files();
    workshop_.wish = wish.wish;
    workshop_draft_.typed_path.clear();
    fs::path folder = content::path_from_text(options_.settings.last_folder);
    std::error_code failure;
    if (folder.empty() || !fs::is_directory(folder, failure)) {
        const auto places = folder_shortcuts(exports_folder(options_.paths.data));
        folder = places.empty() ? fs::path("/") : places.front().path;
    }
    workshop_.folder.folder = folder;
    show_workshop_page(WorkshopPage::files);
}

void Shell::handle(const ui::LeaveFiles &) {
    const bool has_desk = workshop_.workshop && workshop_.page_before_files != WorkshopPage::list;
    show_workshop_page(has_desk ? WorkshopPage::desk : WorkshopPage::list);
}

void Shell::handle(const ui::GoToPath &wish) {
    const fs::path path = content::path_from_text(wish.path);
    std::error_code failure;
    if (fs::is_regular_file(path, failure)) {
        if (workshop_.wish == view::FilesFor::import_folder)
            tell(base::Error{"file-not-folder", wish.path});
        else
            begin_import({path});
        return;
    }
    workshop_.folder.folder = path;
    rebuild();
    // Only where there is something to come back to.
    if (workshop_.folder.error.empty()) options_.settings.last_folder = utf8_of(workshop_.folder.folder);
    has_changed_by_itself_ = true;
}

void Shell::handle(const ui::TakeFolder &) {
    if (workshop_.folder.error.empty()) begin_import({workshop_.folder.folder});
}

void Shell::handle(const ui::DropFiles &wish) {
    if (wish.paths.empty() || !store_ || screen_ == Screen::trouble) return;
    // A file that fell onto it by mistake must take nobody away from what they are about to say.
    const bool is_typing = screen_ == Screen::workshop &&
                           (workshop_.page == WorkshopPage::form || workshop_.page == WorkshopPage::team_scene);
    if (is_typing || screen_ == Screen::play || screen_ == Screen::presenter || screen_ == Screen::learner) {
        message_ = texts_(Text::workshop_drop_not_here);
        return;
    }
    std::vector<fs::path> paths;
    for (const std::string &path : wish.paths) paths.push_back(content::path_from_text(path));
    begin_import(paths);
}

// ---- bringing in ----------------------------------------------------------------------------------------------------

void Shell::handle(const ui::CancelImport &) { imports_.cancel(); }

model::WorkshopId Shell::workshop_in_view() const {
    const bool has_one = workshop_.workshop && workshop_.page_before_files != WorkshopPage::list;
    return has_one ? workshop_.workshop->id : model::WorkshopId();
}

void Shell::begin_import(const std::vector<fs::path> &paths) {
    if (imports_.is_under_way()) {
        message_ = texts_(Text::workshop_import_busy);
        return;
    }
    note_page_before_files();
    ImportOptions options;
    options.is_group_computer = true;
    // Whoever opens a single file means that one, whatever is on the desk.
    std::error_code failure;
    if (paths.size() > 1 || fs::is_directory(paths.front(), failure)) options.wanted = workshop_in_view();
    workshop_.import_from = utf8_of(paths.size() > 1 ? paths.front().parent_path() : paths.front());
    workshop_.import_view = {};
    imports_.start([paths, options, database = options_.paths.data / options_.settings.database](
                       const KeepGoing &keep_going) -> base::Result<FolderImport> {
        // The thread has a connection of its own: the window's is not for two.
        const auto store = store::open_sqlite_store(database);
        if (!store) return store.error();
        return import_files(**store, paths, options, keep_going);
    });
    show_workshop_page(WorkshopPage::importing);
}

void Shell::handle(const ui::ImportFinished &) {
    if (!imports_.has_result()) return;
    const base::Result<FolderImport> import = imports_.take();
    has_changed_by_itself_ = true;
    if (!import) {
        tell(import.error());
        if (screen_ == Screen::workshop && workshop_.page == WorkshopPage::importing) handle(ui::LeaveFiles{});
        return;
    }
    std::vector<view::ImportedFile> files;
    for (const FileImport &file : import->files) files.push_back(imported_file(file));
    workshop_.import_view = view::import_view(workshop_.import_from, files, import->is_cancelled, texts_);
    if (screen_ != Screen::workshop) return;
    const bool is_single = import->files.size() == 1 && import->files.front().is_taken();
    if (workshop_.page == WorkshopPage::importing && is_single && open_workshop(import->files.front().workshop)) {
        workshop_.page_before_files = WorkshopPage::desk;
        if (import->files.front().kind == ImportKind::workshop) {
            show_workshop_page(WorkshopPage::desk); // what it was opened for
            return;
        }
    }
    rebuild();
}

} // namespace tsunagi::app
