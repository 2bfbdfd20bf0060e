#include "ecomap/picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ecomap/shapes.h"

namespace tsunagi::ecomap {

using model::PartyKind;
using model::TieFlow;
using model::TieState;
using model::TieStatus;
using model::TieStrength;

namespace {

constexpr float kLineHeight = 1.22F; // of a name, relative to its size
constexpr float kZoneRadius = 18.0F;
constexpr float kHeadingSize = 13.0F;
constexpr float kAroundTag = 2.0F; // air between a plate and the line it interrupts

constexpr float kBorder = 1.5F;
constexpr float kClientBorder = 2.0F;

const TieState *state_of(const Stage &stage, const model::TieId &tie) {
    const auto found = stage.ties.find(tie);
    return found == stage.ties.end() ? nullptr : &found->second;
}

Ink fill_of(PartyKind kind) {
    switch (kind) {
    case PartyKind::client: return Ink::mark_client;
    case PartyKind::household:
    case PartyKind::family: return Ink::mark_home;
    case PartyKind::friend_: return Ink::mark_friend;
    case PartyKind::inhouse: return Ink::mark_inhouse;
    case PartyKind::agency: break;
    }
    return Ink::mark_agency;
}

// What is drawn of a tie's state, without its way.
Stroke stroke_of(const TieState &state) {
    Stroke stroke;
    switch (state.strength) {
    case TieStrength::strong: stroke.width = kStrongWidth; break;
    case TieStrength::normal: stroke.width = kNormalWidth; break;
    case TieStrength::weak:
        stroke.width = kWeakWidth;
        // The slashes of a broken tie would stand in a gap between dashes.
        if (state.status != TieStatus::broken) stroke.kind = StrokeKind::dashed;
        break;
    }
    stroke.has_zigzag = state.stress;
    if (state.status == TieStatus::planned) {
        stroke.width = kPlannedWidth;
        stroke.kind = StrokeKind::hollow;
        stroke.ink = Ink::planned;
    }
    stroke.is_cut = state.status == TieStatus::broken;
    // Nothing flows through a broken tie.
    if (!stroke.is_cut) {
        stroke.points_a = state.flow == TieFlow::backward || state.flow == TieFlow::both;
        stroke.points_b = state.flow == TieFlow::forward || state.flow == TieFlow::both;
    }
    return stroke;
}

void add_tag(Point centre, const std::string &word, Picture &picture) {
    Label label;
    label.centre = centre;
    label.size = kTagSize;
    label.text = word;
    label.ink = Ink::muted;
    label.has_plate = true;
    picture.labels.push_back(std::move(label));
}

void add_party(const PlacedParty &party, bool planned, bool changed, const PictureWords &words, Picture &picture) {
    const bool is_client = party.kind == PartyKind::client;
    Mark mark;
    mark.party = party.id;
    mark.shape = party.shape;
    mark.rect = party.mark;
    mark.fill = planned ? Ink::paper : fill_of(party.kind);
    mark.border = planned ? Ink::planned : Ink::mark_border;
    mark.border_width = is_client ? kClientBorder : kBorder;
    mark.is_doubled = is_client;
    mark.is_changed = changed;
    picture.marks.push_back(std::move(mark));

    if (!party.inside.empty()) {
        Label age;
        age.centre = party.mark.centre();
        age.size = kAgeSize;
        age.text = party.inside;
        picture.labels.push_back(std::move(age));
    }
    const float step = kNameSize * kLineHeight;
    const Point first = party.name.centre() - Point{0.0F, step * 0.5F * static_cast<float>(party.lines.size() - 1)};
    for (std::size_t i = 0; i < party.lines.size(); ++i) {
        Label line;
        line.centre = first + Point{0.0F, step * static_cast<float>(i)};
        line.text = party.lines[i];
        line.ink = planned ? Ink::muted : Ink::text;
        line.is_bold = is_client;
        picture.labels.push_back(std::move(line));
    }
    if (planned) add_tag(party.tag.centre(), words.planned, picture);
}

void add_zone(const Rect &rect, Ink fill, bool is_dashed, const std::string &heading, Picture &picture) {
    if (rect.width() <= 0.0F) return;
    picture.zones.push_back({rect, kZoneRadius, fill, is_dashed});
    if (heading.empty()) return;
    Label label;
    // On the edge and on a plate of its own: a tie that passes there goes behind it.
    label.centre = {rect.centre().x, rect.min.y};
    label.has_plate = true;
    label.size = kHeadingSize;
    label.text = heading;
    label.ink = Ink::muted;
    label.is_bold = true;
    picture.labels.push_back(std::move(label));
}

void add_moved(const Picture &part, Point by, Picture &picture) {
    const auto shift = [&](Rect rect) { return rect.moved(by); };
    for (Zone zone : part.zones) {
        zone.rect = shift(zone.rect);
        picture.zones.push_back(std::move(zone));
    }
    for (Stroke stroke : part.strokes) {
        stroke.line.a = stroke.line.a + by;
        stroke.line.b = stroke.line.b + by;
        picture.strokes.push_back(std::move(stroke));
    }
    for (Mark mark : part.marks) {
        mark.rect = shift(mark.rect);
        picture.marks.push_back(std::move(mark));
    }
    for (Label label : part.labels) {
        label.centre = label.centre + by;
        picture.labels.push_back(std::move(label));
    }
    picture.bounds = united(picture.bounds, shift(part.bounds));
}

// ---- legend ---------------------------------------------------------------------------------------------------------

constexpr float kSampleWidth = 58.0F;
constexpr float kSampleGap = 8.0F;
constexpr float kLegendSize = 13.0F;
constexpr float kLegendRow = 27.0F;
constexpr float kLegendBetween = 12.0F;

struct Sample {
    std::string word;
    std::optional<Stroke> stroke;
    std::optional<Mark> mark;
};

Sample tie_sample(const std::string &word, const TieState &state, bool is_changed = false) {
    Sample sample;
    sample.word = word;
    sample.stroke = stroke_of(state);
    sample.stroke->is_changed = is_changed;
    return sample;
}

Sample mark_sample(const std::string &word, MarkShape shape, PartyKind kind, bool is_wide) {
    Sample sample;
    sample.word = word;
    Mark mark;
    mark.shape = shape;
    mark.fill = fill_of(kind);
    mark.is_doubled = kind == PartyKind::client;
    mark.rect = rect_around({}, is_wide ? 40.0F : 20.0F, 20.0F);
    sample.mark = mark;
    return sample;
}

Sample planned_sample(const std::string &word) {
    Sample sample = mark_sample(word, MarkShape::capsule, PartyKind::agency, true);
    sample.mark->fill = Ink::paper;
    sample.mark->border = Ink::planned;
    return sample;
}

std::vector<Sample> samples_of(const LegendWords &words) {
    const auto tie = [](TieStrength strength, TieStatus status = TieStatus::active, bool stress = false,
                        TieFlow flow = TieFlow::none) {
        return TieState{strength, stress, flow, status};
    };
    return {tie_sample(words.strong, tie(TieStrength::strong)),
            tie_sample(words.normal, tie(TieStrength::normal)),
            tie_sample(words.weak, tie(TieStrength::weak)),
            tie_sample(words.stress, tie(TieStrength::normal, TieStatus::active, true)),
            tie_sample(words.broken, tie(TieStrength::normal, TieStatus::broken)),
            tie_sample(words.planned, tie(TieStrength::normal, TieStatus::planned)),
            tie_sample(words.flow, tie(TieStrength::normal, TieStatus::active, false, TieFlow::forward)),
            tie_sample(words.changed, tie(TieStrength::normal), true),
            mark_sample(words.client, MarkShape::circle, PartyKind::client, false),
            mark_sample(words.male, MarkShape::square, PartyKind::household, false),
            mark_sample(words.female, MarkShape::circle, PartyKind::household, false),
            mark_sample(words.unknown, MarkShape::diamond, PartyKind::household, false),
            mark_sample(words.inhouse, MarkShape::rounded, PartyKind::inhouse, true),
            mark_sample(words.agency, MarkShape::capsule, PartyKind::agency, true),
            mark_sample(words.friends, MarkShape::cut, PartyKind::friend_, true),
            mark_sample(words.relatives, MarkShape::plain, PartyKind::family, true),
            planned_sample(words.planned_party)};
}

void add_sample(Sample sample, Point at, Picture &picture) {
    const Point middle{at.x + kSampleWidth * 0.5F, at.y + kLegendRow * 0.5F};
    if (sample.stroke) {
        sample.stroke->line = {{at.x + 3.0F, middle.y}, {at.x + kSampleWidth - 3.0F, middle.y}, 0.0F};
        picture.strokes.push_back(*std::move(sample.stroke));
    }
    if (sample.mark) {
        sample.mark->rect = sample.mark->rect.moved(middle);
        picture.marks.push_back(*std::move(sample.mark));
    }
    Label label;
    label.centre = {at.x + kSampleWidth + kSampleGap + text_width(sample.word, kLegendSize) * 0.5F, middle.y};
    label.size = kLegendSize;
    label.text = std::move(sample.word);
    picture.labels.push_back(std::move(label));
}

} // namespace

const Inks &print_inks() {
    static constexpr Inks kInks = {0xFFFFFFFF, 0xFBF6E9FF, 0xF3F6F6FF, 0x828A87FF, 0xFFF1CFFF, 0xFFFFFFFF,
                                   0xDCEEEDFF, 0xE3ECF7FF, 0xFFFFFFFF, 0x22282BFF, 0x22282BFF, 0x687074FF,
                                   0xA8321AFF, 0x22282BFF, 0x5A6367FF, 0xF5C25EFF};
    return kInks;
}

bool is_shown(const model::PartyId &party, const Layout &layout, const Stage &stage) {
    const PlacedParty *placed = layout.find(party);
    if (placed == nullptr) return false;
    if (placed->kind == PartyKind::client || placed->kind == PartyKind::household) return true;
    bool has_tie = false;
    for (const Route &route : layout.ties) {
        if (route.from != party && route.to != party) continue;
        has_tie = true;
        const TieState *state = state_of(stage, route.id);
        if (state != nullptr && state->status != TieStatus::hidden) return true;
    }
    return !has_tie;
}

bool is_planned(const model::PartyId &party, const Layout &layout, const Stage &stage) {
    const PlacedParty *placed = layout.find(party);
    if (placed == nullptr || placed->kind == PartyKind::client || placed->kind == PartyKind::household) return false;
    bool has_planned = false;
    for (const Route &route : layout.ties) {
        const TieState *state = route.from == party || route.to == party ? state_of(stage, route.id) : nullptr;
        if (state == nullptr || state->status == TieStatus::hidden) continue;
        if (state->status != TieStatus::planned) return false;
        has_planned = true;
    }
    return has_planned;
}

Picture picture_of(const Layout &layout, const Stage &stage, const PictureWords &words) {
    Picture picture;
    picture.bounds = layout.bounds;
    add_zone(layout.inhouse, Ink::zone_side, false, words.inhouse, picture);
    add_zone(layout.outside, Ink::zone_side, false, words.outside, picture);
    add_zone(layout.home, Ink::zone_home, true, words.home, picture);

    std::set<model::PartyId> touched;
    for (const Route &route : layout.ties) {
        const TieState *state = state_of(stage, route.id);
        if (state == nullptr || state->status == TieStatus::hidden) continue;
        Stroke stroke = stroke_of(*state);
        stroke.tie = route.id;
        stroke.line = route.line;
        stroke.is_changed = stage.changed.count(route.id) != 0;
        // A party that is planned says so itself.
        if (state->status == TieStatus::planned && !is_planned(route.from, layout, stage) &&
            !is_planned(route.to, layout, stage)) {
            stroke.gap_at = route.tag_at;
            stroke.gap = kTagWidth + kAroundTag * 2.0F;
            add_tag(point_at(route.line, route.tag_at), words.planned, picture);
        }
        picture.strokes.push_back(std::move(stroke));
    }
    // What has changed lies on top.
    std::stable_partition(picture.strokes.begin(), picture.strokes.end(),
                          [](const Stroke &stroke) { return !stroke.is_changed; });

    for (const PlacedParty &party : layout.parties)
        if (is_shown(party.id, layout, stage))
            add_party(party, is_planned(party.id, layout, stage), stage.appeared.count(party.id) != 0, words, picture);
    return picture;
}

Picture legend_of(const LegendWords &words, float width) {
    const std::vector<Sample> samples = samples_of(words);
    float widest = 0.0F;
    for (const Sample &sample : samples) widest = std::max(widest, text_width(sample.word, kLegendSize));
    const float column = kSampleWidth + kSampleGap + widest + kLegendBetween;
    const auto columns = static_cast<std::size_t>(std::max(std::floor((width + kLegendBetween) / column), 1.0F));
    Picture picture;
    for (std::size_t i = 0; i < samples.size(); ++i)
        add_sample(samples[i], {static_cast<float>(i % columns) * column, static_cast<float>(i / columns) * kLegendRow},
                   picture);
    const std::size_t rows = (samples.size() + columns - 1) / columns;
    picture.bounds = {{0.0F, 0.0F},
                      {static_cast<float>(std::min(columns, samples.size())) * column - kLegendBetween,
                       static_cast<float>(rows) * kLegendRow}};
    return picture;
}

Picture stacked(Picture above, const Picture &below, float gap) {
    add_moved(below, {above.bounds.min.x - below.bounds.min.x, above.bounds.max.y + gap - below.bounds.min.y}, above);
    return above;
}

Picture beside(Picture left, const Picture &right, float gap) {
    add_moved(right, {left.bounds.max.x + gap - right.bounds.min.x, left.bounds.min.y - right.bounds.min.y}, left);
    return left;
}

} // namespace tsunagi::ecomap
