// The field for longer texts: it breaks its lines by the width, and what it hands on holds nothing but what was typed.

#include "gui/driver.h"
#include "gui/program.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "ui/widgets.h"

using namespace tsunagi;
using namespace tsunagi::gui;

namespace {

class Sample {
  public:
    explicit Sample(std::string text = {}) : text_(std::move(text)) {
        driver_.show([this] {
            if (!has_style_) ui::apply_theme(ui::ThemeKind::light, 100);
            has_style_ = true;
            const ui::Fonts fonts{driver_.regular_font(), driver_.bold_font()};
            const ui::Ui ui{texts_, ui::palette_of(ui::ThemeKind::light), fonts, layout_, intents_, false};
            ImGui::SetNextWindowPos({0.0F, 0.0F});
            ImGui::SetNextWindowSize({width, 300.0F});
            ImGui::Begin("###sample", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
            if (ui::long_input(ui, "###field", text_, "hint", 200.0F)) ++changes;
            (void)ImGui::Button("other");
            ImGui::End();
        });
        driver.click("field");
        driver.press(ImGuiMod_Ctrl | ImGuiKey_End);
    }

    [[nodiscard]] const std::string &text() const { return text_; }
    /// The lines as they stand in the field.
    [[nodiscard]] std::vector<std::string> lines() {
        const std::string all = driver.text_of_frame();
        std::vector<std::string> lines;
        std::string line;
        for (std::size_t i = all.find('{') + 1; i < all.size() && all[i] != '}'; ++i) {
            if (all[i] == '\n') {
                lines.push_back(line);
                line.clear();
            } else if (all[i] != '\r' && (!line.empty() || all[i] != ' ')) {
                line += all[i];
            }
        }
        while (!line.empty() && line.back() == ' ') line.pop_back();
        lines.push_back(line);
        return lines;
    }
    [[nodiscard]] float width_of(const std::string &line) const {
        ImFont *font = driver_.regular_font();
        return font->CalcTextSizeA(ui::kBaseTextSize, 10000.0F, 0.0F, line.c_str()).x;
    }

    float width = 300.0F;
    int changes = 0;

  private:
    i18n::Texts texts_ = i18n::Texts::load(source_folder() / "assets" / "i18n", i18n::Language::ja).value();
    ui::TextLayout layout_;
    ui::IntentQueue intents_;
    std::string text_;
    bool has_style_ = false;
    Driver driver_{800, 600};

  public:
    Driver &driver = driver_;
};

// Characters of three bytes, each another one, so that one sees which is missing.
std::string distinct(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        const int code = 0x4E00 + i;
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
    return text;
}

std::string without(std::string text, std::size_t character) { return text.erase(character * 3, 3); }

std::string with(std::string text, std::size_t character, const std::string &more) {
    return text.insert(character * 3, more);
}

// The number of characters on the first line.
std::size_t first_line(Sample &sample) { return sample.lines().front().size() / 3; }

void go_to_start(Sample &sample) { sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_Home); }

} // namespace

TEST_CASE("text longer than the field goes on in the next line, and is kept as it was typed") {
    Sample sample;
    const std::string text = distinct(60);
    sample.driver.type(text);
    CHECK(sample.text() == text);
    const std::vector<std::string> lines = sample.lines();
    CHECK(lines.size() >= 4);
    for (const std::string &line : lines) CHECK(sample.width_of(line) <= sample.width);

    sample.width = 500.0F; // a wider window: fewer lines, the same text
    sample.driver.click("other");
    CHECK(sample.lines().size() < lines.size());
    CHECK(sample.text() == text);
    CHECK(sample.changes == 1);
}

TEST_CASE("a line that the field broke begins with no closing mark") {
    Sample sample;
    sample.driver.type(distinct(60));
    const std::size_t count = first_line(sample);
    Sample other;
    other.driver.type(distinct(static_cast<int>(count)) + "。「" + distinct(20));
    for (const std::string &line : other.lines()) {
        CHECK(line.substr(0, 3) != "。");
        CHECK((line.size() < 3 || line.substr(line.size() - 3) != "「"));
    }
}

TEST_CASE("Backspace at the beginning of a broken line takes the character before it") {
    const std::string text = distinct(60);
    Sample sample(text);
    const std::size_t count = first_line(sample);
    go_to_start(sample);
    sample.driver.press(ImGuiKey_DownArrow);
    sample.driver.press(ImGuiKey_Home);
    sample.driver.press(ImGuiKey_Backspace);
    CHECK(sample.text() == without(text, count - 1));
    sample.driver.press(ImGuiKey_Backspace);
    CHECK(sample.text() == without(without(text, count - 1), count - 2));
}

TEST_CASE("Ctrl+Backspace at the beginning of a broken line goes on into the line before it") {
    const std::string text = distinct(60);
    Sample sample(text);
    go_to_start(sample);
    sample.driver.press(ImGuiKey_DownArrow);
    sample.driver.press(ImGuiKey_Home);
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_Backspace);
    CHECK(sample.text().size() < text.size());
    CHECK(sample.text().find('\n') == std::string::npos);
}

TEST_CASE("characters beyond 16 bits are kept") {
    Sample sample;
    sample.driver.type("𠮷野さんを𠮟らない🌱");
    CHECK(sample.text() == "𠮷野さんを𠮟らない🌱");
}

