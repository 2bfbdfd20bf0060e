#include "model/sketch.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace tsunagi::model {

namespace {

using base::Error;
using base::Result;

template <class List, class Id>
auto find_by_id(List &list, const Id &id) {
    return std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.id == id; });
}

// The first of p1, p2, … that is free.
template <class Id, class List>
Id free_id(char letter, const List &list) {
    for (std::size_t number = list.size() + 1;; ++number) {
        Id id(letter + std::to_string(number));
        if (find_by_id(list, id) == list.end()) return id;
    }
}

// The party as a drawing keeps it.
Party held(Party party) {
    party.label = held_name(party.label, kLongestSketchName);
    if (!has_genogram_mark(party.kind)) party.genogram.reset();
    if (party.genogram) party.genogram->age = held_name(party.genogram->age, kLongestSketchAge);
    return party;
}

class Editor {
  public:
    explicit Editor(Sketch sketch) : sketch_(std::move(sketch)) {}

    Result<Sketch> operator()(const RenameSketch &edit) {
        sketch_.title = held_name(edit.title, kLongestSketchTitle);
        if (sketch_.title.empty()) return Error{"sketch-name", ""};
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const AddParty &edit) {
        if (sketch_.parties.size() >= kMostSketchParties) return Error{"sketch-parties", ""};
        if (edit.party.kind == PartyKind::client) return Error{"sketch-client", ""};
        Party party = held(edit.party);
        if (party.label.empty()) return Error{"sketch-name", ""};
        party.id = free_id<PartyId>('p', sketch_.parties);
        sketch_.parties.push_back(std::move(party));
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const EditParty &edit) {
        const auto found = find_by_id(sketch_.parties, edit.party.id);
        if (found == sketch_.parties.end()) return Error{"sketch-unknown", edit.party.id.value};
        if ((found->kind == PartyKind::client) != (edit.party.kind == PartyKind::client))
            return Error{"sketch-client", ""};
        Party party = held(edit.party);
        if (party.label.empty()) return Error{"sketch-name", ""};
        *found = std::move(party);
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const RemoveParty &edit) {
        const auto found = find_by_id(sketch_.parties, edit.party);
        if (found == sketch_.parties.end()) return Error{"sketch-unknown", edit.party.value};
        if (found->kind == PartyKind::client) return Error{"sketch-client", ""};
        sketch_.parties.erase(found);
        sketch_.places.erase(edit.party);
        std::vector<Tie> &ties = sketch_.ties;
        ties.erase(std::remove_if(ties.begin(), ties.end(),
                                  [&](const Tie &tie) { return tie.from == edit.party || tie.to == edit.party; }),
                   ties.end());
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const AddTie &edit) {
        if (sketch_.ties.size() >= kMostSketchTies) return Error{"sketch-ties", ""};
        for (const PartyId &end : {edit.tie.from, edit.tie.to})
            if (find_party(sketch_, end) == nullptr) return Error{"sketch-unknown", end.value};
        if (edit.tie.from == edit.tie.to) return Error{"sketch-tie-self", ""};
        if (tie_between(sketch_, edit.tie.from, edit.tie.to) != nullptr) return Error{"sketch-tie-twice", ""};
        sketch_.ties.push_back(edit.tie);
        sketch_.ties.back().id = {};
        sketch_.ties.back().id = free_id<TieId>('t', sketch_.ties);
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const EditTie &edit) {
        const auto found = find_by_id(sketch_.ties, edit.tie.id);
        if (found == sketch_.ties.end()) return Error{"sketch-unknown", edit.tie.id.value};
        Tie tie = edit.tie;
        tie.from = found->from;
        tie.to = found->to;
        *found = std::move(tie);
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const RemoveTie &edit) {
        const auto found = find_by_id(sketch_.ties, edit.tie);
        if (found == sketch_.ties.end()) return Error{"sketch-unknown", edit.tie.value};
        sketch_.ties.erase(found);
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const PlaceParty &edit) {
        if (find_party(sketch_, edit.party) == nullptr) return Error{"sketch-unknown", edit.party.value};
        sketch_.places[edit.party] = held_place(edit.place);
        return std::move(sketch_);
    }

    Result<Sketch> operator()(const ForgetPlaces &) {
        sketch_.places.clear();
        return std::move(sketch_);
    }

  private:
    Sketch sketch_;
};

} // namespace

Sketch new_sketch(std::string title, const std::string &client_label) {
    Sketch sketch;
    sketch.title = held_name(title, kLongestSketchTitle);
    Party client;
    client.id = PartyId("client");
    client.label = held_name(client_label, kLongestSketchName);
    client.kind = PartyKind::client;
    sketch.parties.push_back(std::move(client));
    return sketch;
}

const Party *find_party(const Sketch &sketch, const PartyId &party) {
    const auto found = find_by_id(sketch.parties, party);
    return found == sketch.parties.end() ? nullptr : &*found;
}

const Tie *find_tie(const Sketch &sketch, const TieId &tie) {
    const auto found = find_by_id(sketch.ties, tie);
    return found == sketch.ties.end() ? nullptr : &*found;
}

const Tie *tie_between(const Sketch &sketch, const PartyId &one, const PartyId &other) {
    for (const Tie &tie : sketch.ties)
        if ((tie.from == one && tie.to == other) || (tie.from == other && tie.to == one)) return &tie;
    return nullptr;
}

bool has_genogram_mark(PartyKind kind) {
    return kind == PartyKind::client || kind == PartyKind::household || kind == PartyKind::family;
}

MapPlace held_place(MapPlace place) {
    const auto held_number = [](double number) {
        return std::isfinite(number) ? std::round(std::clamp(number, -kFarthestSketchPlace, kFarthestSketchPlace))
                                     : 0.0;
    };
    return {held_number(place.x), held_number(place.y)};
}

std::string held_name(std::string_view name, std::size_t limit) {
    std::string sound = base::mend_utf8(name);
    for (char &c : sound)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return std::string(base::trim(base::first_code_points(base::trim(sound), limit)));
}

base::Result<Sketch> edited(Sketch sketch, const SketchEdit &edit) {
    return std::visit(Editor(std::move(sketch)), edit);
}

} // namespace tsunagi::model
