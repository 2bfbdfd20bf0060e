#include "ui/widgets.h"

#include <algorithm>
#include <optional>

#include <imgui_internal.h>

#include "base/utf8.h"
#include "view/drill_view.h"

namespace tsunagi::ui {

namespace {

// Dear ImGui 1.92.2 does not wrap text fields. A soft break is "\r\n" in the field's buffer (the renderer skips '\r');
// what the learner typed as a new line is a plain '\n'. Soft breaks never leave this file.
// Far more than anybody types, far less than what a session file may hold.
constexpr std::size_t kLongestText = 20000;

constexpr std::string_view kSoftBreak = "\r\n";

struct Field {
    ImFont *font = nullptr;
    float size = 0.0F;
    float width = 0.0F;
};

std::string without_soft_breaks(std::string_view text, int *cursor) {
    std::string plain;
    int moved = cursor != nullptr ? *cursor : 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            const bool has_newline = i + 1 < text.size() && text[i + 1] == '\n';
            const std::size_t dropped = has_newline ? 2 : 1;
            if (cursor != nullptr && static_cast<int>(i) < *cursor)
                moved -= static_cast<int>(std::min<std::size_t>(dropped, static_cast<std::size_t>(*cursor) - i));
            i += dropped - 1;
            continue;
        }
        plain += text[i];
    }
    if (cursor != nullptr) *cursor = moved;
    return plain;
}

std::string with_soft_breaks(const std::string &plain, const Field &field, int *cursor) {
    const std::vector<TextLine> lines = break_lines(plain, field.font, field.size, field.width);
    std::string broken;
    int moved = cursor != nullptr ? *cursor : 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t next = i + 1 < lines.size() ? lines[i + 1].begin : plain.size();
        broken.append(plain, lines[i].begin, next - lines[i].begin);
        const bool is_soft = i + 1 < lines.size() && (next == 0 || plain[next - 1] != '\n');
        if (!is_soft) continue;
        if (cursor != nullptr && static_cast<int>(next) <= *cursor) moved += static_cast<int>(kSoftBreak.size());
        broken += kSoftBreak;
    }
    if (cursor != nullptr) *cursor = moved;
    return broken;
}

struct Buffer {
    std::string *text = nullptr; ///< as it was before this frame's keys
    const Field *field = nullptr;
};

// Where `now` lacks nothing of `before` but a soft break, or a half of one: the place of that break in `before`.
std::optional<std::size_t> lost_break(std::string_view before, std::string_view now) {
    if (now.size() >= before.size() || before.size() - now.size() > kSoftBreak.size()) return std::nullopt;
    const std::size_t lost = before.size() - now.size();
    const auto place =
        static_cast<std::size_t>(std::mismatch(now.begin(), now.end(), before.begin()).first - now.begin());
    if (before.substr(place + lost) != now.substr(place)) return std::nullopt;
    const std::size_t begin =
        place > 0 && before.substr(place - 1, kSoftBreak.size()) == kSoftBreak ? place - 1 : place;
    const bool is_within = place + lost <= begin + kSoftBreak.size();
    return is_within && before.substr(begin, kSoftBreak.size()) == kSoftBreak ? std::optional(begin) : std::nullopt;
}

bool is_inside_character(const std::string &text, std::size_t place) {
    return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U;
}

// The text after this frame's keys, and the cursor in it. A key that met nothing but a soft break was meant for the
// character beside it.
std::string plain_after_edit(std::string_view before, std::string_view now, int *cursor) {
    const auto lost = lost_break(before, now);
    if (!lost) return without_soft_breaks(now, cursor);
    *cursor = static_cast<int>(*lost);
    std::string plain = without_soft_breaks(before, cursor);
    const auto place = static_cast<std::size_t>(*cursor);
    std::size_t begin = place;
    std::size_t end = place;
    if (ImGui::IsKeyPressed(ImGuiKey_Backspace)) {
        while (begin > 0 && is_inside_character(plain, --begin)) {
        }
    } else if (end < plain.size()) {
        while (is_inside_character(plain, ++end)) {
        }
    }
    plain.erase(begin, end - begin);
    *cursor = static_cast<int>(begin);
    return plain;
}

// Between the two bytes of a soft break there is no place for a cursor: what is typed there would tear them apart.
int place_beside_break(const ImGuiInputTextCallbackData &data, int place) {
    const bool is_inside =
        place > 0 && place < data.BufTextLen && data.Buf[place - 1] == '\r' && data.Buf[place] == '\n';
    if (!is_inside) return place;
    return ImGui::IsKeyPressed(ImGuiKey_RightArrow) ? place + 1 : place - 1;
}

