#include "view/script_stances.h"

#include <algorithm>
#include <utility>

#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using analysis::ComparedPart;
using analysis::DecisionComparison;
using analysis::Voice;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::size_t kNamesInFull = 3;
constexpr std::size_t kNameLimit = 30;

std::vector<std::size_t> of_profession(const std::vector<std::size_t> &who, const std::vector<Voice> &voices,
                                       LearnerProfession profession) {
    std::vector<std::size_t> found;
    for (const std::size_t voice : who)
        if (voices[voice].profession == profession) found.push_back(voice);
    return found;
}

std::pair<long long, long long> rank_of(const ComparedPart &part) {
    return {analysis::ranked(part.difference), analysis::ranked(part.disagreement)};
}

// The part that tells most of the split; as many as there are parts when nothing is split.
std::size_t main_part(const DecisionComparison &compared) {
    std::size_t best = compared.parts.size();
    for (std::size_t i = 0; i < compared.parts.size(); ++i) {
        if (!compared.parts[i].is_split()) continue;
        if (best == compared.parts.size() || rank_of(compared.parts[i]) > rank_of(compared.parts[best])) best = i;
    }
    return best;
}

// The alternative that most of a profession took, and how many that were; the first of those that are equal.
std::pair<std::size_t, int> most_taken(const ComparedPart &part, std::size_t profession, std::size_t but = 0xFFFF) {
    std::pair<std::size_t, int> best{0, 0};
    for (std::size_t i = 0; i < part.alternatives.size(); ++i)
        if (i != but && part.alternatives[i].by_profession[profession] > best.second)
            best = {i, part.alternatives[i].by_profession[profession]};
    return best;
}

// Two professions most of which decided differently: of all such pairs the one in which most of both are meant.
bool find_professions(const DecisionComparison &compared, std::size_t index, const std::vector<Voice> &voices,
                      StancePair &pair) {
    const ComparedPart &part = compared.parts[index];
    double most = 0.0;
    for (std::size_t p = 0; p < compared.professions.size(); ++p)
        for (std::size_t q = p + 1; q < compared.professions.size(); ++q) {
            const auto [mine, mine_count] = most_taken(part, p);
            const auto [yours, yours_count] = most_taken(part, q);
            if (mine_count == 0 || yours_count == 0 || mine == yours) continue;
            const double share = static_cast<double>(mine_count) / compared.votes.by_profession[p] +
                                 static_cast<double>(yours_count) / compared.votes.by_profession[q];
            if (share <= most) continue;
            most = share;
            pair.first = stance_at(compared, index, mine);
            pair.second = stance_at(compared, index, yours);
            pair.first->voices = of_profession(pair.first->voices, voices, compared.professions[p]);
            pair.second->voices = of_profession(pair.second->voices, voices, compared.professions[q]);
        }
    pair.split = ScriptSplit::professions;
    return pair.first.has_value();
}

// Most of every profession decided alike: the profession most of whose voices are on the other side.
void find_within(const DecisionComparison &compared, std::size_t index, const std::vector<Voice> &voices,
                 StancePair &pair) {
    const ComparedPart &part = compared.parts[index];
    int most = 0;
    for (std::size_t p = 0; p < compared.professions.size(); ++p) {
        const std::size_t first = most_taken(part, p).first;
        const auto [second, count] = most_taken(part, p, first);
        if (count <= most) continue;
        most = count;
        pair.first = stance_at(compared, index, first);
        pair.second = stance_at(compared, index, second);
        pair.first->voices = of_profession(pair.first->voices, voices, compared.professions[p]);
        pair.second->voices = of_profession(pair.second->voices, voices, compared.professions[p]);
        // A voice of many sessions can stand on both sides; it is named where it stands first.
        if (pair.first->voices == pair.second->voices) pair.second->voices.clear();
    }
    pair.split = ScriptSplit::within_profession;
}

std::size_t unanimous(const ComparedPart &part) {
    for (std::size_t i = 0; i < part.alternatives.size(); ++i)
        if (part.alternatives[i].total > 0) return i;
    return 0;
}

