#include "view/help_view.h"

#include <initializer_list>

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

namespace {

struct Line {
    Text keys;
    Text does;
};

KeyGroup group_of(Text title, std::initializer_list<Line> lines, const Texts &texts) {
    KeyGroup group{texts(title), {}};
    for (const Line &line : lines) group.lines.push_back({texts(line.keys), texts(line.does)});
    return group;
}

IntroductionStep step_of(Text title, std::initializer_list<Text> lines, const Texts &texts) {
    IntroductionStep step;
    step.title = texts(title);
    for (const Text line : lines) step.lines.push_back(texts(line));
    return step;
}

} // namespace

// Every key that stands here is pressed by a test in tests/gui.
HelpView help_view(const Texts &texts) {
    HelpView view;
    view.keys = {
        group_of(Text::help_everywhere,
                 {{Text::help_key_tab, Text::help_does_next},
                  {Text::help_key_arrows, Text::help_does_move},
                  {Text::help_key_press, Text::help_does_press},
                  {Text::help_key_page, Text::help_does_scroll},
                  {Text::help_key_escape, Text::help_does_leave},
                  {Text::help_key_help, Text::help_does_help}},
                 texts),
        group_of(Text::help_scene,
                 {{Text::help_key_digits, Text::help_does_choose}, {Text::help_key_confirm, Text::help_does_decide}},
                 texts),
        group_of(Text::help_grid,
                 {{Text::help_key_arrows, Text::help_does_cell},
                  {Text::help_key_marks, Text::help_does_mark},
                  {Text::help_key_press, Text::help_does_next_mark}},
                 texts),
        group_of(Text::help_order, {{Text::help_key_digits, Text::help_does_place}}, texts),
        group_of(Text::bar_handbook,
                 {{Text::help_key_search, Text::help_does_search}, {Text::help_key_back, Text::help_does_back}}, texts),
        group_of(Text::bar_drills,
                 {{Text::help_key_digits, Text::help_does_tick}, {Text::help_key_confirm, Text::help_does_check}},
                 texts),
        group_of(Text::presenter_help,
                 {{Text::presenter_help_on, Text::presenter_help_on_does},
                  {Text::presenter_help_back, Text::presenter_help_back_does},
                  {Text::presenter_help_blank, Text::presenter_help_blank_does},
                  {Text::presenter_help_timer, Text::presenter_help_timer_does},
                  {Text::presenter_help_team, Text::presenter_help_team_does},
                  {Text::presenter_help_screen, Text::presenter_help_screen_does}},
                 texts),
        group_of(Text::help_introduction,
                 {{Text::help_key_sideways, Text::help_does_turn}, {Text::help_key_escape, Text::help_does_skip}},
                 texts),
    };
    view.introduction = {
        step_of(Text::introduction_what, {Text::introduction_what_is, Text::introduction_what_for}, texts),
        step_of(Text::introduction_case,
                {Text::introduction_case_read, Text::introduction_case_decide, Text::introduction_case_see,
                 Text::introduction_case_look_back},
                texts),
        step_of(Text::introduction_help,
                {Text::introduction_help_keys, Text::introduction_help_handbook, Text::introduction_help_text_size},
                texts),
        step_of(Text::introduction_privacy,
                {Text::introduction_privacy_here, Text::introduction_privacy_name, Text::introduction_privacy_story},
                texts),
    };
    view.introduction[2].has_text_size = true;
    for (IntroductionStep &step : view.introduction) {
        const auto number = &step - view.introduction.data() + 1;
        step.position =
            texts.format(Text::introduction_position, fmt::arg("n", number), fmt::arg("all", view.introduction.size()));
    }
    return view;
}

} // namespace tsunagi::view
