#include "ui/play_parts.h"

#include <algorithm>
#include <cmath>

namespace tsunagi::ui {

using i18n::Text;

namespace {

void move_step(std::vector<std::string> &order, std::size_t from, std::size_t to) {
    if (from == to || to >= order.size()) return;
    const std::string id = order[from];
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), id);
}

const std::string &text_of(const view::OrderView &order, const std::string &id) {
    const auto found = std::find_if(order.steps.begin(), order.steps.end(),
                                    [&](const view::GridLineView &step) { return step.id == id; });
    return found == order.steps.end() ? id : found->text;
}

// The label of the stage that begins at a position; empty where none begins.
std::string stage_at(const view::OrderView &order, std::size_t position) {
    std::size_t begin = 0;
    for (const model::OrderStage &stage : order.stages) {
        if (begin == position) return stage.label;
        begin += static_cast<std::size_t>(stage.count);
    }
    return {};
}

} // namespace

void draw_order(const view::OrderView &order, PlayDraft &draft, const Ui &ui) {
    text_block(ui, ui.texts(Text::play_order_help), TextRole::small, ui.palette.muted);
    std::size_t from = 0;
    std::size_t to = 0;
    const float button = std::max(button_width(ui.texts.label(Text::play_order_up)), em() * 2.2F);
    const float spacing = ImGui::GetStyle().ItemSpacing.x * 0.5F;
    for (std::size_t i = 0; i < draft.order.size(); ++i) {
        const std::string stage = stage_at(order, i);
        if (!stage.empty()) {
            gap(0.3F);
            text_block(ui, stage, TextRole::small, ui.palette.accent, true);
        }
        const std::string &id = draft.order[i];
        const IdScope scope(id);
        const std::string text =
            ui.texts.format(Text::outcome_step, fmt::arg("n", i + 1), fmt::arg("step", text_of(order, id)));
        CardLook look;
        look.text = text;
        const float width = ImGui::GetContentRegionAvail().x - (button + spacing) * 2.0F;
        card(ui, "play.step." + id, look, width);
        const float height = ImGui::GetItemRectSize().y;
        if (ImGui::IsItemFocused())
            for (std::size_t place = 0; place < draft.order.size() && place < 9; ++place)
                if (is_digit_free(static_cast<int>(place) + 1)) {
                    from = i;
                    to = place;
                }
        ImGui::SameLine(0.0F, spacing);
        {
            const DisabledScope disabled(i == 0);
            if (ImGui::Button((ui.texts(Text::play_order_up) + "###play.up." + id).c_str(), {button, height})) {
                from = i;
                to = i - 1;
            }
        }
        ImGui::SameLine(0.0F, spacing);
        const DisabledScope disabled(i + 1 == draft.order.size());
        if (ImGui::Button((ui.texts(Text::play_order_down) + "###play.down." + id).c_str(), {button, height})) {
            from = i;
            to = i + 1;
        }
    }
    if (from == to) return;
    move_step(draft.order, from, to);
    draft.has_changed = true;
}

} // namespace tsunagi::ui
