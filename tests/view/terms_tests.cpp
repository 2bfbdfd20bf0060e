#include <set>
#include <string>

#include <doctest/doctest.h>

#include "view/fixture.h"
#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/terms.h"

using namespace tsunagi;
using namespace tsunagi::view;

namespace {

/// The words found, with "|" between them.
std::string found_in(const std::string &text) {
    static const TermFinder finder(test::handbook());
    TermsView met;
    std::string words;
    for (const TermMark &mark : finder.find(text, met, test::ja())) {
        const std::string word = text.substr(mark.begin, mark.end - mark.begin);
        CHECK(met.terms[mark.term].word == word);
        words += (words.empty() ? "" : "|") + word;
    }
    return words;
}

} // namespace

TEST_CASE("terms of the glossary are found by title and by their other words, the longest first") {
    CHECK(found_in("四度目の措置入院になった。") == "措置入院");
    CHECK(found_in("要対協の枠に乗れば") == "要対協");
    CHECK(found_in("地域包括支援センターに電話で") == "地域包括支援センター");
    CHECK(found_in("生活保護担当は席にいない") == "生活保護担当");
    CHECK(found_in("ICMSS の項目と、ｉｃｍｓｓ") == "ICMSS"); // only where it is met first
    CHECK(found_in("") == "");
    CHECK(found_in("雨が降っていた。") == "");
}

TEST_CASE("a part of another word is not a term") {
    CHECK(found_in("トラウマインフォームドケア") == "トラウマインフォームドケア");
    CHECK(found_in("リカバリールーム") == "");
    CHECK(found_in("プリトラウマ") == "");
    CHECK(found_in("IMPACT と ROT") == "");
    CHECK(found_in("認知症の診断") == ""); // 認知 of a child is another matter
    CHECK(found_in("契約の更新") == "");
}

TEST_CASE("a scene marks each term once, over all its paragraphs, and lists it with its explanation") {
    const TermFinder finder(test::handbook());
    SceneView scene;
    scene.paragraphs = {"児童相談所は、乳児院を探している。", "児童相談所と公認心理師。"};
    mark_terms(scene, finder, test::ja());
    REQUIRE(scene.terms.terms.size() == 3);
    CHECK(scene.terms.terms[0].id == "term-child-guidance-center");
    CHECK(scene.terms.terms[0].about == "児童相談所\n" + test::handbook().find("term-child-guidance-center")->summary);
    CHECK(scene.terms.row == "ことば：児童相談所、乳児院、公認心理師");
    REQUIRE(scene.paragraph_marks.size() == 2);
    CHECK(scene.paragraph_marks[0].size() == 2);
    CHECK(scene.paragraph_marks[1].size() == 1);
    CHECK(marks_of(scene.paragraph_marks, 7).empty());
    mark_terms(scene, finder, test::ja()); // once more finds the same
    CHECK(scene.terms.terms.size() == 3);
    SceneView plain;
    plain.paragraphs = {"雨。"};
    mark_terms(plain, finder, test::ja());
    CHECK(plain.terms.row.empty());
}

TEST_CASE("an outcome marks what happened and the reasons") {
    const TermFinder finder(test::handbook());
    OutcomeView outcome;
    outcome.consequences = {"保健所から電話が来た。"};
    outcome.reasons.resize(2);
    outcome.reasons[0].reason = "保健所が先。";
    outcome.reasons[1].reason = "守秘義務のもとで伝える。";
    mark_terms(outcome, finder, test::ja());
    CHECK(outcome.consequence_marks[0].size() == 1);
    CHECK(outcome.reasons[0].marks.empty());
    CHECK(outcome.reasons[1].marks.size() == 1);
    CHECK(outcome.terms.terms.size() == 2);
}

TEST_CASE("no word belongs to two entries of the glossary, and only the glossary is looked through") {
    std::set<std::string> words;
    for (const model::HandbookEntry &entry : test::handbook().entries) {
        if (entry.kind != model::HandbookKind::term) {
            CHECK(entry.words.empty());
            continue;
        }
        for (const std::string &word : entry.words.empty() ? std::vector{entry.title.ja} : entry.words)
            CHECK_MESSAGE(words.insert(word).second, entry.id.value, ": ", word);
    }
    CHECK(words.size() > 150);
    for (const model::HandbookEntry &entry : test::handbook().entries)
        if (entry.kind == model::HandbookKind::case_) CHECK(words.count(entry.title.ja) == 0);
}
