// The head of a long table stays in sight, and what lies under it cannot be pressed.

#include "gui/driver.h"

#include <string>

#include <doctest/doctest.h>

#include "ui/page.h"

using tsunagi::gui::Driver;
using tsunagi::ui::StickyHead;

namespace {

constexpr float kHeight = 300.0F;
constexpr float kHead = 30.0F;
constexpr float kRow = 40.0F;
constexpr int kRows = 20;

// A window with a table in it, and as much again below the table.
struct Page {
    float head = 0.0F;  ///< where the head was drawn last
    float table = 0.0F; ///< where the table begins and ends
    float bottom = 0.0F;
    int pressed = -1;

    void draw() {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 0.0F});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F); // as in every theme
        ImGui::SetNextWindowPos({0.0F, 0.0F});
        ImGui::SetNextWindowSize({400.0F, kHeight});
        ImGui::Begin("###page", nullptr, ImGuiWindowFlags_NoDecoration & ~ImGuiWindowFlags_NoScrollbar);
        table = ImGui::GetCursorScreenPos().y;
        StickyHead sticky(kHead);
        for (int row = 0; row < kRows; ++row) {
            if (ImGui::Button(("###row." + std::to_string(row)).c_str(), {300.0F, kRow})) pressed = row;
            sticky.keep_row_in_sight();
        }
        bottom = ImGui::GetItemRectMax().y;
        head = sticky.end().y;
        ImGui::Dummy({1.0F, kHeight * 2.0F});
        if (scroll >= 0.0F) ImGui::SetScrollY(scroll);
        ImGui::End();
        ImGui::PopStyleVar(3);
    }

    float scroll = -1.0F; ///< where the page is held; negative: where it is
};

} // namespace

TEST_CASE("a head stands above its table, stays at the window's top, and goes with its table's end") {
    Driver driver(800, 600);
    Page page;
    driver.show([&] { page.draw(); });
    CHECK(page.head == page.table);
    page.scroll = 200.0F;
    driver.frame(3);
    CHECK(page.table == -200.0F);
    CHECK(page.head == 0.0F);
    page.scroll = kHead + kRow * kRows - 10.0F; // only the last row's end is in sight
    driver.frame(3);
    CHECK(page.bottom == 10.0F);
    CHECK(page.head == page.bottom - kHead);
}

TEST_CASE("the keyboard does not stay under the head") {
    Driver driver(800, 600);
    Page page;
    driver.show([&] { page.draw(); });
    driver.press_until_focused("row.12");
    driver.press_until_focused("row.2", ImGuiMod_Shift | ImGuiKey_Tab);
    driver.frame(3);
    const float top = page.table + kHead + kRow * 2.0F;
    CHECK(top >= page.head + kHead);
    driver.press(ImGuiKey_Enter);
    CHECK(page.pressed == 2);
}
