#include "view/timeline_view.h"

#include <algorithm>

#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr float kMonthWithout = 0.5F; ///< a month in which nothing was decided
constexpr float kTail = 0.5F;         ///< after the last decision, so that its lines do not end on the edge
constexpr float kRise = 0.3F;         ///< how long before a decision a line begins to rise or fall

// Only what moved a gauge, as lines with their "because".
std::vector<std::string> gauge_lines(const std::vector<engine::Change> &changes, const Scenario &scenario,
                                     const Texts &texts) {
    std::vector<engine::Change> moved;
    for (const engine::Change &change : changes)
        if (std::holds_alternative<engine::GaugeMoved>(change)) moved.push_back(change);
    return change_lines(moved, scenario, texts);
}

const std::string &gauge_label(std::size_t gauge, const Texts &texts) {
    return texts.named("gauge." + std::string(kGaugeWords[gauge]));
}

std::string value_label(std::size_t gauge, int value, const Texts &texts) {
    return texts.format(Text::timeline_gauge, fmt::arg("gauge", gauge_label(gauge, texts)), fmt::arg("value", value));
}

std::string joined(const std::vector<std::string> &parts, const std::string &between) {
    std::string text;
    for (const std::string &part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

template <class Values>
std::string values_label(const Values &values, const Texts &texts) {
    std::vector<std::string> parts;
    for (std::size_t gauge = 0; gauge < kGaugeWords.size(); ++gauge)
        parts.push_back(value_label(gauge, values[gauge], texts));
    return joined(parts, texts(Text::timeline_between));
}

// Goes through the course and puts everything in its place.
class Builder {
  public:
    Builder(const engine::Progress &progress, const std::vector<ListedDecision> &listed,
            const std::vector<CostView> &costs, const Texts &texts)
        : progress_(progress), scenario_(*progress.scenario), listed_(listed), costs_(costs), texts_(texts),
          values_(progress.scenario->gauges) {}

    TimelineView build() {
        begin_lines();
        view_.steps.push_back({texts_(Text::timeline_start), {values_label(values_, texts_)}});
        std::size_t next_mark = 0;
        for (std::size_t i = 0; i < progress_.played.size(); ++i) {
            const engine::PlayedDecision &played = progress_.played[i];
            go_to_month(played.month);
            move_gauges(played.on_enter);
            std::vector<std::string> lines = gauge_lines(played.on_enter, scenario_, texts_);
            const bool is_marked = next_mark < listed_.size() && listed_[next_mark].played == i;
            if (is_marked) {
                at_ += 0.5F;
                add_mark(next_mark++, played);
            }
            move_gauges(played.changes);
            if (is_marked) at_ += 0.5F;
            for (std::string &line : gauge_lines(played.changes, scenario_, texts_)) lines.push_back(std::move(line));
            if (!lines.empty())
                view_.steps.push_back(
                    {texts_.format(Text::timeline_step, fmt::arg("month", month_label(played.month, texts_)),
                                   fmt::arg("scene", played.scene->title)),
                     std::move(lines)});
        }
        go_to_month(progress_.state.months);
        at_ += kTail;
        close_month();
        end_lines();
        view_.steps.push_back({texts_(Text::timeline_end), {values_label(progress_.state.gauges, texts_)}});
        view_.length = at_;
        return std::move(view_);
    }

  private:
    void begin_lines() {
        for (std::size_t gauge = 0; gauge < kGaugeWords.size(); ++gauge) {
            GaugeLine line;
            line.gauge = static_cast<Gauge>(gauge);
            line.id = std::string(kGaugeWords[gauge]);
            line.label = gauge_label(gauge, texts_);
            line.points.push_back({0.0F, values_[gauge], false});
            view_.gauges.push_back(std::move(line));
        }
    }

    void end_lines() {
        for (std::size_t gauge = 0; gauge < view_.gauges.size(); ++gauge) {
            GaugeLine &line = view_.gauges[gauge];
            line.points.push_back({at_, values_[gauge], false});
            line.end_label = value_label(gauge, values_[gauge], texts_);
        }
    }

    void close_month() {
        at_ = std::max(at_, begin_ + kMonthWithout);
        view_.months.push_back({begin_, at_, month_label(month_, texts_),
                                texts_.format(Text::timeline_month_short, fmt::arg("n", month_))});
        begin_ = at_;
    }

    void go_to_month(int month) {
        for (; month_ < month; ++month_) close_month();
    }

    // The line stays until shortly before, then goes to the new value; twice in one decision is one way.
    void move_gauges(const std::vector<engine::Change> &changes) {
        std::array<int, kGaugeWords.size()> after = values_;
        for (const engine::Change &change : changes)
            if (const auto *moved = std::get_if<engine::GaugeMoved>(&change))
                after[static_cast<std::size_t>(moved->gauge)] = moved->to;
        for (std::size_t gauge = 0; gauge < after.size(); ++gauge) {
            if (after[gauge] == values_[gauge]) continue;
            std::vector<GaugePoint> &points = view_.gauges[gauge].points;
            const float leaves = std::max(at_ - kRise, points.back().at);
            if (leaves > points.back().at) points.push_back({leaves, values_[gauge], false});
            points.push_back({at_, after[gauge], true});
        }
        values_ = after;
    }

    void add_mark(std::size_t number, const engine::PlayedDecision &played) {
        const ListedDecision &listed = listed_[number];
        const OutcomeView &outcome = *listed.outcome;
        TimelineMark mark;
        mark.decision = number;
        mark.at = at_;
        mark.option_class = outcome.option_class;
        mark.earned = played.earned.overall();
        mark.available = played.available.overall();
        mark.cost = costs_[listed.played].short_mark;
        mark.title = outcome.title;
        const std::string verdict =
            outcome.option_class ? outcome.option_class->symbol + " " + outcome.option_class->word : std::string();
        mark.facts =
            joined({outcome.when, verdict, listed.share, costs_[listed.played].mark}, texts_(Text::timeline_between));
        mark.changes = gauge_lines(played.changes, scenario_, texts_);
        std::vector<std::string> lines = mark.changes;
        lines.insert(lines.begin(), {mark.title, mark.facts});
        mark.tip = joined(lines, "\n");
        view_.marks.push_back(std::move(mark));
    }

    const engine::Progress &progress_;
    const Scenario &scenario_;
    const std::vector<ListedDecision> &listed_;
    const std::vector<CostView> &costs_;
    const Texts &texts_;
    TimelineView view_;
    std::array<int, kGaugeWords.size()> values_;
    int month_ = 0;
    float begin_ = 0.0F; ///< of the month
    float at_ = 0.0F;
};

} // namespace

TimelineView timeline_view(const engine::Progress &progress, const std::vector<ListedDecision> &listed,
                           const std::vector<CostView> &costs, const Texts &texts) {
    return Builder(progress, listed, costs, texts).build();
}

} // namespace tsunagi::view