int edit_callback(ImGuiInputTextCallbackData *data) {
    auto *buffer = static_cast<Buffer *>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        buffer->text->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = buffer->text->data();
        return 0;
    }
    if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways) {
        data->CursorPos = place_beside_break(*data, data->CursorPos);
        data->SelectionStart = place_beside_break(*data, data->SelectionStart);
        data->SelectionEnd = place_beside_break(*data, data->SelectionEnd);
        return 0;
    }
    if (data->EventFlag != ImGuiInputTextFlags_CallbackEdit) return 0;
    int cursor = data->CursorPos;
    const std::string_view now(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    std::string plain = plain_after_edit(*buffer->text, now, &cursor);
    plain.resize(base::first_code_points(plain, kLongestText).size());
    cursor = std::min(cursor, static_cast<int>(plain.size()));
    const std::string broken = with_soft_breaks(plain, *buffer->field, &cursor);
    if (broken == now) return 0;
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, broken.data(), broken.data() + broken.size());
    data->CursorPos = cursor;
    data->SelectionStart = data->SelectionEnd = cursor;
    return 0;
}

bool is_copy_pressed() {
    return ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_C) ||
           ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_X) ||
           ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Insert) ||
           ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_Delete);
}

// What the field has just copied, as it was typed.
void clean_clipboard() {
    const char *copied = ImGui::GetClipboardText();
    if (copied != nullptr) ImGui::SetClipboardText(without_soft_breaks(copied, nullptr).c_str());
}

// The field has drawn its lines into a window of its own, which may be scrolled.
void underline(const std::string &text, const std::vector<view::TextMark> &marks, const Field &field, ImU32 colour) {
    const ImGuiWindow *parent = ImGui::GetCurrentWindow();
    if (parent->DC.ChildWindows.empty()) return;
    ImGuiWindow *inner = parent->DC.ChildWindows.back();
    if (inner->ChildId != ImGui::GetItemID() || !ImGui::IsItemVisible()) return;
    const ImVec2 pad = ImGui::GetStyle().FramePadding;
    const ImVec2 at{inner->Pos.x + pad.x - inner->Scroll.x, inner->Pos.y + pad.y - inner->Scroll.y};
    const auto width = [&](std::size_t begin, std::size_t end) {
        return ImGui::CalcTextSize(text.data() + begin, text.data() + end).x;
    };
    const std::vector<TextLine> lines = break_lines(text, field.font, field.size, field.width);
    inner->DrawList->PushClipRect(inner->InnerRect.Min, inner->InnerRect.Max, true);
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const view::TextMark &mark : marks) {
            const std::size_t begin = std::max(mark.begin, lines[i].begin);
            const std::size_t end = std::min({mark.end, lines[i].end, text.size()});
            if (begin >= end) continue;
            const float left = at.x + width(lines[i].begin, begin);
            const float y = at.y + field.size * static_cast<float>(i + 1) - 1.0F;
            inner->DrawList->AddLine({left, y}, {left + width(begin, end), y}, colour,
                                     std::max(1.5F, field.size * 0.08F));
        }
    inner->DrawList->PopClipRect();
}

} // namespace

bool long_input(const Ui &ui, const char *label, std::string &text, std::string_view hint, float height,
                const std::vector<view::TextMark> *marks) {
    const TextScope scope(ui, TextRole::body);
    const ColorScope border(ImGuiCol_Border, ui.palette.edge);
    const ImGuiStyle &style = ImGui::GetStyle();
    const float width = std::max(ImGui::GetContentRegionAvail().x, em() * 4.0F);
    const Field field{ImGui::GetFont(), ImGui::GetFontSize(),
                      width - style.FramePadding.x * 2.0F - style.ScrollbarSize};
    std::string buffer = with_soft_breaks(text, field, nullptr);
    Buffer user{&buffer, &field};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Room is kept ahead so that the field can grow by a keystroke within the frame.
    buffer.reserve(buffer.size() + 64);
    const bool has_changed =
        ImGui::InputTextMultiline(label, buffer.data(), buffer.capacity() + 1, {width, height},
                                  ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit |
                                      ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_NoHorizontalScroll,
                                  edit_callback, &user);
    if (ImGui::IsItemActive() && is_copy_pressed()) clean_clipboard();
    if (marks != nullptr && !marks->empty()) underline(text, *marks, field, ui.palette.accent);
    if (text.empty() && !hint.empty() && !ImGui::IsItemActive())
        draw_text_at(ui, {at.x + style.FramePadding.x, at.y + style.FramePadding.y - em() * 0.3F}, hint, TextRole::body,
                     ui.palette.muted, false, field.width);
    // Escape leaves the field; Dear ImGui would also take back all that was typed since it was entered.
    if (!has_changed || ImGui::IsKeyPressed(ImGuiKey_Escape)) return false;
    const std::string plain = without_soft_breaks(buffer, nullptr);
    if (plain == text) return false;
    text = plain;
    return true;
}

} // namespace tsunagi::ui
