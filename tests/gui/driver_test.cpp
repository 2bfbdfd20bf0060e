// The driver is proved on windows of its own before any screen relies on it.

#include "gui/driver.h"

#include <array>
#include <set>

#include <doctest/doctest.h>
#include <imgui_stdlib.h>

using tsunagi::gui::Driver;
using tsunagi::gui::DriverError;
using tsunagi::gui::Item;

namespace {

// A window of fixed size at the top left corner: what a screen is.
template <class Draw>
auto in_window(Draw draw, ImVec2 size = {600.0F, 400.0F}) {
    return [draw, size] {
        ImGui::SetNextWindowPos({0.0F, 0.0F});
        ImGui::SetNextWindowSize(size);
        ImGui::Begin("見本###sample", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
        draw();
        ImGui::End();
    };
}

std::string error_of(const std::function<void()> &action) {
    try {
        action();
    } catch (const DriverError &error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string &text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a button is found by the part of its label behind ###, and by its whole label") {
    Driver driver(800, 600);
    int decided = 0, plain = 0;
    std::string text = "決定する";
    driver.show(in_window([&] {
        if (ImGui::Button((text + "###play.commit").c_str())) ++decided;
        if (ImGui::Button("OK")) ++plain;
        if (ImGui::Button("##hidden")) plain += 10;
    }));
    driver.click("play.commit");
    CHECK(decided == 1);
    text = "Decide"; // another language, the same id
    driver.frame();
    driver.click("play.commit");
    CHECK(decided == 2);
    driver.click("OK");
    driver.click("hidden");
    CHECK(plain == 11);
    CHECK(decided == 2);
}

TEST_CASE("an unknown name says what there is") {
    Driver driver(800, 600);
    driver.show(in_window([] { (void)ImGui::Button("開く###library.open"); }));
    CHECK_FALSE(driver.exists("library.close"));
    const std::string message = error_of([&] { driver.click("library.close"); });
    CHECK(contains(message, "library.close"));
    CHECK(contains(message, "library.open"));
}

TEST_CASE("a name that fits several widgets is an error until it says what they are in") {
    Driver driver(800, 600);
    std::vector<std::string> pressed;
    driver.show(in_window([&] {
        for (const char *card : {"first", "second"}) {
            ImGui::PushID(card);
            if (ImGui::Button("開く###open")) pressed.emplace_back(card);
            ImGui::PopID();
        }
        for (int i = 0; i < 2; ++i) {
            ImGui::PushID(i);
            if (ImGui::Button("###fold")) pressed.push_back(std::to_string(i));
            ImGui::PopID();
        }
    }));
    CHECK(contains(error_of([&] { driver.click("open"); }), "fits several"));
    driver.click("second/open");
    driver.click("sample/first/open");
    driver.click("sample/second/open");
    driver.click("1/fold");
    driver.click("0/fold");
    CHECK(pressed == std::vector<std::string>{"second", "first", "second", "1", "0"});
    CHECK_FALSE(driver.exists("third/open"));
}

TEST_CASE("two clicks one after the other are two clicks; a double click is one") {
    Driver driver(800, 600);
    int clicks = 0, doubles = 0;
    driver.show(in_window([&] {
        if (ImGui::Button("x")) ++clicks;
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) ++doubles;
    }));
    driver.click("x");
    driver.click("x");
    CHECK(clicks == 2);
    CHECK(doubles == 0);
    driver.double_click("x");
    CHECK(clicks == 4);
    CHECK(doubles == 1);
}

TEST_CASE("what is scrolled out of view is scrolled to by the wheel and clicked") {
    Driver driver(800, 600);
    std::set<int> pressed;
    driver.show(in_window([&] {
        ImGui::TextUnformatted("head");
        ImGui::BeginChild("list", {400.0F, 200.0F}, ImGuiChildFlags_Borders);
        for (int i = 0; i < 200; ++i)
            if (ImGui::Button(("item " + std::to_string(i) + "###item." + std::to_string(i)).c_str()))
                pressed.insert(i);
        ImGui::EndChild();
    }));
    CHECK(driver.is_visible("item.0"));
    CHECK(driver.exists("item.199"));
    CHECK_FALSE(driver.is_visible("item.199"));
    driver.click("item.199");
    driver.click("item.0");
    driver.click("item.77");
    CHECK(pressed == std::set<int>{0, 77, 199});
    CHECK_FALSE(driver.is_visible("item.0"));
}

TEST_CASE("a panel that is wholly out of view is found, and one scrolled window within another") {
    Driver driver(800, 600);
    int pressed = 0;
    driver.show(in_window([&] {
        ImGui::BeginChild("outer");
        for (int i = 0; i < 12; ++i) {
            ImGui::PushID(i);
            ImGui::BeginChild("panel", {0.0F, 0.0F}, ImGuiChildFlags_Borders | ImGuiChildFlags_AutoResizeY);
            ImGui::Dummy({10.0F, 90.0F});
            (void)ImGui::Button("開く###open");
            ImGui::EndChild();
            ImGui::PopID();
        }
        ImGui::BeginChild("inner", {300.0F, 150.0F}, ImGuiChildFlags_Borders);
        ImGui::Dummy({10.0F, 900.0F});
        if (ImGui::Button("底###bottom")) ++pressed;
        ImGui::EndChild();
        ImGui::Dummy({10.0F, 400.0F});
        ImGui::EndChild();
    }));
    CHECK(driver.exists("11/open"));
    CHECK_FALSE(driver.is_visible("11/open"));
    driver.click("11/open");
    CHECK(driver.is_visible("11/open"));
    driver.click("bottom");
    CHECK(pressed == 1);
    driver.click("0/open");
    CHECK(driver.is_visible("0/open"));
    driver.click("inner/bottom");
    CHECK(pressed == 2);
}

TEST_CASE("a strip beside a scrolling child is enough to turn the wheel on what is around it") {
    Driver driver(800, 600);
    int pressed = 0;
    driver.show(in_window([&] {
        for (const char *name : {"first", "second", "third"}) {
            ImGui::BeginChild(name, {0.0F, 380.0F});
            ImGui::Dummy({10.0F, 900.0F});
            ImGui::EndChild();
        }
        if (ImGui::Button("下###below")) ++pressed;
    }));
    driver.click("below");
    CHECK(pressed == 1);
}

TEST_CASE("a table that scrolls both ways under a frozen head") {
    Driver driver(800, 600);
    std::set<std::string> pressed;
    driver.show(in_window([&] {
        if (!ImGui::BeginTable("###grid", 12, ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY, {400.0F, 200.0F}))
            return;
        ImGui::TableSetupScrollFreeze(1, 1);
        for (int c = 0; c < 12; ++c) ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, 90.0F);
        for (int r = 0; r < 20; ++r) {
            ImGui::TableNextRow(r == 0 ? ImGuiTableRowFlags_Headers : 0, 40.0F);
            for (int c = 0; c < 12; ++c) {
                ImGui::TableSetColumnIndex(c);
                const std::string key = std::to_string(r) + "." + std::to_string(c);
                if (ImGui::InvisibleButton(("###cell." + key).c_str(), {90.0F, 40.0F})) pressed.insert(key);
            }
        }
        ImGui::EndTable();
    }));
    for (const char *key : {"19.11", "1.1", "19.1", "0.11", "7.5", "1.0"}) driver.click("cell." + std::string(key));
    CHECK(pressed == std::set<std::string>{"19.11", "1.1", "19.1", "0.11", "7.5", "1.0"});
}

TEST_CASE("rows that a list clipper left out are searched for by scrolling") {
    Driver driver(800, 600);
    int pressed = -1;
    driver.show(in_window([&] {
        ImGui::BeginChild("list", {400.0F, 200.0F});
        ImGuiListClipper clipper;
        clipper.Begin(300);
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
                if (ImGui::Selectable(("row###row." + std::to_string(i)).c_str())) pressed = i;
        ImGui::EndChild();
    }));
    driver.click("row.250");
    CHECK(pressed == 250);
}

TEST_CASE("what is cut off and cannot be scrolled to is not clicked") {
    Driver driver(800, 600);
    int pressed = 0;
    driver.show(in_window([&] {
        ImGui::BeginChild("box", {200.0F, 100.0F}, 0,
                          ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoScrollbar);
        ImGui::Dummy({10.0F, 300.0F});
        if (ImGui::Button("下###below")) ++pressed;
        ImGui::EndChild();
        ImGui::SetCursorPos({900.0F, 10.0F});
        if (ImGui::Button("右###right")) ++pressed;
        ImGui::SetCursorPos({10.0F, 200.0F});
        ImGui::PushClipRect({0.0F, 0.0F}, {10.0F, 10.0F}, true);
        if (ImGui::Button("切###clipped")) ++pressed;
        ImGui::PopClipRect();
    }));
    CHECK(driver.exists("below"));
    CHECK_FALSE(driver.is_visible("below"));
    CHECK(contains(error_of([&] { driver.click("below"); }), "cut off"));
    CHECK(contains(error_of([&] { driver.click("right"); }), "cut off"));
    CHECK(contains(error_of([&] { driver.click("clipped"); }), "cut off"));
    CHECK(pressed == 0);
}

TEST_CASE("what is disabled, covered or behind a modal is not clicked") {
    Driver driver(800, 600);
    int pressed = 0;
    bool is_covered = false, is_asking = false;
    driver.show([&] {
        in_window([&] {
            ImGui::BeginDisabled();
            if (ImGui::Button("決定###commit")) ++pressed;
            ImGui::EndDisabled();
            if (ImGui::Button("戻る###back")) ++pressed;
            if (is_asking) ImGui::OpenPopup("問い###ask");
            is_asking = false;
            if (ImGui::BeginPopupModal("問い###ask")) {
                if (ImGui::Button("はい###yes")) ImGui::CloseCurrentPopup();
                ImGui::EndPopup();
            }
        })();
        if (!is_covered) return;
        ImGui::SetNextWindowPos({0.0F, 0.0F});
        ImGui::SetNextWindowSize({300.0F, 300.0F});
        ImGui::Begin("上###cover");
        ImGui::End();
    });
    CHECK_FALSE(driver.is_enabled("commit"));
    CHECK(driver.is_enabled("back"));
    CHECK(contains(error_of([&] { driver.click("commit"); }), "disabled"));
    is_covered = true;
    driver.frame(2);
    CHECK(contains(error_of([&] { driver.click("back"); }), "cannot be reached"));
    is_covered = false;
    is_asking = true;
    driver.frame(2);
    CHECK(contains(error_of([&] { driver.click("back"); }), "cannot be reached"));
    driver.click("ask/yes");
    driver.click("back");
    CHECK(pressed == 1);
}

TEST_CASE("text is typed into a field, Japanese too, and edited by keys") {
    Driver driver(800, 600);
    std::string name, why;
    driver.show(in_window([&] {
        ImGui::InputText("###nickname", &name);
        ImGui::InputTextMultiline("###why", &why, {300.0F, 100.0F});
        (void)ImGui::Button("OK");
    }));
    driver.click("nickname");
    CHECK(driver.is_active("nickname"));
    driver.type("そら 01");
    CHECK(name == "そら 01");
    driver.press(ImGuiKey_Backspace, 2);
    CHECK(name == "そら ");
    driver.press(ImGuiKey_A);
    driver.press(ImGuiMod_Shift | ImGuiKey_B);
    driver.press(ImGuiKey_1);
    driver.press(ImGuiKey_Space);
    CHECK(name == "そら aB1 ");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A); // selects, types nothing
    driver.press(ImGuiMod_Ctrl | ImGuiKey_C);
    CHECK(driver.clipboard() == "そら aB1 ");
    driver.press(ImGuiKey_Delete);
    CHECK(name.empty());

