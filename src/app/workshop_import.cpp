#include "app/workshop_import.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "base/plain_line.h"
#include "content/json_source.h"
#include "content/scenario_json.h"
#include "content/workshop_json.h"
#include "engine/fold.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using content::GroupSession;
using content::WorkshopFile;

namespace {

/// How often a database that another program is writing into is asked again; each time SQLite itself waits.
constexpr int kBusyAttempts = 3;

bool ends_in_json(const fs::path &path) {
    std::string ending = content::path_text(path.extension());
    for (char &c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending == ".json";
}

base::Result<std::vector<fs::path>> files_of(const fs::path &path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) return std::vector<fs::path>{path};
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure))
        if (ends_in_json(entry->path())) files.push_back(entry->path());
    if (failure) return base::Error{"import-folder", failure.message()};
    std::sort(files.begin(), files.end(),
              [](const fs::path &a, const fs::path &b) { return content::path_text(a) < content::path_text(b); });
    return files;
}

/// Only plain files are opened: a link may name anything, and a pipe would be waited for.
base::Result<std::string> bytes_of(const fs::path &path) {
    std::error_code failure;
    const fs::file_status status = fs::symlink_status(path, failure);
    if (failure) return base::Error{"import-unreadable", failure.message()};
    if (fs::is_symlink(status)) return base::Error{"import-link", ""};
    if (!fs::is_regular_file(status)) return base::Error{"import-no-file", ""};
    content::FileBytes read = content::read_file_bytes(path, content::kLongestExchangeText);
    if (read.bytes) return std::move(*read.bytes);
    const base::Problem &problem = read.problems.front();
    if (problem.code == "file-too-large") return base::Error{"file-too-large", ""};
    const auto cause = problem.args.find("cause");
    return base::Error{"import-unreadable", cause == problem.args.end() ? problem.code : cause->second};
}

FileOutcome outcome_of_error(const std::string &code) {
    if (code == "workshop-newer" || code == "session-newer") return FileOutcome::newer;
    for (const char *foreign : {"workshop-format", "file-too-large", "import-link", "import-no-file"})
        if (code == foreign) return FileOutcome::foreign;
    return FileOutcome::damaged;
}

void refuse(FileImport &row, FileOutcome outcome, base::Error error) {
    row.outcome = outcome;
    row.error = std::move(error);
}

class Importer {
  public:
    Importer(store::SessionStore &store, const ImportOptions &options) : store_(store), options_(options) {}

    /// The workshops first: a session may come before the file that brings its workshop.
    void bring_workshop(const fs::path &path) {
        const auto bytes = bytes_of(path);
        if (!bytes || !content::may_be_workshop_file(*bytes)) return;
        const auto file = content::exchange_file_from_json(*bytes);
        if (!file) return;
        if (const auto *workshop = std::get_if<WorkshopFile>(&*file)) workshops_done_[path] = take_workshop(*workshop);
    }

    [[nodiscard]] bool has_brought(const fs::path &path) const { return workshops_done_.count(path) != 0; }

    FileImport bring(const fs::path &path) {
        FileImport row;
        if (const auto done = workshops_done_.find(path); done != workshops_done_.end())
            row = done->second;
        else
            take_file(path, row);
        row.file = content::path_text(path.filename());
        return row;
    }

    /// After all files: the first of two sessions of a group is the other one's second.
    void note_shared_groups(std::vector<FileImport> &rows) {
        for (FileImport &row : rows)
            if (row.is_taken() && row.kind == ImportKind::session && sessions_[row.workshop][row.group].size() > 1)
                row.notes.emplace_back("import-same-group");
    }

  private:
    void take_file(const fs::path &path, FileImport &row) {
        const auto bytes = bytes_of(path);
        if (!bytes) return refuse(row, outcome_of_error(bytes.error().code), bytes.error());
        auto file = content::exchange_file_from_json(*bytes);
        if (!file) return refuse(row, outcome_of_error(file.error().code), file.error());
        if (const auto *workshop = std::get_if<WorkshopFile>(&*file))
            row = take_workshop(*workshop); // it was put there only now
        else
            take_session(std::get<GroupSession>(*file), row);
    }

