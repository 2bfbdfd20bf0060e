#include "app/cli_report.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "app/atomic_file.h"
#include "app/cli_case.h"
#include "app/local_time.h"
#include "content/json_source.h"
#include "content/workshop_json.h"
#include "report/csv.h"
#include "report/handout.h"
#include "report/workshop_handout.h"
#include "report/xapi.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using base::Error;
using base::Result;
using base::Status;
using i18n::Text;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A session with the text of its case that came with it, if any.
struct FoundSession {
    model::Session session;
    std::string scenario_json;
};

/// Sessions with what became of them. Cases are shared: sessions of the same text point to the same scenario.
struct LoadedRuns {
    std::vector<std::unique_ptr<const model::Session>> sessions;
    std::vector<std::unique_ptr<const engine::Progress>> progresses;
    std::map<std::string, std::unique_ptr<const model::Scenario>> scenarios; ///< by hash
    std::vector<report::Run> runs;
};

class RunLoader {
  public:
    RunLoader(const CliContext &context, const ReportRequest &request, const model::Handbook &handbook)
        : context_(context), request_(request), handbook_(handbook), store_(existing_sessions(context)) {}

    Result<LoadedRuns> load() {
        if (request_.sessions.empty()) return Error{"use-no-report-session", ""};
        for (const std::string &name : request_.sessions)
            if (const Status added = add(name); !added)
                return Error{added.error().code, detail_of(name, added.error())};
        return std::move(loaded_);
    }

  private:
    static std::string detail_of(const std::string &name, const Error &error) {
        return error.detail.empty() || error.detail == name ? name : name + ": " + error.detail;
    }

    Result<FoundSession> find(const std::string &name) {
        std::error_code failure;
        const fs::path file = content::path_from_text(name);
        if (!name.empty() && fs::is_regular_file(file, failure)) return read(file);
        if (store_ != nullptr) {
            auto kept = store_->load(model::SessionId(name));
            if (kept) return FoundSession{std::move(kept).value(), {}};
        }
        return Error{"use-report-session", name};
    }

    static Result<FoundSession> read(const fs::path &file) {
        const auto text = read_file(file);
        if (!text) return text.error();
        auto read = content::exchange_file_from_json(*text);
        if (read) {
            if (auto *group = std::get_if<content::GroupSession>(&*read))
                return FoundSession{std::move(group->session), std::move(group->scenario_json)};
            return Error{"report-workshop-file", ""};
        }
        if (content::decision_file_from_json(*text)) return Error{"report-decisions", ""};
        return read.error();
    }

    // The text that came with the session; else as every command that reads sessions.
    Result<content::ScenarioFile> case_of(const FoundSession &found) {
        if (!found.scenario_json.empty() && request_.wanted_case.empty()) {
            content::ScenarioFile file =
                content::scenario_from_text(found.scenario_json, found.session.scenario.value, model::Handbook{});
            if (file.is_playable()) return file;
        }
        return case_of_session(context_, handbook_, found.session, request_.wanted_case, store_.get());
    }

    Status add(const std::string &name) {
        auto found = find(name);
        if (!found) return found.error();
        if (!ids_.insert(found->session.id.value).second) return Error{"use-report-twice", ""};
        auto &kept = loaded_.scenarios[found->session.scenario_hash];
        if (kept == nullptr) {
            auto file = case_of(*found);
            if (!file) return file.error();
            kept = std::make_unique<const model::Scenario>(*std::move(file->scenario));
        }
        auto progress = engine::fold(*kept, found->session.decisions);
        if (!progress) return progress.error();
        loaded_.sessions.push_back(std::make_unique<const model::Session>(std::move(found->session)));
        loaded_.progresses.push_back(std::make_unique<const engine::Progress>(std::move(progress).value()));
        loaded_.runs.push_back({loaded_.sessions.back().get(), loaded_.progresses.back().get()});
        return {};
    }

    const CliContext &context_;
    const ReportRequest &request_;
    const model::Handbook &handbook_;
    std::unique_ptr<store::SessionStore> store_;
    std::set<std::string> ids_;
    LoadedRuns loaded_;
};

// ---- what is written ------------------------------------------------------------------------------------------------

struct Output {
    fs::path file;
    std::string content;
    std::string beginning; ///< of such a file; another one is not ours to overwrite
};

Result<std::optional<model::Workshop>> workshop_of(const ReportRequest &request) {
    if (request.workshop_file.empty()) return std::optional<model::Workshop>();
    const auto text = read_file(content::path_from_text(request.workshop_file));
    if (!text) return Error{"use-file-missing", request.workshop_file};
    auto workshop = content::workshop_from_json(*text);
    if (workshop) return std::optional(std::move(workshop).value());
    // The file for a group's computer has one too.
    auto exchanged = content::exchange_file_from_json(*text);
    if (exchanged)
        if (auto *file = std::get_if<content::WorkshopFile>(&*exchanged)) return std::optional(file->workshop);
    return Error{workshop.error().code, request.workshop_file};
}

