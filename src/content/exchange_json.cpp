#include <utility>

#include "base/utf8.h"
#include "content/canonical_json.h"
#include "content/json_read.h"
#include "content/json_source.h"
#include "content/scenario_json.h"
#include "content/session_reader.h"
#include "content/workshop_json.h"
#include "content/workshop_reader.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

namespace {

constexpr const char *kWorkshopFileFormat = "tsunagi-workshop-file";
constexpr const char *kGroupSessionFormat = "tsunagi-group-session";
constexpr int kVersion = 1;
constexpr const char *kCode = "workshop-json";

/// Head, one part, and the case. The case is a value of the document and not a text in it: who opens the file in an
/// editor can read it, and its canonical form does not depend on how it is written here.
base::Result<std::string> document(const char *format, const char *part, OrderedJson content,
                                   const std::string &scenario_json, const std::string &scenario_hash) {
    OrderedJson scenario = OrderedJson::parse(scenario_json, nullptr, false);
    if (scenario.is_discarded() || content_hash(scenario_json) != scenario_hash)
        return base::Error{"workshop-hash", scenario_hash};
    OrderedJson json = {{"format", format}, {"version", kVersion}};
    json[part] = std::move(content);
    json["case"] = std::move(scenario);
    return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

/// The canonical text of the case in the file. Errors: "workshop-hash" when it is not the one that is named.
base::Result<std::string> case_text(const JsonSource &source, const ScenarioId &id, const std::string &hash) {
    const Json &scenario = member(source.root(), "case");
    if (!scenario.is_object()) return error_at(source, kCode, "/case");
    if (text_of(scenario, "id") != id.value) return error_at(source, kCode, "/case/id");
    std::string canonical = canonical_text(scenario);
    if (content_hash(canonical) != hash) return base::Error{"workshop-hash", hash};
    return canonical;
}

base::Result<ExchangeFile> read_workshop_file(const JsonSource &source) {
    auto workshop = read_workshop(source, member(source.root(), "workshop"), "/workshop");
    if (!workshop) return workshop.error();
    auto scenario = case_text(source, workshop->scenario, workshop->scenario_hash);
    if (!scenario) return scenario.error();
    return ExchangeFile(WorkshopFile{std::move(workshop).value(), std::move(scenario).value()});
}

base::Result<ExchangeFile> read_group_session(const JsonSource &source) {
    auto session = read_session(source, member(source.root(), "session"), "/session");
    if (!session) return session.error();
    auto scenario = case_text(source, session->scenario, session->scenario_hash);
    if (!scenario) return scenario.error();
    return ExchangeFile(GroupSession{std::move(session).value(), std::move(scenario).value()});
}

} // namespace

base::Result<std::string> workshop_file_to_json(const Workshop &workshop, const std::string &scenario_json) {
    Workshop handed_out = workshop;
    handed_out.team.clear();
    handed_out.notes.clear();
    handed_out.minutes.clear();
    handed_out.seat.reset(); // of this computer, not of the one that opens the file
    return document(kWorkshopFileFormat, "workshop", workshop_json(handed_out), scenario_json, workshop.scenario_hash);
}

base::Result<std::string> group_session_to_json(const Session &session, const std::string &scenario_json) {
    return document(kGroupSessionFormat, "session", session_json(session), scenario_json, session.scenario_hash);
}

base::Result<ExchangeFile> exchange_file_from_json(std::string_view text) {
    if (text.size() > kLongestExchangeText) return base::Error{"file-too-large", std::to_string(text.size())};
    if (base::trim(text).empty()) return base::Error{"workshop-empty", ""};
    JsonSource source(std::string(text), {}, kLongestExchangeText);
    if (source.has_error()) return first_error(source, kCode);
    const Json &root = source.root();
    const std::string format = text_of(root, "format");
    if (format == kSessionFormat) {
        auto session = read_session(source, root, "");
        if (!session) return session.error();
        return ExchangeFile(GroupSession{std::move(session).value(), {}});
    }
    if (format != kWorkshopFileFormat && format != kGroupSessionFormat)
        return base::Error{"workshop-format", std::string(base::first_code_points(format, kLongestWorkshopName))};
    if (const auto version = check_version(source, root, "", kVersion, "workshop"); !version) return version.error();
    return format == kWorkshopFileFormat ? read_workshop_file(source) : read_group_session(source);
}

bool may_be_workshop_file(std::string_view text) { return text.find(kWorkshopFileFormat) != std::string_view::npos; }

} // namespace tsunagi::content
