#include "report/xapi.h"

#include <algorithm>
#include <string_view>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/debrief.h"
#include "report/escape.h"
#include "report/uncontested.h"
#include "view/play_view.h"

namespace tsunagi::report {

using namespace model;
using Json = nlohmann::ordered_json;

namespace {

// Names, not addresses: ".invalid" (RFC 2606) never becomes one, so that nobody can ever be led anywhere by a report.
constexpr std::string_view kBase = "https://tsunagi.invalid/xapi/";
constexpr std::string_view kActorHome = "https://tsunagi.invalid/learners";
constexpr std::string_view kVerbs = "http://adlnet.gov/expapi/verbs/";
constexpr std::string_view kActivities = "http://adlnet.gov/expapi/activities/";
constexpr const char *kCaseLanguage = "ja"; // cases are written in Japanese, whatever the program speaks

std::string iri(std::string_view path) { return std::string(kBase) + std::string(path); }
Json words(const std::string &text) { return {{kCaseLanguage, json_text(text)}}; }

Json component(const std::string &id, const std::string &text) { return {{"id", id}, {"description", words(text)}}; }

// ---- what a scene offers --------------------------------------------------------------------------------------------

Json choices_of(const std::vector<Option> &options) {
    Json choices = Json::array();
    for (const Option &option : options) choices.push_back(component(option.id.value, option.text));
    return choices;
}

struct InteractionWriter {
    Json &definition;

    void operator()(const ReadOn &) const {}
    void operator()(const ChooseOne &choice) const {
        definition["interactionType"] = "choice";
        definition["choices"] = choices_of(choice.options);
    }
    void operator()(const ChooseMany &choice) const {
        definition["interactionType"] = "choice";
        definition["choices"] = choices_of(choice.items);
    }
    void operator()(const AssignGrid &grid) const {
        definition["interactionType"] = "matching";
        definition["source"] = Json::array();
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns)
                definition["source"].push_back(
                    component(row.id.value + ":" + column.id.value, row.text + " / " + column.text));
        definition["target"] = Json::array();
        for (const Mark mark : marks_of(grid.kind)) {
            const std::string word(word_of(mark, kMarkWords));
            definition["target"].push_back({{"id", word}, {"description", {{"en", word}}}});
        }
    }
    void operator()(const OrderSteps &order) const {
        definition["interactionType"] = "sequencing";
        definition["choices"] = Json::array();
        for (const OrderStep &step : order.steps) definition["choices"].push_back(component(step.id.value, step.text));
    }
};

/// Earned and available, of the points that could be earned.
Json points_of(const Credit &earned, const Credit &available) {
    Json points = Json::object();
    for (PointIndex i = 0; i < kPointCount; ++i)
        if (available.points[i] > 0)
            points[point_id(i)] = {{"earned", earned.points[i]}, {"available", available.points[i]}};
    return points;
}

Json kinds_of(const std::vector<engine::SafetyRaised> &raised) {
    Json kinds = Json::array();
    for (const engine::SafetyRaised &each : raised) kinds.push_back(word_of(each.flag.kind, kSafetyKindWords));
    return kinds;
}

std::string duration(std::int64_t seconds) { return fmt::format("PT{}S", seconds); }

/// Whether the answer was the only right one; nothing where there is none, or where it could not be given.
std::optional<bool> success_of(const engine::PlayedDecision &played, const std::string &response) {
    const auto right = uncontested_response(played.scene->interaction);
    if (!right) return std::nullopt;
    if (const auto *options = options_of(played.scene->interaction))
        for (const Option &option : *options)
            if (option.option_class == OptionClass::recommended && played.unavailable.count(option.id) != 0)
                return std::nullopt;
    return response == *right;
}

// ---- statements of one run ------------------------------------------------------------------------------------------

class RunWriter {
  public:
    RunWriter(const Run &run, const XapiOptions &options, Json &statements)
        : session_(*run.session), progress_(*run.progress), scenario_(*run.progress->scenario), options_(options),
          statements_(statements) {}

    void write() {
        add("initialized", 0, case_activity());
        const auto count = std::min(progress_.played.size(), session_.decisions.size());
        HandbookId step;
        for (std::size_t i = 0; i < count; ++i) {
            const engine::PlayedDecision &played = progress_.played[i];
            if (played.scene->step != step && i > 0) add_progressed(i, played);
            step = played.scene->step;
            if (!std::holds_alternative<ReadOn>(played.scene->interaction) && !played.decision.is_given)
                add_answered(i, played);
        }
        if (progress_.is_over()) add_completed(count);
        add_self_debrief(count);
    }

  private:
    [[nodiscard]] std::string case_path() const { return "cases/" + scenario_.id.value; }

    [[nodiscard]] Json case_activity() const {
        return {{"objectType", "Activity"},
                {"id", iri(case_path())},
                {"definition",
                 {{"name", words(scenario_.title)},
                  {"description", words(scenario_.summary)},
                  {"type", std::string(kActivities) + "simulation"}}}};
    }

    [[nodiscard]] Json scene_activity(const Scene &scene) const {
        Json definition = {{"name", words(scene.title)},
                           {"description", words(view::question_of(scene.interaction))},
                           {"type", std::string(kActivities) + "cmi.interaction"}};
        std::visit(InteractionWriter{definition}, scene.interaction);
        if (const auto right = uncontested_response(scene.interaction))
            definition["correctResponsesPattern"] = Json::array({*right});
        return {{"objectType", "Activity"},
                {"id", iri(case_path() + "/scenes/" + scene.id.value)},
                {"definition", definition}};
    }

