#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/app_options.h"
#include "app/case_analyses.h"
#include "app/import_job.h"
#include "app/review_desk.h"
#include "app/run.h"
#include "app/sketch_desk.h"
#include "app/workshop_desk.h"
#include "content/scenario_json.h"
#include "content/workshop_json.h"
#include "model/drill.h"
#include "store/session_store.h"
#include "ui/debrief_more.h"
#include "ui/drafts.h"
#include "ui/ecomap_draft.h"
#include "ui/intents.h"
#include "ui/list_painter.h"
#include "ui/review_draft.h"
#include "ui/sketch_draft.h"
#include "ui/widgets.h"
#include "ui/workshop_draft.h"
#include "view/attempts_view.h"
#include "view/courses_view.h"
#include "view/debrief_view.h"
#include "view/drill_view.h"
#include "view/ecomap_view.h"
#include "view/handbook_search.h"
#include "view/handbook_view.h"
#include "view/help_view.h"
#include "view/history_view.h"
#include "view/learner_view.h"
#include "view/library_view.h"
#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/progress_view.h"
#include "view/settings_view.h"
#include "view/sketch_view.h"
#include "view/trouble_view.h"

namespace tsunagi::app {

/// What the shell takes from the world, so that tests can give it another one.
struct ShellWorld {
    std::function<std::int64_t()> now;                   ///< seconds since 1970-01-01 UTC
    std::function<std::int64_t()> now_ms;                ///< a steady clock, milliseconds
    std::function<std::string(std::int64_t)> local_time; ///< date and time as shown in lists: "2026-11-23 09:30"
    std::function<model::SessionId()> new_session_id;
    /// Called from another thread when a job has come to its end: a frame should be drawn. May be empty.
    std::function<void()> wake;
    /// How every path through a case is explored; empty: analysis::Courses::explore.
    Explore explore;
};

/// The program behind the window: knows which screen is up, keeps sessions safe in the store, handles what the screens
/// ask for. Draws through ui, and knows neither window nor GL.
class Shell {
  public:
    enum class Screen {
        library,
        learner,
        play,
        debrief,
        history,
        settings,
        trouble,
        progress,
        handbook,
        drills,
        ecomap,
        sketch,
        workshop,
        comparison,
        presenter,
        script
    };

    /// Errors: "i18n-read" when there are no texts to say anything with.
    [[nodiscard]] static base::Result<std::unique_ptr<Shell>> open(AppOptions options, ShellWorld world);

    /// Draws eco-maps by another means than Dear ImGui's lines; must live as long as the shell draws.
    void set_painter(ui::EcoMapPainter &painter) {
        painter_ = &painter;
        painter_trouble_.reset();
    }
    /// Why there is no other means: told in the settings.
    void explain_painter(base::Error trouble) { painter_trouble_ = std::move(trouble); }

    /// Draws one frame and does what it asked for.
    void draw_frame(const ui::Fonts &fonts);

    /// Saves what was typed and not committed, and the settings. Called when the window closes.
    void save_all();
    /// Saves drafts once they have waited for a moment. Returns true while something waits to be saved.
    bool save_when_due();

    /// A job works in the background: frames show how far it is.
    [[nodiscard]] bool has_running_job() const {
        return analyses_.is_under_way() || imports_.is_under_way() ||
               review_.regret_state == view::RegretState::running;
    }
    /// Waits until no job works any more; the next frame takes over what it has found.
    void finish_jobs() {
        analyses_.finish();
        imports_.wait();
    }
    /// Ends all jobs. Nothing calls ShellWorld::wake afterwards.
    void stop_jobs() {
        analyses_.stop();
        imports_.stop();
    }
    /// In how many seconds a clock on the screen changes; nothing while none does.
    [[nodiscard]] std::optional<int> seconds_to_next_frame() const;
    /// Files and folders were let fall onto the window: taken when the next frame is handled.
    void drop_files(std::vector<std::string> paths) { intents_.push(ui::DropFiles{std::move(paths)}); }
    /// What is shown has changed by itself since the last call: the layout needs a few frames to settle.
    [[nodiscard]] bool take_own_change() { return std::exchange(has_changed_by_itself_, false); }