    driver.click("why");
    driver.type("本人の希望を");
    driver.press(ImGuiKey_Enter);
    driver.type("先に聞く");
    CHECK(why == "本人の希望を\n先に聞く");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(why == "本人の希望を\n先に聞くそら aB1 ");

    driver.click("OK");
    CHECK(contains(error_of([&] { driver.type("消える"); }), "no field"));
}

TEST_CASE("a combo, which reports no label, is opened and its entry taken") {
    Driver driver(800, 600);
    int chosen = 0;
    const std::array<const char *, 3> words = {"公認心理師", "作業療法士", "看護師"};
    driver.show(in_window([&] {
        if (ImGui::BeginCombo("###profession", words[static_cast<std::size_t>(chosen)])) {
            for (int i = 0; i < 3; ++i)
                if (ImGui::Selectable(
                        (std::string(words[static_cast<std::size_t>(i)]) + "###profession." + std::to_string(i))
                            .c_str()))
                    chosen = i;
            ImGui::EndCombo();
        }
    }));
    CHECK_FALSE(driver.exists("profession.2"));
    driver.click("profession");
    driver.click("profession.2");
    CHECK(chosen == 2);
    CHECK_FALSE(driver.exists("profession.2"));
}

TEST_CASE("tabs, checkboxes, tree nodes and sliders") {
    Driver driver(800, 600);
    std::string open;
    bool is_on = false;
    int pressed = 0, value = 50;
    driver.show(in_window([&] {
        if (ImGui::BeginTabBar("tabs")) {
            for (const char *tab : {"points", "cells", "course"})
                if (ImGui::BeginTabItem((std::string("見出し###") + tab).c_str())) {
                    open = tab;
                    ImGui::EndTabItem();
                }
            ImGui::EndTabBar();
        }
        ImGui::Checkbox("動きを減らす###motion", &is_on);
        if (ImGui::TreeNode("場面###scene")) {
            if (ImGui::Button("理由###reason")) ++pressed;
            ImGui::TreePop();
        }
        ImGui::SliderInt("文字###size", &value, 0, 100);
    }));
    CHECK(open == "points");
    driver.click("course");
    CHECK(open == "course");
    driver.click("tabs/cells");
    CHECK(open == "cells");
    CHECK_FALSE(driver.is_checked("motion"));
    driver.click("motion");
    CHECK(is_on);
    CHECK(driver.is_checked("motion"));
    CHECK_FALSE(driver.exists("reason"));
    driver.click("scene");
    CHECK(driver.item("scene").is_open);
    driver.click("scene/reason");
    CHECK(pressed == 1);
    driver.drag("size", 1000.0F, 0.0F);
    CHECK(value == 100);
}

