#include "content/sketch_json.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content/json_read.h"
#include "content/json_source.h"
#include "content/schema_check.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

namespace {

constexpr const char *kVersionKey = "tsunagi_sketch";
constexpr int kVersion = 1;
constexpr const char *kClient = "client"; // the id of a client who has to be added

OrderedJson party_json(const Party &party) {
    OrderedJson json = {{"id", party.id.value}, {"label", party.label}, {"kind", word_of(party.kind, kPartyKindWords)}};
    if (party.genogram) json["genogram"] = {{"sex", party.genogram->sex}, {"age", party.genogram->age}};
    return json;
}

OrderedJson tie_json(const Tie &tie) {
    return {{"id", tie.id.value},
            {"from", tie.from.value},
            {"to", tie.to.value},
            {"strength", word_of(tie.strength, kTieStrengthWords)},
            {"stress", tie.stress},
            {"flow", word_of(tie.flow, kTieFlowWords)},
            {"status", word_of(tie.status, kTieStatusWords)}};
}

// Takes what is there and leaves out, or mends and counts, what cannot be.
class SketchReader {
  public:
    explicit SketchReader(const Json &root) : root_(root) {}

    ReadSketch read() {
        read_head();
        read_parties();
        read_ties();
        read_places();
        return std::move(read_);
    }

  private:
    // Takes the value when it is there; what is wrong with it counts as mended.
    template <class T>
    T kept(std::optional<T> value, T otherwise) {
        if (!value) ++read_.mended;
        return value.value_or(std::move(otherwise));
    }

    std::string name(const Json &value, std::size_t limit) {
        const std::string written = text_value(value);
        std::string held = held_name(written, limit);
        if (held != written || !value.is_string()) ++read_.mended;
        return held;
    }

    void read_head() {
        Sketch &sketch = read_.sketch;
        sketch.id = id_of<SketchId>(root_, "id");
        sketch.title = name(member(root_, "title"), kLongestSketchTitle);
        const std::string scenario = text_of(root_, "scenario");
        if (is_id(scenario)) sketch.scenario = ScenarioId(scenario);
        const Json &updated_at = member(root_, "updated_at");
        if (updated_at.is_number_integer()) sketch.updated_at = updated_at.get<std::int64_t>();
    }

    void read_parties() {
        const Json &array = member(root_, "parties");
        if (!array.is_array()) ++read_.mended;
        for (const Json &json : array) {
            if (read_.sketch.parties.size() >= kMostSketchParties || !read_party(json)) ++read_.mended;
        }
        const auto is_client = [](const Party &party) { return party.kind == PartyKind::client; };
        std::vector<Party> &parties = read_.sketch.parties;
        if (std::any_of(parties.begin(), parties.end(), is_client)) return;
        ++read_.mended;
        const PartyId id(kClient);
        // Somebody else of that id would stand for two.
        parties.erase(
            std::remove_if(parties.begin(), parties.end(), [&](const Party &party) { return party.id == id; }),
            parties.end());
        if (parties.size() >= kMostSketchParties) parties.pop_back();
        Party client;
        client.id = id;
        client.label = kClient;
        client.kind = PartyKind::client;
        parties.insert(parties.begin(), std::move(client));
    }

    bool read_party(const Json &json) {
        Party party;
        party.id = id_of<PartyId>(json, "id");
        if (!is_id(party.id.value) || find_party(read_.sketch, party.id) != nullptr) return false;
        party.label = name(member(json, "label"), kLongestSketchName);
        if (party.label.empty()) {
            party.label = party.id.value;
            ++read_.mended;
        }
        party.kind = kept(word_of_member<PartyKind>(json, "kind", kPartyKindWords), PartyKind::agency);
        if (party.kind == PartyKind::client && has_client_) {
            party.kind = PartyKind::household;
            ++read_.mended;
        }
        has_client_ = has_client_ || party.kind == PartyKind::client;
        if (const Json &genogram = member(json, "genogram"); genogram.is_object() && has_genogram_mark(party.kind)) {
            const std::string sex = text_of(genogram, "sex");
            const bool is_known = sex == "m" || sex == "f" || sex == "x";
            if (!is_known) ++read_.mended;
            party.genogram = Genogram{is_known ? sex : "x", name(member(genogram, "age"), kLongestSketchAge)};
        }
        read_.sketch.parties.push_back(std::move(party));
        return true;
    }

