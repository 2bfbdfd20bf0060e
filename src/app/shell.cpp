#include "app/shell.h"

#include <algorithm>

#include "app/atomic_file.h"
#include "base/utf8.h"
#include "content/handbook_json.h"
#include "ui/keyboard.h"
#include "ui/page.h"
#include "ui/screen_debrief.h"
#include "ui/screen_drills.h"
#include "ui/screen_ecomap.h"
#include "ui/screen_handbook.h"
#include "ui/screen_history.h"
#include "ui/screen_learner.h"
#include "ui/screen_library.h"
#include "ui/screen_play.h"
#include "ui/screen_progress.h"
#include "ui/screen_settings.h"
#include "ui/screen_sketch.h"
#include "ui/screen_trouble.h"
#include "ui/top_bar.h"

namespace tsunagi::app {

using i18n::Text;

namespace {

// A draft is written this long after the first change to it, so that not every key waits for the disk.
constexpr std::int64_t kSaveDraftAfterMs = 400;

Explore explore_of(const ShellWorld &world) {
    if (world.explore) return world.explore;
    return [](const model::Scenario &scenario, const analysis::KeepGoing &keep_going) {
        return analysis::Courses::explore(scenario, {}, keep_going);
    };
}

} // namespace

base::Result<std::unique_ptr<Shell>> Shell::open(AppOptions options, ShellWorld world) {
    base::Result<i18n::Texts> texts = i18n::Texts::load(options.paths.texts(), options.language);
    if (!texts) return texts.error();
    std::unique_ptr<Shell> shell(new Shell(std::move(options), std::move(world), std::move(texts).value()));
    shell->load_cases();
    shell->open_store();
    shell->rebuild();
    if (!shell->options_.settings.has_seen_introduction) shell->handle(ui::ShowHelp{ui::HelpPage::introduction});
    return shell;
}

Shell::Shell(AppOptions options, ShellWorld world, i18n::Texts texts)
    : options_(std::move(options)), world_(std::move(world)), texts_(std::move(texts)),
      analyses_(explore_of(world_), world_.wake), imports_(world_.wake) {
    const model::Learner &last = options_.settings.learner;
    if (!last.nickname.empty()) learner_draft_ = {last.nickname, last.profession, last.group, false};
}

void Shell::load_cases() {
    base::Problems problems;
    handbook_ = content::load_handbook(options_.paths.handbook(), problems);
    if (base::has_error(problems))
        message_ = texts_.format(Text::shell_handbook_damaged, fmt::arg("file", problems.front().file));
    files_ = content::load_library(options_.paths.scenarios, handbook_);
}

void Shell::open_store() {
    trouble_.reset();
    const std::filesystem::path file = options_.paths.data / options_.settings.database;
    std::error_code failure;
    std::filesystem::create_directories(options_.paths.data, failure);
    auto opened = store::open_sqlite_store(file);
    if (opened) {
        store_ = std::move(opened).value();
        if (screen_ == Screen::trouble) screen_ = Screen::library;
        return;
    }
    store_.reset();
    trouble_ = view::TroubleInfo{opened.error(), utf8_of(file), std::nullopt, std::nullopt};
    screen_ = Screen::trouble;
}

const content::ScenarioFile *Shell::find_file(const model::ScenarioId &id) const {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const content::ScenarioFile &file) {
        return file.is_playable() && file.scenario->id == id;
    });
    return found == files_.end() ? nullptr : &*found;
}

const model::Scenario *Shell::find_case(const model::ScenarioId &id) const {
    const content::ScenarioFile *file = find_file(id);
    return file == nullptr ? nullptr : &*file->scenario;
}

