#include "app/cli_workshop.h"

#include <iostream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/atomic_file.h"
#include "app/cli_case.h"
#include "app/workshop_import.h"
#include "base/plain_line.h"
#include "content/json_source.h"
#include "content/workshop_json.h"
#include "view/words.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using base::plain_line;
using i18n::Text;
using Json = nlohmann::ordered_json;

namespace {

using OpenedStore = base::Result<std::unique_ptr<store::SessionStore>>;

fs::path database_of(const CliContext &context, const std::string &wanted) {
    return wanted.empty() ? sessions_file(context) : database_at(context, wanted);
}

OpenedStore open_existing(const CliContext &context, const std::string &wanted) {
    const fs::path file = database_of(context, wanted);
    std::error_code failure;
    if (is_empty_file(file) || !fs::exists(file, failure)) return base::Error{"use-store-missing", utf8_of(file)};
    return store::open_sqlite_store(file);
}

/// A file name or a text may hold bytes that are no UTF-8.
void print(const Json &document) { std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

std::string sentence(const i18n::Texts &texts, const std::string &word) { return texts.named("error." + word); }

std::string profession_word(model::LearnerProfession profession) {
    return std::string(model::word_of(profession, model::kLearnerProfessionWords));
}

Json json_of(const FileImport &file, const i18n::Texts &texts) {
    Json json = {{"file", file.file},
                 {"kind", model::word_of(file.kind, kImportKindWords)},
                 {"outcome", model::word_of(file.outcome, kFileOutcomeWords)},
                 {"taken", file.is_taken()}};
    if (file.kind != ImportKind::unknown) {
        json["workshop"] = file.workshop.value;
        json["name"] = file.name;
    }
    if (file.kind == ImportKind::session) {
        json["group"] = file.group.value;
        json["profession"] = profession_word(file.profession);
        json["session"] = file.session.value;
        json["decisions"] = file.decision_count;
    }
    json["notes"] = file.notes;
    json["code"] = file.error.code;
    json["message"] = file.is_taken() ? "" : sentence(texts, file.error.code);
    json["detail"] = file.error.detail;
    return json;
}

struct Counts {
    int added = 0;
    int known = 0;
    int refused = 0;
};

Counts counts_of(const FolderImport &import) {
    Counts counts;
    for (const FileImport &file : import.files) {
        const bool is_new = file.outcome == FileOutcome::added || file.outcome == FileOutcome::continued;
        ++(is_new ? counts.added : file.is_taken() ? counts.known : counts.refused);
    }
    return counts;
}

void print_import_json(const FolderImport &import, const i18n::Texts &texts) {
    const Counts counts = counts_of(import);
    Json document = {
        {"files", Json::array()}, {"added", counts.added}, {"known", counts.known}, {"refused", counts.refused}};
    for (const FileImport &file : import.files) document["files"].push_back(json_of(file, texts));
    print(document);
}

std::string whose(const FileImport &file, const i18n::Texts &texts) {
    if (file.kind == ImportKind::workshop)
        return texts.format(Text::workshop_files_workshop, fmt::arg("title", plain_line(file.name)));
    return texts.format(Text::workshop_files_whose, fmt::arg("name", plain_line(file.name)),
                        fmt::arg("profession", view::profession_name(file.profession, texts)),
                        fmt::arg("n", file.decision_count));
}

/// Three lines at most a file and no columns: names are of any length, and a screen reader reads them in order.
void print_import(const FolderImport &import, const i18n::Texts &texts) {
    for (const FileImport &file : import.files) {
        std::cout << plain_line(file.file) << '\n'
                  << "  "
                  << texts.named("import_outcome." + std::string(model::word_of(file.outcome, kFileOutcomeWords)));
        if (file.kind != ImportKind::unknown) std::cout << "  " << whose(file, texts);
        std::cout << '\n';
        for (const std::string &note : file.notes) std::cout << "  " << sentence(texts, note) << '\n';
        if (file.is_taken()) continue;
        std::cout << "  " << sentence(texts, file.error.code);
        if (!file.error.detail.empty()) std::cout << " (" << plain_line(file.error.detail) << ')';
        std::cout << '\n';
    }
    const Counts counts = counts_of(import);
    if (import.files.empty())
        std::cout << texts(Text::workshop_files_import_none) << '\n';
    else
        std::cout << texts.format(Text::workshop_files_import_sum, fmt::arg("all", import.files.size()),
                                  fmt::arg("added", counts.added), fmt::arg("known", counts.known),
                                  fmt::arg("refused", counts.refused))
                  << '\n';
}

/// Nothing but an earlier file of the same kind is replaced.
bool may_be_replaced(const fs::path &file) {
    std::error_code failure;
    if (!fs::is_regular_file(file, failure)) return true; // writing says what is wrong with it
    const auto there = content::read_file_bytes(file, content::kLongestExchangeText);
    return there.bytes && (there.bytes->empty() || content::may_be_workshop_file(*there.bytes));
}

} // namespace

int run_workshop_import(const CliContext &context, const WorkshopRequest &request) {
    const fs::path folder = content::path_from_text(request.folder);
    std::error_code failure;
    if (!fs::is_directory(folder, failure))
        return report_error(context, {"use-folder-missing", plain_line(request.folder)});
    const OpenedStore store = store::open_sqlite_store(database_of(context, request.store));
    if (!store) return report_error(context, store.error());
    const auto import = import_files(**store, {folder}, {model::WorkshopId(request.workshop)});
    if (!import) return report_error(context, import.error());
    if (request.as_json)
        print_import_json(*import, context.texts);
    else
        print_import(*import, context.texts);
    return import->is_complete() ? kGood : kProblemsFound;
}

int run_workshop_list(const CliContext &context, const WorkshopRequest &request) {
    const OpenedStore store = open_existing(context, request.store);
    if (!store) return report_error(context, store.error());
    const auto workshops = (*store)->list_workshops();
    if (!workshops) return report_error(context, workshops.error());
    Json document = Json::array();
    for (const store::WorkshopSummary &workshop : *workshops) {
        if (request.as_json) {
            document.push_back({{"id", workshop.id.value},
                                {"title", workshop.title},
                                {"date", workshop.date},
                                {"case", workshop.scenario.value},
                                {"groups", workshop.group_count},
                                {"updated_at", workshop.updated_at}});
            continue;
        }
        const std::string date =
            workshop.date.empty() ? context.texts(Text::workshop_files_no_date) : plain_line(workshop.date);
        std::cout << context.texts.format(Text::workshop_files_list_line, fmt::arg("id", plain_line(workshop.id.value)),
                                          fmt::arg("date", date), fmt::arg("title", plain_line(workshop.title)),
                                          fmt::arg("case", plain_line(workshop.scenario.value)),
                                          fmt::arg("n", workshop.group_count))
                  << '\n';
    }
    if (request.as_json)
        print(document);
    else if (workshops->empty())
        std::cout << context.texts(Text::workshop_files_list_none) << '\n';
    return kGood;
}

int run_workshop_export(const CliContext &context, const WorkshopRequest &request) {
    const OpenedStore store = open_existing(context, request.store);
    if (!store) return report_error(context, store.error());
    const auto workshop = (*store)->load_workshop(model::WorkshopId(request.workshop));
    if (!workshop) {
        if (workshop.error().code == "store-missing")
            return report_error(context, {"use-workshop-unknown", plain_line(request.workshop)});
        return report_error(context, workshop.error());
    }
    const auto scenario = (*store)->scenario_json(workshop->scenario_hash);
    if (!scenario) return report_error(context, scenario.error());
    if (scenario->empty()) return report_error(context, {"workshop-no-case", workshop->scenario_hash});
    const auto text = content::workshop_file_to_json(*workshop, *scenario);
    if (!text) return report_error(context, text.error());
    const fs::path file = content::path_from_text(request.file);
    if (!may_be_replaced(file)) return report_error(context, {"use-not-a-workshop-file", plain_line(request.file)});
    if (const auto written = write_file_atomically(file, *text); !written)
        return report_error(context, written.error());
    report_note(context.texts.format(Text::workshop_files_exported, fmt::arg("file", plain_line(request.file))));
    return kGood;
}

} // namespace tsunagi::app
