#include "ui/screen_settings.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 46.0F;

void change_percent(int percent, int now, const Ui &ui) {
    const int kept = std::clamp(percent, view::kTextPercentMin, view::kTextPercentMax);
    if (kept != now) ui.intents.push(ChangeTextPercent{kept});
}

// A sentence in the size that the slider stands at, before everything takes that size.
void draw_sample(int percent, int now, const Ui &ui) {
    panel("settings.sample", ui.palette.panel, [&] {
        const std::string &text = ui.texts(Text::settings_sample);
        const float scale = static_cast<float>(percent) / static_cast<float>(now);
        ImGui::PushFont(ui.fonts.regular, kBaseTextSize * scale);
        const float size = std::round(kBaseTextSize * ImGui::GetStyle().FontScaleMain * scale);
        const float step = std::round(size * leading_of(TextRole::body));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        float y = at.y + std::floor((step - size) * 0.5F);
        for (const TextLine &line : ui.layout.lines(text, ui.fonts.regular, size, width)) {
            ImGui::RenderText({at.x, y}, text.data() + line.begin, text.data() + line.end, false);
            y += step;
        }
        ImGui::PopFont();
        ImGui::Dummy({width, std::floor(y - at.y)});
    });
}

void draw_text_size(const view::SettingsView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::settings_text_size), TextRole::lead);
    const std::string smaller = labelled(ui.texts(Text::settings_smaller), "settings.smaller");
    const std::string larger = labelled(ui.texts(Text::settings_larger), "settings.larger");
    const float side = std::max(button_width(smaller.c_str()), button_width(larger.c_str()));
    const float between = ImGui::GetStyle().ItemSpacing.x;
    const float slider =
        std::clamp(ImGui::GetContentRegionAvail().x - (side + between) * 2.0F, em() * 5.0F, em() * 22.0F);

    if (plain_button(ui, smaller.c_str(), view.text_percent > view::kTextPercentMin))
        change_percent(view.text_percent - view::kTextPercentStep, view.text_percent, ui);
    ImGui::SameLine();
    // The size is taken when the slider is let go: were it taken at once, the slider would grow under the pointer.
    // Until then the sample shows it. The value under way lives with the window.
    int *under_way = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("settings.under_way"), view.text_percent);
    int percent = *under_way;
    ImGui::SetNextItemWidth(slider);
    {
        const ColorScope border(ImGuiCol_Border, ui.palette.edge);
        ImGui::SliderInt("###settings.text_percent", &percent, view::kTextPercentMin, view::kTextPercentMax, "%d %%",
                         ImGuiSliderFlags_AlwaysClamp);
    }
    const bool is_sliding = ImGui::IsItemActive();
    if (ImGui::IsItemDeactivatedAfterEdit()) change_percent(percent, view.text_percent, ui);
    *under_way = is_sliding ? percent : view.text_percent;
    ImGui::SameLine();
    if (plain_button(ui, larger.c_str(), view.text_percent < view::kTextPercentMax))
        change_percent(view.text_percent + view::kTextPercentStep, view.text_percent, ui);
    draw_sample(is_sliding ? percent : view.text_percent, view.text_percent, ui);
}

// Cards of which one is taken; `change` gets the index pressed. `prefix` is both the texts' and the ids'.
template <std::size_t N, class Change>
void draw_choices(const std::string &prefix, const std::array<std::string_view, N> &words, std::size_t now,
                  const Ui &ui, Change change) {
    float widest = 0.0F;
    {
        const TextScope scope(ui, TextRole::body);
        for (const std::string_view word : words)
            widest = std::max(widest, ImGui::CalcTextSize(ui.texts.named(prefix + std::string(word)).c_str()).x);
    }
    const Grid grid = grid_for(widest + em() * 3.2F, em() * 20.0F, static_cast<int>(N));
    for (std::size_t i = 0; i < N; ++i) {
        if (i % static_cast<std::size_t>(grid.columns) != 0) ImGui::SameLine(0.0F, grid.between);
        const std::string key = prefix + std::string(words[i]);
        CardLook look;
        look.text = ui.texts.named(key);
        look.mark = CardMark::radio;
        look.is_on = i == now;
        if (card(ui, key, look, grid.width) && i != now) change(i);
    }
}

void draw_theme(const view::SettingsView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::settings_theme), TextRole::lead);
    const auto now = model::value_of<ThemeKind>(view.theme_word, kThemeWords).value_or(ThemeKind::light);
    draw_choices("settings.theme.", kThemeWords, static_cast<std::size_t>(now), ui,
                 [&](std::size_t i) { ui.intents.push(ChangeTheme{static_cast<ThemeKind>(i)}); });
}

void draw_language(const view::SettingsView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::settings_language), TextRole::lead);
    draw_choices("settings.language.", i18n::kLanguageWords, static_cast<std::size_t>(view.language), ui,
                 [&](std::size_t i) { ui.intents.push(ChangeLanguage{static_cast<i18n::Language>(i)}); });
}

void draw_motion(const view::SettingsView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::settings_motion), TextRole::lead);
    CardLook look;
    look.text = ui.texts(Text::settings_reduced_motion);
    look.mark = CardMark::check;
    look.is_on = view.is_motion_reduced;
    if (card(ui, "settings.reduced_motion", look, std::min(ImGui::GetContentRegionAvail().x, em() * 28.0F)))
        ui.intents.push(ChangeReducedMotion{!view.is_motion_reduced});
}

} // namespace

void draw_settings(const view::SettingsView &view, const Ui &ui) {
    scroll_by_page_keys();
    const PageScope page("settings", kPageWidth);
    constexpr float kBetweenSettings = 1.4F;
    heading(ui, ui.texts(Text::settings_title), TextRole::title);
    gap(0.8F);
    draw_text_size(view, ui);
    gap(kBetweenSettings);
    draw_theme(view, ui);
    gap(kBetweenSettings);
    draw_language(view, ui);
    gap(kBetweenSettings);
    draw_motion(view, ui);
    gap(kBetweenSettings);
    heading(ui, ui.texts(Text::settings_map), TextRole::lead);
    text_block(ui, view.map_means);
    if (!view.map_detail.empty()) text_block(ui, view.map_detail, TextRole::small, ui.palette.muted);
    gap(kBetweenSettings);
    heading(ui, ui.texts(Text::settings_data), TextRole::lead);
    text_block(ui, view.data_path);
    text_block(ui, ui.texts(Text::settings_data_help), TextRole::small, ui.palette.muted);
    gap(kBetweenSettings);
    heading(ui, ui.texts(Text::settings_about), TextRole::lead);
    text_block(ui, view.version);
    text_block(ui, ui.texts(Text::settings_source), TextRole::small, ui.palette.muted);
    text_block(ui, ui.texts(Text::settings_fonts), TextRole::small, ui.palette.muted);
    gap(kBetweenSettings);
    if (plain_button(ui, ui.texts.label(Text::settings_back))) ui.intents.push(GoBack{});
    gap(1.5F);
}

} // namespace tsunagi::ui