    [[nodiscard]] bool wants_quit() const { return wants_quit_; }
    [[nodiscard]] Screen screen() const { return screen_; }
    [[nodiscard]] const Run *run() const { return run_.get(); }
    [[nodiscard]] WorkshopPage workshop_page() const { return workshop_.page; }
    [[nodiscard]] const i18n::Texts &texts() const { return texts_; }
    [[nodiscard]] Settings &settings() { return options_.settings; }
    /// What the style depends on has changed since the last call: apply_theme again.
    [[nodiscard]] bool take_style_change() { return std::exchange(has_style_changed_, false); }
    [[nodiscard]] ui::ThemeKind theme() const { return options_.settings.theme; }

  private:
    Shell(AppOptions options, ShellWorld world, i18n::Texts texts);

    void open_store();
    void load_cases();
    void load_drills();
    void show(Screen screen);
    void rebuild();
    void rebuild_attempts();
    void rebuild_debrief();
    void rebuild_progress();
    void rebuild_handbook();
    /// What the reference needs when it comes up.
    void prepare_handbook();
    /// What the learner has played to its end: the reference leads there, and keeps the rest to itself.
    void find_played_cases();
    void rebuild_drills();
    void rebuild_ecomap();
    void rebuild_sketches();
    void rebuild_sketch();
    void put_on_desk(model::Sketch sketch);
    void edit_sketch(const model::SketchEdit &edit, const std::string &typed = {});
    void save_sketch();
    void keep_sketch_copy();
    /// Before the drawing or the program is left: what was drawn is kept even where another program was quicker.
    void save_sketch_for_good();
    /// Puts a workshop's sessions side by side, as they are in the store; without an id those of the one on the desk.
    /// False when that failed: it is told.
    bool open_review(const model::WorkshopId &wanted);
    void rebuild_review();
    void rebuild_presenter();
    void draw_review(const ui::Ui &ui);
    void resume_presenting();
    [[nodiscard]] float regrets_done() const;
    void stop_regrets();
    void go_on_with_regrets();
    void update_presenter_clock(bool is_forced);
    void show_written(WrittenText written);
    [[nodiscard]] WrittenText typed_script() const;
    void save_script();
    /// The workshop was deleted: what was written goes into a file.
    void save_script_as_file(const WrittenText &typed);
    void rebuild_workshop();
    void rebuild_workshop_form();
    void rebuild_workshop_desk();
    void rebuild_team_scene();
    void draw_workshop(const ui::Ui &ui);
    void show_workshop_page(WorkshopPage page);
    /// Puts a workshop on the desk as it is in the store. False when it cannot be read: that is told.
    bool open_workshop(const model::WorkshopId &id);
    /// The case of the workshop on the desk, as it was when the workshop was made.
    [[nodiscard]] std::shared_ptr<const model::Scenario> case_of(const model::Workshop &workshop);
    /// The canonical text of that case; empty when it is not here.
    [[nodiscard]] std::string case_text_of(const model::Workshop &workshop);
    /// Changes the workshop on the desk and saves it; what another window has saved meanwhile stays. False when that
    /// failed: it is told.
    bool change_workshop(const std::function<void(model::Workshop &)> &change);
    [[nodiscard]] std::set<model::SessionId> ended_sessions();
    [[nodiscard]] std::vector<view::GroupRun> runs_of(const model::Workshop &workshop);
    [[nodiscard]] std::vector<view::GroupRun> runs_of(const model::Workshop &workshop,
                                                      const std::set<model::SessionId> &ended);
    /// Its results are kept back until the facilitator reveals them. One that cannot be asked about is hidden.
    [[nodiscard]] bool is_hidden(const model::Session &session) const;
    /// Takes over the workshop of the session that begins to be played.
    void enter_played_workshop();
    /// Goes on over the scenes that nobody is asked at.
    void take_given_scenes();
    void rebuild_workshop_play();
    void update_clock();
    [[nodiscard]] int seconds_left() const;
    [[nodiscard]] bool has_clock() const;
    /// The run is put away, with all that was typed.
    void leave_run();
    /// How a story ends in a workshop whose results are hidden.
    void show_workshop_end();
    void save_team_decision(const model::Decision &decision, bool is_settled);
    void list_files(const std::filesystem::path &folder);
    /// Where one comes back to from choosing files and bringing them in.
    void note_page_before_files();
    /// The workshop whose files alone are taken: the one on the desk, as long as the desk is where one came from.
    [[nodiscard]] model::WorkshopId workshop_in_view() const;
    void begin_import(const std::vector<std::filesystem::path> &paths);
    /// Writes a file beside the data and says where.
    void save_export(const std::string &name, const base::Result<std::string> &content);
    /// Writes a map to a file beside the data and says where.
    void export_map(const view::EcoMapView &map, bool is_svg);
    /// The session whose eco-map is shown.
    [[nodiscard]] const Run *mapped_run() const;
    /// How far the story of a run may be told: an outcome on the screen comes before the next scene.
    [[nodiscard]] static engine::Progress told_progress(const Run &run);
    /// Where everybody stands on the eco-map of a case.
    [[nodiscard]] std::shared_ptr<const ecomap::Layout> layout_of(const model::Scenario &scenario);
    /// Another exercise comes up: what was entered into the one before is gone.
    void begin_drill(std::size_t position);
    [[nodiscard]] std::size_t drill_size() const;
    /// What a run that is over earned; nothing when it cannot be replayed.
    [[nodiscard]] std::optional<view::FinishedRun> finished_run(view::AttemptInfo info);
    /// Finds out about the case that is looked back on, unless that is known.
    void ask_for_analysis();
    [[nodiscard]] ui::AnalysisProgress analysis_progress() const;
    [[nodiscard]] view::AttemptInfo attempt_info(const store::SessionSummary &summary) const;
    [[nodiscard]] const model::Scenario *find_case(const model::ScenarioId &id) const;
    [[nodiscard]] const content::ScenarioFile *find_file(const model::ScenarioId &id) const;
    /// The scenario a session was begun with: the installed one if it is unchanged, else the one kept in the store.
    [[nodiscard]] base::Result<std::shared_ptr<const model::Scenario>> scenario_of(const model::Session &session);
    [[nodiscard]] base::Result<std::unique_ptr<Run>> load_run(const model::SessionId &id);
    void begin_run(std::unique_ptr<Run> run);
    /// The story of the run has ended: the debrief, or what a workshop tells instead.
    void tell_end();
    void create_and_begin(model::Session session, const model::Scenario &scenario, const std::string &json);
    void tell(const base::Error &error);
    void draw_screen(const ui::Ui &ui);
    void draw_message(const ui::Ui &ui);
    void draw_help(const ui::Ui &ui);
    [[nodiscard]] const view::TermFinder &term_finder();
    void note_changes();
    bool save_play_draft();
    bool save_self_debrief();

