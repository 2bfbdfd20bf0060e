// What the shell does for a workshop's files: choosing them, saving them, bringing them in.

#include "app/shell.h"

#include <algorithm>

#include "app/atomic_file.h"
#include "app/export_file.h"

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
    const fs::path file = free_export_file(options_.paths.data, name, ".json");
    if (const base::Status status = write_file_atomically(file, *content); !status)
        tell(status.error());
    else
        message_ = texts_.format(Text::workshop_saved_file, fmt::arg("file", utf8_of(file)));
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

void Shell::handle(const ui::ChooseFiles &wish) {
    if (workshop_.page != WorkshopPage::files) workshop_.page_before_files = workshop_.page;
    if (workshop_.page == WorkshopPage::importing) workshop_.page_before_files = WorkshopPage::desk;
    workshop_.wish = wish.wish;
    workshop_draft_.typed_path.clear();
    fs::path folder = path_of(options_.settings.last_folder);
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
    const fs::path path = path_of(wish.path);
    std::error_code failure;
    if (fs::is_regular_file(path, failure)) {
        if (workshop_.wish == view::FilesFor::import_folder)
            tell(base::Error{"file-not-folder", wish.path});
        else
            take_file(path);
        return;
    }
    workshop_.folder.folder = path;
    rebuild();
    // Only where there is something to come back to.
    if (workshop_.folder.error.empty()) options_.settings.last_folder = utf8_of(workshop_.folder.folder);
    has_changed_by_itself_ = true;
}

void Shell::handle(const ui::TakeFolder &) {
    if (workshop_.folder.error.empty()) start_import(workshop_.folder.folder);
}

void Shell::handle(const ui::DropFiles &wish) {
    if (wish.paths.empty() || !store_ || screen_ == Screen::trouble) return;
    // A group that plays must not lose its scene to a file that fell onto it by mistake.
    if (screen_ == Screen::play) return;
    const fs::path path = path_of(wish.paths.front());
    std::error_code failure;
    if (fs::is_directory(path, failure))
        start_import(path);
    else
        take_file(path);
}

// ---- bringing in ----------------------------------------------------------------------------------------------------

void Shell::take_workshop_file(const content::WorkshopFile &file) {
    const auto here = store_->load_workshop(file.workshop.id);
    const bool is_new = !here;
    if (is_new && here.error().code != "store-missing") {
        tell(here.error());
        return;
    }
    // The facilitator's own is never replaced by what was given out.
    if (is_new || seat_here(file.workshop.id)) {
        model::Workshop workshop = file.workshop;
        workshop.revision = is_new ? 0 : here->revision;
        workshop.updated_at = world_.now();
        if (const auto revision = store_->save_workshop(workshop, file.scenario_json); !revision) {
            tell(revision.error());
            return;
        }
    }
    if (is_new) options_.settings.workshop_seats[file.workshop.id.value] = {};
    if (open_workshop(file.workshop.id)) show_workshop_page(WorkshopPage::desk);
}

void Shell::handle(const ui::CancelImport &) { imports_.cancel(); }

void Shell::take_file(const fs::path &file) {
    if (!store_) return;
    auto bytes = read_file(file);
    if (!bytes) {
        tell(bytes.error());
        return;
    }
    auto read = content::exchange_file_from_json(*bytes);
    if (!read) {
        tell(base::Error{read.error().code, utf8_of(file)});
        return;
    }
    if (const auto *workshop = std::get_if<content::WorkshopFile>(&*read)) {
        take_workshop_file(*workshop);
        return;
    }
    const model::Session &session = std::get<content::GroupSession>(*read).session;
    begin_import(file, [path = file](store::SessionStore &store, const KeepGoing &keep_going) {
        FolderImport import;
        keep_going(0, 1);
        import.files.push_back(import_file(store, path));
        return base::Result<FolderImport>(std::move(import));
    });
    // Whoever opens a group's session wants to see it among the others.
    if (session.seat && !seat_here(session.seat->workshop)) open_workshop_quietly(session.seat->workshop);
}

void Shell::open_workshop_quietly(const model::WorkshopId &id) {
    if (store_ && store_->load_workshop(id)) open_workshop(id);
}

void Shell::start_import(const fs::path &folder) {
    const model::WorkshopId wanted = workshop_.workshop ? workshop_.workshop->id : model::WorkshopId();
    begin_import(folder, [folder, wanted](store::SessionStore &store, const KeepGoing &keep_going) {
        return import_folder(store, folder, wanted, keep_going);
    });
}

void Shell::begin_import(const fs::path &from, ImportWork work) {
    workshop_.import_from = utf8_of(from);
    workshop_.import_view = {};
    imports_.start([work = std::move(work), database = options_.paths.data / options_.settings.database](
                       const KeepGoing &keep_going) -> base::Result<FolderImport> {
        // The thread has a connection of its own: the window's is not for two.
        const auto store = store::open_sqlite_store(database);
        if (!store) return store.error();
        return work(**store, keep_going);
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
    for (const FileImport &file : import->files) {
        files.push_back(imported_file(file));
        // A workshop that came by file is somebody else's: this computer is a group's.
        if (file.kind == ImportKind::workshop && file.outcome == FileOutcome::added)
            options_.settings.workshop_seats.try_emplace(file.workshop.value);
    }
    workshop_.import_view = view::import_view(workshop_.import_from, files, import->is_cancelled, texts_);
    if (screen_ == Screen::workshop) rebuild();
}

} // namespace tsunagi::app
