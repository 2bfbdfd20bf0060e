#include "ui/screen_trouble.h"

#include <algorithm>

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 46.0F;

// A button with a line below it that says what it does.
template <class T>
void draw_way_out(Text action, const char *id, Text help, bool is_primary, const Ui &ui, T intent) {
    const std::string label = labelled(ui.texts(action), id);
    if (is_primary ? primary_button(ui, label.c_str()) : plain_button(ui, label.c_str()))
        ui.intents.push(std::move(intent));
    text_block(ui, ui.texts(help), TextRole::small, ui.palette.muted);
    gap(0.5F);
}

} // namespace

void draw_trouble(const view::TroubleView &view, const Ui &ui) {
    scroll_by_page_keys();
    const PageScope page("trouble", kPageWidth);
    heading(ui, ui.texts(Text::trouble_title), TextRole::title);
    gap(0.6F);
    text_block(ui, view.what, TextRole::lead);
    gap(0.8F);
    panel("trouble.file", ui.palette.panel, [&] {
        caption(ui, ui.texts(Text::trouble_file));
        text_block(ui, view.path);
        gap(0.4F);
        text_block(ui, ui.texts(Text::trouble_untouched), TextRole::body, 0, true);
        if (view.detail.empty()) return;
        gap(0.6F);
        caption(ui, ui.texts(Text::trouble_detail));
        text_block(ui, view.detail, TextRole::small);
    });
    gap(1.2F);
    heading(ui, ui.texts(Text::trouble_what_now));
    gap(0.3F);
    draw_way_out(Text::trouble_retry, "trouble.retry", Text::trouble_retry_help, true, ui, RetryDatabase{});
    draw_way_out(Text::trouble_copy, "trouble.copy", Text::trouble_copy_help, false, ui, CopyDatabase{});
    if (!view.copy_result.empty()) {
        panel("trouble.result", view.has_copy_failed ? ui.palette.danger_back : ui.palette.notice, [&] {
            text_block(ui, view.copy_result, TextRole::body,
                       view.has_copy_failed ? ui.palette.danger : ui.palette.text);
        });
        gap(0.5F);
    }
    draw_way_out(Text::trouble_fresh, "trouble.fresh", Text::trouble_fresh_help, false, ui, StartFreshDatabase{});
    if (plain_button(ui, labelled(ui.texts(Text::trouble_quit), "trouble.quit").c_str())) ui.intents.push(Quit{});
    gap(1.5F);
}

} // namespace tsunagi::ui
