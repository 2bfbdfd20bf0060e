#include "view/drill_view.h"

#include <algorithm>

#include "engine/drill.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

std::string table_word(LeadProfession table) { return std::string(word_of(table, kLeadProfessionWords)); }

/// What the views of the exercises are made from.
struct Source {
    const DrillForm &form;
    const Drills &drills;
    const Handbook &handbook;
    const Texts &texts;

    [[nodiscard]] std::string title_of(const HandbookId &id) const {
        const HandbookEntry *entry = handbook.find(id);
        return entry == nullptr ? id.value : in_language(entry->title, texts);
    }
    [[nodiscard]] std::string list_of(const std::vector<std::string> &parts) const {
        std::string list;
        for (const std::string &part : parts) list += (list.empty() ? "" : texts(Text::drills_between)) + part;
        return list;
    }
};

// ---- the list ------------------------------------------------------------------------------------------------------

DrillRow row_of(DrillKind kind, const Source &from) {
    const std::string word(word_of(kind, kDrillKindWords));
    DrillRow row;
    row.title = from.texts.named("drills.title." + word);
    row.about = from.texts.named("drills.about." + word);
    if (kind == DrillKind::role_table) {
        for (const LeadProfession table : {LeadProfession::cpp, LeadProfession::ot})
            if (drill_size(kind, table, from.drills, from.handbook) > 0)
                row.starts.push_back({kind, table, word + "." + table_word(table),
                                      from.texts.named("drills.start-table." + table_word(table))});
    } else if (drill_size(kind, LeadProfession::cpp, from.drills, from.handbook) > 0) {
        row.starts.push_back({kind, LeadProfession::cpp, word, from.texts(Text::drills_start)});
    }
    if (row.starts.empty()) row.unusable = from.texts(Text::drills_unusable);
    return row;
}

// ---- ICMSS ---------------------------------------------------------------------------------------------------------

std::vector<const HandbookEntry *> icmss_items(const Handbook &handbook) {
    std::vector<const HandbookEntry *> items;
    for (const HandbookEntry &entry : handbook.entries)
        if (entry.kind == HandbookKind::icmss) items.push_back(&entry);
    return items;
}

std::string numbered(std::size_t index, const std::string &text, const Texts &texts) {
    return texts.format(Text::drills_numbered, fmt::arg("n", index + 1), fmt::arg("text", text));
}

void compare_icmss(IcmssView &view, const IcmssVignette &vignette, const Source &from) {
    const std::vector<const HandbookEntry *> items = icmss_items(from.handbook);
    std::array<IcmssGroupView, engine::kAgreementWords.size()> groups;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const engine::Agreement agreement = engine::agreement_on(items[i]->id, from.form.ticked, vignette);
        const auto because = vignette.because.find(items[i]->id);
        groups[static_cast<std::size_t>(agreement)].rows.push_back(
            {items[i]->id.value, numbered(i, in_language(items[i]->title, from.texts), from.texts),
             because == vignette.because.end() ? std::string() : because->second});
    }
    const auto size_of = [&](engine::Agreement agreement) {
        return groups[static_cast<std::size_t>(agreement)].rows.size();
    };
    view.agreement =
        from.texts.format(Text::drills_icmss_agreement, fmt::arg("all", items.size()),
                          fmt::arg("n", size_of(engine::Agreement::both) + size_of(engine::Agreement::neither)));
    const auto named = static_cast<int>(vignette.applies.size());
    view.count = from.texts.format(Text::drills_icmss_count, fmt::arg("own", from.form.ticked.size()),
                                   fmt::arg("handbook", named), fmt::arg("least", engine::kIcmssItemsForIntroduction));
    view.count += from.texts(named >= engine::kIcmssItemsForIntroduction ? Text::drills_icmss_suggested
                                                                         : Text::drills_icmss_not_suggested);
    view.rule = from.handbook.icmss_rule;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].rows.empty()) continue;
        const std::string word(engine::kAgreementWords[i]);
        groups[i].sign = from.texts.named("drills.agreement-sign." + word);
        groups[i].title =
            from.texts.format_named("drills.agreement." + word, {{"n", std::to_string(groups[i].rows.size())}});
        view.groups.push_back(std::move(groups[i]));
    }
    view.case_entry = vignette.case_entry.value;
    view.case_title = from.texts.format(Text::drills_case, fmt::arg("title", from.title_of(vignette.case_entry)));
}

