#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/ids.h"
#include "model/session.h"
#include "model/sketch.h"
#include "model/workshop.h"
#include "ui/drill_draft.h"
#include "ui/theme.h"
#include "view/comparison_view.h"
#include "view/ecomap_view.h"
#include "view/file_chooser_view.h"

namespace tsunagi::ui {

// What the learner asked for, in the imperative. Handled after the frame has been drawn, in one place (shell).

struct OpenLibrary {};
struct OpenHistory {};
struct OpenSettings {};
/// What is strong, weak and untried over all cases.
struct OpenProgress {};
/// Whose progress is shown: an index into the learners offered.
struct ChooseLearner {
    std::size_t learner = 0;
};
/// Back from settings or history to where one came from.
struct GoBack {};
struct ChooseCase {
    model::ScenarioId scenario;
};
struct StartSession {
    model::ScenarioId scenario;
    model::Learner learner;
};
struct ResumeSession {
    model::SessionId session;
};
struct OpenDebrief {
    model::SessionId session;
    model::SceneId scene = {}; ///< the decision to unfold and move to; empty: the top of the page
};
struct ReplayCase {
    model::ScenarioId scenario;
};
/// A new exploration that shares the first `decision_count` decisions of a session.
struct ExploreFrom {
    model::SessionId session;
    int decision_count = 0;
};
/// Look through every path of the case that is looked back on, once more after it was stopped.
struct StartAnalysis {};
struct CancelAnalysis {};
/// The search through every path has come to its end. Pushed by the shell itself when the job reports.
struct AnalysisFinished {};
struct CommitDecision {
    model::Answer answer;
    std::string rationale;
    bool goes_without_reason = false; ///< in a workshop: asked for a reason, one would rather not
};
/// From the outcome of a decision on to the next scene or the ending.
struct ContinueStory {};
struct ShowLastOutcome {};
struct ChangeTextPercent {
    int percent = 100;
};
struct ChangeTheme {
    ThemeKind theme = ThemeKind::light;
};
struct ChangeLanguage {
    i18n::Language language = i18n::Language::ja;
};
struct ChangeReducedMotion {
    bool is_reduced = false;
};
/// The reference: at an entry, or where it was left when `entry` is empty.
struct OpenHandbook {
    model::HandbookId entry = {};
};
struct ChooseChapter {
    model::HandbookChapter chapter = model::HandbookChapter::overview;
};
/// What stands in the search field has changed.
struct SearchHandbook {};
/// To the entry that was read before this one.
struct StepBackInHandbook {};
/// What is entered into the fee checker has changed.
struct CheckFees {};
/// The exercises beside the cases.
struct OpenDrills {};
struct StartDrill {
    DrillKind kind = DrillKind::icmss;
    model::LeadProfession table = model::LeadProfession::cpp; ///< of role tables: which
};
/// What was written in an exercise has changed.
struct ReviseDrill {};
/// What was entered is held against the handbook.
struct CheckDrill {};
/// On to the next exercise of the same kind.
struct NextDrill {};
/// The eco-map of a session.
struct OpenEcoMap {
    bool is_looked_back_on = false; ///< of the session in the debrief, else of the one being played
};
/// A moment of the session, by its place among those offered.
struct ShowEcoStep {
    std::size_t step = 0;
};
struct ShowEcoMode {
    view::EcoMode mode = view::EcoMode::one;
};
/// A party was put elsewhere on the map; it stays there for this case.
struct MoveParty {
    model::PartyId party;
    ecomap::Point centre;
};
/// Everybody back to where the program would put them.
struct ResetEcoLayout {};
/// The map that is shown, as a file.
struct ExportEcoMap {
    bool is_svg = true; ///< else PNG
};
/// One's own drawings: the list of them.
struct OpenSketches {};
/// A new drawing: only the client, or who is known at the beginning of a case.
struct BeginSketch {
    std::optional<model::ScenarioId> scenario = {};
};
struct OpenSketch {
    model::SketchId sketch;
};
struct DeleteSketch {
    model::SketchId sketch;
};
/// `typed`: the field that is typed into; what is typed there in a row is undone at once.
struct EditSketch {
    model::SketchEdit edit;
    std::string typed;
};
struct UndoSketch {};
/// The case's own map at its beginning beside the drawing.
struct CompareSketch {
    bool is_wanted = true;
};
/// Another program has saved the drawing: keep both, or go on with the other's.
struct KeepSketchCopy {};
struct TakeOtherSketch {};
/// The workshops that there are.
struct OpenWorkshops {};
/// A form for a new workshop, or for the one that is open.
struct BeginWorkshop {};
struct EditWorkshop {};
struct OpenWorkshop {
    model::WorkshopId workshop;
};
struct DeleteWorkshop {
    model::WorkshopId workshop;
};
/// What stands in the form has changed.
struct ReviseWorkshop {};
struct SaveWorkshop {};
/// Out of the form, or back to the workshop from one of its pages.
struct LeaveWorkshopPage {};
/// A group's turn comes up: first the curtain, then its scene.
struct PrepareTurn {
    model::GroupId group;
};
struct StartTurn {};
/// The group that plays gives the computer away.
struct HandOver {};
struct RevealResults {};
/// On a group's computer: which group it is; an empty id to choose again.
struct ChooseSeat {
    model::GroupId group;
};
struct SaveGroupFile {};
struct SaveGroupSession {
    model::GroupId group;
};
/// The team's decisions: the list of scenes, one of them, and what was entered there.
struct OpenTeamDecisions {};
struct DecideAsTeam {
    model::SceneId scene;
};
struct SaveTeamDecision {
    model::Answer answer;
    std::string rationale;
};
/// Another window has saved the team's decision at the same scene.
struct SettleTeamDecision {
    bool keeps_own = true;
};
/// Look among the files of the computer.
struct ChooseFiles {
    view::FilesFor wish = view::FilesFor::open_file;
};
/// A folder is looked into; a file is taken.
struct GoToPath {
    std::string path;
};
struct TakeFolder {};
struct LeaveFiles {};
/// Files and folders that were let fall onto the window.
struct DropFiles {
    std::vector<std::string> paths;
};
struct CancelImport {};
/// The import has come to its end. Pushed by the shell itself when the job reports.
struct ImportFinished {};
/// The groups' decisions side by side.
struct OpenComparison {
    model::WorkshopId workshop;
};
struct ShowComparisonPage {
    view::ComparisonPage page = view::ComparisonPage::decisions;
};
/// By how far professions differ, or in the case's order.
struct SortComparison {
    bool is_by_difference = true;
};
/// Index into the cohort's decisions.
struct ShowComparedDecision {
    std::size_t decision = 0;
};
/// What each group gave away: only when somebody asks.
struct ComputeRegrets {};
struct StopRegrets {};
/// What is presented: the decisions of the script, or all of the comparison as it is sorted.
enum class PresentationOrder { script, as_compared };
struct StartPresenting {
    model::WorkshopId workshop;
    PresentationOrder order = PresentationOrder::script;
};
enum class PresenterMove { next, back, first, leave };
struct TurnPresenter {
    PresenterMove move = PresenterMove::next;
};
struct ToggleTimer {};
/// From the review or the presentation to the team's decision at a scene.
struct EnterTeamDecision {
    model::WorkshopId workshop;
    model::SceneId scene;
};
struct OpenScript {
    model::WorkshopId workshop;
};
/// What is taken home from a workshop, as files beside the data.
enum class TakeHome { handout, tables, statements };
struct ExportWorkshop {
    TakeHome kind = TakeHome::handout;
};
/// The database could not be used: put a copy of it somewhere the person can find.
struct CopyDatabase {};
/// The database could not be used: leave it as it is and begin another file.
struct StartFreshDatabase {};
/// Try the same file again (another program may have let go of it).
struct RetryDatabase {};
enum class HelpPage { none, keys, introduction };
/// The list of keys or the introduction comes up over the screen; `none` closes it.
struct ShowHelp {
    HelpPage page = HelpPage::none;
};
struct DismissMessage {};
struct Quit {};

using Intent = std::variant<
    OpenLibrary, OpenHistory, OpenSettings, OpenProgress, ChooseLearner, GoBack, ChooseCase, StartSession,
    ResumeSession, OpenDebrief, ReplayCase, ExploreFrom, StartAnalysis, CancelAnalysis, AnalysisFinished,
    CommitDecision, ContinueStory, ShowLastOutcome, ChangeTextPercent, ChangeTheme, ChangeLanguage, ChangeReducedMotion,
    OpenHandbook, ChooseChapter, SearchHandbook, StepBackInHandbook, CheckFees, OpenDrills, StartDrill, ReviseDrill,
    CheckDrill, NextDrill, OpenEcoMap, ShowEcoStep, ShowEcoMode, MoveParty, ResetEcoLayout, ExportEcoMap, OpenSketches,
    BeginSketch, OpenSketch, DeleteSketch, EditSketch, UndoSketch, CompareSketch, KeepSketchCopy, TakeOtherSketch,
    OpenWorkshops, BeginWorkshop, EditWorkshop, OpenWorkshop, DeleteWorkshop, ReviseWorkshop, SaveWorkshop,
    LeaveWorkshopPage, PrepareTurn, StartTurn, HandOver, RevealResults, ChooseSeat, SaveGroupFile, SaveGroupSession,
    OpenTeamDecisions, DecideAsTeam, SaveTeamDecision, SettleTeamDecision, ChooseFiles, GoToPath, TakeFolder,
    LeaveFiles, DropFiles, CancelImport, ImportFinished, OpenComparison, ShowComparisonPage, SortComparison,
    ShowComparedDecision, ComputeRegrets, StopRegrets, StartPresenting, TurnPresenter, ToggleTimer, EnterTeamDecision,
    OpenScript, ExportWorkshop, CopyDatabase, StartFreshDatabase, RetryDatabase, ShowHelp, DismissMessage, Quit>;

class IntentQueue {
  public:
    IntentQueue();
    ~IntentQueue();
    IntentQueue(const IntentQueue &) = delete;
    IntentQueue &operator=(const IntentQueue &) = delete;

    /// One of Intent's alternatives. Defined in intents.cpp, once for each: every screen pushes intents, and none of
    /// them should make the compiler go through what a vector of all of them needs (seconds a file).
    template <class T>
    void push(T intent);
    /// Something moves by itself: another frame should follow even without input.
    void want_frame() { wants_frame_ = true; }
    [[nodiscard]] bool take_wish_for_frame() { return std::exchange(wants_frame_, false); }
    /// Hands over what was asked for and is empty afterwards.
    [[nodiscard]] std::vector<Intent> take();

  private:
    std::vector<Intent> intents_;
    bool wants_frame_ = false;
};

} // namespace tsunagi::ui