TEST_CASE("a grid of cells drawn by hand: by mouse, by arrows, by one key a mark") {
    Driver driver(800, 600);
    std::array<std::array<int, 3>, 3> marks{};
    driver.show(in_window([&] {
        for (std::size_t r = 0; r < 3; ++r)
            for (std::size_t c = 0; c < 3; ++c) {
                if (c > 0) ImGui::SameLine();
                const std::string key = "###cell." + std::to_string(r) + "." + std::to_string(c);
                if (ImGui::InvisibleButton(key.c_str(), {80.0F, 40.0F}, ImGuiButtonFlags_EnableNav))
                    marks[r][c] = (marks[r][c] + 1) % 3;
                if (ImGui::IsItemFocused() && ImGui::IsKeyPressed(ImGuiKey_2)) marks[r][c] = 2;
            }
    }));
    driver.click("cell.1.1");
    driver.click("cell.1.1");
    CHECK(marks[1][1] == 2);
    driver.click("cell.0.0");
    CHECK(driver.is_focused("cell.0.0"));
    driver.press(ImGuiKey_RightArrow);
    driver.press(ImGuiKey_RightArrow);
    driver.press(ImGuiKey_DownArrow);
    CHECK(driver.is_focused("cell.1.2"));
    CHECK(driver.is_focus_shown());
    driver.press(ImGuiKey_2);
    CHECK(marks[1][2] == 2);
    driver.press(ImGuiKey_LeftArrow);
    driver.press(ImGuiKey_Space);
    CHECK(marks[1][1] == 0);
    CHECK(driver.focused() == "cell.1.1");
}