    void read_ties() {
        const Json &array = member(root_, "ties");
        if (!array.is_array()) ++read_.mended;
        for (const Json &json : array) {
            if (read_.sketch.ties.size() >= kMostSketchTies || !read_tie(json)) ++read_.mended;
        }
    }

    bool read_tie(const Json &json) {
        Tie tie;
        tie.id = id_of<TieId>(json, "id");
        tie.from = id_of<PartyId>(json, "from");
        tie.to = id_of<PartyId>(json, "to");
        Sketch &sketch = read_.sketch;
        const bool is_between = find_party(sketch, tie.from) != nullptr && find_party(sketch, tie.to) != nullptr &&
                                tie.from != tie.to && tie_between(sketch, tie.from, tie.to) == nullptr;
        if (!is_between || !is_id(tie.id.value) || find_tie(sketch, tie.id) != nullptr) return false;
        tie.strength = kept(word_of_member<TieStrength>(json, "strength", kTieStrengthWords), TieStrength::normal);
        tie.flow = kept(word_of_member<TieFlow>(json, "flow", kTieFlowWords), TieFlow::none);
        tie.status = kept(word_of_member<TieStatus>(json, "status", kTieStatusWords), TieStatus::active);
        if (tie.status == TieStatus::hidden) { // in a drawing nothing is there that is not to be seen
            tie.status = TieStatus::active;
            ++read_.mended;
        }
        tie.stress = bool_of(json, "stress");
        sketch.ties.push_back(std::move(tie));
        return true;
    }

    void read_places() {
        const Json &places = member(root_, "places");
        if (!places.is_object()) return;
        for (const auto &[id, place] : places.items()) {
            const PartyId party(id);
            const bool is_pair = place.is_array() && place.size() == 2;
            const auto x = is_pair ? int_value(place[0]) : std::nullopt;
            const auto y = is_pair ? int_value(place[1]) : std::nullopt;
            if (!x || !y || find_party(read_.sketch, party) == nullptr)
                ++read_.mended;
            else
                read_.sketch.places[party] = held_place({static_cast<double>(*x), static_cast<double>(*y)});
        }
    }

    const Json &root_;
    ReadSketch read_;
    bool has_client_ = false;
};

} // namespace

std::string sketch_to_json(const Sketch &sketch) {
    OrderedJson json = {{kVersionKey, kVersion}, {"id", sketch.id.value}, {"title", sketch.title}};
    if (sketch.scenario) json["scenario"] = sketch.scenario->value;
    json["updated_at"] = sketch.updated_at;
    json["parties"] = OrderedJson::array();
    for (const Party &party : sketch.parties) json["parties"].push_back(party_json(party));
    json["ties"] = OrderedJson::array();
    for (const Tie &tie : sketch.ties) json["ties"].push_back(tie_json(tie));
    json["places"] = OrderedJson::object();
    for (const auto &[party, place] : sketch.places) {
        const MapPlace held = held_place(place);
        json["places"][party.value] = {static_cast<int>(held.x), static_cast<int>(held.y)};
    }
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

base::Result<ReadSketch> sketch_from_json(std::string_view text) {
    if (text.size() > kLongestSketchText) return base::Error{"sketch-large", std::to_string(text.size())};
    JsonSource source(std::string(text), {});
    if (source.has_error()) {
        const base::Problems problems = source.take_problems();
        return base::Error{"sketch-json", problems.front().code + ", line " + std::to_string(problems.front().line)};
    }
    const Json &version = member(source.root(), kVersionKey);
    if (!version.is_number_integer() || version.get<std::int64_t>() < 1) return base::Error{"sketch-format", ""};
    if (version.get<std::int64_t>() > kVersion) return base::Error{"sketch-newer", version.dump()};
    return SketchReader(source.root()).read();
}

} // namespace tsunagi::content
