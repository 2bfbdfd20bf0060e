#include "ui/fee_checker.h"

#include <algorithm>
#include <cmath>

#include "ui/figures.h"
#include "ui/page.h"

namespace tsunagi::ui {

using engine::Fulfilment;
using i18n::Text;

namespace {

constexpr float kRoomForBoth = 44.0F; ///< ems at which form and results stand side by side
constexpr float kFieldColumn = 12.5F; ///< ems that a column of fields needs
constexpr float kFieldWidth = 12.0F;
constexpr float kWordRoom = 5.2F; ///< ems for sign and word of a requirement

ImU32 colour_of(Fulfilment fulfilment, const Palette &palette) {
    switch (fulfilment) {
    case Fulfilment::met: return palette.accent;
    case Fulfilment::missing: return palette.danger;
    case Fulfilment::unknown: break;
    }
    return palette.muted;
}

// ---- the rules --------------------------------------------------------------------------------------------------

void draw_warning(const view::FeeView &view, const Ui &ui) {
    panel("fees.year", ui.palette.notice, [&] {
        text_block(ui, view.year, TextRole::lead, 0, true);
        text_block(ui, ui.texts(Text::fees_must_check), TextRole::body, 0, true);
        text_block(ui, view.note, TextRole::small, 0, false, readable_width());
    });
}

void draw_comparison(const view::FeeView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::fees_compare));
    draw_table(view.table, "fees.table", ui);
    gap(0.4F);
    caption(ui, ui.texts(Text::fees_entries));
    Flow flow(0.4F);
    for (const view::FeeResult &result : view.results) {
        flow.next(chip_width(ui, result.title));
        if (link_chip(ui, "fees.entry." + result.entry, result.title)) open_entry(ui, result.entry);
    }
}

// ---- the form ---------------------------------------------------------------------------------------------------

/// A label, what is typed, and below it what is wrong with that or how it is counted.
bool draw_field(const view::FeeField &field, const char *kind, const std::string &hint, std::string &typed,
                const Ui &ui) {
    text_block(ui, field.label, TextRole::small, 0, true);
    const std::string label = std::string("###fees.") + kind + '.' + field.id;
    const bool has_changed = line_input(ui, label.c_str(), hint, typed, kFieldWidth * em()).has_changed;
    if (!field.error.empty()) text_block(ui, field.error, TextRole::small, ui.palette.danger, true);
    if (!field.help.empty()) text_block(ui, field.help, TextRole::small, ui.palette.muted);
    return has_changed;
}

bool draw_fields(const view::FeeView &view, view::FeeForm &form, const Ui &ui) {
    text_block(ui, ui.texts(Text::fees_dates), TextRole::lead, 0, true);
    const std::size_t count = view.dates.size() + view.numbers.size();
    bool has_changed = false;
    const auto draw = [&](std::size_t i) {
        if (i >= count) return;
        const std::size_t number = i - view.dates.size();
        has_changed = (i < view.dates.size()
                           ? draw_field(view.dates[i], "date", ui.texts(Text::fees_date_hint), form.dates[i], ui)
                           : draw_field(view.numbers[number], "number", ui.texts(Text::fees_number_hint),
                                        form.numbers[number], ui)) ||
                      has_changed;
    };
    const bool has_two = ImGui::GetContentRegionAvail().x >= (kFieldColumn * 2.0F + 2.0F) * em();
    for (std::size_t i = 0; i < count; i += 2)
        side_by_side(
            has_two, 0.5F, ("fees.fields." + std::to_string(i)).c_str(), [&] { draw(i); }, [&] { draw(i + 1); }, 0.3F);
    return has_changed;
}

bool draw_ticks(const view::FeeTickGroup &group, view::FeeForm &form, const Ui &ui) {
    text_block(ui, group.title, TextRole::lead, 0, true);
    bool has_changed = false;
    for (const view::FeeField &tick : group.ticks) {
        CardLook look;
        look.text = tick.label;
        look.detail = tick.help;
        look.mark = CardMark::check;
        look.is_on = form.ticked.count(tick.id) > 0;
        if (!card(ui, "fees.fact." + tick.id, look)) continue;
        if (look.is_on)
            form.ticked.erase(tick.id);
        else
            form.ticked.insert(tick.id);
        has_changed = true;
    }
    return has_changed;
}

// ---- what comes of it -------------------------------------------------------------------------------------------

