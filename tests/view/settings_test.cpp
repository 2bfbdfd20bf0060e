#include <doctest/doctest.h>

#include "view/fixture.h"
#include "view/settings_view.h"
#include "view/trouble_view.h"

using namespace tsunagi;

TEST_CASE("settings show what is set, within what can be set") {
    const auto settings =
        view::settings_view({300, "dark", i18n::Language::en, true, "/data/tsunagi.db", "0.2.0"}, test::en());
    CHECK(settings.text_percent == 250);
    CHECK(settings.theme_word == "dark");
    CHECK(settings.language == i18n::Language::en);
    CHECK(settings.is_motion_reduced);
    CHECK(settings.data_path == "/data/tsunagi.db");
    CHECK(settings.version == "Tsunagi 0.2.0");
    CHECK(view::settings_view({10, "light", i18n::Language::ja, false, "", ""}, test::ja()).text_percent == 80);
}

TEST_CASE("every way the database can fail has words of its own in both languages") {
    for (const char *code :
         {"store-open", "store-newer", "store-damaged", "store-busy", "store-readonly", "store-full", "store-io"})
        for (const i18n::Texts *texts : {&test::ja(), &test::en()}) {
            const auto trouble = view::trouble_view({{code, "cause"}, "/data/tsunagi.db", {}, {}}, *texts);
            CHECK(test::fault_of(trouble.what) == "");
            CHECK(trouble.detail == "cause");
            CHECK(trouble.path == "/data/tsunagi.db");
            CHECK(trouble.copy_result.empty());
        }
}

TEST_CASE("where a copy is, or why there is none, is told") {
    view::TroubleInfo info{{"store-damaged", ""}, "/data/tsunagi.db", "/home/aoi/copy.db", {}};
    CHECK(view::trouble_view(info, test::ja()).copy_result == "写しを保存しました：/home/aoi/copy.db");
    CHECK_FALSE(view::trouble_view(info, test::ja()).has_copy_failed);
    info.copy_error = base::Error{"store-full", ""};
    const auto failed = view::trouble_view(info, test::ja());
    CHECK(failed.has_copy_failed);
    CHECK(failed.copy_result.find("空きがありません") != std::string::npos);
}
