#include "app/cli_ecomap.h"

#include <cerrno>
#include <iostream>
#include <system_error>

#include "app/atomic_file.h"
#include "app/cli_case.h"
#include "app/cli_console.h"
#include "content/json_source.h"
#include "ecomap/png.h"
#include "engine/fold.h"
#include "view/ecomap_sheet.h"

namespace tsunagi::app {

using base::Error;
using base::Result;
using base::Status;
using i18n::Text;
using i18n::Texts;

namespace {

// ---- what is asked for ----------------------------------------------------------------------------------------------

Result<view::EcoMode> mode_of(const EcomapRequest &request) {
    if (request.compare.empty()) return view::EcoMode::one;
    if (request.compare != "start" && request.compare != "handbook") return Error{"use-compare", request.compare};
    if (request.decisions_file.empty()) return Error{"use-compare-start", ""};
    return request.compare == "start" ? view::EcoMode::since_start : view::EcoMode::with_handbook;
}

// The last step up to where the request wants the map; nothing: the last of all.
std::optional<std::size_t> step_of(const EcomapRequest &request, const std::vector<view::EcoStep> &steps) {
    if (!request.stage && !request.month) return std::nullopt;
    std::size_t found = 0;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (request.stage ? steps[i].moment <= static_cast<std::size_t>(*request.stage)
                          : steps[i].month <= *request.month)
            found = i;
    return found;
}

/// A case, as far as the decisions of a file lead into it.
struct Course {
    std::unique_ptr<const model::Scenario> scenario;
    engine::Progress progress; // points into the scenario
};

Result<Course> course_through(content::ScenarioFile file, const std::vector<model::Decision> &decisions) {
    auto scenario = std::make_unique<const model::Scenario>(*std::move(file.scenario));
    auto progress = engine::fold(*scenario, decisions);
    if (!progress) return progress.error();
    return Course{std::move(scenario), std::move(progress).value()};
}

Result<Course> course_of(const CliContext &context, const EcomapRequest &request) {
    const model::Handbook handbook = load_handbook_or_warn(context);
    model::Session session;
    if (!request.decisions_file.empty()) {
        auto loaded = load_session_file(request.decisions_file);
        if (!loaded) return loaded.error();
        session = std::move(loaded).value();
    }
    const std::string &wanted = request.wanted_case;
    if (session.scenario.is_empty() || (!wanted.empty() && wanted != session.scenario.value)) {
        auto file = load_playable_case(context, handbook, wanted);
        if (!file) return file.error();
        const model::ScenarioId &id = file->scenario->id;
        if (!session.scenario.is_empty() && session.scenario != id)
            return Error{"use-wrong-case", session.scenario.value + " / " + id.value};
        return course_through(std::move(file).value(), session.decisions);
    }
    const auto store = existing_sessions(context);
    auto file = case_of_session(context, handbook, session, wanted, store.get());
    if (!file) return file.error();
    return course_through(std::move(file).value(), session.decisions);
}

Result<view::EcoMapView> map_of(const engine::Progress &progress, const EcomapRequest &request, const Texts &texts) {
    const auto mode = mode_of(request);
    if (!mode) return mode.error();
    const auto last = static_cast<int>(progress.played.size());
    if (request.stage && (*request.stage < 0 || *request.stage > last))
        return Error{"use-stage", fmt::format("{} (0-{})", *request.stage, last)};
    if (request.month && *request.month < 0) return Error{"use-month", fmt::format("{}", *request.month)};
    if (*mode == view::EcoMode::with_handbook && !progress.is_over()) return Error{"use-compare-unfinished", ""};
    const model::Scenario &scenario = *progress.scenario;
    const auto layout = std::make_shared<const ecomap::Layout>(ecomap::lay_out(scenario.parties, scenario.ties));
    view::EcoMapRequest wanted;
    wanted.mode = *mode;
    wanted.step = step_of(request, view::ecomap_view(progress, layout, {}, texts).steps);
    return view::ecomap_view(progress, layout, wanted, texts);
}

// ---- as text --------------------------------------------------------------------------------------------------------

class MapTeller {
  public:
    explicit MapTeller(const Texts &texts) : texts_(texts), console_(std::cin, std::cout) {}

    void tell(const view::EcoMapView &map) {
        console_.say(map.case_title);
        if (map.other) tell(*map.other, map.other_heading);
        tell(map.moment, map.heading);
    }