TEST_CASE("a whole window by keyboard alone") {
    Driver driver(800, 600);
    int pressed = 0;
    std::string text;
    driver.show(in_window([&] {
        for (int i = 0; i < 5; ++i) (void)ImGui::Button(("b###b." + std::to_string(i)).c_str());
        ImGui::InputText("###why", &text);
        ImGui::BeginDisabled(text.empty());
        if (ImGui::Button("決定###commit")) ++pressed;
        ImGui::EndDisabled();
    }));
    driver.press_until_focused("b.3");
    CHECK(driver.is_focused("b.3"));
    driver.press_until_focused("why"); // a field is edited as soon as Tab comes to it
    CHECK(driver.is_active("why"));
    driver.type("理由");
    driver.press_until_focused("commit");
    driver.press(ImGuiKey_Space);
    CHECK(pressed == 1);
    CHECK(text == "理由");
    driver.press_until_focused("b.0", ImGuiMod_Shift | ImGuiKey_Tab);
    CHECK(driver.is_focused("b.0"));
}

TEST_CASE("the focus that never comes is an error") {
    Driver driver(800, 600);
    driver.show(in_window([] {
        (void)ImGui::Button("a");
        ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
        (void)ImGui::Button("mouse-only");
        ImGui::PopItemFlag();
    }));
    CHECK(
        contains(error_of([&] { driver.press_until_focused("mouse-only", ImGuiKey_Tab, 5); }), "never got the focus"));
}

