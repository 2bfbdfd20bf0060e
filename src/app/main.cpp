#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/app_options.h"
#include "app/cli_analyze.h"
#include "app/cli_answers.h"
#include "app/cli_context.h"
#include "app/cli_ecomap.h"
#include "app/cli_handbook.h"
#include "app/cli_play.h"
#include "app/cli_report.h"
#include "app/cli_score.h"
#include "app/cli_validate.h"
#include "app/cli_workshop.h"
#include "app/window_main.h"
#include "model/vocabulary.h"

namespace {

using namespace tsunagi;
using i18n::Text;
using i18n::Texts;

/// The value of an option that must be known before the command line can be explained, for the texts depend on it.
std::optional<std::string> early_value(const std::vector<std::string> &arguments, const std::string &option) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == option && i + 1 < arguments.size()) return arguments[i + 1];
        if (arguments[i].rfind(option + "=", 0) == 0) return arguments[i].substr(option.size() + 1);
    }
    return std::nullopt;
}

/// Without the catalogue there is one sentence, in both languages: the program's own folder is not where it should be.
int report_no_assets(const base::Error &error) {
    // "The program's folder assets was not found. Install it anew, or set TSUNAGI_ROOT to the folder that holds it."
    std::cerr << "\u30d7\u30ed\u30b0\u30e9\u30e0\u306e\u30d5\u30a9\u30eb\u30c0\u30fc assets "
                 "\u304c\u898b\u3064\u304b\u308a\u307e\u305b\u3093\u3002\u5165\u308c\u76f4\u3059\u304b\u3001"
                 "TSUNAGI_ROOT \u306b\u305d\u306e\u5834\u6240\u3092\u6307\u5b9a\u3057\u3066\u304f\u3060\u3055\u3044"
                 "\u3002\nThe program's folder `assets` was not found or cannot be read. Install the program anew, or "
                 "set TSUNAGI_ROOT to the folder that holds it.\n  "
              << error.code << ": " << error.detail << '\n';
    return app::kProblemsFound;
}

struct CommandLine {
    std::string language;
    std::string data_dir;
    std::vector<std::string> validate_paths;
    bool as_json = false;
    app::PlayRequest play;
    std::vector<std::string> analyze_cases;
    std::optional<std::string> analyze_answers;
    std::string score_session;
    std::string score_case;
    app::HandbookRequest handbook;
    app::EcomapRequest ecomap;
    app::ReportRequest report;
    app::WorkshopRequest workshop;
};

/// CLI11's own words, from the catalogue.
void set_words(CLI::App &app, const Texts &texts) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", texts(Text::cli_usage));
    formatter->label("OPTIONS", texts(Text::cli_options_placeholder));
    formatter->label("SUBCOMMAND", texts(Text::cli_command_placeholder));
    formatter->label("Positionals", texts(Text::cli_positionals));
    formatter->label("Excludes", texts(Text::cli_excludes));
    formatter->label("Needs", texts(Text::cli_needs));
    formatter->column_width(26);
    app.formatter(formatter);
    app.set_help_flag("-h,--help", texts(Text::cli_help_help))->group(texts(Text::cli_options));
    app.option_defaults()->group(texts(Text::cli_options));
}

CLI::App *add_command(CLI::App &app, const char *name, const std::string &help, const Texts &texts) {
    CLI::App *command = app.add_subcommand(name, help)->group(texts(Text::cli_commands))->fallthrough();
    command->set_help_flag("-h,--help", texts(Text::cli_help_help))->group(texts(Text::cli_options));
    return command;
}

void add_ecomap(CLI::App &app, app::EcomapRequest &request, const Texts &texts) {
    CLI::App *ecomap = add_command(app, "ecomap", texts(Text::cli_ecomap_help), texts);
    const auto add = [&](const char *name, auto &value, Text help, const char *type) {
        return ecomap->add_option(name, value, texts(help))->type_name(type);
    };
    add("CASE", request.wanted_case, Text::cli_case_help, "");
    add("--decisions", request.decisions_file, Text::cli_ecomap_decisions_help, "FILE");
    CLI::Option *stage = add("--stage", request.stage, Text::cli_ecomap_stage_help, "N");
    add("--month", request.month, Text::cli_ecomap_month_help, "M")->excludes(stage);
    add("--compare", request.compare, Text::cli_ecomap_compare_help, "WORD");
    add("--svg", request.svg_file, Text::cli_ecomap_svg_help, "FILE");
    CLI::Option *png = add("--png", request.png_file, Text::cli_ecomap_png_help, "FILE");
    add("--scale", request.scale, Text::cli_ecomap_scale_help, "X")->needs(png);
}

