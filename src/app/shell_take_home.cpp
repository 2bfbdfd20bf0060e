// What the shell does for taking a workshop home: the handout, tables and learning records as files.

#include "app/export_file.h"
#include "app/shell.h"
#include "report/csv.h"
#include "report/workshop_handout.h"
#include "report/xapi.h"

namespace tsunagi::app {

using i18n::Text;
namespace fs = std::filesystem;

namespace {

struct NamedText {
    std::string name; ///< of the file, without its ending
    std::string ending;
    std::string text;
};

std::vector<NamedText> files_of(ui::TakeHome kind, const std::string &name, const report::WorkshopHandout &handout,
                                const model::Handbook &handbook, const i18n::Texts &texts) {
    switch (kind) {
    case ui::TakeHome::handout: return {{name, ".html", report::workshop_html(handout, {handbook, texts})}};
    case ui::TakeHome::tables:
        return {{name + "-attempts", ".csv", report::attempts_csv(handout.runs, texts)},
                {name + "-decisions", ".csv", report::decisions_csv(handout.runs, texts)}};
    case ui::TakeHome::statements: return {{name + "-xapi", ".json", report::xapi_of(handout.runs)}};
    }
    return {};
}

} // namespace

void Shell::handle(const ui::ExportWorkshop &wish) {
    save_script(); // what was just typed goes with it
    if (!store_ || !review_.can_show()) return;
    const auto workshop = store_->load_workshop(review_.material().workshop.id);
    if (!workshop) {
        tell(workshop.error());
        return;
    }
    // The same runs that are compared; of each the whole session this time.
    std::vector<std::pair<model::Session, engine::Progress>> kept;
    report::WorkshopHandout handout;
    for (const ReviewedRun &run : review_.review.runs) {
        auto session = store_->load(run.session);
        if (!session) {
            tell(session.error());
            return;
        }
        auto progress = engine::fold(*review_.material().scenario, session->decisions);
        if (!progress) continue;
        kept.emplace_back(std::move(session).value(), std::move(progress).value());
        handout.voices.push_back(review_.material().cohort.voices[run.voice]);
    }
    if (kept.empty()) {
        message_ = texts_(Text::script_screen_nothing_to_export);
        return;
    }
    handout.workshop = &*workshop;
    handout.date = workshop->date;
    for (const auto &[session, progress] : kept) handout.runs.push_back({&session, &progress});
    std::string written;
    for (const NamedText &file : files_of(wish.kind, file_name_of(workshop->title), handout, handbook_, texts_)) {
        const auto path = write_export(options_.paths.data, file.name, file.ending, file.text);
        if (!path) {
            tell(path.error());
            return;
        }
        written += (written.empty() ? "" : "\n") + *path;
    }
    message_ = texts_.format(Text::workshop_saved_file, fmt::arg("file", written));
}

} // namespace tsunagi::app