Result<std::string> html_of(const CliContext &context, const ReportRequest &request, const LoadedRuns &loaded,
                            const model::Handbook &handbook) {
    const report::Words words{handbook, context.texts};
    const auto workshop = workshop_of(request);
    if (!workshop) return workshop.error();
    const report::Run &first = loaded.runs.front();
    if (loaded.runs.size() == 1 && !*workshop) {
        if (!first.progress->is_over()) return Error{"report-unfinished", first.progress->scene->title};
        return report::handout_html(first, local_time(first.session->started_at), words);
    }
    for (const report::Run &run : loaded.runs)
        if (run.progress->scenario != first.progress->scenario)
            return Error{"report-cases", first.session->scenario.value + " / " + run.session->scenario.value};
    report::WorkshopHandout handout;
    handout.runs = loaded.runs;
    handout.date = *workshop ? (*workshop)->date : local_time(first.session->started_at).substr(0, 10);
    if (*workshop) handout.workshop = &**workshop;
    // Groups stand in the order in which the workshop has them; what it does not have comes last.
    const auto place_of = [&](const report::Run &run) {
        const auto &groups = handout.workshop->groups;
        return std::find_if(groups.begin(), groups.end(),
                            [&](const model::WorkshopGroup &group) {
                                return run.session->seat && run.session->seat->group == group.id;
                            }) -
               groups.begin();
    };
    if (handout.workshop != nullptr)
        std::stable_sort(handout.runs.begin(), handout.runs.end(),
                         [&](const report::Run &a, const report::Run &b) { return place_of(a) < place_of(b); });
    handout.voices = report::voices_of(handout.runs, handout.workshop);
    return report::workshop_html(handout, words);
}

Result<std::vector<Output>> outputs_of(const CliContext &context, const ReportRequest &request,
                                       const LoadedRuns &loaded, const model::Handbook &handbook) {
    std::vector<Output> outputs;
    if (!request.html_file.empty()) {
        auto html = html_of(context, request, loaded, handbook);
        if (!html) return html.error();
        outputs.push_back(
            {content::path_from_text(request.html_file), std::move(html).value(), std::string(report::kPageBeginning)});
    }
    if (!request.csv_folder.empty()) {
        const fs::path folder = content::path_from_text(request.csv_folder);
        outputs.push_back(
            {folder / "attempts.csv", report::attempts_csv(loaded.runs, context.texts), std::string(kByteOrderMark)});
        outputs.push_back(
            {folder / "decisions.csv", report::decisions_csv(loaded.runs, context.texts), std::string(kByteOrderMark)});
    }
    if (!request.xapi_file.empty())
        outputs.push_back(
            {content::path_from_text(request.xapi_file), report::xapi_of(loaded.runs, {request.has_nicknames}), "["});
    return outputs;
}

Status check_output(const Output &output) {
    constexpr const char *kCode = "use-not-a-report-file";
    std::error_code failure;
    if (fs::is_directory(output.file, failure)) return Error{kCode, utf8_of(output.file)};
    return check_overwriting(output.file, output.beginning, kCode);
}

Status write_all(const CliContext &context, const ReportRequest &request, const std::vector<Output> &outputs) {
    for (const Output &output : outputs)
        if (Status checked = check_output(output); !checked) return checked;
    if (!request.csv_folder.empty()) {
        const fs::path folder = content::path_from_text(request.csv_folder);
        std::error_code failure;
        fs::create_directories(folder, failure);
        if (!fs::is_directory(folder)) return Error{"file-write", request.csv_folder};
    }
    for (const Output &output : outputs) {
        if (Status written = write_file_atomically(output.file, output.content); !written) return written;
        std::cout << context.texts.format(Text::report_written, fmt::arg("file", utf8_of(output.file))) << '\n';
    }
    return {};
}

} // namespace

int run_report(const CliContext &context, const ReportRequest &request) {
    if (request.html_file.empty() && request.csv_folder.empty() && request.xapi_file.empty())
        return report_error(context, {"use-report-nothing", ""});
    const model::Handbook handbook = load_handbook_or_warn(context);
    const auto loaded = RunLoader(context, request, handbook).load();
    if (!loaded) return report_error(context, loaded.error());
    const auto outputs = outputs_of(context, request, *loaded, handbook);
    if (!outputs) return report_error(context, outputs.error());
    if (const Status written = write_all(context, request, *outputs); !written)
        return report_error(context, written.error());
    return kGood;
}

} // namespace tsunagi::app
