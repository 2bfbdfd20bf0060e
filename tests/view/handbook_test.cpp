// The reference: chapters, what is found, entries with their figures, and where a case exercised them.

#include "view/handbook_view.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "view/fixture.h"

using namespace tsunagi;
using namespace tsunagi::model;
using namespace tsunagi::view;

namespace {

HandbookView view_at(const HandbookPlace &place, const std::string &query = {},
                     const std::vector<PlayedCase> &cases = {}, const i18n::Texts &texts = test::ja()) {
    static const HandbookIndex index(test::handbook());
    return handbook_view(place, query, test::handbook(), index, cases, {}, texts);
}

HandbookEntryView entry(const std::string &id, const std::vector<PlayedCase> &cases = {}) {
    HandbookPlace place;
    go_to(place, HandbookId(id), test::handbook());
    REQUIRE(place.entry.value == id);
    const HandbookView view = view_at(place, {}, cases);
    REQUIRE(view.entry);
    return *view.entry;
}

PlayedCase played(const std::string &play) {
    const Session session = test::session_of(play);
    PlayedCase result{&test::cpp1(), SessionId("s"), {}};
    for (const Decision &decision : session.decisions) result.scenes.push_back(decision.scene);
    return result;
}

bool has_scene(const HandbookEntryView &view, const std::string &scene) {
    return std::any_of(view.exercises.begin(), view.exercises.end(),
                       [&](const ExerciseView &exercise) { return exercise.scene.value == scene; });
}

} // namespace

TEST_CASE("every entry stands in exactly one list of its chapter, in both languages without faults") {
    for (const auto *texts : {&test::ja(), &test::en()}) {
        std::size_t listed = 0;
        for (std::size_t i = 0; i < kHandbookChapterWords.size(); ++i) {
            HandbookPlace place;
            open_chapter(place, static_cast<HandbookChapter>(i), test::handbook(), *texts);
            const HandbookView view = view_at(place, {}, {}, *texts);
            CAPTURE(view.list_title);
            CHECK(test::fault_of(view.list_title).empty());
            REQUIRE(view.entry);
            CHECK(view.sections.front().rows.front().is_chosen);
            for (const HandbookSection &section : view.sections) {
                CHECK(test::fault_of(section.title).empty());
                CHECK_FALSE(section.rows.empty());
                listed += section.rows.size();
            }
        }
        CHECK(listed == test::handbook().entries.size());
    }
}

TEST_CASE("every entry can be read: no text is missing and every reference resolves") {
    for (const HandbookEntry &known : test::handbook().entries) {
        CAPTURE(known.id.value);
        const HandbookEntryView view = entry(known.id.value);
        for (const std::string *text : {&view.title, &view.source, &view.summary, &view.exercises_note})
            CHECK(test::fault_of(*text).empty());
        for (const ReferenceView &ref : view.related) CHECK(test::handbook().find(ref.id) != nullptr);
    }
}

TEST_CASE("what product.md lists is there, each as the figure it is") {
    CHECK(std::holds_alternative<FlowFigure>(entry("page-case-management").figure));
    CHECK(std::holds_alternative<TableExhibit>(entry("page-models").figure));
    CHECK(std::holds_alternative<TableExhibit>(entry("page-points").figure));
    CHECK(std::holds_alternative<TableExhibit>(entry("page-resources").figure));
    CHECK(std::holds_alternative<TableExhibit>(entry("page-abbreviations").figure));
    CHECK(std::holds_alternative<TableExhibit>(entry("page-team").figure));
    CHECK(std::holds_alternative<FeeView>(entry("page-fees").figure));
    for (const char *table : {"page-roles-cpp", "page-roles-ot"}) {
        const auto figure = std::get<TableExhibit>(entry(table).figure);
        CHECK(figure.columns.size() == 3);
        REQUIRE(figure.rows.size() == 6);
        for (const TableExhibit::Row &row : figure.rows) {
            CHECK(row.cells.size() == 2);
            REQUIRE(row.cell_refs.size() == 2);
            for (const HandbookId &ref : row.cell_refs) CHECK(test::handbook().find(ref) != nullptr);
        }
    }
    const auto functions = std::get<EntriesFigure>(entry("page-functions").figure);
    REQUIRE(functions.groups.size() == 2);
    CHECK(functions.groups[0].cells.size() == 6);
    CHECK(functions.groups[1].cells.size() == 9);
    CHECK(std::get<EntriesFigure>(entry("page-steps").figure).groups.front().cells.size() == 9);
    CHECK(std::get<EntriesFigure>(entry("page-icmss").figure).groups.front().cells.size() == 15);
    CHECK(std::get<EntriesFigure>(entry("page-effects-ot").figure).groups.size() == 1);

    // The way back from evaluation to assessment is drawn beside the steps.
    const auto flow = std::get<FlowFigure>(entry("page-case-management").figure);
    REQUIRE(flow.nodes.size() == 7);
    REQUIRE(flow.links.size() == 1);
    CHECK(flow.links.front().from == 5);
    CHECK(flow.links.front().to == 1);
    CHECK(std::count(flow.has_arrow.begin(), flow.has_arrow.end(), true) == 6);
}