base::Result<std::shared_ptr<const model::Scenario>> Shell::scenario_of(const model::Session &session) {
    // What is known of a case points into one copy of it.
    if (auto known = analyses_.scenario_of(session.scenario_hash)) return known;
    const model::Scenario *installed = find_case(session.scenario);
    if (installed != nullptr && installed->hash == session.scenario_hash)
        return std::make_shared<const model::Scenario>(*installed);
    if (!store_) return base::Error{"store-missing", session.scenario.value};
    const base::Result<std::string> kept = store_->scenario_json(session.scenario_hash);
    if (!kept) return kept.error();
    // It was sound when it was begun; the handbook of today must not find fault with it.
    content::ScenarioFile file =
        content::scenario_from_text(*kept, session.scenario.value + ".json", model::Handbook{});
    if (!file.is_playable()) return base::Error{"case-missing", session.scenario.value};
    return std::make_shared<const model::Scenario>(std::move(*file.scenario));
}

base::Result<std::unique_ptr<Run>> Shell::load_run(const model::SessionId &id) {
    if (!store_) return base::Error{"store-missing", id.value};
    base::Result<model::Session> session = store_->load(id);
    if (!session) return session.error();
    auto scenario = scenario_of(*session);
    if (!scenario) return scenario.error();
    return run_from_session(std::move(session).value(), std::move(scenario).value());
}

// ---- views: rebuilt when something they show has changed, never while drawing --------------------------------------

view::AttemptInfo Shell::attempt_info(const store::SessionSummary &summary) const {
    const model::Session &session = summary.session;
    view::AttemptInfo info;
    info.id = session.id;
    info.scenario = session.scenario;
    info.kind = session.kind;
    info.learner = session.learner;
    info.started_at = session.started_at;
    info.updated_at = session.updated_at;
    info.started_label = world_.local_time(session.started_at);
    info.decision_count = summary.decision_count;
    info.is_over = !summary.ending.empty();
    const model::Scenario *scenario = find_case(session.scenario);
    info.is_case_in_library = scenario != nullptr;
    if (scenario != nullptr) {
        info.case_title = scenario->title;
        info.is_changed = scenario->hash != session.scenario_hash;
        if (const model::Ending *ending = scenario->find_ending(model::EndingId(summary.ending)))
            info.ending_title = ending->title;
    }
    return info;
}

void Shell::rebuild_attempts() {
    attempts_.clear();
    hidden_attempts_.clear();
    if (!store_) return;
    const auto list = store_->list();
    if (!list) {
        tell(list.error());
        return;
    }
    // What a workshop keeps back must not come out by another screen.
    std::map<model::WorkshopId, bool> hidden;
    for (const store::SessionSummary &summary : *list) {
        view::AttemptInfo info = attempt_info(summary);
        if (const auto &seat = summary.session.seat) {
            const auto [found, is_new] = hidden.try_emplace(seat->workshop);
            if (is_new) found->second = is_hidden(summary.session);
            info.is_hidden = found->second;
        }
        (info.is_hidden ? hidden_attempts_ : attempts_).push_back(std::move(info));
    }
}

