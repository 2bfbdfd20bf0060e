#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "store/sqlite_error.h"
#include "store/sqlite_store.h"

namespace tsunagi::store {

using base::Error;
using base::Result;
using base::Status;
using SQLite::Statement;
using SQLite::Transaction;

Status SqliteStore::save_place(const model::ScenarioId &scenario, const model::PartyId &party, model::MapPlace place) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Statement insert(*database_, "INSERT OR REPLACE INTO party_place (scenario, party, x, y) VALUES (?, ?, ?, ?)");
        SQLite::bind(insert, scenario.value, party.value, place.x, place.y);
        insert.exec();
        return {};
    });
}

Result<std::map<model::PartyId, model::MapPlace>> SqliteStore::places(const model::ScenarioId &scenario) {
    using Places = std::map<model::PartyId, model::MapPlace>;
    return guarded<Result<Places>>(database_->getHandle(), [&]() -> Result<Places> {
        Statement select(*database_, "SELECT party, x, y FROM party_place WHERE scenario = ?");
        select.bind(1, scenario.value);
        Places places;
        while (select.executeStep())
            places[model::PartyId(select.getColumn(0).getString())] = {select.getColumn(1).getDouble(),
                                                                       select.getColumn(2).getDouble()};
        return places;
    });
}

Status SqliteStore::forget_places(const model::ScenarioId &scenario) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Statement remove(*database_, "DELETE FROM party_place WHERE scenario = ?");
        remove.bind(1, scenario.value);
        remove.exec();
        return {};
    });
}

Result<int> SqliteStore::save_sketch(const model::Sketch &sketch) {
    return guarded<Result<int>>(database_->getHandle(), [&]() -> Result<int> {
        Transaction transaction = begin();
        if (const Status fits = check_revision("sketch", sketch.id.value, sketch.revision); !fits) return fits.error();
        Statement insert(*database_, "INSERT OR REPLACE INTO sketch (id, revision, title, json, updated_at) "
                                     "VALUES (?, ?, ?, ?, ?)");
        SQLite::bind(insert, sketch.id.value, sketch.revision + 1, sketch.title, content::sketch_to_json(sketch),
                     sketch.updated_at);
        insert.exec();
        transaction.commit();
        return sketch.revision + 1;
    });
}

Result<content::ReadSketch> SqliteStore::load_sketch(const model::SketchId &id) {
    using Loaded = Result<content::ReadSketch>;
    return guarded<Loaded>(database_->getHandle(), [&]() -> Loaded {
        Statement select(*database_, "SELECT json, revision FROM sketch WHERE id = ?");
        select.bind(1, id.value);
        if (!select.executeStep()) return Error{"store-missing", id.value};
        Loaded read = content::sketch_from_json(select.getColumn(0).getString());
        if (!read) return read;
        read->sketch.id = id;
        read->sketch.revision = select.getColumn(1).getInt();
        return read;
    });
}

Result<std::vector<SketchSummary>> SqliteStore::list_sketches() {
    using Listed = Result<std::vector<SketchSummary>>;
    return guarded<Listed>(database_->getHandle(), [&]() -> Listed {
        Statement select(*database_, "SELECT id, title, updated_at FROM sketch ORDER BY updated_at DESC, id");
        std::vector<SketchSummary> summaries;
        while (select.executeStep())
            summaries.push_back({model::SketchId(select.getColumn(0).getString()), select.getColumn(1).getString(),
                                 select.getColumn(2).getInt64()});
        return summaries;
    });
}

Status SqliteStore::delete_sketch(const model::SketchId &sketch) { return delete_row("sketch", sketch.value); }

} // namespace tsunagi::store
