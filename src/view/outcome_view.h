#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/debrief.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "view/terms.h"

namespace tsunagi::view {

/// A reference to the handbook: the short name shown and the whole entry for the tooltip.
struct ReferenceView {
    std::string id;
    std::string label;
    std::string title;
    std::string summary;
};

/// Class of an option or mark: the sign and the word carry it, the colour only helps.
struct ClassView {
    model::OptionClass option_class = model::OptionClass::acceptable;
    std::string symbol;
    std::string word;
};

/// One figure of a decision: a practice point or a role-table cell.
struct FigureView {
    std::string id;
    std::string label;
    std::string title;
    int earned = 0;
    int available = 0;
};

/// One option, item, row or step with its reason. Rows carry the marks placed; steps and options do not.
struct ReasonView {
    std::string text;
    std::vector<std::string> details; ///< a row's marks one by one, why a step stands too late, why not offered
    std::optional<ClassView> option_class;
    bool is_taken = false;
    bool was_available = true;
    bool is_essential = false;
    std::string reason;
    std::vector<TermMark> marks; ///< in `reason`, once mark_terms has found them
    std::vector<ReferenceView> refs;
};

struct SafetyView {
    std::string heading; ///< kind
    std::string text;
    std::string subject; ///< what was taken
    std::string scene;
};

/// What a decision brought: first what happened, then why, option by option.
struct OutcomeView {
    std::string scene_id;
    std::string title;
    std::string when;
    std::vector<std::string> paragraphs; ///< the scene's text as it was shown
    std::string question;
    std::vector<std::string> taken; ///< short texts of what was taken
    std::string rationale;
    std::vector<std::string> consequences;
    std::vector<std::vector<TermMark>> consequence_marks; ///< of each consequence, once mark_terms has found them
    TermsView terms;
    std::vector<std::string> changes;
    bool has_tie_changes = false;          ///< some of them are on the eco-map
    std::optional<ClassView> option_class; ///< choose one only
    std::vector<std::string> findings;
    std::vector<ReasonView> reasons;
    std::vector<FigureView> points;
    std::vector<FigureView> cells;
    std::vector<SafetyView> safety;
    std::string handbook_team;
    std::vector<std::string> prompts;
    std::string view_needed;

    /// A scene that was only read and changed nothing has nothing to look back on.
    [[nodiscard]] bool is_empty() const { return reasons.empty() && consequences.empty() && changes.empty(); }
};

[[nodiscard]] OutcomeView outcome_view(const engine::PlayedDecision &played, const model::Scenario &scenario,
                                       const model::Handbook &handbook, const i18n::Texts &texts);

[[nodiscard]] ClassView class_view(model::OptionClass option_class, const i18n::Texts &texts);
/// One for each id, in order; an id that the handbook does not know stands for itself.
[[nodiscard]] std::vector<ReferenceView> reference_views(const std::vector<model::HandbookId> &refs,
                                                         const model::Handbook &handbook, const i18n::Texts &texts);
[[nodiscard]] FigureView point_figure(model::PointIndex point, int earned, int available,
                                      const model::Handbook &handbook, const i18n::Texts &texts);
[[nodiscard]] FigureView cell_figure(model::CellIndex cell, int earned, int available, const model::Handbook &handbook,
                                     const i18n::Texts &texts);
[[nodiscard]] SafetyView safety_view(const engine::SafetyRaised &raised, const i18n::Texts &texts);

} // namespace tsunagi::view