    FileImport take_workshop(const WorkshopFile &file) {
        FileImport row;
        row.kind = ImportKind::workshop;
        row.workshop = file.workshop.id;
        row.name = file.workshop.title;
        row.outcome = FileOutcome::same;
        if (!options_.wanted.is_empty() && row.workshop != options_.wanted) {
            refuse(row, FileOutcome::other_workshop, {"workshop-other", row.workshop.value});
        } else if (const auto here = known(row.workshop); !here) {
            refuse(row, FileOutcome::not_stored, here.error());
        } else if (*here == nullptr) {
            keep_workshop(file, nullptr, row);
        } else if ((*here)->is_group_copy() && (*here)->updated_at < file.workshop.updated_at) {
            const model::Workshop kept = **here;
            keep_workshop(file, &kept, row);
        }
        return row;
    }

    void keep_workshop(const WorkshopFile &file, const model::Workshop *kept, FileImport &row) {
        if (playable(file.workshop.scenario_hash, file.scenario_json) == nullptr)
            return refuse(row, FileOutcome::damaged, {"workshop-case", ""});
        model::Workshop workshop = file.workshop;
        workshop.seat.reset(); // whatever the file says: it is this computer's
        if (kept != nullptr) {
            workshop.revision = kept->revision;
            workshop.seat = workshop.find_group(*kept->seat) != nullptr ? kept->seat : model::GroupId();
        } else if (options_.is_group_computer) {
            workshop.seat.emplace();
        }
        const auto saved = patiently<int>([&] { return store_.save_workshop(workshop, file.scenario_json); });
        workshops_.erase(row.workshop);
        if (saved.is_ok())
            row.outcome = kept == nullptr ? FileOutcome::added : FileOutcome::continued;
        else if (saved.error().code != "store-conflict") // else another program has just brought it
            refuse(row, FileOutcome::not_stored, saved.error());
    }

    void take_session(const GroupSession &file, FileImport &row) {
        const model::Session &session = file.session;
        row.kind = ImportKind::session;
        row.session = session.id;
        row.decision_count = static_cast<int>(session.decisions.size());
        row.name = session.learner.group.empty() ? session.learner.nickname : session.learner.group;
        row.profession = session.learner.profession;
        if (!session.seat) return refuse(row, FileOutcome::foreign, {"workshop-no-seat", ""});
        row.workshop = session.seat->workshop;
        row.group = session.seat->group;
        if (!options_.wanted.is_empty() && row.workshop != options_.wanted)
            return refuse(row, FileOutcome::other_workshop, {"workshop-other", row.workshop.value});
        const auto here = known(row.workshop);
        if (!here) return refuse(row, FileOutcome::not_stored, here.error());
        const model::Workshop *workshop = *here;
        if (workshop == nullptr)
            return refuse(row, FileOutcome::other_workshop, {"workshop-unknown", row.workshop.value});
        const model::WorkshopGroup *group = workshop->find_group(row.group);
        if (group == nullptr)
            return refuse(row, FileOutcome::unknown_group, {"workshop-unknown-group", row.group.value});
        row.name = group->name;
        row.profession = group->profession;
        if (session.scenario != workshop->scenario)
            return refuse(row, FileOutcome::foreign, {"workshop-other-case", session.scenario.value});
        keep_session(file, *workshop, row);
    }

    void keep_session(const GroupSession &file, const model::Workshop &workshop, FileImport &row) {
        const model::Session &session = file.session;
        std::string text = file.scenario_json;
        if (text.empty()) {
            const auto kept = store_.scenario_json(session.scenario_hash);
            if (!kept) return refuse(row, FileOutcome::not_stored, kept.error());
            text = *kept;
        }
        std::optional<model::EndingId> ending;
        if (text.empty()) {
            row.notes.emplace_back("import-no-case");
        } else {
            const model::Scenario *scenario = playable(session.scenario_hash, text);
            if (scenario == nullptr) return refuse(row, FileOutcome::damaged, {"workshop-case", ""});
            const auto progress = engine::fold(*scenario, session.decisions);
            if (!progress) return refuse(row, FileOutcome::damaged, {"workshop-replay", progress.error().detail});
            if (progress->ending != nullptr) ending = progress->ending->id;
        }
        const auto outcome =
            patiently<store::ImportOutcome>([&] { return store_.import_session(session, file.scenario_json, ending); });
        if (!outcome) return refuse(row, FileOutcome::not_stored, outcome.error());
        if (*outcome == store::ImportOutcome::diverged)
            return refuse(row, FileOutcome::diverged, {"workshop-diverged", session.id.value});
        row.outcome = static_cast<FileOutcome>(*outcome); // the first words of both are the same
        if (session.scenario_hash != workshop.scenario_hash) row.notes.emplace_back("import-case-text");
        if (session.kind != model::SessionKind::exploration) sessions_[row.workshop][row.group].insert(session.id);
    }

