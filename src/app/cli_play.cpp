#include "app/cli_play.h"

#include <chrono>
#include <ctime>
#include <iostream>
#include <system_error>

#include "app/atomic_file.h"
#include "app/cli_answer.h"
#include "app/cli_case.h"
#include "app/cli_console.h"
#include "app/cli_show.h"
#include "app/run.h"
#include "base/utf8.h"
#include "content/json_source.h"
#include "view/learner_view.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using base::Error;
using base::Status;
using i18n::Text;

namespace {

std::int64_t now() { return static_cast<std::int64_t>(std::time(nullptr)); }

/// The newest session of the case that has not ended; nothing when there is none.
base::Result<std::optional<model::SessionId>> unfinished(store::SessionStore &store, const model::ScenarioId &scenario,
                                                         const std::string &nickname) {
    const auto listed = store.list();
    if (!listed.is_ok()) return listed.error();
    for (const store::SessionSummary &summary : *listed)
        if (summary.session.scenario == scenario && summary.ending.empty() &&
            (nickname.empty() || summary.session.learner.nickname == nickname))
            return std::optional(summary.session.id);
    return std::optional<model::SessionId>();
}

class TerminalPlay {
  public:
    TerminalPlay(const CliContext &context, const PlayRequest &request)
        : context_(context), request_(request), texts_(context.texts), console_(std::cin, std::cout),
          file_path_(content::path_from_text(request.session_file)) {}

    int run() {
        if (request_.resumes && (request_.keeps_no_record || !request_.decisions_file.empty()))
            return report_error(context_, {"use-resume-with-file", ""});
        if (const Status checked = check_session_file(); !checked.is_ok())
            return report_error(context_, checked.error());
        handbook_ = load_handbook_or_warn(context_);
        auto file = load_playable_case(context_, handbook_, request_.wanted_case);
        if (!file.is_ok()) return report_error(context_, file.error());
        case_ = std::move(file).value();

        if (!request_.keeps_no_record) {
            auto store = open_sessions(context_);
            if (!store.is_ok()) return report_store_error(store.error());
            store_ = std::move(store).value();
        }
        if (!request_.decisions_file.empty()) return replay();
        return request_.resumes ? resume() : start();
    }

  private:
    [[nodiscard]] const model::Scenario &scenario() const { return *case_.scenario; }

    /// A file that holds something else is not ours to overwrite.
    [[nodiscard]] Status check_session_file() const {
        std::error_code failure;
        if (request_.session_file.empty() || !fs::exists(file_path_, failure)) return {};
        const auto content = read_file(file_path_);
        if (content.is_ok() && (content->empty() || content::session_from_json(*content).is_ok())) return {};
        return Error{"use-not-a-session-file", request_.session_file};
    }

    int report_store_error(const Error &error) {
        const int code = report_error(context_, error);
        if (error.code == "store-damaged" || error.code == "store-newer") {
            const auto typed = console_.ask(texts_(Text::cli_offer_copy));
            if (typed && plain_keys(*typed) == "y") {
                const auto copy = store::copy_database(sessions_file(context_), context_.options.paths.data);
                if (copy.is_ok())
                    console_.say(texts_.format(Text::cli_copied, fmt::arg("file", utf8_of(*copy))));
                else
                    report_error(context_, copy.error());
            }
        }
        report_note(texts_(Text::cli_store_hint));
        return code;
    }

    // ---- How a session begins ----------------------------------------------------------------------------------

    /// What was given, else asked for. False when the learner quits. The profession has been checked.
    bool ask_learner() {
        model::Learner &learner = session_.learner;
        const model::Learner &last = context_.options.settings.learner;
        learner.group = request_.group;
        learner.nickname = request_.nickname;
        if (learner.nickname.empty()) {
            const std::string otherwise = last.nickname.empty() ? texts_(Text::cli_default_nickname) : last.nickname;
            const auto typed = console_.ask(texts_.format(Text::cli_ask_nickname, fmt::arg("name", otherwise)));
            if (!typed || plain_keys(*typed) == "q") return false;
            learner.nickname = typed->empty() ? otherwise : *typed;
        }
        if (!request_.profession.empty()) {
            learner.profession =
                *model::value_of<model::LearnerProfession>(request_.profession, model::kLearnerProfessionWords);
            return true;
        }
        int number = 0;
        for (const view::ProfessionChoice &choice : view::profession_choices(texts_))
            console_.say(texts_.format(Text::cli_option, fmt::arg("n", ++number), fmt::arg("text", choice.text)));
        for (;;) {
            const auto typed = console_.ask(texts_(Text::cli_ask_profession));
            if (!typed || plain_keys(*typed) == "q") return false;
            const auto numbers = numbers_of(*typed);
            if (numbers && numbers->size() == 1 && numbers->front() >= 1 && numbers->front() <= number) {
                learner.profession = static_cast<model::LearnerProfession>(numbers->front() - 1);
                return true;
            }
            console_.say(texts_.format(Text::cli_number_range, fmt::arg("last", number)));
        }
    }

