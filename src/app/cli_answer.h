#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/cli_console.h"
#include "engine/fold.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "view/play_view.h"

namespace tsunagi::app {

/// Asks for the decision of one scene, until it is one that can be taken.
class DecisionPrompt {
  public:
    /// `show_status` prints the case file when the learner asks for it.
    DecisionPrompt(Console &console, const i18n::Texts &texts, const engine::Progress &progress,
                   const view::SceneView &scene, std::function<void()> show_status);

    /// The decision, with why; nothing when the learner quits or the input ends.
    [[nodiscard]] std::optional<model::Decision> ask();

  private:
    struct Quit {};

    /// A line that is not one of the commands ? and s; those are done and asked again. Throws Quit.
    std::string line(std::string_view prompt);
    std::optional<std::vector<int>> numbers(std::string_view prompt, std::size_t last);
    model::Answer answer();
    model::Answer answer_to(const model::ReadOn &);
    model::Answer answer_to(const model::ChooseOne &choice);
    model::Answer answer_to(const model::ChooseMany &choice);
    model::Answer answer_to(const model::AssignGrid &grid);
    model::Answer answer_to(const model::OrderSteps &order);
    void add_roles(const model::AssignGrid &grid, const model::GridRow &row, model::GridAnswer &answer);
    void add_sharing(const model::AssignGrid &grid, const model::GridRow &row, model::GridAnswer &answer);
    void say_options(const view::ChoiceView &choice);
    void say_chosen(const model::Answer &answer);
    [[nodiscard]] bool is_refused(const model::Answer &answer);
    [[nodiscard]] std::string help() const;

    Console &console_;
    const i18n::Texts &texts_;
    const engine::Progress &progress_;
    const view::SceneView &scene_;
    std::function<void()> show_status_;
};

} // namespace tsunagi::app
