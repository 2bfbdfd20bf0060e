#include "view/handbook_view.h"

#include <algorithm>

#include "base/search_fold.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

// The order in which kinds of entries stand in a chapter.
constexpr std::array kKindOrder = {HandbookKind::page,   HandbookKind::practice_point, HandbookKind::function,
                                   HandbookKind::step,   HandbookKind::icmss,          HandbookKind::role_cell,
                                   HandbookKind::effect, HandbookKind::case_,          HandbookKind::fee,
                                   HandbookKind::term};

std::size_t rank_of(HandbookKind kind) {
    return static_cast<std::size_t>(std::find(kKindOrder.begin(), kKindOrder.end(), kind) - kKindOrder.begin());
}

// Table and case before kind, so that all of a role table or a case stands together.
std::string part_of(const HandbookEntry &entry) {
    if (entry.kind == HandbookKind::role_cell || entry.kind == HandbookKind::effect) return entry.group;
    return std::to_string(rank_of(entry.kind)) + "." + entry.group;
}

std::string section_title(const HandbookEntry &first, const Handbook &handbook, const Texts &texts) {
    switch (first.kind) {
    case HandbookKind::page: return texts(Text::handbook_section_pages);
    case HandbookKind::practice_point: return texts(Text::handbook_section_points);
    case HandbookKind::function: return texts.named("handbook.section.function." + first.group);
    case HandbookKind::step: return texts(Text::handbook_section_steps);
    case HandbookKind::icmss: return texts(Text::handbook_section_icmss);
    case HandbookKind::role_cell:
    case HandbookKind::effect: return texts.named("profession." + first.group);
    case HandbookKind::case_: {
        const HandbookEntry *overview = handbook.find("case-" + first.group);
        return overview == nullptr ? first.group : in_language(overview->short_title, texts);
    }
    case HandbookKind::fee: return texts(Text::handbook_section_fees);
    case HandbookKind::term: {
        const auto found = handbook.categories.find(first.group);
        return found == handbook.categories.end() ? first.group : in_language(found->second, texts);
    }
    }
    return {};
}

HandbookListRow row_of(const HandbookEntry &entry, const HandbookId &chosen, const Texts &texts) {
    return {entry.id.value, in_language(entry.title, texts), {}, entry.id == chosen};
}

std::vector<HandbookSection> sections_of(HandbookChapter chapter, const HandbookId &chosen, const Handbook &handbook,
                                         const Texts &texts) {
    std::vector<const HandbookEntry *> entries;
    for (const HandbookEntry &entry : handbook.entries)
        if (entry.chapter == chapter) entries.push_back(&entry);
    std::stable_sort(entries.begin(), entries.end(), [](const HandbookEntry *a, const HandbookEntry *b) {
        return rank_of(a->kind) < rank_of(b->kind);
    });
    std::vector<std::string> parts; // in the order of their first entries
    for (const HandbookEntry *entry : entries)
        if (std::find(parts.begin(), parts.end(), part_of(*entry)) == parts.end()) parts.push_back(part_of(*entry));

    std::vector<HandbookSection> sections;
    for (const std::string &part : parts) {
        std::vector<const HandbookEntry *> members;
        for (const HandbookEntry *entry : entries)
            if (part_of(*entry) == part) members.push_back(entry);
        // A glossary is looked through by sound, whatever its language.
        if (members.front()->kind == HandbookKind::term)
            std::stable_sort(members.begin(), members.end(), [&](const HandbookEntry *a, const HandbookEntry *b) {
                return texts.language() == i18n::Language::ja ? a->reading < b->reading : a->title.en < b->title.en;
            });
        HandbookSection section;
        section.title = section_title(*members.front(), handbook, texts);
        for (const HandbookEntry *entry : members) section.rows.push_back(row_of(*entry, chosen, texts));
        sections.push_back(std::move(section));
    }
    if (sections.size() == 1) sections.front().title.clear();
    return sections;
}

std::string chapter_title(HandbookChapter chapter, const Texts &texts) {
    return texts.named("handbook.chapter." + std::string(kHandbookChapterWords[static_cast<std::size_t>(chapter)]));
}

