// What the shell does for the exercises beside the cases.

#include "app/shell.h"

namespace tsunagi::app {

void Shell::rebuild_drills() {}

void Shell::handle(const ui::OpenDrills &) { show(Screen::drills); }
void Shell::handle(const ui::StartDrill &) {}
void Shell::handle(const ui::CheckDrill &) {}
void Shell::handle(const ui::NextDrill &) {}

} // namespace tsunagi::app
