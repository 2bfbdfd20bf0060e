#include <algorithm>

#include "base/utf8.h"
#include "ui/ecomap_parts.h"
#include "ui/keyboard.h"
#include "ui/screen_sketch.h"

namespace tsunagi::ui {

using i18n::Text;
using model::Party;
using model::PartyId;
using model::Tie;
using view::SketchView;

namespace {

constexpr float kChoiceWidth = 7.6F; // ems that a choice needs

void edit(const Ui &ui, model::SketchEdit wish, std::string typed = {}) {
    ui.intents.push(EditSketch{std::move(wish), std::move(typed)});
}

// A caption, and one card for each choice; returns what was pressed.
template <class Enum>
std::optional<Enum> choose(Text title, const char *id, const std::vector<view::SketchChoice<Enum>> &choices,
                           Enum chosen, const Ui &ui) {
    std::optional<Enum> pressed;
    caption(ui, ui.texts(title));
    const Grid grid = grid_for(kChoiceWidth * em(), 0.0F, 2);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i % static_cast<std::size_t>(grid.columns) != 0) ImGui::SameLine(0.0F, grid.between);
        CardLook look;
        look.text = choices[i].text;
        look.mark = CardMark::radio;
        look.is_on = choices[i].value == chosen;
        if (card(ui, std::string(id) + '.' + choices[i].word, look, grid.width)) pressed = choices[i].value;
    }
    return pressed;
}

// A field for a name; says so when it is longer than what is kept.
FieldEvent name_field(Text title, const char *label, std::string &text, std::size_t limit, const Ui &ui,
                      const std::string &hint = {}) {
    caption(ui, ui.texts(title));
    const FieldEvent event = line_input(ui, label, hint, text);
    if (base::count_code_points(text) > limit)
        text_block(ui, ui.texts.format(Text::sketch_too_long, fmt::arg("n", limit)), TextRole::small, ui.palette.danger,
                   true);
    return event;
}

// ---- somebody ------------------------------------------------------------------------------------------------------

struct Sex {
    const char *word; ///< as in cases; empty: no mark of a genogram
    Text label;
};
constexpr Sex kSexes[] = {
    {"", Text::sketch_sex_none}, {"f", Text::sketch_sex_f}, {"m", Text::sketch_sex_m}, {"x", Text::sketch_sex_x}};

void draw_genogram(const Party &party, SketchDraft &draft, const Ui &ui) {
    const std::string sex = party.genogram ? party.genogram->sex : "";
    caption(ui, ui.texts(Text::sketch_sex));
    const Grid grid = grid_for(kChoiceWidth * em(), 0.0F, 2);
    for (std::size_t i = 0; i < std::size(kSexes); ++i) {
        if (i % static_cast<std::size_t>(grid.columns) != 0) ImGui::SameLine(0.0F, grid.between);
        CardLook look;
        look.text = ui.texts(kSexes[i].label);
        look.mark = CardMark::radio;
        look.is_on = sex == kSexes[i].word;
        const std::string id = std::string("sketch.sex.") + (*kSexes[i].word == '\0' ? "none" : kSexes[i].word);
        if (!card(ui, id, look, grid.width) || look.is_on) continue;
        Party changed = party;
        changed.genogram.reset();
        if (*kSexes[i].word != '\0') changed.genogram = model::Genogram{kSexes[i].word, draft.age};
        edit(ui, model::EditParty{std::move(changed)});
    }
    if (!party.genogram) return;
    if (name_field(Text::sketch_age, "###sketch.age", draft.age, model::kLongestSketchAge, ui).has_changed) {
        Party changed = party;
        changed.genogram->age = draft.age;
        edit(ui, model::EditParty{std::move(changed)}, "age." + party.id.value);
    }
}

