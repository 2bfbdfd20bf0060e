#include "ui/play_parts.h"

#include <algorithm>

namespace tsunagi::ui {

namespace {

void toggle(const std::string &id, bool is_many, PlayDraft &draft) {
    const auto found = std::find(draft.chosen.begin(), draft.chosen.end(), id);
    if (!is_many)
        draft.chosen = {id};
    else if (found != draft.chosen.end())
        draft.chosen.erase(found);
    else
        draft.chosen.push_back(id);
    draft.has_changed = true;
}

} // namespace

void draw_choice(const view::ChoiceView &choice, PlayDraft &draft, const Ui &ui) {
    int number = 0;
    for (const view::OptionGroupView &group : choice.groups) {
        if (!group.heading.empty()) {
            gap(0.3F);
            text_block(ui, group.heading, TextRole::small, ui.palette.muted, true);
        }
        for (const view::OptionView &option : group.options) {
            CardLook look;
            look.text = option.text;
            look.side = option.cost_label;
            look.detail = option.unavailable;
            look.mark = choice.is_many ? CardMark::check : CardMark::radio;
            look.is_on = std::find(draft.chosen.begin(), draft.chosen.end(), option.id) != draft.chosen.end();
            look.is_enabled = option.is_available();
            const bool is_pressed = card(ui, "play.option." + option.id, look);
            // The keys 1-9 take the first nine options without going there first.
            const bool is_keyed = number < 9 && option.is_available() && is_digit_free(number + 1);
            if (is_pressed || is_keyed) toggle(option.id, choice.is_many, draft);
            ++number;
        }
    }
    text_block(ui, ui.texts(i18n::Text::play_choose_help), TextRole::small, ui.palette.muted);
}

} // namespace tsunagi::ui
