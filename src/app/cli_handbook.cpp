#include "app/cli_handbook.h"

#include <algorithm>
#include <iostream>
#include <sstream>

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli_case.h"
#include "app/cli_console.h"
#include "base/search_fold.h"
#include "content/json_folder.h"
#include "content/json_source.h"
#include "view/handbook_view.h"

namespace tsunagi::app {

using i18n::Text;
using i18n::Texts;
using model::Handbook;
using model::HandbookEntry;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kMostNear = 5;

// ---- the list -------------------------------------------------------------------------------------------------------

view::HandbookView list_of(const Handbook &handbook, model::HandbookChapter chapter, const std::string &words,
                           const Texts &texts) {
    view::HandbookPlace place;
    place.chapter = chapter;
    const view::HandbookIndex index = words.empty() ? view::HandbookIndex() : view::HandbookIndex(handbook);
    return view::handbook_view(place, words, handbook, index, {}, {}, texts);
}

void say_list(Console &console, const view::HandbookView &view) {
    console.say(view.list_title);
    for (const view::HandbookSection &section : view.sections) {
        if (!section.title.empty()) console.say("  " + section.title);
        for (const view::HandbookListRow &row : section.rows)
            console.say("    " + row.id + "  " + row.title + (row.side.empty() ? "" : "  [" + row.side + "]"));
    }
}

Json json_of(const view::HandbookView &view, const Handbook &handbook) {
    Json list = Json::array();
    for (const view::HandbookSection &section : view.sections)
        for (const view::HandbookListRow &row : section.rows) {
            const HandbookEntry *entry = handbook.find(row.id);
            list.push_back({{"id", row.id},
                            {"title", row.title},
                            {"chapter", model::word_of(entry->chapter, model::kHandbookChapterWords)}});
        }
    return list;
}

int show_list(const Handbook &handbook, const HandbookRequest &request, const Texts &texts) {
    Console console(std::cin, std::cout);
    std::vector<view::HandbookView> views;
    if (base::search_words(request.words).empty())
        for (std::size_t i = 0; i < model::kHandbookChapterWords.size(); ++i)
            views.push_back(list_of(handbook, static_cast<model::HandbookChapter>(i), {}, texts));
    else
        views.push_back(list_of(handbook, model::HandbookChapter::overview, request.words, texts));
    Json list = Json::array();
    for (const view::HandbookView &view : views) {
        if (request.as_json) {
            for (Json &row : json_of(view, handbook)) list.push_back(std::move(row));
            continue;
        }
        say_list(console, view);
        console.blank();
    }
    if (request.as_json) std::cout << list.dump(2) << '\n';
    return kGood;
}

// ---- an entry -------------------------------------------------------------------------------------------------------

/// A figure as lines of text.
class FigureLines {
  public:
    FigureLines(Console &console, const Texts &texts) : console_(console), texts_(texts) {}

    void operator()(std::monostate) const {}

    void operator()(const model::TableExhibit &table) const {
        for (const model::TableExhibit::Row &row : table.rows) {
            item(with_id(row.head, row.ref.value));
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                tell_cell(i + 1 < table.columns.size() ? table.columns[i + 1] : std::string(), row, i);
        }
    }

    void operator()(const view::FlowFigure &flow) const {
        const auto name = [&](std::size_t i) { return fmt::format("{}. {}", i + 1, flow.nodes[i].text); };
        for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
            console_.say(with_id(name(i), flow.nodes[i].ref));
            if (i + 1 < flow.nodes.size() && !flow.has_arrow[i]) console_.blank();
        }
        for (const view::FlowFigure::Link &link : flow.links) {
            const std::string ends = texts_.format(Text::cli_handbook_link, fmt::arg("from", name(link.from)),
                                                   fmt::arg("to", name(link.to)));
            item(link.text.empty() ? ends : pair(ends, link.text));
        }
    }

    void operator()(const view::BarsFigure &bars) const {
        const auto say = [&](const view::BarsFigure::Bar &bar) {
            item(pair(bar.sign.empty() ? bar.text : bar.sign + " " + bar.text, bar.value));
        };
        for (const view::BarsFigure::Bar &bar : bars.bars) say(bar);
        if (!bars.groups.empty()) console_.say(texts_(Text::handbook_of_total));
        for (const view::BarsFigure::Bar &group : bars.groups) say(group);
    }

    void operator()(const view::PairsFigure &pairs) const {
        console_.say(pairs.unit);
        for (const view::PairsFigure::Pair &each : pairs.pairs) {
            item(each.text);
            detail(pair(pairs.before, each.before));
            detail(pair(pairs.after, each.after));
        }
    }

    void operator()(const view::OutcomesFigure &outcomes) const {
        for (const view::OutcomeLine &line : outcomes.rows) {
            item(pair(line.text, line.word));
            detail(line.meaning);
        }
    }

    void operator()(const view::EntriesFigure &entries) const {
        for (const view::EntriesFigure::Group &group : entries.groups) {
            if (!group.title.empty()) console_.say(group.title);
            for (const view::EntryCell &cell : group.cells) {
                item(with_id(cell.title, cell.id));
                if (cell.items.empty()) detail(cell.summary);
                for (const std::string &text : cell.items)
                    detail(texts_.format(Text::cli_item, fmt::arg("text", text)));
            }
        }
    }

    /// The rules one after the other; what could apply is asked in the window.
    void operator()(const view::FeeView &fees) const {
        console_.say(fees.year);
        console_.say(texts_(Text::fees_must_check));
        console_.say(fees.note);
        for (std::size_t i = 0; i < fees.results.size(); ++i) {
            item(with_id(fees.results[i].title, fees.results[i].entry));
            for (const model::TableExhibit::Row &row : fees.table.rows) detail(pair(row.head, row.cells[i]));
        }
    }

