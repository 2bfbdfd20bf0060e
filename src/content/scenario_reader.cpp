#include "content/scenario_reader.h"

#include "content/answer_json.h"
#include "content/condition_reader.h"
#include "content/json_read.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;

namespace {

std::vector<Paragraph> paragraphs_of(const Json &object, const char *key) {
    return list_of(object, key, [](const Json &json) {
        return json.is_string() ? Paragraph{{}, text_value(json)} : Paragraph{when_of(json), text_of(json, "text")};
    });
}

Client read_client(const Json &json) {
    return {text_of(json, "label"),     text_of(json, "age"),     text_of(json, "sex"),
            text_of(json, "diagnosis"), texts_of(json, "living"), text_of(json, "wish")};
}

Party read_party(const Json &json) {
    Party party;
    party.id = id_of<PartyId>(json, "id");
    party.label = text_of(json, "label");
    party.kind = word_of_member<PartyKind>(json, "kind", kPartyKindWords).value_or(PartyKind::agency);
    party.profession = word_of_member<Profession>(json, "profession", kProfessionWords);
    party.role = text_of(json, "role");
    const Json &genogram = member(json, "genogram");
    if (genogram.is_object()) party.genogram = Genogram{text_of(genogram, "sex"), text_of(genogram, "age")};
    return party;
}

Tie read_tie(const Json &json) {
    Tie tie;
    tie.id = id_of<TieId>(json, "id");
    tie.from = id_of<PartyId>(json, "from");
    tie.to = id_of<PartyId>(json, "to");
    tie.strength = word_of_member<TieStrength>(json, "strength", kTieStrengthWords).value_or(TieStrength::normal);
    tie.stress = bool_of(json, "stress");
    tie.flow = word_of_member<TieFlow>(json, "flow", kTieFlowWords).value_or(TieFlow::none);
    tie.status = word_of_member<TieStatus>(json, "status", kTieStatusWords).value_or(TieStatus::active);
    return tie;
}

Fact read_fact(const Json &json) {
    Fact fact;
    fact.id = id_of<FactId>(json, "id");
    fact.text = text_of(json, "text");
    fact.source = text_of(json, "source");
    fact.category = word_of_member<FactCategory>(json, "category", kFactCategoryWords).value_or(FactCategory::client);
    fact.origin = word_of_member<Origin>(json, "origin", kOriginWords).value_or(Origin::invented);
    fact.ref = id_of<HandbookId>(json, "ref");
    return fact;
}

Transition read_transition(const Json &json) {
    Transition transition;
    transition.when = when_of(json);
    if (member(json, "scene").is_string()) transition.scene = id_of<SceneId>(json, "scene");
    if (member(json, "ending").is_string()) transition.ending = id_of<EndingId>(json, "ending");
    return transition;
}

Scene read_scene(const Json &json) {
    Scene scene;
    scene.id = id_of<SceneId>(json, "id");
    scene.title = text_of(json, "title");
    scene.step = id_of<HandbookId>(json, "step");
    scene.functions = ids_of<HandbookId>(json, "functions");
    scene.months = int_of(json, "months");
    scene.text = paragraphs_of(json, "text");
    scene.on_enter = effects_of(json, "on_enter");
    scene.interaction = read_interaction(member(json, "interaction"));
    scene.after = list_of(json, "after", [](const Json &after) {
        return Consequence{when_of(after), text_of(after, "text"), effects_of(after, "effects")};
    });
    scene.next = list_of(json, "next", read_transition);
    scene.handbook_team = text_of(json, "handbook_team");
    scene.prompts = texts_of(json, "prompts");
    scene.view_needed = word_of_member<Profession>(json, "view_needed", kProfessionWords);
    return scene;
}

Ending read_ending(const Json &json) {
    Ending ending;
    ending.id = id_of<EndingId>(json, "id");
    ending.title = text_of(json, "title");
    ending.kind = word_of_member<EndingKind>(json, "kind", kEndingKindWords).value_or(EndingKind::partial);
    ending.text = paragraphs_of(json, "text");
    ending.compared = text_of(json, "compared");
    ending.refs = ids_of<HandbookId>(json, "refs");
    return ending;
}

Course read_course(const Json &json) {
    Course course;
    course.ending = id_of<EndingId>(json, "ending");
    course.decisions = list_of(json, "decisions", [](const Json &decision) {
        AnswerFault fault;
        return read_decision(decision, fault).value_or(Decision{});
    });
    return course;
}

} // namespace

Scenario read_scenario(const Json &json) {
    Scenario scenario;
    scenario.id = id_of<ScenarioId>(json, "id");
    scenario.version = text_of(json, "version");
    scenario.title = text_of(json, "title");
    scenario.summary = text_of(json, "summary");
    scenario.lead = word_of_member<LeadProfession>(json, "lead", kLeadProfessionWords).value_or(LeadProfession::cpp);
    scenario.setting = text_of(json, "setting");
    scenario.icmss = list_of(json, "icmss", [](const Json &number) { return int_value(number).value_or(0); });
    scenario.months = int_of(json, "months");
    scenario.minutes = int_of(json, "minutes");
    scenario.refs = ids_of<HandbookId>(json, "refs");
    scenario.aims = texts_of(json, "aims");
    scenario.client = read_client(member(json, "client"));
    scenario.parties = list_of(json, "parties", read_party);
    scenario.ties = list_of(json, "ties", read_tie);
    scenario.facts = list_of(json, "facts", read_fact);
    scenario.flags = list_of(json, "flags", [](const Json &flag) {
        return Flag{id_of<FlagId>(flag, "id"), text_of(flag, "meaning")};
    });
    const Json &gauges = member(json, "gauges");
    for (std::size_t i = 0; i < kGaugeWords.size(); ++i)
        scenario.gauges[i] = int_of(gauges, std::string(kGaugeWords[i]).c_str(), kGaugeDefault);
    const Json &start = member(json, "start");
    scenario.start_scene = id_of<SceneId>(start, "scene");
    scenario.start_facts = ids_of<FactId>(start, "facts");
    scenario.scenes = list_of(json, "scenes", read_scene);
    scenario.endings = list_of(json, "endings", read_ending);
    scenario.handbook_course = read_course(member(json, "handbook_course"));
    return scenario;
}

} // namespace tsunagi::content