StancePair alike(const DecisionComparison &compared, const Answer *handbook) {
    StancePair pair;
    if (compared.parts.empty() || compared.votes.total == 0) return pair;
    analysis::TakenAlternatives team;
    if (handbook != nullptr && analysis::read_answer(compared.scene->interaction, *handbook, team))
        for (std::size_t i = 0; i < compared.parts.size(); ++i) {
            const std::size_t everybody = unanimous(compared.parts[i]);
            if (team[i] == everybody) continue;
            pair.split = ScriptSplit::alike_unlike_handbook;
            pair.first = stance_at(compared, i, everybody);
            pair.second = Stance{i, team[i], {}};
            return pair;
        }
    // Of a choice there is one thing to name; of many parts that are all alike none stands for the others.
    if (compared.parts.size() == 1) pair.first = stance_at(compared, 0, unanimous(compared.parts.front()));
    return pair;
}

} // namespace

StancePair stances_of(const DecisionComparison &compared, const std::vector<Voice> &voices, const Answer *handbook) {
    const std::size_t part = main_part(compared);
    if (part == compared.parts.size()) return alike(compared, handbook);
    StancePair pair;
    if (!find_professions(compared, part, voices, pair)) find_within(compared, part, voices, pair);
    return pair;
}

Stance stance_at(const DecisionComparison &compared, std::size_t part, std::size_t alternative) {
    return {part, alternative, analysis::voices_behind(compared.parts[part].alternatives[alternative])};
}

int other_splits(const DecisionComparison &compared, const StancePair &pair) {
    int count = 0;
    for (std::size_t i = 0; i < compared.parts.size(); ++i)
        if (compared.parts[i].is_split() && (!pair.first || i != pair.first->part)) ++count;
    return count;
}

std::string stance_text(const DecisionComparison &compared, const Stance &stance, const Texts &texts) {
    const ComparedPart &part = compared.parts[stance.part];
    const Interaction &interaction = compared.scene->interaction;
    std::string text;
    if (std::holds_alternative<analysis::ChoicePart>(part.subject)) {
        text = std::get<ChooseOne>(interaction).options[stance.alternative].text;
    } else if (const auto *item = std::get_if<analysis::ItemPart>(&part.subject)) {
        const bool is_taken = stance.alternative == analysis::kItemTaken;
        text = texts.format(is_taken ? Text::script_item_taken : Text::script_item_left,
                            fmt::arg("item", item->item->text));
    } else if (const auto *cell = std::get_if<analysis::CellPart>(&part.subject)) {
        const Mark mark = analysis::cell_marks(std::get<AssignGrid>(interaction).kind)[stance.alternative];
        text = texts.format(Text::script_cell, fmt::arg("row", cell->row->text), fmt::arg("column", cell->column->text),
                            fmt::arg("mark", mark_view(mark, texts).word));
    } else if (const auto *steps = std::get_if<analysis::PairPart>(&part.subject)) {
        const bool is_first = stance.alternative == analysis::kFirstBefore;
        text = texts.format(Text::script_pair, fmt::arg("before", is_first ? steps->first->text : steps->second->text),
                            fmt::arg("after", is_first ? steps->second->text : steps->first->text));
    }
    return quotable(text, texts);
}

std::string who_text(const std::vector<std::size_t> &who, const std::vector<Voice> &voices, const Texts &texts) {
    // Profession by profession, in the order in which they are first met.
    std::vector<std::pair<LearnerProfession, std::string>> named;
    for (std::size_t i = 0; i < who.size() && i < kNamesInFull; ++i) {
        const Voice &voice = voices[who[i]];
        auto found =
            std::find_if(named.begin(), named.end(), [&](const auto &each) { return each.first == voice.profession; });
        if (found == named.end()) found = named.insert(found, {voice.profession, std::string()});
        const std::string name = quote_of(voice.name, kNameLimit, texts);
        if (!found->second.empty() && !name.empty()) found->second += texts(Text::script_name_between);
        found->second += name;
    }
    std::string all;
    for (const auto &[profession, names] : named) {
        const std::string &word = profession_name(profession, texts);
        if (!all.empty()) all += texts(Text::script_profession_between);
        all += names.empty() || names == word
                   ? word
                   : texts.format(Text::script_name, fmt::arg("names", names), fmt::arg("profession", word));
    }
    if (who.size() <= kNamesInFull) return all;
    return texts.format(Text::script_names_more, fmt::arg("names", all), fmt::arg("n", who.size() - kNamesInFull));
}

} // namespace tsunagi::view
