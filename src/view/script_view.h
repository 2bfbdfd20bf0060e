#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/cohort.h"
#include "i18n/texts.h"
#include "model/scenario.h"

namespace tsunagi::view {

/// What a voice of the cohort answered, and why.
struct VoiceAnswer {
    std::size_t voice = 0; ///< index into Cohort::voices
    model::Answer answer;
    std::string rationale;
};
using VoiceAnswers = std::map<model::SceneId, std::vector<VoiceAnswer>>;

/// The phases in which an event is talked over after a simulation: PEARLS (Eppich and Cheng 2015).
enum class ScriptPhaseKind { reactions, description, analysis, summary };
inline constexpr std::array<std::string_view, 4> kScriptPhaseWords = {"reactions", "description", "analysis",
                                                                      "summary"};

/// How the answers to a decision stand to one another; what the opening question is made from.
enum class ScriptSplit { professions, within_profession, alike_unlike_handbook, alike };
inline constexpr std::array<std::string_view, 4> kScriptSplitWords = {"professions", "within-profession",
                                                                      "alike-unlike-handbook", "alike"};

struct ScriptPhase {
    ScriptPhaseKind kind = ScriptPhaseKind::reactions;
    std::string title;
    std::vector<std::string> lines; ///< to be said or asked, in order
};

struct ScriptDecision {
    model::SceneId scene;
    std::string title;    ///< of the scene
    std::string question; ///< that the groups were asked
    ScriptSplit split = ScriptSplit::alike;
    std::string split_label; ///< "職種の間で分かれました"
    std::vector<ScriptPhase> phases;
};

/// What a facilitator can say in the discussion, made from the groups' own answers. A draft to be changed.
struct ScriptView {
    std::string note;                      ///< what the script is, and that nothing in it has to be read out
    std::string empty;                     ///< why there is none; empty where there is one
    std::vector<ScriptDecision> decisions; ///< in the case's order
};

/// The script of the cohort's five decisions (analysis::five_decisions). Opening questions follow advocacy-inquiry
/// (Rudolph, Simon, Dufresne and Raemer 2006): what was seen, what the asker makes of it, and an open question.
/// `answers` are the groups' own, without those given; of them only the rationales are used, the votes stand in the
/// cohort.
[[nodiscard]] ScriptView script_view(const analysis::Cohort &cohort, const VoiceAnswers &answers,
                                     const i18n::Texts &texts);

/// What a learner wrote as it stands within a sentence of ours: on one line, without control characters and without
/// marks that turn the direction of writing, with quotation marks that fit into ours, and cut after `limit` characters
/// as people see them.
[[nodiscard]] std::string quote_of(const std::string &text, std::size_t limit, const i18n::Texts &texts);

} // namespace tsunagi::view
