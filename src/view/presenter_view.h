#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "view/compared_decision.h"
#include "view/review_material.h"
#include "view/script_view.h"

namespace tsunagi::view {

/// What is shown of a decision, one after another.
enum class PresenterStep { question, choices, rationales, reasons, handbook, prompts };
inline constexpr std::array<std::string_view, 6> kPresenterStepWords = {"question", "choices",  "rationales",
                                                                        "reasons",  "handbook", "prompts"};

/// Something in large type, with what belongs to it.
struct PresentedLine {
    std::string text;
    std::string side;  ///< how many: "3 / 6"
    std::string below; ///< who; a reason
    std::optional<ClassView> option_class;
    float part = -1.0F; ///< 0 to 1, a bar; below 0: none
};

/// One decision at one step. Holds what is revealed by then, and nothing else.
struct PresenterView {
    std::string number; ///< "3 / 5"
    std::string title;
    std::string question;
    PresenterStep step = PresenterStep::question;
    std::string step_name;
    std::string step_count; ///< "2 / 6"
    std::string note;       ///< a remark above the lines; may be empty
    std::vector<PresentedLine> lines;
    std::string empty; ///< instead of the lines where there are none
    model::SceneId scene;
};

/// The steps of a decision; those with nothing to show are left out.
[[nodiscard]] std::vector<PresenterStep> presenter_steps(const ReviewMaterial &material, std::size_t decision);

/// `script`: what the facilitator's script says of the decision; null without one. `place` and `count`: which of how
/// many decisions are presented.
[[nodiscard]] PresenterView presenter_view(const ReviewMaterial &material, std::size_t decision, PresenterStep step,
                                           std::size_t place, std::size_t count, const ScriptDecision *script,
                                           const model::Handbook &handbook, const i18n::Texts &texts);

/// The clock of the presenter: "4:05" while time is left, then how long it is over: "+0:12".
struct TimerView {
    std::string text;
    bool is_over = false;
};
[[nodiscard]] TimerView timer_view(int seconds_left, const i18n::Texts &texts);

} // namespace tsunagi::view