void draw_party(const SketchView &view, const Party &party, SketchDraft &draft, const Ui &ui) {
    heading(ui, party.label);
    if (name_field(Text::sketch_name, "###sketch.name", draft.name, model::kLongestSketchName, ui).has_changed &&
        !base::trim(draft.name).empty()) {
        Party changed = party;
        changed.label = draft.name;
        edit(ui, model::EditParty{std::move(changed)}, "name." + party.id.value);
    }
    if (base::trim(draft.name).empty())
        text_block(ui, ui.texts(Text::sketch_name_needed), TextRole::small, ui.palette.danger, true);
    if (party.kind != model::PartyKind::client)
        if (const auto kind = choose(Text::sketch_kind, "sketch.kind", view.kinds, party.kind, ui)) {
            Party changed = party;
            changed.kind = *kind;
            edit(ui, model::EditParty{std::move(changed)});
        }
    if (model::has_genogram_mark(party.kind)) draw_genogram(party, draft, ui);
    draw_nudges(party.id, *view.map.layout, ui);
    if (party.kind == model::PartyKind::client) return;
    gap(0.3F);
    if (plain_button(ui, ui.texts.label(Text::sketch_remove_party))) edit(ui, model::RemoveParty{party.id});
}

// ---- something between two -----------------------------------------------------------------------------------------

void draw_tie(const SketchView &view, const Tie &tie, const Ui &ui) {
    const auto told = std::find_if(view.map.moment.ties.begin(), view.map.moment.ties.end(),
                                   [&](const view::EcoTieView &each) { return each.id == tie.id; });
    if (told != view.map.moment.ties.end()) heading(ui, told->who);
    Tie changed = tie;
    if (const auto status = choose(Text::sketch_status, "sketch.status", view.statuses, tie.status, ui))
        changed.status = *status;
    if (const auto strength = choose(Text::sketch_strength, "sketch.strength", view.strengths, tie.strength, ui))
        changed.strength = *strength;
    caption(ui, ui.texts(Text::ecomap_column_stress));
    CardLook stress;
    stress.text = ui.texts(Text::sketch_stress);
    stress.mark = CardMark::check;
    stress.is_on = tie.stress;
    if (card(ui, "sketch.stress", stress)) changed.stress = !tie.stress;
    if (const auto flow = choose(Text::ecomap_column_flow, "sketch.flow", view.flows.at(tie.id), tie.flow, ui))
        changed.flow = *flow;
    const bool has_changed = changed.status != tie.status || changed.strength != tie.strength ||
                             changed.stress != tie.stress || changed.flow != tie.flow;
    if (has_changed) edit(ui, model::EditTie{std::move(changed)});
    gap(0.3F);
    if (plain_button(ui, ui.texts.label(Text::sketch_remove_tie))) edit(ui, model::RemoveTie{tie.id});
}

void choose_party(const SketchView &view, Text title, const char *label, PartyId &chosen, const Ui &ui) {
    caption(ui, ui.texts(title));
    const Party *now = model::find_party(view.sketch, chosen);
    ImGui::SetNextItemWidth(-1.0F);
    if (!ImGui::BeginCombo(label, now == nullptr ? ui.texts(Text::sketch_choose).c_str() : now->label.c_str(),
                           ImGuiComboFlags_HeightLarge))
        return;
    for (const Party &party : view.sketch.parties) {
        const bool is_here = party.id == chosen;
        if (ImGui::Selectable(labelled(party.label, "sketch.pick." + party.id.value).c_str(), is_here))
            chosen = party.id;
        if (is_here) ImGui::SetItemDefaultFocus();
    }
    ImGui::EndCombo();
}