TEST_CASE("the share of work: the figures of the slide, the two groups, and bars that keep their proportion") {
    const auto bars = std::get<BarsFigure>(entry("page-work-share").figure);
    REQUIRE(bars.bars.size() == 16);
    REQUIRE(bars.groups.size() == 2);
    CHECK(bars.groups[0].value == "47.3 %");
    CHECK(bars.groups[1].value == "35.2 %");
    const auto longest = std::max_element(bars.bars.begin(), bars.bars.end(),
                                          [](const auto &a, const auto &b) { return a.share < b.share; });
    CHECK(longest->value == "23.0 %");
    CHECK(longest->share == doctest::Approx(1.0));
    CHECK(bars.bars.front().value == "0.7 %");
    CHECK(bars.bars.front().share == doctest::Approx(7.0 / 230.0));
    int linking = 0;
    for (const BarsFigure::Bar &bar : bars.bars)
        if (bar.group == 0) ++linking;
    CHECK(linking == 3);
    CHECK(bars.groups[0].sign != bars.groups[1].sign); // never colour alone
    const auto pairs = std::get<PairsFigure>(entry("page-outpatient-results").figure);
    REQUIRE(pairs.pairs.size() == 3);
    CHECK(pairs.pairs[0].before == "0.42");
    CHECK(pairs.pairs[0].after == "0.14");
    CHECK(pairs.pairs[0].after_share == doctest::Approx(14.0 / 42.0));
}

TEST_CASE("the evidence says outcome by outcome what is known and what is not") {
    const auto outcomes = std::get<OutcomesFigure>(entry("page-cochrane").figure);
    std::array<int, kComparisonWords.size()> count{};
    for (const OutcomeLine &line : outcomes.rows) {
        CHECK_FALSE(line.meaning.empty());
        CHECK_FALSE(line.word.empty());
        ++count[static_cast<std::size_t>(line.result)];
    }
    CHECK(count[static_cast<std::size_t>(Comparison::less)] == 2);
    CHECK(count[static_cast<std::size_t>(Comparison::more)] == 1);
    CHECK(count[static_cast<std::size_t>(Comparison::same)] == 1);
    CHECK(count[static_cast<std::size_t>(Comparison::unknown)] == 3);
}

TEST_CASE("a search lists what was found with its chapter; nothing found says what to try") {
    HandbookPlace place;
    const HandbookView found = view_at(place, "らぽーる");
    CHECK(found.is_search);
    REQUIRE(found.sections.size() == 1);
    REQUIRE_FALSE(found.sections.front().rows.empty());
    CHECK(found.sections.front().rows.front().id == "term-rapport");
    CHECK(found.sections.front().rows.front().side == test::ja()(i18n::Text::handbook_chapter_glossary));
    // "act" is also in "contact": what begins with the word comes first.
    CHECK(view_at(place, "ＡＣＴ").sections.front().rows.front().id == "term-act");
    const HandbookView none = view_at(place, "zzz");
    CHECK(none.list_title == test::ja()(i18n::Text::handbook_nothing_found));
    CHECK_FALSE(view_at(place, "　").is_search);
}

TEST_CASE("one goes from entry to entry and back the way one came") {
    HandbookPlace place;
    go_to(place, HandbookId("p2"), test::handbook());
    CHECK(place.chapter == HandbookChapter::points);
    go_to(place, HandbookId("term-rapport"), test::handbook());
    CHECK(place.chapter == HandbookChapter::glossary);
    go_to(place, HandbookId("nobody"), test::handbook());
    CHECK(place.entry.value == "term-rapport");
    go_to(place, HandbookId("term-rapport"), test::handbook());
    CHECK(place.before.size() == 1);
    step_back(place, test::handbook());
    CHECK(place.entry.value == "p2");
    CHECK(place.chapter == HandbookChapter::points);
    step_back(place, test::handbook());
    CHECK(place.entry.value == "p2");
}

TEST_CASE("an entry leads to the decisions on the path that exercise it, and not before the case is played") {
    const HandbookEntryView unplayed = entry("cpp.outreach.strength", {PlayedCase{&test::cpp1(), std::nullopt, {}}});
    CHECK(unplayed.exercises.empty());
    CHECK_FALSE(unplayed.exercises_note.empty());

    // By credit on a cell, by a reason's reference, by function and by step.
    CHECK(has_scene(entry("cpp.outreach.strength", {played("handbook")}), "checkup"));
    CHECK(has_scene(entry("case-cpp-1-outcome", {played("handbook")}), "closing"));
    CHECK(has_scene(entry("f7", {played("handbook")}), "checkup"));
    CHECK(has_scene(entry("s9", {played("handbook")}), "closing"));
    CHECK_FALSE(has_scene(entry("s9", {played("handbook")}), "checkup"));
    // Scenes that were only read, or not on this path, are not listed.
    CHECK_FALSE(has_scene(entry("s1", {played("handbook")}), "referral"));
    for (const ExerciseView &exercise : entry("p1", {played("e-gone-early")}).exercises) {
        const Session session = test::session_of("e-gone-early");
        CHECK(std::any_of(session.decisions.begin(), session.decisions.end(),
                          [&](const Decision &decision) { return decision.scene == exercise.scene; }));
    }
}

TEST_CASE("what tells how a case went is held back until it was played") {
    CHECK_FALSE(entry("case-cpp-1-outcome", {PlayedCase{&test::cpp1(), std::nullopt, {}}}).spoiler.empty());
    CHECK(entry("case-cpp-1-outcome", {played("handbook")}).spoiler.empty());
    CHECK(entry("p1", {PlayedCase{&test::cpp1(), std::nullopt, {}}}).spoiler.empty());
}