TEST_CASE("Delete at the end of a broken line takes the character after it") {
    const std::string text = distinct(60);
    Sample sample(text);
    const std::size_t count = first_line(sample);
    go_to_start(sample);
    sample.driver.press(ImGuiKey_End);
    sample.driver.press(ImGuiKey_Delete);
    CHECK(sample.text() == without(text, count));
}

TEST_CASE("typing at the end of a broken line puts the text there") {
    const std::string text = distinct(60);
    Sample sample(text);
    const std::size_t count = first_line(sample);
    SUBCASE("reached by the End key") {
        go_to_start(sample);
        sample.driver.press(ImGuiKey_End);
    }
    SUBCASE("reached by the arrow") {
        go_to_start(sample);
        sample.driver.press(ImGuiKey_RightArrow, static_cast<int>(count));
    }
    SUBCASE("reached with the mouse, behind the line's end") {
        const Rect field = sample.driver.item("field").rect;
        ImGuiIO &io = ImGui::GetIO();
        io.AddMousePosEvent(field.max.x - 22.0F, field.min.y + 14.0F);
        sample.driver.settle();
        sample.driver.pause(1.0);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        sample.driver.settle();
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        sample.driver.settle();
    }
    sample.driver.type("ア");
    CHECK(sample.text() == with(text, count, "ア"));
    sample.driver.type("イ");
    CHECK(sample.text() == with(text, count, "アイ"));
}

TEST_CASE("the arrows cross a broken line's end without stopping inside of it") {
    const std::string text = distinct(60);
    Sample sample(text);
    const std::size_t count = first_line(sample);
    go_to_start(sample);
    sample.driver.press(ImGuiKey_RightArrow, static_cast<int>(count) + 2);
    sample.driver.press(ImGuiKey_LeftArrow);
    sample.driver.type("ア");
    CHECK(sample.text() == with(text, count, "ア"));
}

TEST_CASE("new lines that were typed stay, in the middle and at the end") {
    Sample sample;
    sample.driver.type("一行目");
    sample.driver.press(ImGuiKey_Enter);
    sample.driver.type("二行目" + distinct(40));
    sample.driver.press(ImGuiKey_Enter, 2);
    CHECK(sample.text() == "一行目\n二行目" + distinct(40) + "\n\n");
    sample.driver.press(ImGuiKey_Backspace, 2);
    CHECK(sample.text() == "一行目\n二行目" + distinct(40));
    go_to_start(sample);
    sample.driver.press(ImGuiKey_End);
    sample.driver.press(ImGuiKey_Delete);
    CHECK(sample.text() == "一行目二行目" + distinct(40));
}

TEST_CASE("a new line typed at the end of a broken line is one") {
    const std::string text = distinct(60);
    Sample sample(text);
    const std::size_t count = first_line(sample);
    go_to_start(sample);
    sample.driver.press(ImGuiKey_End);
    sample.driver.press(ImGuiKey_Enter);
    CHECK(sample.text() == with(text, count, "\n"));
    sample.driver.press(ImGuiKey_Backspace);
    CHECK(sample.text() == text);
}

TEST_CASE("what is selected over several lines is replaced as a whole, and comes back by undo") {
    const std::string text = distinct(60);
    Sample sample(text);
    const std::size_t count = first_line(sample);
    go_to_start(sample);
    sample.driver.press(ImGuiKey_RightArrow, 2);
    sample.driver.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
    sample.driver.press(ImGuiKey_Delete);
    std::string expected = text;
    CHECK(sample.text() == expected.erase(6, count * 3));
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(sample.text() == text);
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    sample.driver.press(ImGuiKey_Backspace);
    CHECK(sample.text().empty());
}

TEST_CASE("what is copied holds no line breaks of the field's") {
    const std::string text = distinct(60) + "\n" + distinct(5);
    Sample sample(text);
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_C);
    CHECK(sample.driver.clipboard() == text);
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_X);
    CHECK(sample.driver.clipboard() == text);
    CHECK(sample.text().empty());
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(sample.text() == text);
}

TEST_CASE("a line feed with a carriage return, as other systems copy it, becomes a new line") {
    Sample sample;
    ImGui::SetClipboardText("一行目\r\n二行目\r\n");
    sample.driver.press(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(sample.text() == "一行目\n二行目\n");
}

TEST_CASE("Escape leaves the field and takes nothing back") {
    Sample sample("前から。");
    sample.driver.type("いま書いた。");
    sample.driver.press(ImGuiKey_Escape);
    CHECK(sample.text() == "前から。いま書いた。");
    CHECK(sample.lines().front() == "前から。いま書いた。");
    CHECK_FALSE(sample.driver.is_active("field"));
}

TEST_CASE("10,000 characters can be typed and stay workable") {
    std::string text;
    while (text.size() < 30'000) text += distinct(100) + "\n";
    Sample sample;
    sample.driver.type(text);
    CHECK(sample.text() == text);
    sample.driver.press(ImGuiKey_Backspace);
    sample.driver.type("了");
    text.pop_back();
    CHECK(sample.text() == text + "了");
    CHECK(std::count(sample.text().begin(), sample.text().end(), '\r') == 0);
}
