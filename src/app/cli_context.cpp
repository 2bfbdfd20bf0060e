#include "app/cli_context.h"

#include <iostream>
#include <map>

namespace tsunagi::app {

int report_error(const CliContext &context, const base::Error &error) {
    std::cerr << context.texts.named("error." + error.code) << '\n';
    if (!error.detail.empty()) std::cerr << "  " << error.detail << '\n';
    return error.code.rfind("use-", 0) == 0 ? kBadUse : kProblemsFound;
}

void report_note(const std::string &text) { std::cerr << text << '\n'; }

std::string problem_message(const base::Problem &problem, const i18n::Texts &texts) {
    std::map<std::string, std::string> args = problem.args;
    // A strategy's word is for machines.
    if (const auto strategy = args.find("strategy"); strategy != args.end())
        strategy->second = texts.named("strategy." + strategy->second);
    return texts.format_named("problem." + problem.code, args);
}

std::string problem_block(const base::Problem &problem, const i18n::Texts &texts) {
    std::string block = problem.file;
    if (problem.line > 0) block += fmt::format(":{}", problem.line);
    if (!problem.pointer.empty()) block += "  " + problem.pointer;
    block += fmt::format("  [{}]", problem.code);
    if (problem.severity == base::Severity::warning) block += "  " + texts(i18n::Text::cli_warning);
    return block + "\n  " + problem_message(problem, texts) + "\n";
}

} // namespace tsunagi::app
