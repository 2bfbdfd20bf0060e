#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "base/id.h"
#include "base/problem.h"
#include "base/result.h"

using namespace tsunagi::base;

TEST_CASE("a result holds a value or an error") {
    const Result<int> good = 7;
    CHECK(good.is_ok());
    CHECK(static_cast<bool>(good));
    CHECK(*good == 7);
    CHECK(good.value() == 7);

    const Result<int> bad = Error{"no-file", "/tmp/x"};
    CHECK_FALSE(bad.is_ok());
    CHECK_FALSE(static_cast<bool>(bad));
    CHECK(bad.error().code == "no-file");
    CHECK(bad.error().detail == "/tmp/x");
}

TEST_CASE("a result can hold an Error's own kind of text and things that only move") {
    Result<std::string> text = std::string("abc");
    text.value() += "d";
    CHECK(*text == "abcd");
    CHECK(text->size() == 4);

    Result<std::unique_ptr<int>> held = std::make_unique<int>(3);
    const std::unique_ptr<int> taken = std::move(held).value();
    CHECK(*taken == 3);
}

TEST_CASE("a status is good unless it was given an error") {
    CHECK(Status{}.is_ok());
    const Status bad = Error{"store-locked", ""};
    CHECK_FALSE(static_cast<bool>(bad));
    CHECK(bad.error().code == "store-locked");
}

TEST_CASE("ids are compared and ordered by their text") {
    using CupId = Id<struct CupTag>;
    CHECK(CupId("a") == CupId("a"));
    CHECK(CupId("a") != CupId("b"));
    CHECK(CupId("a") < CupId("b"));
    CHECK_FALSE(CupId("b") < CupId("a"));
    CHECK(CupId().is_empty());
    CHECK_FALSE(CupId("a").is_empty());
    static_assert(!std::is_convertible_v<std::string, CupId>, "text does not become an id by accident");
    static_assert(!std::is_same_v<CupId, Id<struct SpoonTag>>);
}

TEST_CASE("warnings alone are not an error") {
    Problems problems;
    CHECK_FALSE(has_error(problems));
    problems.push_back({Severity::warning, "a.json", 1, "", "long-text", {}});
    CHECK_FALSE(has_error(problems));
    problems.push_back({Severity::error, "a.json", 2, "/id", "unknown-id", {}});
    CHECK(has_error(problems));
}