void Shell::rebuild() {
    switch (screen_) {
    case Screen::library: {
        rebuild_attempts();
        std::vector<const model::Scenario *> cases;
        std::vector<view::BrokenCase> broken;
        for (const content::ScenarioFile &file : files_) {
            if (file.is_playable()) {
                cases.push_back(&*file.scenario);
                continue;
            }
            const auto errors =
                std::count_if(file.problems.begin(), file.problems.end(),
                              [](const base::Problem &problem) { return problem.severity == base::Severity::error; });
            broken.push_back(
                {file.scenario ? file.scenario->title : std::string(), file.path, static_cast<int>(errors)});
        }
        library_view_ = view::library_view(cases, broken, attempts_, utf8_of(options_.paths.scenarios), texts_);
        break;
    }
    case Screen::learner:
        if (const model::Scenario *scenario = find_case(learner_view_.scenario))
            learner_view_ = view::learner_view(*scenario, texts_);
        break;
    case Screen::play:
        // While a decision is looked back on, the case file must not tell what only the next scene brings.
        play_view_ = view::play_view(told_progress(*run_), run_->session, handbook_, texts_);
        view::mark_terms(play_view_.scene, term_finder(), texts_);
        outcome_view_.reset();
        if (run_->shows_outcome && !run_->progress.played.empty()) {
            outcome_view_ = view::outcome_view(run_->progress.played.back(), *run_->scenario, handbook_, texts_);
            view::mark_terms(*outcome_view_, term_finder(), texts_);
        }
        has_last_outcome_ = !run_->progress.played.empty() && !run_->progress.played.back().decision.is_given &&
                            !std::holds_alternative<model::ReadAnswer>(run_->progress.played.back().decision.answer);
        rebuild_workshop_play();
        break;
    case Screen::debrief: rebuild_debrief(); break;
    case Screen::progress: rebuild_progress(); break;
    case Screen::handbook: rebuild_handbook(); break;
    case Screen::drills: rebuild_drills(); break;
    case Screen::ecomap: rebuild_ecomap(); break;
    case Screen::sketch: rebuild_sketches(); break;
    case Screen::workshop: rebuild_workshop(); break;
    case Screen::comparison:
    case Screen::presenter:
    case Screen::script: rebuild_review(); break;
    case Screen::history: {
        rebuild_attempts();
        std::vector<view::AttemptInfo> all = hidden_attempts_;
        all.insert(all.end(), attempts_.begin(), attempts_.end());
        history_view_ = view::history_view(all, texts_);
        break;
    }
    case Screen::settings:
        settings_view_ = view::settings_view(
            {options_.settings.text_percent, std::string(ui::kThemeWords[static_cast<std::size_t>(theme())]),
             texts_.language(), options_.settings.reduced_motion,
             utf8_of(options_.paths.data / options_.settings.database), TSUNAGI_VERSION,
             painter_trouble_ ? painter_trouble_->code : std::string(),
             painter_trouble_ ? painter_trouble_->detail : std::string()},
            texts_);
        break;
    case Screen::trouble:
        if (trouble_) trouble_view_ = view::trouble_view(*trouble_, texts_);
        break;
    }
}

void Shell::show(Screen screen) {
    save_all();
    const bool is_side_way = screen_ == Screen::settings || screen_ == Screen::history || screen_ == Screen::handbook ||
                             screen_ == Screen::ecomap;
    if (!is_side_way && screen_ != screen) back_ = screen_;
    const bool was_debrief = screen_ == Screen::debrief;
    screen_ = trouble_ ? Screen::trouble : screen;
    if (screen_ == Screen::handbook) prepare_handbook();
    if (screen_ == Screen::drills) load_drills();
    if (screen_ == Screen::debrief)
        ask_for_analysis();
    else if (was_debrief)
        analyses_.cancel();
    rebuild();
}

void Shell::tell(const base::Error &error) {
    const std::string *text = texts_.find("error." + error.code);
    std::string said = text != nullptr ? *text : texts_(Text::shell_unknown_error);
    if (!error.detail.empty()) said += "\n" + error.detail;
    // Two things can go wrong at once; neither may hide the other.
    if (message_.empty())
        message_ = std::move(said);
    else if (message_.find(said) == std::string::npos)
        message_ += "\n\n" + said;
}

// ---- drawing --------------------------------------------------------------------------------------------------------

