#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/word_index.h"
#include "i18n/texts.h"
#include "model/handbook.h"

namespace tsunagi::view {

/// Where a term stands in a text.
struct TermMark {
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    std::size_t term = 0; ///< in TermsView::terms
};

/// An entry of the glossary that a text names.
struct TermView {
    std::string id;
    std::string word;  ///< as it stands in the text
    std::string about; ///< title and short explanation
};

/// The terms of a scene or an outcome, each once, in the order in which they are met.
struct TermsView {
    std::vector<TermView> terms;
    std::string row; ///< all of them on a line
};

/// Knows the words of the glossary. What it tells is general; entries of cases are not among them.
class TermFinder {
  public:
    /// `handbook` has to outlive it.
    explicit TermFinder(const model::Handbook &handbook);

    /// Where terms stand in a text that are not in `met` yet; they are added to it.
    [[nodiscard]] std::vector<TermMark> find(const std::string &text, TermsView &met, const i18n::Texts &texts) const;

  private:
    std::vector<const model::HandbookEntry *> entries_;
    engine::WordIndex index_;
};

/// The marks of one of several texts; none where they have not been looked for.
[[nodiscard]] const std::vector<TermMark> &marks_of(const std::vector<std::vector<TermMark>> &marks, std::size_t text);

struct OutcomeView;
struct SceneView;

/// Marks the terms in the scene's paragraphs.
void mark_terms(SceneView &scene, const TermFinder &finder, const i18n::Texts &texts);
/// Marks the terms in what happened and in the reasons.
void mark_terms(OutcomeView &outcome, const TermFinder &finder, const i18n::Texts &texts);

} // namespace tsunagi::view