void draw_new_tie(const SketchView &view, SketchDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::sketch_new_tie));
    text_block(ui, view.ties_left, TextRole::small, ui.palette.muted);
    choose_party(view, Text::sketch_from, "###sketch.from", draft.from, ui);
    choose_party(view, Text::sketch_to, "###sketch.to", draft.to, ui);
    const bool has_both = model::find_party(view.sketch, draft.from) != nullptr &&
                          model::find_party(view.sketch, draft.to) != nullptr && draft.from != draft.to;
    const Tie *there = has_both ? model::tie_between(view.sketch, draft.from, draft.to) : nullptr;
    if (!view.can_add_tie)
        text_block(ui, ui.texts(Text::error_sketch_ties), TextRole::small, ui.palette.danger, true);
    else if (there != nullptr)
        text_block(ui, ui.texts(Text::error_sketch_tie_twice), TextRole::small, ui.palette.muted, true);
    if (primary_button(ui, ui.texts.label(Text::sketch_add_tie), has_both && there == nullptr && view.can_add_tie)) {
        Tie tie;
        tie.from = draft.from;
        tie.to = draft.to;
        edit(ui, model::AddTie{std::move(tie)});
    }
}

void draw_new_party(const SketchView &view, SketchDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::sketch_new_party));
    text_block(ui, view.parties_left, TextRole::small, ui.palette.muted);
    if (!view.can_add_party) {
        text_block(ui, ui.texts(Text::error_sketch_parties), TextRole::small, ui.palette.danger, true);
        return;
    }
    const bool is_entered = name_field(Text::sketch_name, "###sketch.new-name", draft.new_name,
                                       model::kLongestSketchName, ui, ui.texts(Text::sketch_name_hint))
                                .is_entered;
    if (const auto kind = choose(Text::sketch_kind, "sketch.new-kind", view.kinds, draft.new_kind, ui))
        draft.new_kind = *kind;
    const bool has_name = !base::trim(draft.new_name).empty();
    const bool is_pressed = primary_button(ui, ui.texts.label(Text::sketch_add_party), has_name);
    if (!has_name || !(is_pressed || is_entered)) return;
    Party party;
    party.label = draft.new_name;
    party.kind = draft.new_kind;
    edit(ui, model::AddParty{std::move(party)});
    draft.new_name.clear();
}

// ---- what is selected ----------------------------------------------------------------------------------------------

// The fields begin from what was selected last; a tie from there is the next thing one may want.
void take_selection(const SketchView &view, SketchDraft &draft) {
    if (draft.edited == draft.map.selected) return;
    draft.edited = draft.map.selected;
    const auto *id = std::get_if<PartyId>(&draft.edited);
    const Party *party = id == nullptr ? nullptr : model::find_party(view.sketch, *id);
    if (party == nullptr) return;
    draft.name = party->label;
    draft.age = party->genogram ? party->genogram->age : "";
    draft.from = party->id;
}

void draw_selected(const SketchView &view, SketchDraft &draft, const Ui &ui) {
    const auto *party_id = std::get_if<PartyId>(&draft.map.selected);
    const auto *tie_id = std::get_if<model::TieId>(&draft.map.selected);
    const Party *party = party_id == nullptr ? nullptr : model::find_party(view.sketch, *party_id);
    const Tie *tie = tie_id == nullptr ? nullptr : model::find_tie(view.sketch, *tie_id);
    if (party != nullptr)
        draw_party(view, *party, draft, ui);
    else if (tie != nullptr)
        draw_tie(view, *tie, ui);
    else
        text_block(ui, ui.texts(Text::sketch_hint), TextRole::small, ui.palette.muted);
    if (!is_key_free(ImGuiKey_Delete)) return;
    if (tie != nullptr) edit(ui, model::RemoveTie{tie->id});
    if (party != nullptr && party->kind != model::PartyKind::client) edit(ui, model::RemoveParty{party->id});
}

} // namespace

void draw_sketch_panel(const SketchView &view, SketchDraft &draft, const Ui &ui) {
    take_selection(view, draft);
    text_block(ui, view.map.moment.summary, TextRole::small, ui.palette.muted);
    gap(0.4F);
    if (draft.goes_to_selected) {
        scroll_page_to_cursor(0.0F);
        begin_keyboard_at_next_item();
        draft.goes_to_selected = false;
    }
    draw_selected(view, draft, ui);
    gap(1.0F);
    draw_new_tie(view, draft, ui);
    gap(1.0F);
    draw_new_party(view, draft, ui);
    gap(0.5F);
}

} // namespace tsunagi::ui
