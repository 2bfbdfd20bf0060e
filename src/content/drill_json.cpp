#include "content/drill_json.h"

#include <set>
#include <utility>

#include "content/json_folder.h"
#include "content/json_pointer.h"
#include "content/json_read.h"
#include "content/json_source.h"
#include "content/schema_check.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;

namespace {

// The schema for a file of a kind; for one of no kind it asks for a kind.
Json schema_for(const std::string &kind) {
    static const Json whole = Json::parse(drills_schema_text());
    if (Json part = schema_of_kind(whole, kind); !part.is_null()) return part;
    return Json::parse(
        R"({"type":"object","required":["kind"],"properties":{"kind":{"enum":["icmss","plain_words"]}}})");
}

IcmssVignette read_vignette(const Json &json) {
    IcmssVignette vignette;
    vignette.id = text_of(json, "id");
    vignette.case_entry = id_of<HandbookId>(json, "case");
    vignette.label = text_of(json, "label");
    vignette.text = texts_of(json, "text");
    vignette.applies = ids_of<HandbookId>(json, "applies");
    for (const auto &[item, reason] : member(json, "because").items())
        vignette.because[HandbookId(item)] = text_value(reason);
    return vignette;
}

PlainWordsTask read_task(const Json &json) {
    PlainWordsTask task;
    task.id = text_of(json, "id");
    task.from = word_of_member<Profession>(json, "from", kProfessionWords).value_or(Profession::other);
    task.to = word_of_member<Profession>(json, "to", kProfessionWords).value_or(Profession::other);
    task.listener = text_of(json, "listener");
    task.situation = text_of(json, "situation");
    task.finding = text_of(json, "finding");
    task.keep = texts_of(json, "keep");
    task.models = list_of(json, "models", [](const Json &model) {
        return PlainWordsTask::Model{text_of(model, "text"), text_of(model, "note")};
    });
    return task;
}

Jargon read_jargon(const Json &json) {
    return {texts_of(json, "words"), texts_of(json, "plain"), id_of<HandbookId>(json, "ref")};
}

// What the schema cannot say: an id stands for one thing.
void check_ids(JsonSource &source, const char *list) {
    std::set<std::string> ids;
    const Json &entries = member(source.root(), list);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string id = text_of(entries[i], "id");
        if (!ids.insert(id).second)
            source.error(at(at("", list, i), "id"), "duplicate-id", {{"kind", list}, {"id", id}});
    }
}

template <class Element>
void append(std::vector<Element> more, std::vector<Element> &list) {
    for (Element &element : more) list.push_back(std::move(element));
}

void read_document(JsonSource &source, Drills &drills) {
    const Json &root = source.root();
    const std::string kind = text_of(root, "kind");
    for (const SchemaFault &fault : schema_faults(schema_for(kind), root))
        source.error(fault.pointer, fault.code, fault.args);
    if (source.has_error()) return;
    check_ids(source, "vignettes");
    check_ids(source, "tasks");
    if (source.has_error()) return;
    append(list_of(root, "vignettes", read_vignette), drills.vignettes);
    append(list_of(root, "tasks", read_task), drills.tasks);
    append(list_of(root, "jargon", read_jargon), drills.jargon);
}

} // namespace

Drills load_drills(const std::filesystem::path &folder, base::Problems &problems) {
    Drills drills;
    for (const auto &source : data_sources(folder, problems)) {
        if (source->is_parsed()) read_document(*source, drills);
        append(source->take_problems(), problems);
    }
    return drills;
}

} // namespace tsunagi::content