TEST_CASE("a shortcut with a modifier key") {
    Driver driver(800, 600);
    int plain = 0, with_ctrl = 0;
    driver.show(in_window([&] {
        if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter)) ++with_ctrl;
        if (ImGui::IsKeyChordPressed(ImGuiKey_Enter)) ++plain;
    }));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_Enter, 2);
    CHECK(with_ctrl == 2);
    CHECK(plain == 0);
    driver.press(ImGuiKey_Enter);
    CHECK(with_ctrl == 2);
    CHECK(plain == 1);
    CHECK_FALSE(ImGui::GetIO().KeyCtrl);
}

TEST_CASE("the same id at two places of one frame fails") {
    Driver driver(800, 600);
    CHECK(contains(error_of([&] {
                       driver.show(in_window([] {
                           (void)ImGui::Button("一###same");
                           (void)ImGui::Button("二###same");
                       }));
                   }),
                   "the same id twice in one frame: same in"));
    // Also where it is scrolled out of view, which Dear ImGui's own check does not see.
    CHECK(contains(error_of([&] {
                       driver.show(in_window([] {
                           ImGui::Dummy({10.0F, 2000.0F});
                           ImGui::InvisibleButton("###far", {10.0F, 10.0F});
                           ImGui::InvisibleButton("###far", {20.0F, 10.0F});
                       }));
                   }),
                   "twice"));
    // Parted by PushID they are two.
    CHECK_NOTHROW(driver.show(in_window([] {
        for (int i = 0; i < 2; ++i) {
            ImGui::PushID(i);
            (void)ImGui::Button("###same");
            ImGui::PopID();
        }
    })));
}

TEST_CASE("what Dear ImGui calls an error fails, and the next screen can be drawn") {
    Driver driver(800, 600);
    CHECK(contains(error_of([&] { driver.show(in_window([] { ImGui::PushID("left behind"); })); }), "Dear ImGui: "));
    CHECK(contains(error_of([&] { driver.show(in_window([] { ImGui::BeginChild("open"); })); }), "Dear ImGui: "));
    CHECK(contains(error_of([&] { driver.show(in_window([] { ImGui::PopStyleColor(); })); }), "Dear ImGui: "));
    int pressed = 0;
    driver.show(in_window([&] {
        if (ImGui::Button("x")) ++pressed;
    }));
    driver.click("x");
    CHECK(pressed == 1);
}

TEST_CASE("an exception while drawing passes through, and the driver goes on") {
    Driver driver(800, 600);
    bool has_failed = false;
    const auto draw = in_window([&] {
        ImGui::BeginChild("c");
        ImGui::PushID("deep");
        if (!has_failed) {
            has_failed = true;
            throw std::runtime_error("from within");
        }
        (void)ImGui::Button("x");
        ImGui::PopID();
        ImGui::EndChild();
    });
    CHECK_THROWS_WITH_AS(driver.show(draw), "from within", std::runtime_error);
    driver.show(draw);
    CHECK(driver.is_visible("x"));
}