void draw_line(const view::FeeRequirementLine &line, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float full = ImGui::GetContentRegionAvail().x;
    // Where letters are large the sign stands above the text, as everything else does.
    const bool is_beside = full >= kWordRoom * em() * 2.5F;
    const float head = is_beside ? std::round(kWordRoom * em()) : 0.0F;
    const float room = full - head;
    float height = draw_text_at(ui, at, line.sign + " " + line.word, TextRole::small,
                                colour_of(line.fulfilment, ui.palette), true, is_beside ? head : full);
    float y = is_beside ? at.y : at.y + height;
    y += draw_text_at(ui, {at.x + head, y}, line.text, TextRole::small, ui.palette.text, false, room);
    if (!line.detail.empty())
        y += draw_text_at(ui, {at.x + head, y}, line.detail, TextRole::small, ui.palette.muted, false, room);
    ImGui::Dummy({full, std::max(height, y - at.y)});
}

void draw_result(const view::FeeResult &result, const Ui &ui) {
    panel(("fees.result." + result.entry).c_str(), ui.palette.panel, [&] {
        text_block(ui, result.title, TextRole::body, 0, true);
        text_block(ui, result.points, TextRole::small, ui.palette.muted);
        text_block(ui, result.sign + " " + result.word, TextRole::body, colour_of(result.fulfilment, ui.palette), true);
        if (!result.summary.empty()) text_block(ui, result.summary, TextRole::small);
        for (const view::FeeRequirementLine &line : result.not_met) draw_line(line, ui);
        if (result.met.empty()) return;
        bool *is_open = remembered_flag("met");
        if (fold_row(ui, "fees.met." + result.entry, result.met_title, {}, *is_open)) *is_open = !*is_open;
        if (*is_open)
            for (const view::FeeRequirementLine &line : result.met) draw_line(line, ui);
    });
}

void draw_results(const view::FeeView &view, const Ui &ui) {
    text_block(ui, ui.texts(Text::fees_results), TextRole::lead, 0, true);
    for (const view::FeeResult &result : view.results) draw_result(result, ui);
}

// Form and results side by side. The form is many times as high as the window, and what comes of a tick is to be seen
// where it is ticked: the results keep to the part of the page that is in view, and scroll on their own.
template <class DrawForm>
void draw_beside(const view::FeeView &view, DrawForm draw_form, const Ui &ui) {
    constexpr float kFormShare = 0.56F;
    const float between = em() * 1.5F;
    const float all = ImGui::GetContentRegionAvail().x - between;
    const float form_width = std::floor(all * kFormShare);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    {
        const ColumnScope column("form", form_width);
        draw_form();
    }
    const float form_end = ImGui::GetItemRectMax().y;
    const float air = em() * 0.4F;
    const ImDrawList *list = ImGui::GetWindowDrawList();
    const float top = list->GetClipRectMin().y + air;
    const float room = std::max(list->GetClipRectMax().y - air - top, em() * 12.0F);
    const float lowest = std::max(form_end - room, at.y);
    const float width = std::floor(all - form_width);
    ImGui::SetCursorScreenPos({at.x + form_width + between, std::clamp(top, at.y, lowest)});
    ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, room});
    {
        const ChildScope results("results", {width, 0.0F}, 0, false, 0, true);
        draw_results(view, ui);
    }
    ImGui::SetCursorScreenPos({at.x, std::max(form_end, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({1.0F, 1.0F});
}

} // namespace

void draw_fees(const view::FeeView &view, view::FeeForm &form, const Ui &ui) {
    draw_warning(view, ui);
    gap(0.8F);
    draw_comparison(view, ui);
    gap(1.2F);
    heading(ui, ui.texts(Text::fees_form));
    text_block(ui, ui.texts(Text::fees_form_intro), TextRole::body, 0, false, readable_width());
    bool has_changed = false;
    if (plain_button(ui, ui.texts.label(Text::fees_clear))) {
        form = {};
        has_changed = true;
    }
    gap(0.4F);
    const auto draw_form = [&] {
        has_changed = draw_fields(view, form, ui) || has_changed;
        gap(0.3F);
        caption(ui, ui.texts(Text::fees_derived));
        for (const view::FeeRequirementLine &line : view.derived) draw_line(line, ui);
        for (const view::FeeTickGroup &group : view.groups) {
            gap(0.6F);
            has_changed = draw_ticks(group, form, ui) || has_changed;
        }
    };
    if (ImGui::GetContentRegionAvail().x >= kRoomForBoth * em()) {
        draw_beside(view, draw_form, ui);
    } else {
        draw_form();
        gap(kBetweenParts);
        draw_results(view, ui);
    }
    if (has_changed) ui.intents.push(CheckFees{});
}

} // namespace tsunagi::ui
