#include "view/tie_words.h"

#include <algorithm>

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;
using model::Party;
using model::PartyId;
using model::Tie;
using model::TieFlow;
using model::TieState;
using model::TieStatus;

namespace {

const std::string &name_of(const std::vector<Party> &parties, const PartyId &id) {
    const auto found = std::find_if(parties.begin(), parties.end(), [&](const Party &party) { return party.id == id; });
    return found == parties.end() ? id.value : found->label;
}

std::string short_told(const TieState &state, const Texts &texts) {
    std::string told = tie_strength(state, texts);
    if (state.stress && state.status != TieStatus::hidden) told += texts(Text::change_tie_stress);
    return told;
}

} // namespace

std::string tie_ends(const Tie &tie, const std::vector<Party> &parties, const Texts &texts) {
    return texts.format(Text::ecomap_who, fmt::arg("from", name_of(parties, tie.from)),
                        fmt::arg("to", name_of(parties, tie.to)));
}

std::string tie_strength(const TieState &state, const Texts &texts) {
    if (state.status != TieStatus::active)
        return texts.named("tie_status." + std::string(word_of(state.status, model::kTieStatusWords)));
    return texts.named("tie_strength." + std::string(word_of(state.strength, model::kTieStrengthWords)));
}

std::string tie_flow(const Tie &tie, TieFlow flow, const std::vector<Party> &parties, const Texts &texts) {
    const auto from_to = [&](const PartyId &giver, const PartyId &taker) {
        return texts.format(Text::ecomap_flow, fmt::arg("giver", name_of(parties, giver)),
                            fmt::arg("taker", name_of(parties, taker)));
    };
    switch (flow) {
    case TieFlow::forward: return from_to(tie.from, tie.to);
    case TieFlow::backward: return from_to(tie.to, tie.from);
    case TieFlow::both: return texts(Text::ecomap_flow_both);
    case TieFlow::none: break;
    }
    return texts(Text::ecomap_flow_none);
}

bool is_alike(const TieState &a, const TieState &b) {
    if (a.status != b.status) return false;
    if (a.status == TieStatus::hidden) return true;
    if (a.stress != b.stress) return false;
    if (a.status == TieStatus::broken) return true;
    return a.flow == b.flow && (a.status == TieStatus::planned || a.strength == b.strength);
}

std::string told_change(const Tie &tie, const TieState &before, const TieState &after, const std::string &because,
                        const std::vector<Party> &parties, const Texts &texts) {
    std::string then = short_told(before, texts);
    std::string now = short_told(after, texts);
    if (then == now) { // only the flow
        then = tie_flow(tie, before.flow, parties, texts);
        now = tie_flow(tie, after.flow, parties, texts);
    }
    std::string told = texts.format(Text::ecomap_changed, fmt::arg("who", tie_ends(tie, parties, texts)),
                                    fmt::arg("before", then), fmt::arg("after", now));
    if (!because.empty()) told += texts.format(Text::ecomap_changed_why, fmt::arg("because", because));
    return told;
}

} // namespace tsunagi::view