  private:
    /// A cell that is about an entry has several lines, and its entry's id beside the column's name.
    void tell_cell(const std::string &column, const model::TableExhibit::Row &row, std::size_t cell) const {
        if (cell >= row.cell_refs.size()) {
            detail(column.empty() ? row.cells[cell] : pair(column, row.cells[cell]));
            return;
        }
        detail(with_id(column, row.cell_refs[cell].value));
        std::istringstream lines(row.cells[cell]);
        for (std::string line; std::getline(lines, line);) detail(line);
    }
    void item(const std::string &text) const { console_.say(texts_.format(Text::cli_item, fmt::arg("text", text))); }
    void detail(const std::string &text) const {
        console_.say(texts_.format(Text::cli_detail, fmt::arg("text", text)));
    }
    std::string pair(const std::string &label, const std::string &text) const {
        return texts_.format(Text::cli_handbook_pair, fmt::arg("label", label), fmt::arg("text", text));
    }
    static std::string with_id(const std::string &text, const std::string &id) {
        return id.empty() ? text : text + "  [" + id + "]";
    }

    Console &console_;
    const Texts &texts_;
};

void say_entry(Console &console, const view::HandbookEntryView &entry, const Texts &texts) {
    const auto heading = [&](Text key) {
        console.blank();
        console.say(texts.format(Text::cli_heading, fmt::arg("text", texts(key))));
    };
    console.say(entry.title + "  [" + entry.id + "]");
    if (!entry.reading.empty()) console.say(texts.format(Text::handbook_reading, fmt::arg("reading", entry.reading)));
    console.say(entry.source);
    console.blank();
    console.say(entry.summary);
    console.blank();
    console.say_all(entry.body);
    for (const std::string &item : entry.items) console.say(texts.format(Text::cli_item, fmt::arg("text", item)));
    if (!entry.plain.empty()) {
        heading(Text::handbook_plain);
        console.say(entry.plain);
    }
    if (!entry.facts.empty()) console.blank();
    for (const HandbookEntry::Fact &fact : entry.facts)
        console.say(texts.format(Text::cli_handbook_pair, fmt::arg("label", fact.label), fmt::arg("text", fact.text)));
    if (!std::holds_alternative<std::monostate>(entry.figure)) {
        console.blank();
        std::visit(FigureLines(console, texts), entry.figure);
    }
    if (!entry.note.empty()) {
        heading(Text::handbook_note);
        console.say(entry.note);
    }
    if (entry.related.empty()) return;
    heading(Text::handbook_related);
    for (const view::ReferenceView &related : entry.related)
        console.say(texts.format(Text::cli_item, fmt::arg("text", related.id + "  " + related.title)));
}

/// The entry as its file has it, with its chapter and the kind of its file before it.
Json json_of(const HandbookEntry &wanted, const std::filesystem::path &folder) {
    Json found = Json::object();
    for (const std::filesystem::path &path : content::json_files(folder, content::kSchemaFile).paths) {
        const content::FileBytes file = content::read_file_bytes(path, content::kMaxScenarioBytes);
        const Json document = file.bytes ? Json::parse(*file.bytes, nullptr, false) : Json();
        if (!document.is_object() || !document.contains("entries") || !document.contains("kind") ||
            !document["kind"].is_string())
            continue;
        for (const Json &entry : document["entries"]) {
            if (!entry.is_object() || entry.value("id", Json()) != wanted.id.value) continue;
            found["kind"] = document["kind"];
            found["chapter"] = model::word_of(wanted.chapter, model::kHandbookChapterWords);
            found.update(entry);
            return found;
        }
    }
    return found;
}

/// Ids that somebody may have meant: of what the whole finds, or else, from its end on, its beginning or its end parted
/// at a dot or hyphen.
std::vector<std::string> near_ids(const Handbook &handbook, const std::string &wanted) {
    const view::HandbookIndex index(handbook);
    std::vector<std::string> tries{wanted};
    for (std::size_t end = wanted.find_last_of(".-"); end != std::string::npos && end > 0;
         end = wanted.find_last_of(".-", end - 1)) {
        tries.push_back(wanted.substr(0, end));
        tries.push_back(wanted.substr(end + 1));
    }
    std::vector<std::string> ids;
    for (const std::string &each : tries) {
        for (const std::size_t found : index.find(each)) {
            const std::string &id = handbook.entries[found].id.value;
            if (ids.size() < kMostNear && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        }
        if (!ids.empty()) break;
    }
    return ids;
}

int show_entry(const CliContext &context, const Handbook &handbook, const HandbookRequest &request) {
    const HandbookEntry *entry = handbook.find(request.entry);
    if (entry == nullptr) {
        const std::vector<std::string> near = near_ids(handbook, request.entry);
        return report_error(
            context, {"use-entry-unknown",
                      near.empty() ? request.entry : fmt::format("{} ({})", request.entry, fmt::join(near, ", "))});
    }
    if (request.as_json) {
        std::cout << json_of(*entry, context.options.paths.handbook()).dump(2) << '\n';
        return kGood;
    }
    view::HandbookPlace place;
    view::go_to(place, entry->id, handbook);
    const view::HandbookView view = view::handbook_view(place, {}, handbook, {}, {}, {}, context.texts);
    Console console(std::cin, std::cout);
    say_entry(console, *view.entry, context.texts);
    return kGood;
}

} // namespace

int run_handbook(const CliContext &context, const HandbookRequest &request) {
    const Handbook handbook = load_handbook_or_warn(context);
    if (handbook.entries.empty()) return kProblemsFound; // why has been said
    return request.entry.empty() ? show_list(handbook, request, context.texts) : show_entry(context, handbook, request);
}

} // namespace tsunagi::app