    Status create_session() {
        session_.id = new_session_id();
        session_.scenario = scenario().id;
        session_.scenario_version = scenario().version;
        session_.scenario_hash = scenario().hash;
        session_.started_at = now();
        session_.updated_at = session_.started_at;
        if (!store_) return {};
        const auto listed = store_->list();
        if (!listed.is_ok()) return listed.error();
        session_.kind = kind_of_next_run(*listed, session_.scenario, session_.learner.nickname);
        return store_->create(session_, case_.canonical_json);
    }

    void remember_learner() const {
        if (!store_) return;
        Settings settings = context_.options.settings;
        settings.learner = session_.learner;
        const Status saved = save_settings(context_.options.paths.settings(), settings);
        if (!saved.is_ok()) report_error(context_, saved.error()); // a convenience: the play goes on
    }

    int start() {
        console_.say(scenario().title);
        console_.say(scenario().summary);
        console_.say(texts_(Text::cli_start_help));
        if (store_) {
            const auto open = unfinished(*store_, scenario().id, request_.nickname);
            if (open.is_ok() && open->has_value()) console_.say(texts_(Text::cli_unfinished));
        }
        if (!ask_learner()) {
            console_.say(texts_(Text::cli_not_kept));
            return kGood;
        }
        if (const Status created = create_session(); !created.is_ok()) return report_error(context_, created.error());
        remember_learner();
        progress_ = engine::begin(scenario());
        return play_on();
    }

    int resume() {
        const auto found = unfinished(*store_, scenario().id, request_.nickname);
        if (!found.is_ok()) return report_error(context_, found.error());
        if (!found->has_value()) return report_error(context_, {"use-nothing-to-resume", ""});
        auto session = store_->load(**found);
        if (!session.is_ok()) return report_error(context_, session.error());
        session_ = std::move(session).value();
        // The story it was begun with, even if the case has been changed since.
        auto file = case_of_session(context_, handbook_, session_, request_.wanted_case, store_.get());
        if (!file.is_ok()) return report_error(context_, file.error());
        case_ = std::move(file).value();
        auto progress = engine::fold(scenario(), session_.decisions);
        if (!progress.is_ok()) return report_error(context_, progress.error());
        progress_ = std::move(progress).value();
        console_.say(scenario().title);
        console_.say(texts_.format(Text::cli_resumed, fmt::arg("n", session_.decisions.size())));
        return play_on();
    }

    // ---- Playing -------------------------------------------------------------------------------------------------

    /// Takes a decision: kept first, and only then what follows from it is shown.
    Status take(model::Decision decision) {
        Status status = engine::commit(progress_, decision);
        if (!status.is_ok()) return status;
        const std::int64_t moment = now();
        if (store_) {
            const std::optional<model::EndingId> ending =
                progress_.is_over() ? std::optional(progress_.ending->id) : std::nullopt;
            status = store_->append_decision(session_.id, static_cast<int>(session_.decisions.size()), decision, ending,
                                             moment);
            if (!status.is_ok()) return status;
        }
        session_.decisions.push_back(std::move(decision));
        session_.updated_at = moment;
        return write_session();
    }

    [[nodiscard]] Status write_session() const {
        if (request_.session_file.empty()) return {};
        return write_file_atomically(file_path_, content::session_to_json(session_));
    }

    void say_last_outcome() {
        say_outcome(console_, view::outcome_view(progress_.played.back(), scenario(), handbook_, texts_), texts_);
    }

    int play_on() {
        // Before anything is decided: a file that cannot be written is known at once.
        if (const Status written = write_session(); !written.is_ok()) return report_error(context_, written.error());
        while (!progress_.is_over()) {
            const view::SceneView scene = view::scene_view(progress_, handbook_, texts_);
            say_scene(console_, scene, static_cast<int>(progress_.played.size()) + 1, texts_);
            const auto shown_at = std::chrono::steady_clock::now();
            DecisionPrompt prompt(console_, texts_, progress_, scene,
                                  [&] { say_case_file(console_, view::case_file_view(progress_, texts_), texts_); });
            auto decision = prompt.ask();
            if (!decision) return say_goodbye();
            decision->seconds = static_cast<int>(
                std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - shown_at).count());
            if (const Status taken = take(std::move(*decision)); !taken.is_ok())
                return report_error(context_, taken.error());
            say_last_outcome();
        }
        say_debrief(console_, view::debrief_view(progress_, session_, handbook_, texts_), texts_);
        return ask_self_debrief();
    }

