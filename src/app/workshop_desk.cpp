#include "app/workshop_desk.h"

#include <algorithm>

#include "app/atomic_file.h"

namespace tsunagi::app {

using namespace model;

std::vector<view::GroupRun> group_runs(const Workshop &workshop, const std::vector<Session> &sessions,
                                       const std::set<SessionId> &ended) {
    std::vector<view::GroupRun> runs;
    for (const WorkshopGroup &group : workshop.groups) {
        std::optional<view::GroupRun> best;
        int count = 0;
        for (const Session &session : sessions) {
            if (!session.seat || session.seat->group != group.id || session.kind == SessionKind::exploration) continue;
            ++count;
            view::GroupRun run;
            run.group = group.id;
            run.session = session.id;
            run.decided = view::decided_count(session);
            run.is_over = ended.count(session.id) != 0;
            run.has_other_case = session.scenario_hash != workshop.scenario_hash;
            if (!best || (run.is_over && !best->is_over) ||
                (run.is_over == best->is_over && run.decided > best->decided))
                best = std::move(run);
        }
        if (!best) continue;
        best->more = count - 1;
        runs.push_back(std::move(*best));
    }
    return runs;
}

view::FolderInfo folder_info(const FolderListing &listing, const std::vector<FolderShortcut> &shortcuts,
                             const std::function<std::string(std::int64_t)> &local_time) {
    view::FolderInfo info;
    info.path = utf8_of(listing.folder);
    if (listing.folder.has_relative_path()) info.parent = utf8_of(listing.folder.parent_path());
    for (const FolderEntry &entry : listing.entries)
        info.entries.push_back({entry.name, utf8_of(entry.path), entry.is_folder,
                                entry.is_folder ? std::string() : local_time(entry.changed_at)});
    for (const FolderShortcut &shortcut : shortcuts)
        info.shortcuts.push_back({shortcut.word, shortcut.name, utf8_of(shortcut.path)});
    info.error = listing.error;
    info.left_out = listing.left_out;
    return info;
}

} // namespace tsunagi::app
