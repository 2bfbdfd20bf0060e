// How long the comparison of a workshop takes to be made and to be drawn, without a window: 10 and 1,000 sessions.
// Prints figures; nothing passes or fails.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include "app/workshop_review.h"
#include "gui/driver.h"
#include "support/workshops.h"
#include "ui/intents.h"
#include "ui/screen_comparison.h"
#include "ui/theme.h"

using namespace tsunagi;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_of(const std::function<void()> &work) {
    const auto begun = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

double median(std::vector<double> figures) {
    std::sort(figures.begin(), figures.end());
    return figures[figures.size() / 2];
}

struct Figures {
    double review = 0.0;
    double view = 0.0;
    double decision = 0.0;
    double frame = 0.0;
    double worst = 0.0;
    int rows = 0;
};

Figures measured(std::size_t sessions) {
    base::Problems problems;
    const std::filesystem::path root = TSUNAGI_SOURCE_DIR;
    static const model::Handbook handbook = content::load_handbook(root / "assets" / "handbook", problems);
    static const auto texts = i18n::Texts::load(root / "assets" / "i18n", i18n::Language::ja);
    test::PlayedWorkshop made = test::played_workshop(sessions);
    made.workshop.settings.is_panel = true; // every session is a vote
    const auto scenario = std::make_shared<const model::Scenario>(*test::stored_case("cpp-1").scenario);
    Figures figures;
    app::Review review;
    figures.review = milliseconds_of([&] { review = app::review_of(made.workshop, made.sessions, scenario); });
    view::ComparisonView view;
    figures.view = milliseconds_of([&] {
        view = view::comparison_view(review.material, true, {}, view::RegretState::not_asked, handbook, *texts);
    });
    view::ComparedDecisionView decision;
    figures.decision =
        milliseconds_of([&] { decision = view::compared_decision_view(review.material, 0, handbook, *texts); });

    gui::Driver driver(1280, 800);
    ui::apply_theme(ui::ThemeKind::light, 100);
    ui::TextLayout layout;
    ui::IntentQueue intents;
    ui::ReviewDraft draft;
    const ui::Ui ui{
        *texts, ui::palette_of(ui::ThemeKind::light), {driver.regular_font(), driver.bold_font()}, layout, intents};
    ui::ComparisonStage stage;
    stage.workshop = made.workshop.id;
    stage.decision = &decision;
    stage.can_present = true;
    std::vector<double> times;
    driver.show([&] {
        ImGui::SetNextWindowPos({0.0F, 0.0F});
        ImGui::SetNextWindowSize({1280.0F, 800.0F});
        ImGui::Begin("###bench", nullptr, ImGuiWindowFlags_NoDecoration);
        times.push_back(milliseconds_of([&] { ui::draw_comparison(view, stage, draft, ui); }));
        ImGui::End();
    });
    // Scrolled through the whole list of voices, a step a frame.
    driver.frame(10);
    times.clear();
    int most = 0;
    for (int i = 0; i < 200; ++i) {
        ImGui::GetIO().AddMousePosEvent(900.0F, 600.0F);
        ImGui::GetIO().AddMouseWheelEvent(0.0F, -3.0F);
        driver.frame(1);
        int rows = 0;
        for (const gui::Item &item : driver.items())
            if (item.key == "compare.voice") ++rows;
        most = std::max(most, rows);
    }
    figures.rows = most;
    figures.frame = median(times);
    figures.worst = *std::max_element(times.begin(), times.end());
    return figures;
}

} // namespace

int main() {
    std::printf("sessions  fold+count ms  list ms  decision ms  frame ms (median)  worst  rows drawn\n");
    std::vector<Figures> all;
    for (const std::size_t sessions : {std::size_t{10}, std::size_t{100}, std::size_t{1000}}) {
        all.push_back(measured(sessions));
        const Figures &f = all.back();
        std::printf("%8zu  %13.1f  %7.2f  %11.2f  %17.3f  %5.2f  %10d\n", sessions, f.review, f.view, f.decision,
                    f.frame, f.worst, f.rows);
    }
    std::printf("frame at 1,000 sessions / at 10: %.2f\n", all.back().frame / all.front().frame);
    return 0;
}