    [[nodiscard]] Json actor() const {
        Json actor = {{"objectType", "Agent"}};
        if (options_.has_nicknames && !session_.learner.nickname.empty())
            actor["name"] = json_text(session_.learner.nickname);
        // The session's id is random and stands nowhere in the statements: without it nobody can try out nicknames.
        actor["account"] = {
            {"homePage", kActorHome},
            {"name", uuid_of("learner\n" + session_.id.value + "\n" + json_text(session_.learner.nickname))}};
        return actor;
    }

    [[nodiscard]] Json context(bool is_within_case) const {
        Json extensions = {
            {iri("extensions/profession"), word_of(session_.learner.profession, kLearnerProfessionWords)},
            {iri("extensions/case-version"), json_text(session_.scenario_version)},
            {iri("extensions/case-hash"), json_text(session_.scenario_hash)},
            {iri("extensions/session-kind"), word_of(session_.kind, kSessionKindWords)}};
        if (!session_.learner.group.empty()) extensions[iri("extensions/group")] = json_text(session_.learner.group);
        Json activities = Json::object();
        if (is_within_case) activities["parent"] = Json::array({{{"id", iri(case_path())}}});
        if (session_.seat)
            activities["grouping"] =
                Json::array({{{"id", iri("workshops/" + uuid_of("workshop\n" + session_.seat->workshop.value))}}});
        activities["category"] =
            Json::array({{{"id", iri("profile/1")}, {"definition", {{"type", std::string(kActivities) + "profile"}}}}});
        return {{"registration", uuid_of("session\n" + session_.id.value)},
                {"contextActivities", activities},
                {"platform", "Tsunagi"},
                {"language", kCaseLanguage},
                {"extensions", extensions}};
    }

    void add(const std::string &verb, std::size_t decisions, const Json &object, const Json &result = {}) {
        Json statement = {{"id", uuid_of(fmt::format("statement\n{}\n{}", session_.id.value, index_++))},
                          {"actor", actor()},
                          {"verb", {{"id", std::string(kVerbs) + verb}, {"display", {{"en", verb}}}}},
                          {"object", object}};
        if (!result.is_null()) statement["result"] = result;
        statement["context"] = context(object["id"] != iri(case_path()));
        statement["timestamp"] = utc_time(session_.started_at + seconds_until(session_, decisions));
        statement["version"] = "1.0.3";
        statements_.push_back(std::move(statement));
    }

    void add_progressed(std::size_t decisions, const engine::PlayedDecision &next) {
        add("progressed", decisions, case_activity(),
            {{"extensions",
              {{iri("extensions/step"), next.scene->step.value}, {iri("extensions/months"), next.month}}}});
    }

    void add_answered(std::size_t i, const engine::PlayedDecision &played) {
        const engine::DecisionReview review = engine::review(played);
        const Json scene = scene_activity(*played.scene);
        const std::string response = xapi_response(played.scene->interaction, played.decision.answer);
        Json result = {{"response", response},
                       {"duration", duration(seconds_until(session_, i + 1) - seconds_until(session_, i))}};
        if (const auto success = success_of(played, response)) result["success"] = *success;
        Json extensions = {{iri("extensions/practice-points"), points_of(played.earned, played.available)}};
        if (review.option_class) extensions[iri("extensions/class")] = word_of(*review.option_class, kOptionClassWords);
        if (!review.safety.empty()) extensions[iri("extensions/safety")] = kinds_of(review.safety);
        result["extensions"] = extensions;
        add("answered", i + 1, scene, result);
        if (!played.decision.rationale.empty())
            add("commented", i + 1, scene, {{"response", json_text(played.decision.rationale)}});
    }

    void add_completed(std::size_t decisions) {
        const engine::Scorecard card = engine::score(progress_);
        add("completed", decisions, case_activity(),
            {{"completion", true},
             {"duration", duration(seconds_until(session_, decisions))},
             {"extensions",
              {{iri("extensions/practice-points"), points_of(card.earned, card.available)},
               {iri("extensions/ending"), progress_.ending->id.value},
               {iri("extensions/ending-kind"), word_of(progress_.ending->kind, kEndingKindWords)},
               {iri("extensions/months"), progress_.state.months},
               {iri("extensions/safety"), kinds_of(card.safety)}}}});
    }

    void add_self_debrief(std::size_t decisions) {
        const auto add_one = [&](const char *part, const std::string &text) {
            if (text.empty()) return;
            add("commented", decisions,
                {{"objectType", "Activity"},
                 {"id", iri(case_path() + "/self-debrief/" + part)},
                 {"definition",
                  {{"name", {{"en", fmt::format("self-debrief: {}", part)}}},
                   {"type", std::string(kActivities) + "question"}}}},
                {{"response", json_text(text)}});
        };
        add_one("what", session_.self_debrief.what);
        add_one("why", session_.self_debrief.why);
        add_one("next", session_.self_debrief.next);
    }

    const Session &session_;
    const engine::Progress &progress_;
    const Scenario &scenario_;
    const XapiOptions &options_;
    Json &statements_;
    int index_ = 0;
};

} // namespace

std::string uuid_of(std::string_view name) {
    static const boost::uuids::name_generator_sha1 generator(
        boost::uuids::string_generator()("3b0f6f0a-5f0e-4c5c-9a0e-7c1f2d8b64e1"));
    return boost::uuids::to_string(generator(name.data(), name.size()));
}

std::string xapi_of(const std::vector<Run> &runs, const XapiOptions &options) {
    Json statements = Json::array();
    for (const Run &run : runs) RunWriter(run, options, statements).write();
    return statements.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace tsunagi::report
