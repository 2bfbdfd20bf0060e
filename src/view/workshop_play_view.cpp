#include "view/workshop_play_view.h"

#include <algorithm>

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr int kMinute = 60;

std::string passed_line(const engine::Progress &progress, const Texts &texts) {
    std::string titles;
    auto first = progress.played.end();
    while (first != progress.played.begin() && std::prev(first)->decision.is_given) --first;
    for (auto each = first; each != progress.played.end(); ++each)
        titles += (titles.empty() ? "" : texts(Text::workshop_between)) + each->scene->title;
    return titles.empty() ? titles : texts.format(Text::workshop_passed, fmt::arg("scenes", titles));
}

} // namespace

WorkshopPlayView workshop_play_view(const Workshop &workshop, const WorkshopGroup &group,
                                    const engine::Progress &progress, const Texts &texts) {
    WorkshopPlayView view;
    view.turn = texts.format(Text::workshop_turn, fmt::arg("group", group.name), fmt::arg("title", workshop.title));
    view.passed = passed_line(progress, texts);
    if (!workshop.shows_results()) view.hidden = texts(Text::workshop_outcome_hidden);
    return view;
}

std::string clock_text(int seconds_left, bool is_calm, const Texts &texts) {
    if (seconds_left <= 0) return texts(Text::workshop_time_over);
    if (!is_calm)
        return texts.format(Text::workshop_time_left, fmt::arg("minutes", seconds_left / kMinute),
                            fmt::arg("seconds", fmt::format("{:02}", seconds_left % kMinute)));
    if (seconds_left <= kMinute) return texts(Text::workshop_time_last_minute);
    return texts.format(Text::workshop_time_left_calm, fmt::arg("n", (seconds_left + kMinute - 1) / kMinute));
}

std::optional<int> seconds_to_next_clock(int seconds_left, bool is_calm) {
    if (seconds_left <= 0) return std::nullopt;
    if (!is_calm) return 1;
    const int past_minute = seconds_left % kMinute;
    return past_minute == 0 ? kMinute : past_minute;
}

OutcomeView without_results(OutcomeView outcome) {
    outcome.option_class.reset();
    outcome.findings.clear();
    outcome.reasons.clear();
    outcome.points.clear();
    outcome.cells.clear();
    outcome.safety.clear();
    outcome.handbook_team.clear();
    outcome.prompts.clear();
    outcome.view_needed.clear();
    return outcome;
}

} // namespace tsunagi::view