    void handle(const ui::OpenLibrary &);
    void handle(const ui::OpenHistory &);
    void handle(const ui::OpenSettings &);
    void handle(const ui::OpenProgress &);
    void handle(const ui::ChooseLearner &);
    void handle(const ui::StartAnalysis &);
    void handle(const ui::CancelAnalysis &);
    void handle(const ui::AnalysisFinished &);
    void handle(const ui::GoBack &);
    void handle(const ui::ChooseCase &);
    void handle(const ui::StartSession &);
    void handle(const ui::ResumeSession &);
    void handle(const ui::OpenDebrief &);
    void handle(const ui::ReplayCase &);
    void handle(const ui::ExploreFrom &);
    void handle(const ui::CommitDecision &);
    void handle(const ui::ContinueStory &);
    void handle(const ui::ShowLastOutcome &);
    void handle(const ui::ChangeTextPercent &);
    void handle(const ui::ChangeTheme &);
    void handle(const ui::ChangeLanguage &);
    void handle(const ui::ChangeReducedMotion &);
    void handle(const ui::OpenHandbook &);
    void handle(const ui::ChooseChapter &);
    void handle(const ui::SearchHandbook &);
    void handle(const ui::StepBackInHandbook &);
    void handle(const ui::CheckFees &);
    void handle(const ui::OpenDrills &);
    void handle(const ui::StartDrill &);
    void handle(const ui::ReviseDrill &);
    void handle(const ui::CheckDrill &);
    void handle(const ui::NextDrill &);
    void handle(const ui::OpenEcoMap &);
    void handle(const ui::ShowEcoStep &);
    void handle(const ui::ShowEcoMode &);
    void handle(const ui::MoveParty &);
    void handle(const ui::ResetEcoLayout &);
    void handle(const ui::ExportEcoMap &);
    void handle(const ui::OpenSketches &);
    void handle(const ui::BeginSketch &);
    void handle(const ui::OpenSketch &);
    void handle(const ui::DeleteSketch &);
    void handle(const ui::EditSketch &);
    void handle(const ui::UndoSketch &);
    void handle(const ui::CompareSketch &);
    void handle(const ui::KeepSketchCopy &);
    void handle(const ui::TakeOtherSketch &);
    void handle(const ui::OpenWorkshops &);
    void handle(const ui::BeginWorkshop &);
    void handle(const ui::EditWorkshop &);
    void handle(const ui::OpenWorkshop &);
    void handle(const ui::DeleteWorkshop &);
    void handle(const ui::ReviseWorkshop &);
    void handle(const ui::SaveWorkshop &);
    void handle(const ui::LeaveWorkshopPage &);
    void handle(const ui::PrepareTurn &);
    void handle(const ui::StartTurn &);
    void handle(const ui::HandOver &);
    void handle(const ui::RevealResults &);
    void handle(const ui::ChooseSeat &);
    void handle(const ui::SaveGroupFile &);
    void handle(const ui::SaveGroupSession &);
    void handle(const ui::OpenTeamDecisions &);
    void handle(const ui::DecideAsTeam &);
    void handle(const ui::SaveTeamDecision &);
    void handle(const ui::SettleTeamDecision &);
    void handle(const ui::ChooseFiles &);
    void handle(const ui::GoToPath &);
    void handle(const ui::TakeFolder &);
    void handle(const ui::LeaveFiles &);
    void handle(const ui::DropFiles &);
    void handle(const ui::CancelImport &);
    void handle(const ui::ImportFinished &);
    void handle(const ui::OpenComparison &);
    void handle(const ui::ShowComparisonPage &);
    void handle(const ui::SortComparison &);
    void handle(const ui::ShowComparedDecision &);
    void handle(const ui::ComputeRegrets &);
    void handle(const ui::StopRegrets &);
    void handle(const ui::StartPresenting &);
    void handle(const ui::TurnPresenter &);
    void handle(const ui::ToggleTimer &);
    void handle(const ui::EnterTeamDecision &);
    void handle(const ui::OpenScript &);
    void handle(const ui::ExportWorkshop &);
    void handle(const ui::CopyDatabase &);
    void handle(const ui::StartFreshDatabase &);
    void handle(const ui::RetryDatabase &);
    void handle(const ui::ShowHelp &);
    void handle(const ui::DismissMessage &);
    void handle(const ui::Quit &);

