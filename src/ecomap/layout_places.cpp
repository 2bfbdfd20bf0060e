#include "ecomap/layout_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ecomap/layout_costs.h"

namespace tsunagi::ecomap {

namespace {

constexpr std::array<float, 7> kBulges = {0.0F, -0.12F, 0.12F, -0.25F, 0.25F, -0.4F, 0.4F};

class Search {
  public:
    explicit Search(const Network &network) : network_(network), places_(network), costs_(network, places_) {
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (places_.region(i) != Region::client) movable_.push_back(i);
        for (const Region region : {Region::left, Region::right, Region::above, Region::below}) {
            const std::size_t count = places_.members(region).size();
            const std::size_t fitting = is_side(region) ? 6 : 4;
            lanes_[static_cast<std::size_t>(region)] =
                std::max(is_side(region) ? 2 : 1, static_cast<int>((count + fitting - 1) / fitting));
        }
        slots_ = 6;
        while (slots_ < static_cast<int>(places_.members(Region::home).size())) slots_ += 6;
    }

    struct Finding {
        float cost = std::numeric_limits<float>::max();
        std::vector<Point> places;
    };

    Finding run(std::uint64_t seed, int steps) {
        Dice dice(seed);
        Plan plan = first_plan(dice);
        std::vector<Point> at;
        const float crowding = places_.arrange(plan, at);
        Assessment now = costs_.assess(plan, at, crowding);
        Finding best{now.cost, now.places};
        Plan trial;
        Assessment after;
        for (int step = 0; step < steps; ++step) {
            const float left = 1.0F - static_cast<float>(step) / static_cast<float>(steps);
            const float heat = 14.0F * left * left + 0.05F;
            const float limit = now.cost - heat * std::log(dice.share() + 1e-6F);
            trial = plan;
            after = now;
            const std::size_t bent = change(trial, left, dice);
            bool is_taken = false;
            if (bent == kNobody) {
                const float crowded = places_.arrange(trial, at);
                is_taken = costs_.reassess(trial, at, crowded, limit, after);
            } else {
                is_taken = costs_.reassess(trial, bent, limit, after);
            }
            if (!is_taken) continue;
            std::swap(plan, trial);
            std::swap(now, after);
            settle(plan, now.places);
            if (now.cost < best.cost) best = {now.cost, now.places};
        }
        return best;
    }

    [[nodiscard]] bool has_choice() const { return !movable_.empty(); }

  private:
    [[nodiscard]] int lanes(Region region) const { return lanes_[static_cast<std::size_t>(region)]; }

    // Those with most to do with the client on the inner lanes, spread evenly.
    Plan first_plan(Dice &dice) {
        Plan plan;
        plan.wishes.resize(places_.size());
        plan.bulges.assign(network_.links.size(), 0.0F);
        for (const Region region : {Region::left, Region::right, Region::above, Region::below}) {
            std::vector<std::size_t> members = places_.members(region);
            std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
                return network_.closeness[a] > network_.closeness[b];
            });
            const auto count = static_cast<int>(members.size());
            const int used = count <= 3 ? 1 : lanes(region);
            const int fitting = std::max(1, (count + used - 1) / used);
            for (int k = 0; k < count; ++k) {
                Wish &wish = plan.wishes[members[static_cast<std::size_t>(k)]];
                wish.lane = k / fitting;
                wish.along = 150.0F * dice.either_way();
            }
        }
        int place = 0;
        for (const std::size_t i : places_.members(Region::home)) {
            plan.wishes[i].lane = kFirstPlaces[static_cast<std::size_t>(place % 6)] + place / 6 * 6;
            ++place;
        }
        return plan;
    }

    // Changes one thing; the link whose bulge it was, or nobody.
    std::size_t change(Plan &plan, float left, Dice &dice) {
        const float kind = dice.share();
        if (kind < 0.3F && !plan.bulges.empty()) {
            const std::size_t link = dice.index(plan.bulges.size());
            plan.bulges[link] = kBulges[dice.index(kBulges.size())];
            return link;
        }
        const std::size_t party = movable_[dice.index(movable_.size())];
        const Region region = places_.region(party);
        Wish &wish = plan.wishes[party];
        if (region == Region::home) {
            move_home(plan, party, static_cast<int>(dice.index(static_cast<std::size_t>(slots_))));
        } else if (kind < 0.6F) {
            wish.along += dice.either_way() * (12.0F + 70.0F * left);
        } else if (kind < 0.85F) {
            const std::size_t other = movable_[dice.index(movable_.size())];
            if (places_.region(other) == region) std::swap(wish, plan.wishes[other]);
        } else {
            wish.lane = static_cast<int>(dice.index(static_cast<std::size_t>(lanes(region))));
            wish.along = dice.either_way() * 220.0F;
        }
        return kNobody;
    }

    void move_home(Plan &plan, std::size_t party, int place) const {
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (places_.region(i) == Region::home && plan.wishes[i].lane == place)
                plan.wishes[i].lane = plan.wishes[party].lane;
        plan.wishes[party].lane = place;
    }

    // Wishes become what was granted, so that they do not pile up behind each other.
    void settle(Plan &plan, const std::vector<Point> &at) const {
        for (const std::size_t i : movable_) {
            const Region region = places_.region(i);
            if (is_side(region)) plan.wishes[i].along = at[i].y;
            if (is_row(region)) plan.wishes[i].along = at[i].x;
        }
    }

    static constexpr std::array<int, 6> kFirstPlaces = {1, 4, 0, 2, 3, 5};

    const Network &network_;
    Places places_;
    Costs costs_;
    std::vector<std::size_t> movable_;
    std::array<int, 6> lanes_ = {};
    int slots_ = 6;
};

constexpr int kRuns = 7;
constexpr std::size_t kKept = 4; // findings that are worth drawing ties for

int steps_for(const Network &network) {
    const std::size_t links = network.links.size();
    const std::size_t work = 40 + links * (links + network.parties.size());
    return static_cast<int>(std::clamp<std::size_t>(6000000 / work, 400, 8000));
}

} // namespace

std::vector<std::vector<Point>> find_places(const Network &network) {
    Search search(network);
    if (!search.has_choice()) return {std::vector<Point>(network.parties.size())};
    std::vector<Search::Finding> findings;
    for (int run = 0; run < kRuns; ++run)
        findings.push_back(search.run(static_cast<std::uint64_t>(run) * 977U + 17U, steps_for(network)));
    std::stable_sort(findings.begin(), findings.end(), [](const auto &a, const auto &b) { return a.cost < b.cost; });
    findings.resize(kKept);
    std::vector<std::vector<Point>> places;
    for (Search::Finding &finding : findings) places.push_back(std::move(finding.places));
    return places;
}

} // namespace tsunagi::ecomap
