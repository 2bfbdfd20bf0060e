#pragma once

#include "app/cli_console.h"
#include "i18n/texts.h"
#include "view/debrief_view.h"
#include "view/outcome_view.h"
#include "view/play_view.h"

namespace tsunagi::app {

// The views of the window, said line by line.

void say_scene(Console &console, const view::SceneView &scene, int number, const i18n::Texts &texts);
void say_case_file(Console &console, const view::CaseFileView &file, const i18n::Texts &texts);
/// First what happened, then why, option by option.
void say_outcome(Console &console, const view::OutcomeView &outcome, const i18n::Texts &texts);
void say_debrief(Console &console, const view::DebriefView &debrief, const i18n::Texts &texts);

} // namespace tsunagi::app