    AppOptions options_;
    ShellWorld world_;
    i18n::Texts texts_;
    model::Handbook handbook_;
    std::optional<view::HandbookIndex> handbook_index_; ///< made when the reference first comes up
    std::optional<view::TermFinder> term_finder_;       ///< made when the first scene or outcome comes up
    std::optional<model::Drills> drills_;               ///< read when they are first asked for
    std::vector<std::string> damaged_drills_;           ///< files of exercises that could not be read
    std::vector<content::ScenarioFile> files_;
    std::unique_ptr<store::SessionStore> store_;
    std::optional<view::TroubleInfo> trouble_;
    std::vector<view::AttemptInfo> attempts_;
    std::vector<view::AttemptInfo> hidden_attempts_; ///< of workshops whose results are hidden: for the history alone

    Screen screen_ = Screen::library;
    Screen back_ = Screen::library;
    std::unique_ptr<Run> run_;       ///< the session being played
    std::unique_ptr<Run> debriefed_; ///< the session being looked back on
    ui::LearnerDraft learner_draft_;
    ui::DebriefDraft debrief_draft_;
    ui::HandbookDraft handbook_draft_;
    ui::DrillDraft drill_draft_;
    ui::EcoMapDraft ecomap_draft_;
    std::optional<SketchDesk> desk_; ///< the drawing that is open; none: the list of drawings
    ui::SketchDraft sketch_draft_;
    WorkshopDesk workshop_;
    ui::WorkshopDraft workshop_draft_;
    ReviewDesk review_;
    ui::ReviewDraft review_draft_;
    ui::PresenterDraft presenter_draft_;
    view::EcoMapRequest ecomap_request_;
    bool is_map_of_debrief_ = false;
    std::uint64_t ecomap_serial_ = 0;
    struct CaseLayout {
        std::optional<ecomap::Layout> own;           ///< as the program places everybody: a tenth of a second's work
        std::shared_ptr<const ecomap::Layout> shown; ///< with what was moved by hand; null: to be made anew
    };
    std::map<std::string, CaseLayout> layouts_; ///< by the hash of the case
    ui::HelpDraft help_draft_;
    view::HandbookPlace handbook_place_;
    std::vector<view::PlayedCase> played_cases_;  ///< found when the reference comes up
    std::vector<model::Learner> learners_;        ///< whose progress can be shown
    std::optional<model::Learner> shown_learner_; ///< whose was asked for; else who played last
    bool is_choosing_learner_ = false;