  private:
    void tell(const view::EcoMoment &moment, const std::string &heading) {
        console_.blank();
        say_heading(heading);
        console_.say(moment.summary);
        if (!moment.changes.empty()) {
            say_heading(moment.changes_heading);
            for (const std::string &change : moment.changes) say_item(change);
        }
        say_heading(texts_(Text::cli_ecomap_ties));
        for (const view::EcoTieView &tie : moment.ties) tell(tie);
        say_heading(texts_(Text::cli_ecomap_parties));
        for (const view::EcoPartyView &party : moment.parties) say_item(party.told);
    }

    void tell(const view::EcoTieView &tie) {
        say_item(tie.who);
        say_detail(Text::cli_ecomap_strength, tie.strength);
        say_detail(Text::cli_ecomap_stress, tie.stress);
        say_detail(Text::cli_ecomap_flow, tie.flow);
        say_detail(Text::cli_ecomap_since, tie.since);
        say_detail(Text::cli_ecomap_decision, tie.decision);
        say_detail(Text::cli_ecomap_because, tie.because);
    }

    void say_heading(const std::string &text) {
        console_.say(texts_.format(Text::cli_heading, fmt::arg("text", text)));
    }
    void say_item(const std::string &text) { console_.say(texts_.format(Text::cli_item, fmt::arg("text", text))); }
    void say_detail(Text label, const std::string &text) {
        if (text.empty()) return;
        console_.say(texts_.format(
            Text::cli_detail, fmt::arg("text", texts_.format(Text::cli_handbook_pair, fmt::arg("label", texts_(label)),
                                                             fmt::arg("text", text)))));
    }

    const Texts &texts_;
    Console console_;
};

// ---- as files -------------------------------------------------------------------------------------------------------

bool is_standard_output(const std::string &name) { return name == "-"; }

Status check_output(const std::string &name, std::string_view beginning) {
    if (name.empty() || is_standard_output(name)) return {};
    return check_overwriting(content::path_from_text(name), beginning, "use-not-a-picture-file");
}

constexpr const char *kSvgBeginning = "<svg";
constexpr const char *kPngBeginning = "\x89PNG";

Status check_outputs(const EcomapRequest &request) {
    if (is_standard_output(request.svg_file) && is_standard_output(request.png_file))
        return Error{"use-two-outputs", ""};
    if (!(request.scale > 0.0F)) return Error{"use-scale", fmt::format("{}", request.scale)};
    const Status svg = check_output(request.svg_file, kSvgBeginning);
    return svg ? check_output(request.png_file, kPngBeginning) : svg;
}

Status write_output(const std::string &name, const std::string &bytes) {
    if (!is_standard_output(name)) return write_file_atomically(content::path_from_text(name), bytes);
    errno = 0;
    std::cout << bytes << std::flush;
    if (std::cout) return {};
    return Error{errno == ENOSPC ? "file-full" : "file-write", std::generic_category().message(errno)};
}

Status write_outputs(const CliContext &context, const EcomapRequest &request, const view::EcoMapView &map) {
    const view::EcoSheet sheet = view::eco_sheet(map, context.texts);
    // Both are made before one is written.
    std::vector<std::pair<std::string, std::string>> outputs;
    if (!request.svg_file.empty())
        outputs.emplace_back(request.svg_file, ecomap::svg_of(sheet.picture, ecomap::print_inks(), sheet.texts));
    if (!request.png_file.empty()) {
        auto png = ecomap::png_of(sheet.picture, ecomap::print_inks(), context.options.paths.fonts, request.scale);
        if (!png) return png.error();
        outputs.emplace_back(request.png_file, std::move(png).value());
    }
    for (const auto &[name, bytes] : outputs)
        if (Status written = write_output(name, bytes); !written) return written;
    // Standard output is for the picture alone where it goes there.
    const bool is_taken = is_standard_output(request.svg_file) || is_standard_output(request.png_file);
    for (const auto &[name, bytes] : outputs)
        if (!is_taken)
            Console(std::cin, std::cout).say(context.texts.format(Text::cli_ecomap_written, fmt::arg("file", name)));
    return {};
}

} // namespace

int run_ecomap(const CliContext &context, const EcomapRequest &request) {
    if (const Status checked = check_outputs(request); !checked) return report_error(context, checked.error());
    const auto course = course_of(context, request);
    if (!course) return report_error(context, course.error());
    const auto map = map_of(course->progress, request, context.texts);
    if (!map) return report_error(context, map.error());
    if (request.svg_file.empty() && request.png_file.empty()) {
        MapTeller(context.texts).tell(*map);
        return kGood;
    }
    if (const Status written = write_outputs(context, request, *map); !written)
        return report_error(context, written.error());
    return kGood;
}

} // namespace tsunagi::app