IcmssView icmss_view(const IcmssVignette &vignette, const Source &from) {
    IcmssView view;
    view.label = vignette.label;
    view.text = vignette.text;
    const std::vector<const HandbookEntry *> items = icmss_items(from.handbook);
    for (std::size_t i = 0; i < items.size(); ++i)
        view.items.push_back({items[i]->id.value, numbered(i, in_language(items[i]->title, from.texts), from.texts)});
    if (from.form.is_checked) compare_icmss(view, vignette, from);
    return view;
}

// ---- plain words ---------------------------------------------------------------------------------------------------

// Marks the words of the trade in a text, and lists each entry once, under the word by which it was met first.
void read_text(const std::string &text, const Source &from, MarkedText &marked, std::vector<JargonView> &words) {
    marked.text = text;
    std::set<std::size_t> known;
    for (const engine::WordSpan &span : engine::jargon_in(text, from.drills.jargon)) {
        marked.marks.push_back({span.begin, span.end});
        if (!known.insert(span.entry).second) continue;
        const Jargon &jargon = from.drills.jargon[span.entry];
        JargonView word;
        word.word = text.substr(span.begin, span.end - span.begin);
        word.plain = from.list_of(jargon.plain);
        if (from.handbook.find(jargon.ref) != nullptr) {
            word.ref = jargon.ref.value;
            word.ref_label = from.texts.format(Text::drills_words_entry, fmt::arg("title", from.title_of(jargon.ref)));
        }
        words.push_back(std::move(word));
    }
}

PlainWordsView plain_words_view(const PlainWordsTask &task, const Source &from) {
    PlainWordsView view;
    view.who =
        from.texts.format(Text::drills_words_who, fmt::arg("from", profession_name(task.from, from.texts)),
                          fmt::arg("to", task.listener.empty() ? profession_name(task.to, from.texts) : task.listener));
    view.situation = task.situation;
    read_text(task.finding, from, view.finding, view.finding_words);
    read_text(from.form.written, from, view.written, view.written_words);
    if (!from.form.written.empty())
        view.written_note = view.written_words.empty()
                                ? from.texts(Text::drills_words_none_left)
                                : from.texts.format(Text::drills_words_left, fmt::arg("n", view.written_words.size()));
    if (!from.form.is_checked) return view;
    view.keep = task.keep;
    view.models = task.models;
    return view;
}

// ---- role tables ---------------------------------------------------------------------------------------------------

const std::string &function_title(std::size_t function, const Source &from) {
    return in_language(from.handbook.role_functions[function], from.texts);
}

std::string cell_title(const HandbookId &id, const Source &from) {
    const auto cell = cell_from_id(id.value);
    if (!cell) return id.value;
    return from.texts.format(
        Text::drills_cell, fmt::arg("function", function_title(*cell / kRoleColumnCount % kRoleFunctionCount, from)),
        fmt::arg("column", in_language(from.handbook.role_columns[*cell % kRoleColumnCount], from.texts)));
}

PlacedView placed_view(const engine::RoleStatement &statement, const Source &from) {
    PlacedView view;
    const auto own = from.form.placed.find(statement.text);
    const std::string placed = own == from.form.placed.end() ? std::string() : own->second;
    view.is_right = statement.stands_in(placed);
    view.sign = from.texts(view.is_right ? Text::drills_placed_sign_same : Text::drills_placed_sign_other);
    view.word = from.texts(view.is_right ? Text::drills_placed_same : Text::drills_placed_other);
    view.own = placed.empty() ? from.texts(Text::drills_not_placed) : cell_title(HandbookId(placed), from);
    for (const HandbookId &cell : statement.cells) {
        const HandbookEntry *entry = from.handbook.find(cell);
        view.cells.push_back({cell.value, cell_title(cell, from), entry == nullptr ? std::string() : entry->summary});
    }
    return view;
}

