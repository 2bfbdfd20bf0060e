#include "view/handbook_search.h"

#include <algorithm>

#include "base/search_fold.h"

namespace tsunagi::view {

using namespace model;

HandbookIndex::HandbookIndex(const Handbook &handbook) {
    entries_.reserve(handbook.entries.size());
    // A line break keeps a word from being found across two texts.
    const auto add = [](std::string &to, const std::string &text) { to += base::search_folded(text) + '\n'; };
    for (const HandbookEntry &entry : handbook.entries) {
        Folded folded;
        folded.name = '\n'; // each name begins after one
        for (const std::string *text : {&entry.title.ja, &entry.title.en, &entry.short_title.ja, &entry.short_title.en,
                                        &entry.reading, &entry.id.value})
            add(folded.name, *text);
        add(folded.summary, entry.summary);
        add(folded.rest, entry.plain);
        add(folded.rest, entry.note);
        for (const std::string &text : entry.body) add(folded.rest, text);
        for (const std::string &text : entry.items) add(folded.rest, text);
        for (const HandbookEntry::Fact &fact : entry.facts) {
            add(folded.rest, fact.label);
            add(folded.rest, fact.text);
        }
        if (const auto *table = std::get_if<TableExhibit>(&entry.exhibit))
            for (const TableExhibit::Row &row : table->rows) {
                add(folded.rest, row.head);
                for (const std::string &cell : row.cells) add(folded.rest, cell);
            }
        entries_.push_back(std::move(folded));
    }
}

std::vector<std::size_t> HandbookIndex::find(std::string_view typed) const {
    const std::vector<std::string> words = base::search_words(typed);
    if (words.empty()) return {};
    enum Place { begins_name, in_name, in_summary, in_rest, nowhere };
    const auto place_of = [](const Folded &entry, const std::string &word) {
        if (entry.name.find('\n' + word) != std::string::npos) return begins_name;
        if (entry.name.find(word) != std::string::npos) return in_name;
        if (entry.summary.find(word) != std::string::npos) return in_summary;
        return entry.rest.find(word) != std::string::npos ? in_rest : nowhere;
    };
    std::vector<std::pair<Place, std::size_t>> found;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        // The place of an entry is that of the word that is hardest to find in it.
        Place place = begins_name;
        for (const std::string &word : words) place = std::max(place, place_of(entries_[i], word));
        if (place != nowhere) found.emplace_back(place, i);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::size_t> indices;
    for (const auto &[place, index] : found) indices.push_back(index);
    return indices;
}

} // namespace tsunagi::view