void Shell::draw_frame(const ui::Fonts &fonts) {
    const ui::Ui ui{texts_,   ui::palette_of(theme()),          fonts,   layout_,
                    intents_, options_.settings.reduced_motion, theme(), painter_};
    ui::keep_confirm_from_items();
    update_clock();
    update_presenter_clock(false);
    const ImGuiViewport *viewport = ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport->WorkPos);
    ImGui::SetNextWindowSize(viewport->WorkSize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::PushFont(fonts.regular, ui::size_of(ui::TextRole::body));
    ImGui::Begin("###tsunagi", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar();
    draw_screen(ui);
    draw_message(ui);
    draw_help(ui);
    ImGui::End();
    ImGui::PopFont();
    note_changes();
    has_changed_by_itself_ |= intents_.take_wish_for_frame();
    if (analyses_.has_news()) intents_.push(ui::AnalysisFinished{});
    if (imports_.has_result()) intents_.push(ui::ImportFinished{});
    for (const ui::Intent &intent : intents_.take()) std::visit([this](const auto &wish) { handle(wish); }, intent);
    resume_presenting();
    go_on_with_regrets();
}

void Shell::draw_screen(const ui::Ui &ui) {
    const bool is_review = screen_ == Screen::comparison || screen_ == Screen::presenter || screen_ == Screen::script;
    if (screen_ != Screen::trouble && screen_ != Screen::presenter) {
        ui::TopBarPlace place = ui::TopBarPlace::elsewhere;
        if (screen_ == Screen::library) place = ui::TopBarPlace::library;
        if (screen_ == Screen::history) place = ui::TopBarPlace::history;
        if (screen_ == Screen::settings) place = ui::TopBarPlace::settings;
        if (screen_ == Screen::progress) place = ui::TopBarPlace::progress;
        if (screen_ == Screen::handbook) place = ui::TopBarPlace::handbook;
        if (screen_ == Screen::drills || screen_ == Screen::sketch) place = ui::TopBarPlace::drills;
        if (screen_ == Screen::workshop || is_review) place = ui::TopBarPlace::workshop;
        std::string_view title;
        if (screen_ == Screen::play) title = play_view_.case_title;
        if (screen_ == Screen::debrief) title = debrief_view_.case_title;
        if (screen_ == Screen::ecomap) title = ecomap_view_.case_title;
        ui::draw_top_bar({place, title, options_.settings.text_percent}, ui);
    }
    std::string id = "screen." + std::to_string(static_cast<int>(screen_));
    // Another debrief begins at its top; the same one goes on where it was left.
    if (screen_ == Screen::debrief) id += '.' + debriefed_->session.id.value;
    const bool scrolls = screen_ != Screen::play && screen_ != Screen::handbook && screen_ != Screen::drills &&
                         screen_ != Screen::ecomap && screen_ != Screen::sketch && screen_ != Screen::workshop &&
                         !is_review;
    const ui::ChildScope body(id.c_str(), {0.0F, 0.0F}, 0, scrolls,
                              scrolls ? 0 : ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    if (ImGui::IsWindowAppearing()) ui::begin_keyboard_at_next_item();
    switch (screen_) {
    case Screen::library: ui::draw_library(library_view_, ui); break;
    case Screen::learner: ui::draw_learner(learner_view_, learner_draft_, ui); break;
    case Screen::play:
        ui::draw_play(play_view_,
                      {outcome_view_ ? &*outcome_view_ : nullptr, run_->progress.is_over(), has_last_outcome_,
                       workshop_.play_view ? &*workshop_.play_view : nullptr},
                      run_->draft, ui);
        break;
    case Screen::debrief:
        ui::draw_debrief(debrief_view_, {courses_view_, attempts_view_, debrief_map_, analysis_progress()},
                         debrief_draft_, ui, debriefed_->session.id);
        break;
    case Screen::progress: ui::draw_progress(progress_view_, is_choosing_learner_, ui); break;
    case Screen::handbook: ui::draw_handbook(handbook_view_, handbook_draft_, ui); break;
    case Screen::drills: ui::draw_drills(drills_view_, drill_draft_, ui); break;
    case Screen::ecomap: ui::draw_ecomap_screen(ecomap_view_, ecomap_draft_, ui); break;
    case Screen::sketch:
        if (desk_)
            ui::draw_sketch(sketch_view_, sketch_draft_, ui);
        else
            ui::draw_sketch_list(sketch_list_view_, sketch_draft_, ui);
        break;
    case Screen::workshop: draw_workshop(ui); break;
    case Screen::comparison:
    case Screen::presenter:
    case Screen::script: draw_review(ui); break;
    case Screen::history: ui::draw_history(history_view_, ui); break;
    case Screen::settings: ui::draw_settings(settings_view_, ui); break;
    case Screen::trouble: ui::draw_trouble(trouble_view_, ui); break;
    }
}

void Shell::draw_message(const ui::Ui &ui) {
    if (message_.empty()) return;
    constexpr float kMessageWidth = 30.0F; // ems
    const ui::OverlayScope overlay("###shell.message", kMessageWidth);
    if (!overlay.is_open()) return;
    ui::text_block(ui, message_);
    ui::gap(0.6F);
    if (ui::primary_button(ui, texts_.label(Text::shell_understood)) || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        intents_.push(ui::DismissMessage{});
        ImGui::CloseCurrentPopup();
    }
}

// ---- saving ---------------------------------------------------------------------------------------------------------

void Shell::note_changes() {
    const bool has_drawn = desk_ && desk_->has_changed && !desk_->has_conflict;
    const bool has_changed =
        (run_ && run_->draft.has_changed) || debrief_draft_.has_changed || has_drawn || review_draft_.has_changed;
    if (has_changed && !dirty_at_ms_) dirty_at_ms_ = world_.now_ms();
}

bool Shell::save_play_draft() {
    if (!run_ || !(run_->draft.has_changed || is_draft_unsaved_) || !store_ || run_->progress.scene == nullptr)
        return true;
    const base::Status status =
        store_->save_draft(run_->session.id, stored_draft(run_->draft, run_->progress.scene->interaction));
    run_->draft.has_changed = false;
    is_draft_unsaved_ = !status.is_ok();
    if (!status) tell(status.error());
    return status.is_ok();
}

bool Shell::save_self_debrief() {
    if (!debriefed_ || !(debrief_draft_.has_changed || is_self_debrief_unsaved_) || !store_) return true;
    debriefed_->session.self_debrief = debrief_draft_.answers;
    const base::Status status = store_->save_self_debrief(debriefed_->session.id, debrief_draft_.answers, world_.now());
    debrief_draft_.has_changed = false;
    is_self_debrief_unsaved_ = !status.is_ok();
    if (!status) tell(status.error());
    return status.is_ok();
}

bool Shell::save_when_due() {
    if (!dirty_at_ms_) return false;
    if (world_.now_ms() - *dirty_at_ms_ < kSaveDraftAfterMs) return true;
    dirty_at_ms_.reset();
    save_play_draft();
    save_self_debrief();
    save_sketch();
    save_script();
    return false;
}

void Shell::save_all() {
    dirty_at_ms_.reset();
    save_play_draft();
    save_self_debrief();
    save_sketch_for_good();
    save_script();
    if (const base::Status status = save_settings(options_.paths.settings(), options_.settings); !status)
        tell(status.error());
}

// ---- intents --------------------------------------------------------------------------------------------------------

void Shell::handle(const ui::OpenLibrary &) { show(Screen::library); }
void Shell::handle(const ui::OpenHistory &) { show(Screen::history); }
void Shell::handle(const ui::OpenSettings &) { show(Screen::settings); }

void Shell::handle(const ui::GoBack &) {
    const bool is_there = (back_ != Screen::play || run_) &&
                          (back_ != Screen::debrief || (debriefed_ && !is_hidden(debriefed_->session)));
    show(is_there ? back_ : Screen::library);
}

void Shell::handle(const ui::ChooseCase &wish) {
    const model::Scenario *scenario = find_case(wish.scenario);
    if (scenario == nullptr) return;
    learner_view_ = view::learner_view(*scenario, texts_);
    learner_draft_.was_refused = false;
    show(Screen::learner);
}

void Shell::create_and_begin(model::Session session, const model::Scenario &scenario, const std::string &json) {
    session.id = world_.new_session_id();
    session.scenario = scenario.id;
    session.scenario_version = scenario.version;
    session.scenario_hash = scenario.hash;
    session.started_at = session.updated_at = world_.now();
    if (const base::Status status = store_->create(session, json); !status) {
        tell(status.error());
        return;
    }
    auto run = run_from_session(std::move(session), std::make_shared<const model::Scenario>(scenario));
    if (run)
        begin_run(std::move(run).value());
    else
        tell(run.error());
}

void Shell::begin_run(std::unique_ptr<Run> run) {
    save_all();
    is_draft_unsaved_ = false;
    run_ = std::move(run);
    enter_played_workshop();
    if (run_->progress.is_over()) {
        tell_end();
        return;
    }
    run_->shown_at = world_.now();
    looked_back_at_.reset();
    const auto draft = store_->load_draft(run_->session.id);
    if (!draft)
        tell(draft.error());
    else if (draft->has_value())
        restore_draft(**draft, run_->progress, run_->draft);
    show(Screen::play);
}

void Shell::handle(const ui::StartSession &wish) {
    const content::ScenarioFile *file = find_file(wish.scenario);
    if (file == nullptr || !store_) return;
    options_.settings.learner = wish.learner;
    const auto sessions = store_->list();
    if (!sessions) {
        tell(sessions.error());
        return;
    }
    model::Session session;
    session.learner = wish.learner;
    session.kind = kind_of_next_run(*sessions, wish.scenario, wish.learner.nickname);
    create_and_begin(std::move(session), *file->scenario, file->canonical_json);
}

void Shell::handle(const ui::ResumeSession &wish) {
    auto run = load_run(wish.session);
    if (run)
        begin_run(std::move(run).value());
    else
        tell(run.error());
}

void Shell::tell_end() {
    if (workshop_.hides_results)
        show_workshop_end();
    else
        handle(ui::OpenDebrief{run_->session.id});
}

void Shell::handle(const ui::OpenDebrief &wish) {
    save_all();
    auto run = load_run(wish.session);
    if (!run) {
        tell(run.error());
        return;
    }
    if (is_hidden((*run)->session)) {
        message_ = texts_(Text::workshop_refused_hidden);
        return;
    }
    if (!(*run)->progress.is_over()) {
        begin_run(std::move(run).value());
        return;
    }
    debriefed_ = std::move(run).value();
    debrief_draft_ = {};
    is_self_debrief_unsaved_ = false;
    debrief_draft_.answers = debriefed_->session.self_debrief;
    show(Screen::debrief);
    if (!wish.scene.is_empty()) debrief_draft_.show_decision(debrief_view_.decision_of(wish.scene));
}

void Shell::handle(const ui::ReplayCase &wish) { handle(ui::ChooseCase{wish.scenario}); }

void Shell::handle(const ui::ExploreFrom &wish) {
    auto origin = load_run(wish.session);
    if (!origin) {
        tell(origin.error());
        return;
    }
    const Run &from = **origin;
    model::Session session;
    session.learner = from.session.learner;
    session.kind = model::SessionKind::exploration;
    session.branch = model::BranchPoint{wish.session, wish.decision_count};
    const auto count =
        std::min(static_cast<std::size_t>(std::max(wish.decision_count, 0)), from.session.decisions.size());
    session.decisions.assign(from.session.decisions.begin(),
                             from.session.decisions.begin() + static_cast<std::ptrdiff_t>(count));
    const content::ScenarioFile *file = find_file(from.scenario->id);
    std::string json;
    if (file != nullptr && file->scenario->hash == from.scenario->hash) {
        json = file->canonical_json;
    } else if (const auto kept = store_->scenario_json(from.scenario->hash)) {
        json = *kept;
    }
    create_and_begin(std::move(session), *from.scenario, json);
}

void Shell::handle(const ui::CommitDecision &wish) {
    if (!run_ || run_->shows_outcome || run_->progress.scene == nullptr || !store_) return;
    // The discussion lives on reasons, so in a workshop they are asked for once more.
    run_->draft.is_reason_asked = workshop_.played && !wish.goes_without_reason &&
                                  !std::holds_alternative<model::ReadAnswer>(wish.answer) &&
                                  base::trim(wish.rationale).empty();
    if (run_->draft.is_reason_asked) return;
    model::Decision decision;
    decision.scene = run_->progress.scene->id;
    decision.answer = wish.answer;
    decision.rationale = wish.rationale;
    decision.seconds = static_cast<int>(std::clamp<std::int64_t>(world_.now() - run_->shown_at, 0, 86400));

    // Tried on a copy first: what the engine refuses must not reach the store, and what the store refuses must not
    // show its consequence.
    engine::Progress next = run_->progress;
    if (const base::Status status = engine::commit(next, decision); !status) {
        tell(status.error());
        return;
    }
    const std::optional<model::EndingId> ending = next.is_over() ? std::optional(next.ending->id) : std::nullopt;
    const int index = static_cast<int>(run_->session.decisions.size());
    if (const base::Status status = store_->append_decision(run_->session.id, index, decision, ending, world_.now());
        !status) {
        tell(status.error());
        if (status.error().code == "store-conflict") {
            const std::string said = message_;
            // What was entered here belongs to a scene that is decided: it must not replace the other's draft.
            run_->draft.has_changed = is_draft_unsaved_ = false;
            if (auto fresh = load_run(run_->session.id)) begin_run(std::move(fresh).value());
            message_ = said;
        }
        return;
    }
    is_draft_unsaved_ = false;
    run_->session.decisions.push_back(std::move(decision));
    run_->progress = std::move(next);
    run_->draft = fresh_draft(run_->progress);
    run_->shows_outcome = true;
    rebuild();
    // Whoever has decided hears that it was kept, even where nothing else may be told yet.
    const bool has_turn = workshop_.play_view && !std::holds_alternative<model::ReadAnswer>(wish.answer);
    if (outcome_view_ && outcome_view_->is_empty() && !has_turn) handle(ui::ContinueStory{});
}

void Shell::handle(const ui::ContinueStory &) {
    if (!run_) return;
    run_->shows_outcome = false;
    take_given_scenes();
    // Looking back does not count as time spent on the scene that waits.
    if (looked_back_at_)
        run_->shown_at += world_.now() - *std::exchange(looked_back_at_, std::nullopt);
    else
        run_->shown_at = world_.now();
    if (run_->progress.is_over())
        tell_end();
    else
        rebuild();
}

void Shell::handle(const ui::ShowLastOutcome &) {
    if (!run_ || run_->progress.played.empty()) return;
    run_->shows_outcome = true;
    looked_back_at_ = world_.now();
    rebuild();
}

void Shell::handle(const ui::ChangeTextPercent &wish) {
    options_.settings.text_percent = std::clamp(wish.percent, kTextPercentMin, kTextPercentMax);
    has_style_changed_ = true;
    rebuild();
}

void Shell::handle(const ui::ChangeTheme &wish) {
    options_.settings.theme = wish.theme;
    has_style_changed_ = true;
    rebuild();
}

void Shell::handle(const ui::ChangeLanguage &wish) {
    base::Result<i18n::Texts> texts = i18n::Texts::load(options_.paths.texts(), wish.language);
    if (!texts) {
        tell(texts.error());
        return;
    }
    texts_ = std::move(texts).value();
    options_.settings.language = wish.language;
    rebuild();
}

void Shell::handle(const ui::ChangeReducedMotion &wish) {
    options_.settings.reduced_motion = wish.is_reduced;
    rebuild();
}

void Shell::handle(const ui::CopyDatabase &) {
    if (!trouble_) return;
    trouble_->copy_path.reset();
    trouble_->copy_error.reset();
    const auto copy = store::copy_database(options_.paths.data / options_.settings.database, options_.paths.data);
    if (copy)
        trouble_->copy_path = utf8_of(*copy);
    else
        trouble_->copy_error = copy.error();
    rebuild();
}

void Shell::handle(const ui::StartFreshDatabase &) {
    if (!trouble_) return;
    // The file that could not be used keeps its name; the new one takes the first name that is free.
    std::error_code failure;
    std::string name;
    int number = 2;
    do name = "sessions-" + std::to_string(number++) + ".db";
    while (std::filesystem::exists(options_.paths.data / name, failure));
    const std::string before = std::exchange(options_.settings.database, name);
    open_store();
    if (store_) {
        save_all();
    } else {
        options_.settings.database = before;
        open_store();
    }
    rebuild();
}

void Shell::handle(const ui::RetryDatabase &) {
    open_store();
    rebuild();
}

void Shell::handle(const ui::DismissMessage &) { message_.clear(); }
void Shell::handle(const ui::Quit &) { wants_quit_ = true; }

} // namespace tsunagi::app
