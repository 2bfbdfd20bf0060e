#pragma once

#include <string>
#include <vector>

#include "model/handbook.h"
#include "report/html.h"
#include "report/run.h"
#include "view/outcome_view.h"

namespace tsunagi::report {

// Parts that the handout of one learner and that of a workshop have in common.

/// What a page needs to say anything.
struct Words {
    const model::Handbook &handbook;
    const i18n::Texts &texts;
};

/// Sign and word of a class, framed.
[[nodiscard]] std::string class_badge(const view::ClassView &option_class);
/// A name with a profession in parentheses; the name was typed.
[[nodiscard]] std::string name_and_profession(const std::string &name, const std::string &profession,
                                              const i18n::Texts &texts);

/// Who the client is, where, and what the case is about.
void add_case(Html &html, const model::Scenario &scenario, const i18n::Texts &texts);
/// Every option, item, row or step with its class and its reason; what was taken is marked where `shows_taken`.
void add_reasons(Html &html, const std::vector<view::ReasonView> &reasons, bool shows_taken, const i18n::Texts &texts);
/// What the handbook's team did here, and the questions to talk about.
void add_handbook_team(Html &html, const std::string &team, const std::vector<std::string> &prompts,
                       const i18n::Texts &texts);
void add_safety(Html &html, const view::SafetyView &safety, bool says_where, const i18n::Texts &texts);
/// Bars and table of the six points.
void add_profile(Html &html, const model::Credit &earned, const model::Credit &available, const std::string &id,
                 const std::string &caption, const Words &words);

/// A line with a label before it, both text of ours.
void add_fact(Html &html, const std::string &label, const std::string &text);
/// The same where the text was typed; nothing where it is empty.
void add_typed_fact(Html &html, const std::string &label, const std::string &typed);

/// A section with its heading, which is noted in `chapters` too.
[[nodiscard]] Html::Element begin_chapter(Html &html, std::vector<Chapter> &chapters, const std::string &id,
                                          const std::string &title, bool begins_page = false);

} // namespace tsunagi::report