    view::LibraryView library_view_;
    view::LearnerView learner_view_;
    view::HistoryView history_view_;
    view::SettingsView settings_view_;
    view::TroubleView trouble_view_;
    view::PlayView play_view_;
    std::optional<view::OutcomeView> outcome_view_;
    view::DebriefView debrief_view_;
    view::CoursesView courses_view_;
    view::AttemptsView attempts_view_;
    view::ProgressView progress_view_;
    view::HandbookView handbook_view_;
    view::DrillsView drills_view_;
    view::EcoMapView ecomap_view_;
    view::SketchListView sketch_list_view_;
    view::SketchView sketch_view_;
    view::EcoMapView debrief_map_; ///< the beginning and the end of the session looked back on
    view::HelpView help_view_;

    ui::IntentQueue intents_;
    ui::TextLayout layout_;
    ui::ListPainter list_painter_;
    ui::EcoMapPainter *painter_ = &list_painter_;
    std::optional<base::Error> painter_trouble_ = base::Error{"gl-none", {}};
    std::optional<std::int64_t> looked_back_at_; ///< seconds; set while an earlier outcome is on the screen
    std::string message_;                        ///< shown over the screen until dismissed
    std::optional<std::int64_t> dirty_at_ms_;    ///< when something typed was first changed and not saved yet
    bool is_draft_unsaved_ = false;              ///< saving failed; tried again when the screen or the window closes
    bool is_self_debrief_unsaved_ = false;
    bool has_last_outcome_ = false; ///< the last decision was more than reading on
    bool has_style_changed_ = true;
    bool has_changed_by_itself_ = false;
    bool is_analysis_stopped_ = false; ///< the learner did not want to wait
    bool wants_quit_ = false;
    CaseAnalyses analyses_;
    ImportJob imports_;
};

} // namespace tsunagi::app
