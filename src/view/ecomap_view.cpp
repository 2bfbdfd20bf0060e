#include "view/ecomap_view.h"

#include <algorithm>
#include <set>

#include "view/tie_words.h"
#include "view/words.h"

namespace tsunagi::view {

using engine::Progress;
using engine::TieMoment;
using i18n::Text;
using i18n::Texts;
using model::Party;
using model::PartyId;
using model::Tie;
using model::TieFlow;
using model::TieId;
using model::TieState;
using model::TieStatus;

namespace {

// Who, how strong, stress, flow: one sentence.
std::string state_told(const EcoTieView &view, const TieState &state, const Texts &texts) {
    std::string told = texts.format(Text::ecomap_told, fmt::arg("who", view.who), fmt::arg("strength", view.strength));
    if (state.stress) told += texts(Text::ecomap_told_stress);
    if (state.flow != TieFlow::none && state.status != TieStatus::broken)
        told += texts.format(Text::ecomap_told_flow, fmt::arg("flow", view.flow));
    return told + texts(Text::ecomap_told_end);
}

const std::string &scene_of(const Progress &progress, std::size_t decisions) {
    static const std::string none;
    return decisions == 0 || decisions > progress.played.size() ? none : progress.played[decisions - 1].scene->title;
}

std::string heading_of(const Progress &progress, const TieMoment &moment, const Texts &texts) {
    const std::string &scene = scene_of(progress, moment.decisions);
    if (scene.empty()) return texts(Text::ecomap_at_start);
    return texts.format(Text::ecomap_after, fmt::arg("month", month_label(moment.month, texts)),
                        fmt::arg("scene", quotable(scene, texts)));
}

EcoTieView tie_with_history(const Tie &tie, const Progress &progress, const std::vector<TieMoment> &course,
                            std::size_t at, const Texts &texts) {
    const TieState &state = course[at].ties.at(tie.id);
    EcoTieView view = eco_tie_view(tie, state, progress.scenario->parties, texts);
    const engine::TieOrigin origin = origin_of(course, at, tie.id);
    if (origin.change == nullptr) {
        view.since = texts(Text::ecomap_since_start);
        return view;
    }
    const TieMoment &moment = course[origin.moment];
    view.since = month_label(moment.month, texts);
    view.because = origin.change->because;
    view.decision = scene_of(progress, moment.decisions);
    view.played = static_cast<int>(moment.decisions) - 1;
    view.told += texts.format(Text::ecomap_told_since, fmt::arg("since", view.since));
    if (!view.because.empty()) view.told += view.because;
    return view;
}

// Who is to be seen at a moment and was not before.
std::set<PartyId> newcomers(const ecomap::Layout &layout, const ecomap::Stage &now, const ecomap::Stage &before) {
    std::set<PartyId> appeared;
    for (const ecomap::PlacedParty &party : layout.parties)
        if (is_shown(party.id, layout, now) && !is_shown(party.id, layout, before)) appeared.insert(party.id);
    return appeared;
}

// What changed at a moment, as far as it is to be seen.
std::vector<engine::TieChanged> seen_changes(const TieMoment &moment) {
    std::vector<engine::TieChanged> seen;
    for (const engine::TieChanged &change : moment.changes)
        if (!is_alike(change.before, change.after)) seen.push_back(change);
    return seen;
}

std::vector<std::string> told_changes(const std::vector<engine::TieChanged> &changes, const Progress &progress,
                                      const Texts &texts) {
    std::vector<std::string> lines;
    for (const engine::TieChanged &change : changes)
        if (const Tie *tie = progress.scenario->find_tie(change.tie))
            lines.push_back(
                told_change(*tie, change.before, change.after, change.because, progress.scenario->parties, texts));
    return lines;
}

// Decisions, and every moment at which a tie changed.
std::vector<EcoStep> steps_of(const Progress &progress, const std::vector<TieMoment> &course, const Texts &texts) {
    std::vector<EcoStep> steps;
    for (std::size_t i = 0; i < course.size(); ++i) {
        const TieMoment &moment = course[i];
        const bool is_decided = moment.decisions > 0 && !std::holds_alternative<model::ReadAnswer>(
                                                            progress.played[moment.decisions - 1].decision.answer);
        const std::size_t changes = seen_changes(moment).size();
        if (i > 0 && !is_decided && changes == 0) continue;
        EcoStep step;
        step.moment = i;
        step.month = moment.month;
        step.label = heading_of(progress, moment, texts);
        if (steps.empty() || steps.back().month != moment.month) step.month_label = month_label(moment.month, texts);
        step.changes = static_cast<int>(changes);
        steps.push_back(std::move(step));
    }
    return steps;
}

// Where the handbook's team stood in the same month; at the end of one's own course, at the end of its course.
std::size_t moment_at(const std::vector<TieMoment> &course, int month, bool is_last) {
    if (is_last) return course.size() - 1;
    std::size_t found = 0;
    for (std::size_t i = 0; i < course.size(); ++i)
        if (course[i].month <= month) found = i;
    return found;
}

// One moment in words, with nothing pointed out and no picture yet.
EcoMoment moment_view(const Progress &progress, const std::vector<TieMoment> &course, std::size_t moment,
                      const ecomap::Layout &layout, const Texts &texts) {
    const TieMoment &now = course[moment];
    const ecomap::Stage stage{now.ties, {}, {}};
    EcoMoment view;
    view.heading = heading_of(progress, now, texts);
    std::vector<TieState> states;
    for (const Tie &tie : progress.scenario->ties) {
        const TieState &state = now.ties.at(tie.id);
        if (state.status == TieStatus::hidden) continue;
        states.push_back(state);
        view.ties.push_back(tie_with_history(tie, progress, course, moment, texts));
    }
    for (const Party &party : progress.scenario->parties)
        if (is_shown(party.id, layout, stage))
            view.parties.push_back(
                eco_party_view(party, is_planned(party.id, layout, stage), progress.scenario->ties, view.ties, texts));
    view.summary = eco_summary(view.parties.size(), states, texts);
    return view;
}

void point_out(const ecomap::Stage &stage, const ecomap::Layout &layout, const Texts &texts, EcoMoment &view) {
    for (EcoTieView &tie : view.ties) tie.is_changed = stage.changed.count(tie.id) != 0;
    view.picture = ecomap::picture_of(layout, stage, picture_words(texts));
}

// A moment beside another one: what differs is pointed out, not what came last.
EcoMoment moment_beside(const Progress &progress, const std::vector<TieMoment> &course, std::size_t moment,
                        const TieMoment &other, Text heading, const ecomap::Layout &layout, const Texts &texts) {
    const TieMoment &now = course[moment];
    ecomap::Stage stage{now.ties, {}, {}};
    EcoMoment view = moment_view(progress, course, moment, layout, texts);
    for (const Tie &tie : progress.scenario->ties) {
        const TieState &here = now.ties.at(tie.id);
        const TieState &there = other.ties.at(tie.id);
        if (is_alike(here, there)) continue;
        stage.changed.insert(tie.id);
        view.changes.push_back(told_change(tie, there, here, {}, progress.scenario->parties, texts));
    }
    stage.appeared = newcomers(layout, stage, {other.ties, {}, {}});
    view.changes_heading = texts(view.changes.empty() ? Text::ecomap_no_difference : heading);
    point_out(stage, layout, texts, view);
    return view;
}

// Without anything pointed out.
EcoMoment plain_moment(const Progress &progress, const std::vector<TieMoment> &course, std::size_t moment,
                       const ecomap::Layout &layout, const Texts &texts) {
    EcoMoment view = moment_view(progress, course, moment, layout, texts);
    point_out({course[moment].ties, {}, {}}, layout, texts, view);
    return view;
}

void set_headings(EcoMapView &view, const Texts &texts) {
    view.heading = view.moment.heading;
    if (!view.other) return;
    view.other_heading = view.other->heading;
    if (view.mode != EcoMode::with_handbook) return;
    view.heading = texts.format(Text::ecomap_own, fmt::arg("heading", view.heading));
    view.other_heading = texts.format(Text::ecomap_team, fmt::arg("heading", view.other_heading));
}

} // namespace

ecomap::PictureWords picture_words(const Texts &texts) {
    return {texts(Text::ecomap_planned), std::string(), texts(Text::ecomap_zone_inhouse),
            texts(Text::ecomap_zone_outside)};
}

ecomap::LegendWords legend_words(const Texts &texts) {
    return {texts(Text::ecomap_legend_strong),       texts(Text::ecomap_legend_normal),
            texts(Text::ecomap_legend_weak),         texts(Text::ecomap_legend_stress),
            texts(Text::ecomap_legend_broken),       texts(Text::ecomap_legend_planned),
            texts(Text::ecomap_legend_flow),         texts(Text::ecomap_legend_changed),
            texts(Text::ecomap_legend_client),       texts(Text::ecomap_legend_male),
            texts(Text::ecomap_legend_female),       texts(Text::ecomap_legend_unknown),
            texts(Text::ecomap_legend_inhouse),      texts(Text::ecomap_legend_agency),
            texts(Text::ecomap_legend_friends),      texts(Text::ecomap_legend_relatives),
            texts(Text::ecomap_legend_planned_party)};
}

EcoTieView eco_tie_view(const Tie &tie, const TieState &state, const std::vector<Party> &parties, const Texts &texts) {
    EcoTieView view;
    view.id = tie.id;
    view.who = tie_ends(tie, parties, texts);
    view.strength = tie_strength(state, texts);
    view.stress = texts(state.stress ? Text::ecomap_stress_yes : Text::ecomap_stress_no);
    view.flow = tie_flow(tie, state.flow, parties, texts);
    view.told = state_told(view, state, texts);
    return view;
}

EcoPartyView eco_party_view(const Party &party, bool is_planned, const std::vector<Tie> &all_ties,
                            const std::vector<EcoTieView> &ties, const Texts &texts) {
    EcoPartyView view;
    view.id = party.id;
    view.label = party.label;
    view.kind = texts.named("party_kind." + std::string(word_of(party.kind, model::kPartyKindWords)));
    view.role = party.role;
    view.is_planned = is_planned;
    view.told = texts.format(Text::ecomap_party_told, fmt::arg("name", party.label), fmt::arg("kind", view.kind));
    if (is_planned) view.told += texts(Text::ecomap_party_planned);
    view.told += view.role;
    for (const EcoTieView &tie : ties) {
        const auto found =
            std::find_if(all_ties.begin(), all_ties.end(), [&](const Tie &each) { return each.id == tie.id; });
        if (found != all_ties.end() && (found->from == party.id || found->to == party.id))
            view.ties.push_back(tie.told);
    }
    return view;
}

std::string eco_summary(std::size_t parties, const std::vector<TieState> &ties, const Texts &texts) {
    const auto count = [&](auto is_one) { return static_cast<int>(std::count_if(ties.begin(), ties.end(), is_one)); };
    return texts.format(
        Text::ecomap_summary, fmt::arg("parties", parties),
        fmt::arg("active", count([](const TieState &tie) { return tie.status == TieStatus::active; })),
        fmt::arg("strained", count([](const TieState &tie) { return tie.status == TieStatus::active && tie.stress; })),
        fmt::arg("broken", count([](const TieState &tie) { return tie.status == TieStatus::broken; })),
        fmt::arg("planned", count([](const TieState &tie) { return tie.status == TieStatus::planned; })));
}

EcoMoment eco_moment(const Progress &progress, const std::vector<TieMoment> &course, std::size_t moment,
                     const ecomap::Layout &layout, const Texts &texts) {
    const TieMoment &now = course[moment];
    ecomap::Stage stage{now.ties, {}, {}};
    EcoMoment view = moment_view(progress, course, moment, layout, texts);
    if (moment > 0) {
        const std::vector<engine::TieChanged> changes = seen_changes(now);
        for (const engine::TieChanged &change : changes) stage.changed.insert(change.tie);
        stage.appeared = newcomers(layout, stage, {course[moment - 1].ties, {}, {}});
        view.changes = told_changes(changes, progress, texts);
    }
    if (!view.changes.empty()) view.changes_heading = texts(Text::ecomap_just_changed);
    point_out(stage, layout, texts, view);
    return view;
}

EcoMapView ecomap_view(const Progress &progress, const std::shared_ptr<const ecomap::Layout> &layout,
                       const EcoMapRequest &request, const Texts &texts) {
    const std::vector<TieMoment> course = tie_course(progress);
    EcoMapView view;
    view.scenario = progress.scenario->id;
    view.case_title = progress.scenario->title;
    view.has_handbook = !request.holds_handbook_back && progress.is_over() &&
                        !progress.scenario->handbook_course.decisions.empty();
    view.mode = request.mode == EcoMode::with_handbook && !view.has_handbook ? EcoMode::one : request.mode;
    view.layout = layout;
    view.steps = steps_of(progress, course, texts);
    view.step = std::min(request.step.value_or(view.steps.size()), view.steps.size() - 1);
    const EcoStep &step = view.steps[view.step];
    std::optional<Progress> team;
    if (view.mode == EcoMode::with_handbook) {
        auto folded = engine::fold(*progress.scenario, progress.scenario->handbook_course.decisions);
        if (folded) team = std::move(folded).value();
    }
    if (team) {
        const std::vector<TieMoment> its = tie_course(*team);
        const std::size_t at = moment_at(its, step.month, view.step + 1 == view.steps.size());
        view.other = plain_moment(*team, its, at, *layout, texts);
        view.moment =
            moment_beside(progress, course, step.moment, its[at], Text::ecomap_unlike_handbook, *layout, texts);
    } else if (view.mode == EcoMode::since_start) {
        view.other = plain_moment(progress, course, 0, *layout, texts);
        view.moment =
            moment_beside(progress, course, step.moment, course.front(), Text::ecomap_since_then, *layout, texts);
    } else {
        view.mode = EcoMode::one;
        view.moment = eco_moment(progress, course, step.moment, *layout, texts);
    }
    set_headings(view, texts);
    return view;
}

} // namespace tsunagi::view