void add_workshop(CLI::App &app, app::WorkshopRequest &request, const Texts &texts) {
    CLI::App *workshop = add_command(app, "workshop", texts(Text::workshop_files_help), texts);
    const auto add = [&](const char *name, Text help) {
        CLI::App *command = add_command(*workshop, name, texts(help), texts);
        command->add_option("--store", request.store, texts(Text::workshop_files_store_help))->type_name("PATH");
        return command;
    };
    CLI::App *import = add("import", Text::workshop_files_import_help);
    import->add_option("FOLDER", request.folder, texts(Text::workshop_files_folder_help))->type_name("")->required();
    import->add_option("--workshop", request.workshop, texts(Text::workshop_files_wanted_help))->type_name("ID");
    import->add_flag("--json", request.as_json, texts(Text::cli_json_help));
    add("list", Text::workshop_files_list_help)->add_flag("--json", request.as_json, texts(Text::cli_json_help));
    CLI::App *out = add("export", Text::workshop_files_export_help);
    out->add_option("ID", request.workshop, texts(Text::workshop_files_id_help))->type_name("")->required();
    out->add_option("--file", request.file, texts(Text::workshop_files_file_help))->type_name("FILE")->required();
}

int run_workshop(const app::CliContext &context, const CLI::App &workshop, const app::WorkshopRequest &request) {
    if (workshop.got_subcommand("import")) return app::run_workshop_import(context, request);
    if (workshop.got_subcommand("list")) return app::run_workshop_list(context, request);
    if (workshop.got_subcommand("export")) return app::run_workshop_export(context, request);
    return app::report_error(context, {"use-workshop-command", ""});
}

void add_report(CLI::App &app, app::ReportRequest &request, const Texts &texts) {
    CLI::App *report = add_command(app, "report", texts(Text::report_help), texts);
    const auto add = [&](const char *name, auto &value, Text help, const char *type) {
        return report->add_option(name, value, texts(help))->type_name(type);
    };
    add("SESSION", request.sessions, Text::report_session_help, "");
    CLI::Option *html = add("--html", request.html_file, Text::report_html_help, "FILE");
    add("--csv", request.csv_folder, Text::report_csv_help, "FOLDER");
    CLI::Option *xapi = add("--xapi", request.xapi_file, Text::report_xapi_help, "FILE");
    report->add_flag("--with-nicknames", request.has_nicknames, texts(Text::report_nicknames_help))->needs(xapi);
    add("--workshop", request.workshop_file, Text::report_workshop_help, "FILE")->needs(html);
    add("--case", request.wanted_case, Text::cli_score_case_help, "CASE");
}

void add_commands(CLI::App &app, CommandLine &line, const Texts &texts) {
    CLI::App *validate = add_command(app, "validate", texts(Text::cli_validate_help), texts);
    validate->add_option("PATH", line.validate_paths, texts(Text::cli_validate_path_help))->type_name("");
    validate->add_flag("--json", line.as_json, texts(Text::cli_json_help));

    CLI::App *play = add_command(app, "play", texts(Text::cli_play_help), texts);
    play->add_option("CASE", line.play.wanted_case, texts(Text::cli_case_help))->type_name("");
    const auto add_text = [&](CLI::App *command, const char *option, std::string &value, const std::string &help,
                              const char *type) { command->add_option(option, value, help)->type_name(type); };
    add_text(play, "--nickname", line.play.nickname, texts(Text::cli_nickname_help), "NAME");
    add_text(play, "--profession", line.play.profession,
             texts.format(Text::cli_profession_help,
                          fmt::arg("words", fmt::format("{}", fmt::join(model::kLearnerProfessionWords, " ")))),
             "WORD");
    add_text(play, "--group", line.play.group, texts(Text::cli_group_help), "NAME");
    add_text(play, "--decisions", line.play.decisions_file, texts(Text::cli_decisions_help), "FILE");
    add_text(play, "--session", line.play.session_file, texts(Text::cli_session_help), "FILE");
    play->add_flag("--no-store", line.play.keeps_no_record, texts(Text::cli_no_store_help));
    play->add_flag("--resume", line.play.resumes, texts(Text::cli_resume_help));

    CLI::App *analyze = add_command(app, "analyze", texts(Text::cli_analyze_help), texts);
    analyze->add_option("CASE", line.analyze_cases, texts(Text::cli_case_help))->type_name("");
    analyze->add_option("--answers", line.analyze_answers, texts(Text::cli_answers_help))->type_name("DATABASE");
    analyze->add_flag("--json", line.as_json, texts(Text::cli_json_help));

    CLI::App *score = add_command(app, "score", texts(Text::cli_score_help), texts);
    score->add_option("SESSION", line.score_session, texts(Text::cli_score_session_help))->type_name("");
    add_text(score, "--case", line.score_case, texts(Text::cli_score_case_help), "CASE");
    score->add_flag("--json", line.as_json, texts(Text::cli_json_help));

    CLI::App *handbook = add_command(app, "handbook", texts(Text::cli_handbook_help), texts);
    CLI::Option *entry = handbook->add_option("ID", line.handbook.entry, texts(Text::cli_handbook_id_help));
    entry->type_name("");
    handbook->add_option("--search", line.handbook.words, texts(Text::cli_handbook_search_help))
        ->type_name("WORDS")
        ->excludes(entry);
    handbook->add_flag("--json", line.handbook.as_json, texts(Text::cli_json_help));

    add_ecomap(app, line.ecomap, texts);
    add_report(app, line.report, texts);
    add_workshop(app, line.workshop, texts);
}

