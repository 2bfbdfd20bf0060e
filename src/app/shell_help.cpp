// What the shell does for newcomers: the introduction at the first start, the keys, and the words of the glossary.

#include "app/shell.h"
#include "ui/help.h"

namespace tsunagi::app {

void Shell::draw_help(const ui::Ui &ui) {
    // What went wrong comes first; the help waits until it has been read.
    if (message_.empty() && screen_ != Screen::trouble)
        ui::draw_help(help_view_, help_draft_, options_.settings.text_percent, ui);
}

const view::TermFinder &Shell::term_finder() {
    if (!term_finder_) term_finder_.emplace(handbook_);
    return *term_finder_;
}

void Shell::handle(const ui::ShowHelp &wish) {
    if (help_draft_.page == ui::HelpPage::introduction && !options_.settings.has_seen_introduction) {
        options_.settings.has_seen_introduction = true;
        save_all();
    }
    help_draft_ = {wish.page, 0};
    if (wish.page != ui::HelpPage::none) help_view_ = view::help_view(texts_);
}

} // namespace tsunagi::app
