#include "ui/widgets.h"

#include <imgui_internal.h>

namespace tsunagi::ui {

namespace {

// Dear ImGui 1.92.2 does not wrap text fields. A soft break is "\r\n" in the field's buffer (the renderer skips '\r');
// what the learner typed as a new line is a plain '\n'. Soft breaks never leave this file.
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
    std::string *text = nullptr;
    const Field *field = nullptr;
};

int edit_callback(ImGuiInputTextCallbackData *data) {
    auto *buffer = static_cast<Buffer *>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        buffer->text->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = buffer->text->data();
        return 0;
    }
    if (data->EventFlag != ImGuiInputTextFlags_CallbackEdit) return 0;
    int cursor = data->CursorPos;
    const std::string_view now(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    // A lone '\r': its '\n' was deleted by Backspace at the start of a soft line, which was meant for the character
    // before it.
    std::string text(now);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || (i + 1 < text.size() && text[i + 1] == '\n')) continue;
        std::size_t from = i;
        while (from > 0 && (static_cast<unsigned char>(text[from - 1]) & 0xC0U) == 0x80U) --from;
        if (from > 0) --from;
        text.erase(from, i - from + 1);
        cursor = static_cast<int>(from);
        break;
    }
    const std::string plain = without_soft_breaks(text, &cursor);
    const std::string broken = with_soft_breaks(plain, *buffer->field, &cursor);
    if (broken == now) return 0;
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, broken.data(), broken.data() + broken.size());
    data->CursorPos = cursor;
    data->SelectionStart = data->SelectionEnd = cursor;
    return 0;
}

} // namespace

bool long_input(const Ui &ui, const char *label, std::string &text, std::string_view hint, float height) {
    const TextScope scope(ui, TextRole::body);
    const ImGuiStyle &style = ImGui::GetStyle();
    const float width = std::max(ImGui::GetContentRegionAvail().x, em() * 4.0F);
    const Field field{ImGui::GetFont(), ImGui::GetFontSize(), width - style.FramePadding.x * 2.0F - style.ScrollbarSize};
    std::string buffer = with_soft_breaks(text, field, nullptr);
    Buffer user{&buffer, &field};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Room is kept ahead so that the field can grow by a keystroke within the frame.
    buffer.reserve(buffer.size() + 64);
    const bool has_changed = ImGui::InputTextMultiline(
        label, buffer.data(), buffer.capacity() + 1, {width, height},
        ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit | ImGuiInputTextFlags_NoHorizontalScroll,
        edit_callback, &user);
    if (text.empty() && !ImGui::IsItemActive())
        draw_text_at(ui, {at.x + style.FramePadding.x, at.y + style.FramePadding.y - em() * 0.3F}, hint, TextRole::body,
                     ui.palette.muted, false, field.width);
    if (!has_changed) return false;
    const std::string plain = without_soft_breaks(buffer, nullptr);
    if (plain == text) return false;
    text = plain;
    return true;
}

} // namespace tsunagi::ui
