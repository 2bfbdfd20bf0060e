#include "content/session_json.h"

#include <utility>

#include "content/answer_json.h"
#include "content/json_pointer.h"
#include "content/json_read.h"
#include "content/json_source.h"
#include "content/schema_check.h"
#include "content/session_reader.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

namespace {

constexpr const char *kCode = "session-json";
constexpr int kSessionVersion = 1;
constexpr int kDecisionFileFormat = 1;

// What a learner typed may hold anything; bytes that are not UTF-8 become U+FFFD rather than an exception.
std::string compact(const OrderedJson &json) {
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::int64_t time_of(const Json &json, const char *key) {
    const Json &value = member(json, key);
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

class SessionReader {
  public:
    SessionReader(const JsonSource &source, const Json &root, const std::string &pointer)
        : source_(source), root_(root), pointer_(pointer) {}

    base::Result<Session> read() {
        expect(is_id(text_of(member(root_, "scenario"), "id")), "/scenario/id");
        expect(!text_of(root_, "id").empty(), "/id");
        read_head();
        read_branch();
        read_seat();
        read_decisions(session_.decisions);
        if (!broken_.empty()) return error_at(source_, kCode, pointer_ + broken_);
        return std::move(session_);
    }

    base::Result<DecisionFile> read_decision_file() {
        DecisionFile file;
        file.scenario = id_of<ScenarioId>(root_, "scenario");
        expect(is_id(file.scenario.value), "/scenario");
        read_decisions(file.decisions);
        if (!broken_.empty()) return error_at(source_, kCode, pointer_ + broken_);
        return file;
    }

  private:
    void expect(bool is_good, const std::string &pointer) {
        if (!is_good && broken_.empty()) broken_ = pointer;
    }

    template <class Enum, std::size_t N>
    Enum word(const Json &object, const char *key, const std::array<std::string_view, N> &words,
              const std::string &pointer) {
        const auto value = word_of_member<Enum>(object, key, words);
        expect(value.has_value(), pointer);
        return value.value_or(Enum{});
    }

    void read_head() {
        const Json &scenario = member(root_, "scenario");
        const Json &learner = member(root_, "learner");
        const Json &debrief = member(root_, "self_debrief");
        session_.id = id_of<SessionId>(root_, "id");
        session_.scenario = id_of<ScenarioId>(scenario, "id");
        session_.scenario_version = text_of(scenario, "version");
        session_.scenario_hash = text_of(scenario, "hash");
        session_.learner = {
            text_of(learner, "nickname"),
            word<LearnerProfession>(learner, "profession", kLearnerProfessionWords, "/learner/profession"),
            text_of(learner, "group")};
        session_.kind = word<SessionKind>(root_, "kind", kSessionKindWords, "/kind");
        expect(member(root_, "started_at").is_number_integer(), "/started_at");
        expect(member(root_, "updated_at").is_number_integer(), "/updated_at");
        session_.started_at = time_of(root_, "started_at");
        session_.updated_at = time_of(root_, "updated_at");
        session_.self_debrief = {text_of(debrief, "what"), text_of(debrief, "why"), text_of(debrief, "next")};
    }

    void read_branch() {
        const Json &branch = member(root_, "branch");
        if (branch.is_null()) return;
        const auto count = int_value(member(branch, "decisions"));
        expect(!text_of(branch, "session").empty(), "/branch/session");
        expect(count && *count >= 0, "/branch/decisions");
        session_.branch = BranchPoint{id_of<SessionId>(branch, "session"), count.value_or(0)};
    }

    void read_seat() {
        const Json &seat = member(root_, "seat");
        if (seat.is_null()) return;
        expect(is_id(text_of(seat, "workshop")), "/seat/workshop");
        expect(is_id(text_of(seat, "group")), "/seat/group");
        session_.seat = WorkshopSeat{id_of<WorkshopId>(seat, "workshop"), id_of<GroupId>(seat, "group")};
    }

    void read_decisions(std::vector<Decision> &decisions) {
        const Json &array = member(root_, "decisions");
        expect(array.is_array(), "/decisions");
        if (!array.is_array()) return;
        for (std::size_t i = 0; i < array.size(); ++i) {
            AnswerFault fault;
            if (auto decision = read_decision(array[i], fault))
                decisions.push_back(std::move(*decision));
            else
                expect(false, at("", "decisions", i) + fault.pointer);
        }
    }

    const JsonSource &source_;
    const Json &root_;
    const std::string pointer_; ///< of root_ in the source
    Session session_;
    std::string broken_;
};

} // namespace

std::string decision_to_json(const Decision &decision) { return compact(decision_json(decision)); }

std::string answer_to_json(const Answer &answer) { return compact(answer_json(answer)); }

base::Result<Decision> decision_from_json(std::string_view text) {
    JsonSource source(std::string(text), {});
    if (source.has_error()) return first_error(source, kCode);
    AnswerFault fault;
    if (auto decision = read_decision(source.root(), fault)) return std::move(*decision);
    return error_at(source, kCode, fault.pointer);
}

base::Result<Answer> answer_from_json(std::string_view text) {
    JsonSource source(std::string(text), {});
    if (source.has_error()) return first_error(source, kCode);
    AnswerFault fault;
    if (auto answer = read_answer(source.root(), fault)) return std::move(*answer);
    return error_at(source, kCode, fault.pointer);
}

OrderedJson session_json(const Session &session) {
    OrderedJson json = {
        {"format", kSessionFormat},
        {"version", kSessionVersion},
        {"id", session.id.value},
        {"scenario",
         {{"id", session.scenario.value}, {"version", session.scenario_version}, {"hash", session.scenario_hash}}},
        {"learner",
         {{"nickname", session.learner.nickname},
          {"profession", word_of(session.learner.profession, kLearnerProfessionWords)},
          {"group", session.learner.group}}},
        {"kind", word_of(session.kind, kSessionKindWords)}};
    if (session.branch)
        json["branch"] = {{"session", session.branch->session.value}, {"decisions", session.branch->decision_count}};
    if (session.seat) json["seat"] = {{"workshop", session.seat->workshop.value}, {"group", session.seat->group.value}};
    json["started_at"] = session.started_at;
    json["updated_at"] = session.updated_at;
    json["decisions"] = OrderedJson::array();
    for (const Decision &decision : session.decisions) json["decisions"].push_back(decision_json(decision));
    json["self_debrief"] = {
        {"what", session.self_debrief.what}, {"why", session.self_debrief.why}, {"next", session.self_debrief.next}};
    return json;
}

base::Result<Session> read_session(const JsonSource &source, const Json &root, const std::string &pointer) {
    if (const auto head = check_head(source, root, pointer, kSessionFormat, kSessionVersion, "session"); !head)
        return head.error();
    return SessionReader(source, root, pointer).read();
}

std::string session_to_json(const Session &session) {
    return session_json(session).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

base::Result<Session> session_from_json(std::string_view text) {
    JsonSource source(std::string(text), {});
    if (source.has_error()) return first_error(source, kCode);
    return read_session(source, source.root(), "");
}

base::Result<DecisionFile> decision_file_from_json(std::string_view text) {
    JsonSource source(std::string(text), {});
    if (source.has_error()) return first_error(source, kCode);
    const Json &root = source.root();
    if (member(root, "format").is_number_integer()) {
        const auto format = root["format"].get<std::int64_t>();
        if (format > kDecisionFileFormat) return base::Error{"session-newer", root["format"].dump()};
        if (format < kDecisionFileFormat) return error_at(source, kCode, "/format");
        return SessionReader(source, root, "").read_decision_file();
    }
    base::Result<Session> session = read_session(source, root, "");
    if (!session) return session.error();
    return DecisionFile{session->scenario, session->decisions};
}

} // namespace tsunagi::content