int run(const app::AppOptions &options, const CLI::App &app, const CommandLine &line, const Texts &texts) {
    const app::CliContext context{options, texts};
    if (app.got_subcommand("validate")) return app::run_validate(context, line.validate_paths, line.as_json);
    if (app.got_subcommand("analyze"))
        return line.analyze_answers
                   ? app::run_analyze_answers(context, line.analyze_cases, *line.analyze_answers, line.as_json)
                   : app::run_analyze(context, line.analyze_cases, line.as_json);
    if (app.got_subcommand("play")) return app::run_play(context, line.play);
    if (app.got_subcommand("score")) return app::run_score(context, line.score_session, line.score_case, line.as_json);
    if (app.got_subcommand("ecomap")) return app::run_ecomap(context, line.ecomap);
    if (app.got_subcommand("report")) return app::run_report(context, line.report);
    if (app.got_subcommand("handbook")) return app::run_handbook(context, line.handbook);
    if (app.got_subcommand("workshop")) return run_workshop(context, *app.get_subcommand("workshop"), line.workshop);
    return app::run_window(options);
}

/// What CLI11 refuses, said in the language of the texts.
int report_parse_error(const app::CliContext &context, const CLI::App &app, const CLI::ParseError &error) {
    if (dynamic_cast<const CLI::ExtrasError *>(&error) != nullptr)
        return app::report_error(context,
                                 {"use-unknown-argument", fmt::format("{}", fmt::join(app.remaining(true), " "))});
    return app::report_error(context, {"use-arguments", error.what()});
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto paths = app::find_paths(early_value(arguments, "--data-dir"));
    if (!paths.is_ok()) return report_no_assets(paths.error());

    app::AppOptions options;
    options.paths = *paths;
    if (!options.paths.data.empty()) options.settings = app::load_settings(options.paths.settings());
    const auto wanted = early_value(arguments, "--lang");
    const auto language = model::value_of<i18n::Language>(wanted.value_or(""), i18n::kLanguageWords);
    options.language = app::language_to_use(language, options.settings);
    const auto texts = Texts::load(options.paths.texts(), options.language);
    if (!texts.is_ok()) return report_no_assets(texts.error());
    const app::CliContext context{options, *texts};
    if (options.paths.data.empty()) return app::report_error(context, {"paths-data", ""});
    if (wanted && !language) return app::report_error(context, {"use-language", *wanted});

    CommandLine line;
    CLI::App app{(*texts)(Text::cli_app_help), "tsunagi"};
    set_words(app, *texts);
    app.footer((*texts)(Text::cli_exit_help));
    app.set_version_flag("--version", "tsunagi " TSUNAGI_VERSION, (*texts)(Text::cli_version_help));
    app.add_option("--lang", line.language, (*texts)(Text::cli_lang_help))->type_name("ja|en");
    app.add_option("--data-dir", line.data_dir, (*texts)(Text::cli_data_dir_help))->type_name("FOLDER");
    app.require_subcommand(0, 1);
    add_commands(app, line, *texts);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &asked) { // --help, --version
        return app.exit(asked);
    } catch (const CLI::ParseError &error) {
        return report_parse_error(context, app, error);
    }
    return run(options, app, line, *texts);
}
