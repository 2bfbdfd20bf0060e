#include "content/workshop_json.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "content/answer_json.h"
#include "content/json_pointer.h"
#include "content/json_read.h"
#include "content/json_source.h"
#include "content/schema_check.h"
#include "content/workshop_reader.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

namespace {

constexpr const char *kFormat = "tsunagi-workshop";
constexpr int kVersion = 1;
constexpr const char *kCode = "workshop-json";
constexpr int kMostSceneSeconds = 24 * 60 * 60;

bool is_number(const Json &value, int lowest, int highest) {
    const auto number = int_value(value);
    return number && *number >= lowest && *number <= highest;
}

bool is_name(const Json &value) {
    return value.is_string() && base::count_code_points(value.get_ref<const std::string &>()) <= kLongestWorkshopName;
}

/// "2026-11-23", or nothing as long as no day is fixed.
bool is_date(const Json &value) {
    if (!value.is_string()) return false;
    const std::string &text = value.get_ref<const std::string &>();
    if (text.empty()) return true;
    if (text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 4 || i == 7;
        if (is_dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    }
    const int month = (text[5] - '0') * 10 + (text[6] - '0');
    const int day = (text[8] - '0') * 10 + (text[9] - '0');
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

class WorkshopReader {
  public:
    WorkshopReader(const JsonSource &source, const Json &root, const std::string &pointer)
        : source_(source), root_(root), pointer_(pointer) {}

    base::Result<Workshop> read() {
        read_head();
        read_scenario();
        read_groups();
        read_settings();
        read_team();
        read_notes();
        if (!broken_.empty()) return error_at(source_, kCode, pointer_ + broken_);
        return std::move(workshop_);
    }

  private:
    void expect(bool is_good, const std::string &pointer) {
        if (!is_good && broken_.empty()) broken_ = pointer;
    }

    /// The elements of a member that must be an array.
    const Json &array(const Json &object, const char *key, const std::string &pointer) {
        static const Json none = Json::array();
        const Json &value = member(object, key);
        expect(value.is_array(), pointer);
        return value.is_array() ? value : none;
    }

    bool flag(const Json &object, const char *key, const std::string &pointer) {
        expect(member(object, key).is_boolean(), pointer);
        return bool_of(object, key);
    }

    std::int64_t time(const char *key) {
        const Json &value = member(root_, key);
        expect(value.is_number_integer(), at("", key));
        return value.is_number_integer() ? value.get<std::int64_t>() : 0;
    }

    void read_head() {
        expect(is_id(text_of(root_, "id")), "/id");
        expect(is_name(member(root_, "title")), "/title");
        expect(is_date(member(root_, "date")), "/date");
        expect(member(root_, "minutes").is_string(), "/minutes");
        workshop_.id = id_of<WorkshopId>(root_, "id");
        workshop_.title = text_of(root_, "title");
        workshop_.date = text_of(root_, "date");
        workshop_.is_revealed = flag(root_, "revealed", "/revealed");
        workshop_.minutes = text_of(root_, "minutes");
        workshop_.created_at = time("created_at");
        workshop_.updated_at = time("updated_at");
        if (const Json &seat = member(root_, "seat"); !seat.is_null()) {
            expect(seat.is_string() && (text_value(seat).empty() || is_id(text_value(seat))), "/seat");
            workshop_.seat = GroupId(text_value(seat));
        }
    }

    void read_scenario() {
        const Json &scenario = member(root_, "scenario");
        expect(is_id(text_of(scenario, "id")), "/scenario/id");
        expect(member(scenario, "version").is_string(), "/scenario/version");
        expect(!text_of(scenario, "hash").empty(), "/scenario/hash");
        workshop_.scenario = id_of<ScenarioId>(scenario, "id");
        workshop_.scenario_version = text_of(scenario, "version");
        workshop_.scenario_hash = text_of(scenario, "hash");
    }

    void read_groups() {
        const Json &groups = array(root_, "groups", "/groups");
        expect(!groups.empty() && groups.size() <= kMostGroups, "/groups");
        for (std::size_t i = 0; i < groups.size() && broken_.empty(); ++i) read_group(groups[i], at("", "groups", i));
    }

    void read_group(const Json &json, const std::string &pointer) {
        const auto profession = word_of_member<LearnerProfession>(json, "profession", kLearnerProfessionWords);
        WorkshopGroup group{id_of<GroupId>(json, "id"), text_of(json, "name"),
                            profession.value_or(LearnerProfession::other), int_of(json, "members")};
        expect(is_id(group.id.value) && workshop_.find_group(group.id) == nullptr, pointer + "/id");
        expect(is_name(member(json, "name")) && !base::trim(group.name).empty(), pointer + "/name");
        expect(profession.has_value(), pointer + "/profession");
        expect(is_number(member(json, "members"), 1, kMostGroupMembers), pointer + "/members");
        workshop_.groups.push_back(std::move(group));
    }

    void read_settings() {
        const Json &json = member(root_, "settings");
        WorkshopSettings &settings = workshop_.settings;
        settings.hides_results = flag(json, "hides_results", "/settings/hides_results");
        settings.is_panel = flag(json, "panel", "/settings/panel");
        expect(is_number(member(json, "scene_seconds"), 0, kMostSceneSeconds), "/settings/scene_seconds");
        settings.scene_seconds = int_of(json, "scene_seconds");
        const Json &scenes = array(json, "scenes", "/settings/scenes");
        std::set<SceneId> known;
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            settings.scenes.emplace_back(text_value(scenes[i]));
            const SceneId &scene = settings.scenes.back();
            expect(is_id(scene.value) && known.insert(scene).second, at("/settings", "scenes", i));
        }
    }

    void read_team() {
        const Json &team = array(root_, "team", "/team");
        std::set<SceneId> known;
        for (std::size_t i = 0; i < team.size(); ++i) {
            AnswerFault fault;
            auto decision = read_decision(team[i], fault);
            if (!decision) {
                expect(false, at("", "team", i) + fault.pointer);
                continue;
            }
            expect(known.insert(decision->scene).second, at("", "team", i, "scene"));
            workshop_.team.push_back(std::move(*decision));
        }
    }

    void read_notes() {
        const Json &notes = array(root_, "notes", "/notes");
        std::set<SceneId> known;
        for (std::size_t i = 0; i < notes.size(); ++i) {
            SceneNote note{id_of<SceneId>(notes[i], "scene"), text_of(notes[i], "text")};
            expect(is_id(note.scene.value) && known.insert(note.scene).second, at("", "notes", i, "scene"));
            expect(member(notes[i], "text").is_string(), at("", "notes", i, "text"));
            workshop_.notes.push_back(std::move(note));
        }
    }

    const JsonSource &source_;
    const Json &root_;
    const std::string pointer_; ///< of root_ in the source
    Workshop workshop_;
    std::string broken_;
};

} // namespace

OrderedJson workshop_json(const Workshop &workshop) {
    OrderedJson json = {
        {"format", kFormat},
        {"version", kVersion},
        {"id", workshop.id.value},
        {"title", workshop.title},
        {"date", workshop.date},
        {"scenario",
         {{"id", workshop.scenario.value}, {"version", workshop.scenario_version}, {"hash", workshop.scenario_hash}}}};
    json["groups"] = OrderedJson::array();
    for (const WorkshopGroup &group : workshop.groups)
        json["groups"].push_back({{"id", group.id.value},
                                  {"name", group.name},
                                  {"profession", word_of(group.profession, kLearnerProfessionWords)},
                                  {"members", group.members}});
    OrderedJson scenes = OrderedJson::array();
    for (const SceneId &scene : workshop.settings.scenes) scenes.push_back(scene.value);
    json["settings"] = {{"hides_results", workshop.settings.hides_results},
                        {"scene_seconds", workshop.settings.scene_seconds},
                        {"scenes", std::move(scenes)},
                        {"panel", workshop.settings.is_panel}};
    json["revealed"] = workshop.is_revealed;
    json["team"] = OrderedJson::array();
    for (const Decision &decision : workshop.team) json["team"].push_back(decision_json(decision));
    json["notes"] = OrderedJson::array();
    for (const SceneNote &note : workshop.notes)
        json["notes"].push_back({{"scene", note.scene.value}, {"text", note.text}});
    json["minutes"] = workshop.minutes;
    json["created_at"] = workshop.created_at;
    json["updated_at"] = workshop.updated_at;
    if (workshop.seat) json["seat"] = workshop.seat->value;
    return json;
}

base::Result<Workshop> read_workshop(const JsonSource &source, const Json &root, const std::string &pointer) {
    if (const auto head = check_head(source, root, pointer, kFormat, kVersion, "workshop"); !head) return head.error();
    return WorkshopReader(source, root, pointer).read();
}

std::string workshop_to_json(const Workshop &workshop) {
    return workshop_json(workshop).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

base::Result<Workshop> workshop_from_json(std::string_view text) {
    if (text.size() > kLongestExchangeText) return base::Error{"file-too-large", std::to_string(text.size())};
    JsonSource source(std::string(text), {}, kLongestExchangeText);
    if (source.has_error()) return first_error(source, kCode);
    return read_workshop(source, source.root(), "");
}

} // namespace tsunagi::content