PlacingView placing_view(const Source &from) {
    PlacingView view;
    view.table = from.form.table;
    view.tables = row_of(DrillKind::role_table, from).starts;
    const auto table = static_cast<std::size_t>(from.form.table);
    for (std::size_t column = 0; column < kRoleColumnCount; ++column)
        view.columns[column] = in_language(from.handbook.role_columns[column], from.texts);
    for (std::size_t function = 0; function < kRoleFunctionCount; ++function) {
        PlacingRowView row;
        row.title = function_title(function, from);
        for (std::size_t column = 0; column < kRoleColumnCount; ++column) {
            const HandbookId id(cell_id(cell_index(table, function, column)));
            row.cells[column] = {id.value, cell_title(id, from)};
        }
        view.rows.push_back(std::move(row));
    }
    const std::vector<engine::RoleStatement> statements =
        engine::role_statements(from.handbook, table_word(from.form.table));
    const auto [begin, end] = engine::round_range(from.form.order.size(), from.form.position);
    int right = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const engine::RoleStatement &statement = statements.at(from.form.order[i]);
        StatementView row;
        row.text = statement.text;
        row.label = numbered(i - begin, statement.text, from.texts);
        if (from.form.is_checked) {
            row.result = placed_view(statement, from);
            if (row.result->is_right) ++right;
        }
        view.statements.push_back(std::move(row));
    }
    if (from.form.is_checked)
        view.summary = from.texts.format(Text::drills_placed_summary, fmt::arg("n", right),
                                         fmt::arg("all", view.statements.size()));
    view.remark = from.texts(Text::drills_columns_remark);
    return view;
}

// What the form asks for may be gone: the exercises were read anew, or the form is empty.
bool is_there(const DrillForm &form, const Drills &drills, const Handbook &handbook) {
    if (!form.kind) return false;
    const std::size_t size = drill_size(*form.kind, form.table, drills, handbook);
    return form.order.size() == size && form.position < drill_pages(*form.kind, size);
}

} // namespace

std::size_t drill_size(DrillKind kind, LeadProfession table, const Drills &drills, const Handbook &handbook) {
    switch (kind) {
    case DrillKind::icmss: return icmss_items(handbook).empty() ? 0 : drills.vignettes.size();
    case DrillKind::plain_words: return drills.tasks.size();
    case DrillKind::role_table: return engine::role_statements(handbook, table_word(table)).size();
    }
    return 0;
}

std::size_t drill_pages(DrillKind kind, std::size_t size) {
    return kind == DrillKind::role_table ? engine::round_count(size) : size;
}

DrillsView drills_view(const DrillForm &form, const Drills &drills, const Handbook &handbook,
                       const std::vector<std::string> &damaged, const Texts &texts) {
    const Source from{form, drills, handbook, texts};
    DrillsView view;
    if (!damaged.empty()) view.damaged = texts.format(Text::drills_damaged, fmt::arg("files", from.list_of(damaged)));
    if (!is_there(form, drills, handbook)) {
        for (const DrillKind kind : {DrillKind::icmss, DrillKind::plain_words, DrillKind::role_table})
            view.rows.push_back(row_of(kind, from));
        return view;
    }
    view.title = texts.named("drills.title." + std::string(word_of(*form.kind, kDrillKindWords)));
    view.position = texts.format(Text::drills_position, fmt::arg("n", form.position + 1),
                                 fmt::arg("all", drill_pages(*form.kind, form.order.size())));
    view.is_checked = form.is_checked;
    switch (*form.kind) {
    case DrillKind::icmss: view.exercise = icmss_view(drills.vignettes[form.order[form.position]], from); break;
    case DrillKind::plain_words: view.exercise = plain_words_view(drills.tasks[form.order[form.position]], from); break;
    case DrillKind::role_table: view.exercise = placing_view(from); break;
    }
    return view;
}

} // namespace tsunagi::view
