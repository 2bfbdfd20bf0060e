#include "ui/drill_parts.h"
#include "ui/keyboard.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

void draw_items(const view::IcmssView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::drills_icmss_ask), TextRole::lead);
    text_block(ui, ui.texts(Text::drills_icmss_help), TextRole::small, ui.palette.muted);
    if (page.has_come_up) begin_keyboard_at_next_item();
    std::set<std::string> &ticked = draft.form.ticked;
    for (std::size_t i = 0; i < view.items.size(); ++i) {
        const view::IcmssItemView &item = view.items[i];
        CardLook look;
        look.text = item.text;
        look.mark = CardMark::check;
        look.is_on = ticked.count(item.id) != 0;
        const bool is_pressed = card(ui, "drills.item." + item.id, look);
        // As on the play screen, the keys 1-9 take the first nine without going there first.
        const bool is_keyed = i < 9 && is_digit_free(static_cast<int>(i) + 1);
        if (!is_pressed && !is_keyed) continue;
        if (!ticked.insert(item.id).second) ticked.erase(item.id);
    }
}

void draw_group(const view::IcmssGroupView &group, const Ui &ui) {
    gap(0.5F);
    text_block(ui, group.sign + " " + group.title, TextRole::lead, 0, true);
    for (const view::IcmssResultView &row : group.rows)
        panel(("row." + row.id).c_str(), ui.palette.panel, [&] {
            entry_link(ui, "drills.entry." + row.id, row.id, row.text, TextRole::body, true);
            text_block(ui, row.because);
        });
}

void draw_comparison(const view::IcmssView &view, const Ui &ui) {
    panel("summary", ui.palette.notice, [&] {
        text_block(ui, view.agreement, TextRole::body, 0, true);
        text_block(ui, view.count);
    });
    for (const view::IcmssGroupView &group : view.groups) draw_group(group, ui);
    gap(0.6F);
    panel("rule", ui.palette.panel, [&] {
        caption(ui, ui.texts(Text::drills_icmss_rule));
        text_block(ui, view.rule, TextRole::small);
        text_block(ui, ui.texts(Text::drills_icmss_own_reading), TextRole::small, ui.palette.muted);
    });
}

} // namespace

void draw_told(const view::IcmssView &view, const DrillPage &page, DrillDraft & /*draft*/, const Ui &ui) {
    heading(ui, view.label, TextRole::lead);
    gap(0.2F);
    for (const std::string &paragraph : view.text) {
        text_block(ui, paragraph);
        gap(0.3F);
    }
    if (page.is_checked) entry_link(ui, "drills.case", view.case_entry, view.case_title, TextRole::body);
}

void draw_done(const view::IcmssView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    if (page.is_checked)
        draw_comparison(view, ui);
    else
        draw_items(view, page, draft, ui);
}

DrillFoot foot_of(const view::IcmssView & /*view*/, const DrillDraft &draft, const Ui &ui) {
    return {ui.texts.format(Text::drills_icmss_ticked, fmt::arg("n", draft.form.ticked.size())), true,
            ui.texts(Text::drills_check)};
}

} // namespace tsunagi::ui
