#include "ui/screen_learner.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForTwo = 64.0F; ///< ems at which the case stands beside the form
constexpr float kPageOfOne = 46.0F;
constexpr float kPageOfTwo = 92.0F;
constexpr float kFieldWidth = 24.0F;
constexpr std::size_t kLongestName = 40; ///< characters; a longer name fits in no list

void draw_about(const view::LearnerView &view, const Ui &ui) {
    panel("learner.about", ui.palette.panel, [&] {
        chip(ui, view.profession, ui.palette.accent, ui.palette.card_on);
        gap(0.5F);
        heading(ui, view.case_title);
        text_block(ui, view.setting, TextRole::small, ui.palette.muted);
        gap(0.6F);
        text_block(ui, view.summary);
        gap(0.4F);
        Flow flow(0.4F);
        for (const std::string &measure : view.measures) {
            flow.next(chip_width(ui, measure));
            chip(ui, measure, ui.palette.muted, ui.palette.window);
        }
        gap(0.8F);
        caption(ui, ui.texts(Text::learner_client));
        text_block(ui, view.client);
        gap(0.8F);
        caption(ui, ui.texts(Text::learner_aims));
        bullets(ui, view.aims);
    });
}

void start(const view::LearnerView &view, LearnerDraft &draft, const Ui &ui) {
    const std::string_view nickname = base::first_code_points(base::trim(draft.nickname), kLongestName);
    draft.was_refused = draft.goes_to_nickname = nickname.empty();
    if (draft.was_refused) return;
    const std::string_view group = base::first_code_points(base::trim(draft.group), kLongestName);
    ui.intents.push(
        StartSession{view.scenario, model::Learner{std::string(nickname), draft.profession, std::string(group)}});
}

float widest_profession(const std::vector<view::ProfessionChoice> &professions, const Ui &ui) {
    const TextScope scope(ui, TextRole::body);
    float widest = 0.0F;
    for (const view::ProfessionChoice &choice : professions)
        widest = std::max(widest, ImGui::CalcTextSize(choice.text.c_str()).x);
    return std::ceil(widest + em() * 3.2F); // a card's padding and mark
}

void draw_professions(const view::LearnerView &view, LearnerDraft &draft, bool has_to_take_focus, const Ui &ui) {
    const Grid grid = grid_for(widest_profession(view.professions, ui), 0.0F, 3);
    for (std::size_t i = 0; i < view.professions.size(); ++i) {
        const view::ProfessionChoice &choice = view.professions[i];
        if (i % static_cast<std::size_t>(grid.columns) != 0) ImGui::SameLine(0.0F, grid.between);
        CardLook look;
        look.text = choice.text;
        look.mark = CardMark::radio;
        look.is_on = draft.profession == choice.profession;
        if (has_to_take_focus && look.is_on) ImGui::SetKeyboardFocusHere();
        if (card(ui, "learner.profession." + choice.word, look, grid.width)) draft.profession = choice.profession;
    }
}

void draw_form(const view::LearnerView &view, LearnerDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::learner_who));
    gap(0.4F);

    caption(ui, ui.texts(Text::learner_nickname));
    // One who comes back is known already; one who is new begins by typing.
    const bool is_new = ImGui::IsWindowAppearing() && draft.nickname.empty();
    if (is_new || std::exchange(draft.goes_to_nickname, false)) ImGui::SetKeyboardFocusHere();
    const bool was_entered =
        line_input(ui, "###learner.nickname", ui.texts(Text::learner_nickname_hint), draft.nickname, kFieldWidth * em())
            .is_entered;
    const bool is_blank = base::trim(draft.nickname).empty();
    const bool moves_on = was_entered && !is_blank;
    if (was_entered && is_blank) {
        draft.was_refused = true;
        ImGui::SetKeyboardFocusHere(-1);
    }
    if (draft.was_refused && !is_blank) draft.was_refused = false;
    if (draft.was_refused)
        text_block(ui, ui.texts(Text::learner_nickname_refused), TextRole::small, ui.palette.danger, true);
    text_block(ui, ui.texts(Text::learner_nickname_help), TextRole::small, ui.palette.muted);

    gap(0.8F);
    caption(ui, ui.texts(Text::learner_profession));
    draw_professions(view, draft, moves_on, ui);

    gap(0.8F);
    caption(ui, ui.texts(Text::learner_group));
    const bool is_done =
        line_input(ui, "###learner.group", ui.texts(Text::learner_group_hint), draft.group, kFieldWidth * em())
            .is_entered;

    gap(1.2F);
    Flow flow(0.6F);
    const std::string start_label = labelled(ui.texts(Text::learner_start), "learner.start");
    const std::string back_label = labelled(ui.texts(Text::learner_back), "learner.back");
    flow.next(primary_button_width(ui, start_label.c_str()));
    if (primary_button(ui, start_label.c_str()) || is_done) start(view, draft, ui);
    flow.next(button_width(back_label.c_str()));
    if (plain_button(ui, back_label.c_str())) ui.intents.push(OpenLibrary{});
}

} // namespace

void draw_learner(const view::LearnerView &view, LearnerDraft &draft, const Ui &ui) {
    scroll_by_page_keys();
    const bool has_two = ImGui::GetContentRegionAvail().x >= kRoomForTwo * em();
    const PageScope page("learner", has_two ? kPageOfTwo : kPageOfOne);
    heading(ui, ui.texts(Text::learner_title), TextRole::title);
    gap(0.8F);
    if (has_two) {
        const float between = em() * 2.5F;
        const float width = std::floor((ImGui::GetContentRegionAvail().x - between) * 0.5F);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        {
            const ColumnScope left("learner.left", width);
            draw_about(view, ui);
        }
        const float left_end = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({at.x + width + between, at.y});
        {
            const ColumnScope right("learner.right", width);
            draw_form(view, draft, ui);
        }
        ImGui::SetCursorScreenPos({at.x, std::max(left_end, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({1.0F, 1.0F});
    } else {
        // The card has told of the case already: what is to be filled in must not lie below the edge.
        draw_form(view, draft, ui);
        gap(1.6F);
        draw_about(view, ui);
    }
    gap(1.5F);
}

} // namespace tsunagi::ui