TEST_CASE("all text of a frame is read, wherever it is scrolled and however it is broken") {
    Driver driver(800, 600);
    driver.show(in_window([] {
        ImGui::TextUnformatted("見える");
        ImGui::BeginChild("list", {100.0F, 60.0F});
        ImGui::TextWrapped("公認心理師は本人の希望を聞き、チームに伝えた。");
        ImGui::Dummy({10.0F, 500.0F});
        ImGui::TextUnformatted("底の文");
        (void)ImGui::Button("押す###press");
        ImGui::EndChild();
    }));
    const std::string text = driver.text_of_frame();
    CHECK(contains(text, "見える"));
    CHECK(contains(text, "底の文"));
    CHECK(contains(text, "押す"));
    CHECK_FALSE(contains(text, "press"));
    CHECK(driver.shows("本人の希望を聞き、チームに伝えた"));
    CHECK_FALSE(driver.shows("書かれていない文"));
}

TEST_CASE("hovering, the wheel and a tooltip that comes late") {
    Driver driver(800, 600);
    driver.show(in_window([] {
        (void)ImGui::Button("?###help");
        ImGui::SetItemTooltip("手引きの項目");
        ImGui::BeginChild("list", {200.0F, 100.0F});
        for (int i = 0; i < 50; ++i) ImGui::Selectable(("r###r." + std::to_string(i)).c_str());
        ImGui::EndChild();
    }));
    driver.hover("help");
    CHECK(driver.is_hovered("help"));
    driver.pause(1.0);
    driver.frame();
    CHECK(driver.shows("手引きの項目"));
    driver.leave();
    CHECK_FALSE(driver.is_hovered("help"));
    CHECK_FALSE(driver.shows("手引きの項目"));
    driver.wheel("list", -3.0F);
    CHECK_FALSE(driver.is_visible("r.0"));
    driver.wheel("list", 30.0F);
    CHECK(driver.is_visible("r.0"));
}

TEST_CASE("items tell where they are and what cuts them off") {
    Driver driver(800, 600, 2.0F);
    driver.show(in_window([] {
        ImGui::SetCursorPos({10.0F, 20.0F});
        ImGui::InvisibleButton("###box", {100.0F, 50.0F});
        ImGui::SetCursorPos({550.0F, 380.0F});
        ImGui::InvisibleButton("###edge", {100.0F, 50.0F});
    }));
    const Item box = driver.item("box");
    CHECK(box.rect.min.x == 10.0F);
    CHECK(box.rect.max.y == 70.0F);
    CHECK(box.clip.contains(box.rect));
    CHECK(box.window_name() == "sample");
    CHECK(box.name() == "box in sample");
    const Item edge = driver.item("edge");
    CHECK(edge.is_visible());
    CHECK(edge.visible().width() < 51.0F);
    CHECK_FALSE(edge.clip.contains(edge.rect));
    CHECK(ImGui::GetStyle().FontScaleMain == 2.0F);
    const bool lists_sample = std::any_of(driver.items().begin(), driver.items().end(),
                                          [](const Item &item) { return item.is_window && item.key == "sample"; });
    CHECK(lists_sample);
    driver.resize(1024, 768);
    CHECK(ImGui::GetIO().DisplaySize.x == 1024.0F);
}

TEST_CASE("Japanese glyphs come from the font") {
    Driver driver(800, 600);
    REQUIRE(driver.regular_font() != nullptr);
    driver.show(in_window([] { ImGui::TextUnformatted("包括的支援マネジメント≒髙﨑"); }));
    for (const ImWchar c : {u'包', u'支', u'マ', u'≒', u'、', u'。', u'髙', u'﨑'})
        CHECK(driver.regular_font()->IsGlyphInFont(c));
    CHECK_FALSE(driver.regular_font()->IsGlyphInFont(0x0E01)); // Thai: it has none
}

TEST_CASE("two drivers at once keep apart; an address is noted, not opened") {
    Driver one(400, 300), two(800, 600);
    int pressed = 0;
    two.show(in_window([&] { ImGui::TextLinkOpenURL("手引き###link", "https://example.org/"); }));
    one.show(in_window(
        [&] {
            if (ImGui::Button("x")) ++pressed;
        },
        {300.0F, 200.0F}));
    two.click("link");
    one.click("x");
    CHECK(pressed == 1);
    CHECK(two.opened_addresses() == std::vector<std::string>{"https://example.org/"});
    CHECK(one.opened_addresses().empty());
}
