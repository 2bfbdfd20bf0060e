// Disagreement and difference between professions, with the arithmetic done by hand.

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "analysis/disagreement.h"
#include "analysis/panel.h"
#include "support/random.h"

using namespace tsunagi;
using analysis::difference_between;
using analysis::disagreement;
using analysis::entropy;
using analysis::Votes;
using doctest::Approx;

TEST_CASE("entropy in nats") {
    CHECK(entropy({}) == 0.0);
    CHECK(entropy({0, 0}) == 0.0);
    CHECK(entropy({7, 0, 0}) == 0.0);
    CHECK(entropy({3, 3}) == Approx(0.693147180559945)); // ln 2
    // 2 of 6 and 4 of 6: -(1/3 ln 1/3 + 2/3 ln 2/3) = 0.366204 + 0.270310
    CHECK(entropy({2, 4, 0, 0}) == Approx(0.636514168294813));
    CHECK(entropy({1, 1, 2}) == Approx(1.039720770839918)); // 1.5 ln 2
}

TEST_CASE("disagreement: 0 when all are alike, 1 when so many votes cannot be further apart") {
    // 2 A, 4 B of four options, 6 votes: 0.636514 / ln 4 = 0.636514 / 1.386294
    CHECK(disagreement({2, 4, 0, 0}) == Approx(0.459147917027245));
    CHECK(disagreement({}) == 0.0);
    CHECK(disagreement({0, 0, 0}) == 0.0);
    CHECK(disagreement({1, 0, 0}) == 0.0); // one vote agrees with itself
    CHECK(disagreement({5}) == 0.0);       // nothing else could be chosen
    CHECK(disagreement({0, 6, 0}) == 0.0);
    // Three votes, five options: ln 3 / ln min(5, 3). With ln 5 below it could not come to 1.
    CHECK(disagreement({1, 1, 1, 0, 0}) == Approx(1.0));
    CHECK(disagreement({2, 1, 0, 0, 0}) == Approx(0.636514168294813 / std::log(3.0)));
    // Two votes, two options.
    CHECK(disagreement({1, 1}) == Approx(1.0));
    // 100 votes evenly over four.
    CHECK(disagreement({25, 25, 25, 25}) == Approx(1.0));
    // The order of the alternatives makes no difference, options nobody took only as far as they could have been taken.
    CHECK(disagreement({0, 4, 0, 2}) == disagreement({2, 4, 0, 0}));
    CHECK(disagreement({2, 4}) == Approx(0.918295834054490)); // 0.636514 / ln 2
}

TEST_CASE("difference between professions: how far their distributions are apart") {
    // OT: A, A, B; CPP: B, B, B. Means: A 1/3, B 2/3. H(mean) = 0.636514; mean H = (0.636514 + 0) / 2 = 0.318257;
    // the divergence 0.318257, divided by ln min(4, 2) = 0.693147.
    CHECK(difference_between({{2, 1, 0, 0}, {0, 3, 0, 0}}) == Approx(0.459147917027245));
    // Nothing in common.
    CHECK(difference_between({{3, 0}, {0, 1}}) == Approx(1.0));
    CHECK(difference_between({{3, 0, 0}, {0, 1, 0}, {0, 0, 9}}) == Approx(1.0));
    // Three professions, but two alternatives: ln min(2, 3). Means 2/3, 1/3: 0.636514 / 0.693147.
    CHECK(difference_between({{1, 0}, {1, 0}, {0, 1}}) == Approx(0.918295834054490));
    // The same shares, however many votes; and each profession weighs the same.
    CHECK(difference_between({{1, 2}, {50, 100}}) == Approx(0.0));
    CHECK(difference_between({{2, 1}, {0, 3}}) == difference_between({{20, 10}, {0, 300}}));
    // One profession, none, or one that did not vote.
    CHECK(difference_between({}) == 0.0);
    CHECK(difference_between({{4, 2}}) == 0.0);
    CHECK(difference_between({{4, 2}, {0, 0}}) == 0.0);
    CHECK(difference_between({{0, 0}, {0, 0}}) == 0.0);
    CHECK(difference_between({{4}, {2}}) == 0.0);
    // A profession without votes is not one that differs: as without it.
    CHECK(difference_between({{2, 1}, {0, 0}, {0, 3}}) == difference_between({{2, 1}, {0, 3}}));
}

TEST_CASE("both figures stay between 0 and 1, and do not depend on the order of professions or alternatives") {
    test::Random random(3);
    for (int round = 0; round < 2'000; ++round) {
        const auto alternatives = static_cast<std::size_t>(random.between(1, 6));
        std::vector<Votes> professions(static_cast<std::size_t>(random.between(1, 5)), Votes(alternatives, 0));
        Votes all(alternatives, 0);
        for (Votes &votes : professions)
            for (std::size_t i = 0; i < alternatives; ++i)
                if (random.chance(1, 2)) all[i] += votes[i] = random.between(0, 4);
        const double apart = difference_between(professions);
        CHECK(apart >= 0.0);
        CHECK(apart <= 1.0);
        CHECK(disagreement(all) >= 0.0);
        CHECK(disagreement(all) <= 1.0);
        // Where all votes are alike, professions are too.
        if (entropy(all) == 0.0) CHECK(apart == Approx(0.0));
        std::vector<Votes> turned(professions.rbegin(), professions.rend());
        for (Votes &votes : turned) votes = Votes(votes.rbegin(), votes.rend());
        CHECK(difference_between(turned) == Approx(apart));
        CHECK(disagreement(Votes(all.rbegin(), all.rend())) == Approx(disagreement(all)));
    }
}

TEST_CASE("a panel of ten or more: votes by the votes of the most chosen") {
    using analysis::panel_credit;
    CHECK(!panel_credit({}));
    CHECK(!panel_credit({0, 0}));
    CHECK(!panel_credit({5, 4})); // nine
    const auto credit = panel_credit({6, 3, 1, 0});
    REQUIRE(credit);
    REQUIRE(credit->size() == 4);
    const std::vector<int> votes = {6, 3, 1, 0}; // 6/6, 3/6, 1/6, 0/6
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK((*credit)[i].votes == votes[i]);
        CHECK((*credit)[i].modal == 6);
    }
    // Two that are chosen most: both full.
    const auto tied = panel_credit({5, 5});
    REQUIRE(tied);
    CHECK((*tied)[1].votes == (*tied)[1].modal);
}