void add_exercises(HandbookEntryView &view, const HandbookId &id, const std::vector<PlayedCase> &cases,
                   const Texts &texts) {
    int not_played = 0;
    bool is_exercised = false;
    for (const PlayedCase &played : cases) {
        const std::vector<SceneId> scenes = scenes_that_exercise(id, *played.scenario);
        is_exercised = is_exercised || !scenes.empty();
        if (!played.session) {
            not_played += scenes.empty() ? 0 : 1;
            continue;
        }
        for (const SceneId &scene : scenes) {
            if (std::find(played.scenes.begin(), played.scenes.end(), scene) == played.scenes.end()) continue;
            view.exercises.push_back(
                {*played.session, scene, played.scenario->title, played.scenario->find_scene(scene)->title});
        }
    }
    if (not_played > 0)
        view.exercises_note = texts.format(Text::handbook_not_played, fmt::arg("n", not_played));
    else if (is_exercised && view.exercises.empty())
        view.exercises_note = texts(Text::handbook_not_on_path);
}

HandbookEntryView entry_view(const HandbookEntry &entry, const Handbook &handbook, const std::vector<PlayedCase> &cases,
                             const FeeForm &fees, const Texts &texts) {
    HandbookEntryView view;
    view.id = entry.id.value;
    view.title = in_language(entry.title, texts);
    view.source = entry.year.empty() ? texts.format(Text::handbook_source, fmt::arg("source", entry.source))
                                     : texts.format(Text::handbook_source_of_year, fmt::arg("source", entry.source),
                                                    fmt::arg("year", entry.year));
    if (entry.kind == HandbookKind::term) view.reading = entry.reading;
    view.summary = entry.summary;
    view.body = entry.body;
    view.items = entry.items;
    view.plain = entry.plain;
    view.note = entry.note;
    view.facts = entry.facts;
    view.figure = figure_of(entry, handbook, fees, texts);
    view.related = reference_views(entry.related, handbook, texts);
    add_exercises(view, entry.id, cases, texts);
    for (const PlayedCase &played : cases)
        if (entry.kind == HandbookKind::case_ && played.scenario->id.value == entry.group && !played.session)
            view.spoiler = texts.format(Text::handbook_spoiler, fmt::arg("title", played.scenario->title));
    return view;
}

} // namespace

void go_to(HandbookPlace &place, const HandbookId &entry, const Handbook &handbook) {
    const HandbookEntry *found = handbook.find(entry);
    if (found == nullptr) return;
    if (!place.entry.is_empty() && place.entry != entry) place.before.push_back(place.entry);
    place.entry = entry;
    place.chapter = found->chapter;
}

void open_chapter(HandbookPlace &place, HandbookChapter chapter, const Handbook &handbook, const Texts &texts) {
    const std::vector<HandbookSection> sections = sections_of(chapter, {}, handbook, texts);
    place.chapter = chapter;
    if (!sections.empty()) go_to(place, HandbookId(sections.front().rows.front().id), handbook);
}

void step_back(HandbookPlace &place, const Handbook &handbook) {
    if (place.before.empty()) return;
    place.entry = place.before.back();
    place.before.pop_back();
    if (const HandbookEntry *found = handbook.find(place.entry)) place.chapter = found->chapter;
}

HandbookView handbook_view(const HandbookPlace &place, const std::string &query, const Handbook &handbook,
                           const HandbookIndex &index, const std::vector<PlayedCase> &cases, const FeeForm &fees,
                           const Texts &texts) {
    HandbookView view;
    for (std::size_t i = 0; i < kHandbookChapterWords.size(); ++i) {
        const auto chapter = static_cast<HandbookChapter>(i);
        view.chapters.push_back({chapter, chapter_title(chapter, texts), chapter == place.chapter});
    }
    view.can_step_back = !place.before.empty();
    view.is_search = !base::search_words(query).empty();
    view.list_id = view.is_search ? "search" : kHandbookChapterWords[static_cast<std::size_t>(place.chapter)];
    if (view.is_search) {
        const std::vector<std::size_t> found = index.find(query);
        view.list_title = found.empty() ? texts(Text::handbook_nothing_found)
                                        : texts.format(Text::handbook_found, fmt::arg("n", found.size()));
        HandbookSection section;
        for (const std::size_t i : found) {
            HandbookListRow row = row_of(handbook.entries[i], place.entry, texts);
            row.side = chapter_title(handbook.entries[i].chapter, texts);
            section.rows.push_back(std::move(row));
        }
        view.sections.push_back(std::move(section));
    } else {
        view.list_title = chapter_title(place.chapter, texts);
        view.sections = sections_of(place.chapter, place.entry, handbook, texts);
    }
    if (const HandbookEntry *entry = handbook.find(place.entry))
        view.entry = entry_view(*entry, handbook, cases, fees, texts);
    return view;
}

} // namespace tsunagi::view
