#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/drill_parts.h"
#include "ui/keyboard.h"
#include "ui/page.h"
#include "ui/terms.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kHeadWidth = 9.5F;     ///< ems of a word beside what may be said instead
constexpr float kRoomForHeads = 22.0F; ///< else it stands above that

// Text with its marks underlined. Lines break as those of text_block do.
void marked_block(const Ui &ui, const view::MarkedText &marked, TextRole role) {
    each_marked(ui, marked.text, marked.marks, role, ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail().x,
                [&](const view::TextMark &, ImVec2 min, ImVec2 max) {
                    const float y = std::round(max.y - (max.y - min.y) * 0.1F);
                    ImGui::GetWindowDrawList()->AddLine({min.x, y}, {max.x, y}, ui.palette.accent,
                                                        std::max(1.5F, em() * 0.09F));
                });
    text_block(ui, marked.text, role);
}

// The words at the left and what may be said instead at the right; below it where there is no room.
void draw_words(const std::vector<view::JargonView> &words, const std::string &id, const Ui &ui) {
    const float full = ImGui::GetContentRegionAvail().x;
    const float head = full >= kRoomForHeads * em() ? std::round(kHeadWidth * em()) : 0.0F;
    for (const view::JargonView &word : words) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = head > 0.0F ? head - em() * 0.5F : full;
        const float height = draw_text_at(ui, at, word.word, TextRole::body, ui.palette.accent, true, room);
        const float indent = head > 0.0F ? head : em();
        ImGui::SetCursorScreenPos({at.x + indent, head > 0.0F ? at.y : at.y + height});
        text_block(ui, word.plain, TextRole::body, 0, false, full - indent);
        if (!word.ref.empty()) {
            ImGui::SetCursorScreenPos({at.x + indent, ImGui::GetItemRectMax().y});
            entry_link(ui, id + "." + word.ref, word.ref, word.ref_label, TextRole::small);
        }
        const float end = std::max(ImGui::GetItemRectMax().y, at.y + height);
        ImGui::SetCursorScreenPos({at.x, end + em() * 0.2F});
        ImGui::Dummy({1.0F, 1.0F});
    }
}

void draw_writing(const view::PlainWordsView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::drills_words_ask), TextRole::lead);
    text_block(ui, ui.texts(Text::drills_words_hint), TextRole::small, ui.palette.muted);
    // Side by side, all is in sight and one may begin to write at once; else the page would move to the field.
    if (page.has_come_up && page.has_two)
        ImGui::SetKeyboardFocusHere();
    else if (page.has_come_up)
        begin_keyboard_at_next_item();
    if (long_input(ui, "###drills.written", draft.form.written, {}, em() * 11.0F, &view.written.marks))
        ui.intents.push(ReviseDrill{});
    if (view.written_note.empty()) return;
    text_block(ui, view.written_note, TextRole::small, ui.palette.muted, true);
    draw_words(view.written_words, "drills.written", ui);
}

void draw_comparison(const view::PlainWordsView &view, const Ui &ui) {
    caption(ui, ui.texts(Text::drills_words_after));
    panel("after", ui.palette.card, [&] { marked_block(ui, view.written, TextRole::body); });
    text_block(ui, view.written_note, TextRole::small, ui.palette.muted, true);
    draw_words(view.written_words, "drills.written", ui);
    gap(0.8F);
    heading(ui, ui.texts(Text::drills_words_keep), TextRole::lead);
    bullets(ui, view.keep);
    gap(0.8F);
    heading(ui, ui.texts(Text::drills_words_models), TextRole::lead);
    int number = 0;
    for (const model::PlainWordsTask::Model &model : view.models)
        panel(("model." + std::to_string(number++)).c_str(), ui.palette.notice, [&] {
            text_block(ui, model.text);
            gap(0.3F);
            caption(ui, ui.texts(Text::drills_words_why));
            text_block(ui, model.note, TextRole::small);
        });
}

} // namespace

void draw_told(const view::PlainWordsView &view, const DrillPage &page, DrillDraft & /*draft*/, const Ui &ui) {
    heading(ui, view.who);
    gap(0.2F);
    caption(ui, ui.texts(Text::drills_words_situation));
    text_block(ui, view.situation);
    gap(0.4F);
    caption(ui, ui.texts(page.is_checked ? Text::drills_words_before : Text::drills_words_finding));
    panel("finding", ui.palette.card, [&] { marked_block(ui, view.finding, TextRole::body); });
    text_block(ui, ui.texts(Text::drills_words_marked), TextRole::small, ui.palette.muted);
    gap(0.4F);
    heading(ui, ui.texts(Text::drills_words_glossary), TextRole::lead);
    draw_words(view.finding_words, "drills.finding", ui);
}

void draw_done(const view::PlainWordsView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    if (page.is_checked)
        draw_comparison(view, ui);
    else
        draw_writing(view, page, draft, ui);
}

DrillFoot foot_of(const view::PlainWordsView & /*view*/, const DrillDraft &draft, const Ui &ui) {
    const std::size_t count = base::count_code_points(base::trim(draft.form.written));
    return {count == 0 ? ui.texts(Text::drills_words_empty)
                       : ui.texts.format(Text::drills_words_count, fmt::arg("n", count)),
            count > 0, ui.texts(Text::drills_check_words)};
}

} // namespace tsunagi::ui