    int say_goodbye() {
        if (store_)
            console_.say(texts_.format(Text::cli_kept, fmt::arg("id", request_.wanted_case)));
        else if (request_.session_file.empty())
            console_.say(texts_(Text::cli_not_kept));
        say_session_file();
        return kGood;
    }

    void say_session_file() {
        if (!request_.session_file.empty())
            console_.say(texts_.format(Text::cli_session_written, fmt::arg("file", request_.session_file)));
    }

    int ask_self_debrief() {
        console_.say(texts_(Text::cli_self_intro));
        const auto ask = [&](Text question, std::string &answer) {
            const auto typed = console_.ask(texts_(question));
            if (typed && !typed->empty()) answer = *typed;
            return typed.has_value() && plain_keys(*typed) != "q";
        };
        model::SelfDebrief &answers = session_.self_debrief;
        if (ask(Text::debrief_self_what, answers.what) && ask(Text::debrief_self_why, answers.why))
            static_cast<void>(ask(Text::debrief_self_next, answers.next));
        for (std::string *answer : {&answers.what, &answers.why, &answers.next})
            if (plain_keys(*answer) == "q") answer->clear();
        if (!answers.is_empty()) {
            session_.updated_at = now();
            if (store_)
                if (const Status saved = store_->save_self_debrief(session_.id, answers, session_.updated_at);
                    !saved.is_ok())
                    return report_error(context_, saved.error());
            if (const Status written = write_session(); !written.is_ok())
                return report_error(context_, written.error());
        }
        say_session_file();
        return kGood;
    }

    // ---- A decision file -----------------------------------------------------------------------------------------

    int replay() {
        const auto course = load_session_file(request_.decisions_file);
        if (!course.is_ok()) return report_error(context_, course.error());
        if (course->scenario != scenario().id)
            return report_error(context_, {"use-wrong-case", course->scenario.value + " / " + scenario().id.value});
        // Replayed as a whole before anything is kept: a course that does not fit leaves no half session behind.
        if (const auto whole = engine::fold(scenario(), course->decisions); !whole.is_ok())
            return report_error(context_, whole.error());

        session_.learner = course->learner;
        if (!request_.nickname.empty()) session_.learner.nickname = request_.nickname;
        if (session_.learner.nickname.empty()) session_.learner.nickname = texts_(Text::cli_default_nickname);
        if (!request_.group.empty()) session_.learner.group = request_.group;
        if (!request_.profession.empty())
            session_.learner.profession =
                *model::value_of<model::LearnerProfession>(request_.profession, model::kLearnerProfessionWords);
        session_.self_debrief = course->self_debrief;
        if (const Status created = create_session(); !created.is_ok()) return report_error(context_, created.error());

        progress_ = engine::begin(scenario());
        console_.say(scenario().title);
        for (const model::Decision &decision : course->decisions) {
            say_scene(console_, view::scene_view(progress_, handbook_, texts_),
                      static_cast<int>(progress_.played.size()) + 1, texts_);
            if (const Status taken = take(decision); !taken.is_ok()) return report_error(context_, taken.error());
            const view::OutcomeView outcome =
                view::outcome_view(progress_.played.back(), scenario(), handbook_, texts_);
            for (const std::string &text : outcome.taken)
                console_.say(texts_.format(Text::cli_chosen, fmt::arg("text", text)));
            say_outcome(console_, outcome, texts_);
        }
        if (progress_.is_over())
            say_debrief(console_, view::debrief_view(progress_, session_, handbook_, texts_), texts_);
        else
            console_.say(texts_.format(Text::cli_course_end, fmt::arg("scene", progress_.scene->title)));
        if (const Status written = write_session(); !written.is_ok()) return report_error(context_, written.error());
        say_session_file();
        return kGood;
    }

    const CliContext &context_;
    const PlayRequest &request_;
    const i18n::Texts &texts_;
    Console console_;
    fs::path file_path_;
    model::Handbook handbook_;
    content::ScenarioFile case_;
    std::unique_ptr<store::SessionStore> store_;
    model::Session session_;
    engine::Progress progress_;
};

} // namespace

int run_play(const CliContext &context, const PlayRequest &request) {
    if (!request.profession.empty() &&
        !model::value_of<model::LearnerProfession>(request.profession, model::kLearnerProfessionWords))
        return report_error(context,
                            {"use-profession", fmt::format("{}", fmt::join(model::kLearnerProfessionWords, ", "))});
    return TerminalPlay(context, request).run();
}

} // namespace tsunagi::app