    /// The workshop as it is kept; null when there is none. Its sessions are then known too.
    base::Result<const model::Workshop *> known(const model::WorkshopId &id) {
        if (const auto found = workshops_.find(id); found != workshops_.end())
            return static_cast<const model::Workshop *>(found->second ? &*found->second : nullptr);
        auto loaded = store_.load_workshop(id);
        if (!loaded && loaded.error().code != "store-missing") return loaded.error();
        if (!loaded) {
            workshops_[id] = std::nullopt;
            return static_cast<const model::Workshop *>(nullptr);
        }
        const auto kept = store_.sessions_of(id);
        if (!kept) return kept.error();
        model::Workshop &workshop = workshops_[id].emplace(std::move(loaded).value());
        for (const model::Session &session : *kept)
            if (session.kind != model::SessionKind::exploration) sessions_[id][session.seat->group].insert(session.id);
        return static_cast<const model::Workshop *>(&workshop);
    }

    /// The case of a text; null when it cannot be played. Every group has the same one: it is checked once.
    const model::Scenario *playable(const std::string &hash, const std::string &json) {
        const auto [found, is_new] = scenarios_.try_emplace(hash);
        if (is_new) {
            // It was sound when it was played; the handbook of today must not find fault with it.
            content::ScenarioFile file = content::scenario_from_text(json, hash, model::Handbook{});
            if (file.is_playable()) found->second = std::make_unique<model::Scenario>(std::move(*file.scenario));
        }
        return found->second.get();
    }

    template <class T, class Work>
    base::Result<T> patiently(const Work &work) {
        for (int attempt = 1;; ++attempt) {
            base::Result<T> done = work();
            if (done || done.error().code != "store-busy" || attempt >= attempts_) {
                if (!done && done.error().code == "store-busy")
                    attempts_ = 1; // it will not be free for the next either
                return done;
            }
        }
    }

    store::SessionStore &store_;
    const ImportOptions &options_;
    std::map<model::WorkshopId, std::optional<model::Workshop>> workshops_;
    std::map<model::WorkshopId, std::map<model::GroupId, std::set<model::SessionId>>> sessions_;
    std::map<std::string, std::unique_ptr<model::Scenario>> scenarios_;
    std::map<fs::path, FileImport> workshops_done_;
    int attempts_ = kBusyAttempts;
};

} // namespace

bool FolderImport::is_complete() const {
    return !is_cancelled &&
           std::all_of(files.begin(), files.end(), [](const FileImport &file) { return file.is_taken(); });
}

base::Result<FolderImport> import_files(store::SessionStore &store, const std::vector<fs::path> &paths,
                                        const ImportOptions &options, const KeepGoing &keep_going) {
    std::vector<fs::path> files;
    for (const fs::path &path : paths) {
        const auto found = files_of(path);
        if (!found) return found.error();
        files.insert(files.end(), found->begin(), found->end());
    }
    const int all = static_cast<int>(files.size());
    const auto goes_on = [&](int done) { return !keep_going || keep_going(done, all); };
    Importer importer(store, options);
    FolderImport import;
    for (const fs::path &file : files) {
        if (!goes_on(0)) {
            import.is_cancelled = true;
            break;
        }
        importer.bring_workshop(file);
    }
    for (const fs::path &file : files) {
        import.is_cancelled = import.is_cancelled || !goes_on(static_cast<int>(import.files.size()));
        // What has been kept already is told in any case.
        if (!import.is_cancelled || importer.has_brought(file)) import.files.push_back(importer.bring(file));
    }
    importer.note_shared_groups(import.files);
    if (!import.is_cancelled) goes_on(all);
    return import;
}

view::ImportedFile imported_file(const FileImport &file) {
    view::ImportedFile shown;
    shown.file = base::plain_line(file.file);
    shown.whose = base::plain_line(file.name);
    shown.outcome = model::word_of(file.outcome, kFileOutcomeWords);
    if (!file.is_taken()) {
        shown.reason = file.error.code;
        shown.detail = base::plain_line(file.error.detail);
        shown.mood = view::ImportMood::bad;
    } else if (!file.notes.empty()) {
        shown.reason = file.notes.front();
        shown.mood = view::ImportMood::warning;
    } else {
        const bool is_new = file.outcome == FileOutcome::added || file.outcome == FileOutcome::continued;
        shown.mood = is_new ? view::ImportMood::good : view::ImportMood::nothing_new;
    }
    return shown;
}

} // namespace tsunagi::app
