#include "view/courses_view.h"

#include <algorithm>

#include "view/answer_text.h"

namespace tsunagi::view {

using namespace model;
using engine::PlayedDecision;
using engine::Progress;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::size_t kOwn = 0;
constexpr std::size_t kShortLines = 6; ///< of a grid or an order; the rest while unfolded
constexpr int kExactBelow = 10'000;

enum class CourseKind { own, handbook, best };

struct Course {
    CourseKind kind = CourseKind::own;
    Progress progress;
    std::size_t parted = 0; ///< the first decision that differs from one's own; the number of all where none does
};

const PlayedDecision *at_scene(const Course &course, const SceneId &scene) {
    for (const PlayedDecision &played : course.progress.played)
        if (played.scene->id == scene) return &played;
    return nullptr;
}

bool is_same(const PlayedDecision &a, const PlayedDecision &b) {
    return a.scene->id == b.scene->id && is_same_answer(a.scene->interaction, a.decision.answer, b.decision.answer);
}

std::size_t parted_from(const Progress &own, const Progress &other) {
    std::size_t i = 0;
    while (i < own.played.size() && i < other.played.size() && is_same(own.played[i], other.played[i])) ++i;
    return i;
}

// The scenes of all courses from decision `from` on, each once, in an order that fits every course. There is one: a
// case goes forward only. Of the scenes that may come next the one of the first course is taken.
std::vector<const Scene *> scenes_from(const std::vector<Course> &courses, std::size_t from) {
    std::vector<std::vector<const Scene *>> left(courses.size());
    for (std::size_t i = 0; i < courses.size(); ++i)
        for (std::size_t k = from; k < courses[i].progress.played.size(); ++k)
            left[i].push_back(courses[i].progress.played[k].scene);
    const auto comes_later = [&](const Scene *scene) {
        return std::any_of(left.begin(), left.end(), [&](const auto &rest) {
            return std::any_of(rest.begin(), rest.end(),
                               [&](const Scene *other) { return other->id == scene->id && other != rest.front(); });
        });
    };
    std::vector<const Scene *> merged;
    for (;;) {
        const Scene *next = nullptr;
        for (const auto &rest : left)
            if (!rest.empty() && (next == nullptr || comes_later(next))) next = rest.front();
        if (next == nullptr) return merged;
        merged.push_back(next);
        const SceneId id = next->id;
        for (auto &rest : left)
            if (!rest.empty() && rest.front()->id == id) rest.erase(rest.begin());
    }
}

void shorten(CourseCell &cell, const Texts &texts) {
    if (cell.lines.size() <= kShortLines + 1) return;
    const auto cut = cell.lines.begin() + static_cast<std::ptrdiff_t>(kShortLines);
    cell.more.assign(cut, cell.lines.end());
    cell.lines.erase(cut, cell.lines.end());
    cell.more_text = texts.format(Text::courses_more, fmt::arg("n", cell.more.size()));
}

// Reasons that explain the difference: of the option taken, of items taken here and not elsewhere, of rows that differ,
// of steps that come too late.
std::vector<ReasonView> reasons_of(const PlayedDecision &played, const std::vector<std::string> &ids,
                                   const Scenario &scenario, const Handbook &handbook, const Texts &texts) {
    const Interaction &interaction = played.scene->interaction;
    std::vector<std::string> wanted; // the texts of the items and rows: reasons carry no ids
    const auto differs = [&](const std::string &id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    if (const auto *many = std::get_if<ChooseMany>(&interaction))
        for (const Option &item : many->items)
            if (differs(item.id.value)) wanted.push_back(item.text);
    if (const auto *grid = std::get_if<AssignGrid>(&interaction))
        for (const GridRow &row : grid->rows)
            if (differs(row.id.value)) wanted.push_back(row.text);
    std::vector<ReasonView> all = outcome_view(played, scenario, handbook, texts).reasons;
    std::vector<ReasonView> reasons;
    for (ReasonView &reason : all) {
        bool is_wanted = std::find(wanted.begin(), wanted.end(), reason.text) != wanted.end();
        if (std::holds_alternative<ChooseOne>(interaction)) is_wanted = reason.is_taken;
        // An item is explained where it was taken, not where it was left out.
        if (std::holds_alternative<ChooseMany>(interaction)) is_wanted = is_wanted && reason.is_taken;
        if (std::holds_alternative<OrderSteps>(interaction)) is_wanted = !reason.details.empty();
        if (is_wanted) reasons.push_back(std::move(reason));
    }
    return reasons;
}

struct SceneTeller {
    const Scenario &scenario;
    const std::vector<Course> &courses;
    const Handbook &handbook;
    const Texts &texts;

    [[nodiscard]] CourseScene operator()(const Scene &scene) const {
        CourseScene view;
        view.id = scene.id.value;
        view.title = scene.title;
        const PlayedDecision *own = at_scene(courses[kOwn], scene.id);
        std::vector<std::string> ids; // of what any other course did differently
        view.cells.emplace_back();
        for (std::size_t i = 1; i < courses.size(); ++i) view.cells.push_back(tell_other(i, scene.id, own, ids));
        view.cells[kOwn] = own == nullptr ? not_visited() : tell_own(*own, ids);
        if (std::holds_alternative<ChooseMany>(scene.interaction)) explain_once(view.cells);
        note_parting(scene, view);
        view.is_same_in_all = own != nullptr && std::all_of(view.cells.begin() + 1, view.cells.end(), is_same_cell);
        view.can_unfold =
            !view.is_same_in_all && std::any_of(view.cells.begin(), view.cells.end(), [](const CourseCell &cell) {
                return !cell.reasons.empty() || !cell.more.empty();
            });
        return view;
    }

  private:
    static bool is_list(const Interaction &interaction) {
        return std::holds_alternative<ChooseMany>(interaction) || std::holds_alternative<AssignGrid>(interaction);
    }
    static bool is_same_cell(const CourseCell &cell) { return cell.kind == CourseCell::Kind::same; }

    // What an earlier column explains is not explained again.
    static void explain_once(std::vector<CourseCell> &cells) {
        std::vector<std::string> told;
        for (CourseCell &cell : cells) {
            const auto is_told = [&](const ReasonView &reason) {
                return std::find(told.begin(), told.end(), reason.text) != told.end();
            };
            cell.reasons.erase(std::remove_if(cell.reasons.begin(), cell.reasons.end(), is_told), cell.reasons.end());
            for (const ReasonView &reason : cell.reasons) told.push_back(reason.text);
        }
    }

    [[nodiscard]] CourseCell not_visited() const {
        CourseCell cell;
        cell.text = texts(Text::courses_not_visited);
        return cell;
    }

    [[nodiscard]] CourseCell same_as(Text text) const {
        CourseCell cell;
        cell.kind = CourseCell::Kind::same;
        cell.text = texts(text);
        return cell;
    }

    // The class belongs to one option; the classes of items and marks stand with their reasons.
    void add_class(const PlayedDecision &played, CourseCell &cell) const {
        const auto *one = std::get_if<OneAnswer>(&played.decision.answer);
        const auto *choice = std::get_if<ChooseOne>(&played.scene->interaction);
        if (one == nullptr || choice == nullptr) return;
        for (const Option &option : choice->options)
            if (option.id == one->option) cell.option_class = class_view(option.option_class, texts);
    }

    [[nodiscard]] CourseCell tell_own(const PlayedDecision &played, const std::vector<std::string> &ids) const {
        CourseCell cell;
        cell.kind = CourseCell::Kind::decided;
        const Interaction &interaction = played.scene->interaction;
        cell.text = std::holds_alternative<ReadOn>(interaction)
                        ? texts(Text::courses_read)
                        : answer_size(interaction, played.decision.answer, texts);
        cell.lines = answer_lines(interaction, played.decision.answer, texts);
        cell.is_list = is_list(interaction);
        // A filled grid is long; what matters of it is where the others differ, and they say so.
        if (std::holds_alternative<AssignGrid>(interaction)) {
            cell.more = std::exchange(cell.lines, {});
            if (!cell.more.empty()) cell.more_text = texts(Text::courses_all_marks);
        }
        add_class(played, cell);
        cell.reasons = reasons_of(played, ids, scenario, handbook, texts);
        return cell;
    }

    [[nodiscard]] CourseCell tell_other(std::size_t course, const SceneId &scene, const PlayedDecision *own,
                                        std::vector<std::string> &all_ids) const {
        const PlayedDecision *played = at_scene(courses[course], scene);
        if (played == nullptr) return not_visited();
        if (own != nullptr && is_same(*own, *played)) return same_as(Text::courses_same);
        for (std::size_t i = 1; i < course; ++i)
            if (const PlayedDecision *earlier = at_scene(courses[i], scene); earlier && is_same(*earlier, *played))
                return same_as(Text::courses_same_as_handbook);
        if (own == nullptr) {
            CourseCell cell = tell_own(*played, {});
            shorten(cell, texts);
            return cell;
        }
        CourseCell cell;
        cell.kind = CourseCell::Kind::decided;
        AnswerDifference difference =
            difference_of(played->scene->interaction, own->decision.answer, played->decision.answer, texts);
        cell.text = std::move(difference.summary);
        cell.lines = std::move(difference.lines);
        cell.is_list = is_list(played->scene->interaction);
        shorten(cell, texts);
        add_class(*played, cell);
        cell.reasons = reasons_of(*played, difference.ids, scenario, handbook, texts);
        all_ids.insert(all_ids.end(), difference.ids.begin(), difference.ids.end());
        return cell;
    }

    void note_parting(const Scene &scene, CourseScene &view) const {
        const auto &own = courses[kOwn].progress.played;
        for (std::size_t i = 1; i < courses.size(); ++i) {
            const std::size_t parted = courses[i].parted;
            if (parted >= own.size() || own[parted].scene->id != scene.id) continue;
            view.parts.push_back(
                texts(courses[i].kind == CourseKind::best ? Text::courses_parts_best : Text::courses_parts_handbook));
            view.explore = static_cast<int>(parted);
        }
    }
};

CourseHead head_of(const Course &course, const Texts &texts) {
    CourseHead head;
    switch (course.kind) {
    case CourseKind::own: head.title = texts(Text::courses_own); break;
    case CourseKind::handbook: head.title = texts(Text::courses_handbook); break;
    case CourseKind::best: head.title = texts(Text::courses_best); break;
    }
    if (const Ending *ending = course.progress.ending) {
        const std::string word(word_of(ending->kind, kEndingKindWords));
        head.ending = texts.format(Text::attempts_ending, fmt::arg("symbol", texts.named("ending_symbol." + word)),
                                   fmt::arg("title", ending->title));
    }
    head.overall = texts.format(Text::courses_points, fmt::arg("n", engine::score(course.progress).earned.overall()));
    return head;
}

// The first decision that cost something; the number of all decisions where none did; nothing when it cannot be told.
std::optional<std::size_t> first_loss(const Progress &own, const analysis::Courses &analysed) {
    const std::vector<analysis::Regret> regrets = analysis::regrets(analysed, own);
    if (regrets.empty()) return std::nullopt;
    std::size_t i = 0;
    while (i < regrets.size() && regrets[i].overall == 0) ++i;
    return i;
}

// Takes `decision` where it stands, if nothing is lost by it.
bool take_if_best(const analysis::Courses &analysed, const PlayedDecision *like, int attainable, Progress &at) {
    if (like == nullptr) return false;
    Progress next = at;
    if (!engine::commit(next, like->decision)) return false; // not to be had on this course
    const std::optional<analysis::Outlook> after = analysed.outlook(next);
    if (!after || next.played.back().earned.overall() + after->overall != attainable) return false;
    at = std::move(next);
    return true;
}

// Goes on from `at` to an ending without losing anything more, and differs from the courses given, the first before the
// second, no more than it has to. False when there is no way on.
bool go_on_best(const analysis::Courses &analysed, const std::vector<Course> &alike, Progress &at) {
    while (!at.is_over()) {
        const std::optional<analysis::Outlook> ahead = analysed.outlook(at);
        if (!ahead) return false;
        const SceneId scene = at.scene->id;
        if (std::any_of(alike.begin(), alike.end(), [&](const Course &course) {
                return take_if_best(analysed, at_scene(course, scene), ahead->overall, at);
            }))
            continue;
        const std::optional<Decision> best = analysed.best_decision(at);
        if (!best || !engine::commit(at, *best)) return false;
    }
    return true;
}

// What there is to say of a best course, and the course itself where it is another than one's own.
void add_best(const Progress &own, const analysis::Courses &analysed, std::vector<Course> &courses, CoursesView &view,
              const Texts &texts) {
    const std::optional<std::size_t> loss = first_loss(own, analysed);
    if (!loss) return;
    const std::size_t lost = *loss;
    if (lost >= own.played.size()) {
        view.story.push_back(texts(Text::courses_nothing_lost));
        return;
    }
    std::vector<Decision> decisions;
    for (std::size_t i = 0; i < lost; ++i) decisions.push_back(own.played[i].decision);
    const base::Result<Progress> until = engine::fold(*own.scenario, decisions);
    if (!until) return;
    Progress best = *until;
    if (!go_on_best(analysed, courses, best)) return;
    view.story.push_back(texts.format(Text::courses_lost, fmt::arg("scene", own.played[lost].scene->title)));
    if (const std::optional<analysis::Outlook> outlook = analysed.outlook(*until))
        view.story.push_back(
            texts.format(Text::courses_count, fmt::arg("count", count_text(outlook->best_courses, texts))));
    const std::size_t parted = parted_from(own, best);
    courses.push_back({CourseKind::best, std::move(best), parted});
}

void add_handbook(const Progress &own, std::vector<Course> &courses, CoursesView &view, const Texts &texts) {
    const std::vector<Decision> &decisions = own.scenario->handbook_course.decisions;
    if (decisions.empty()) return;
    base::Result<Progress> handbook = engine::fold(*own.scenario, decisions);
    if (!handbook) return;
    const std::size_t parted = parted_from(own, *handbook);
    if (parted >= own.played.size() && parted >= handbook->played.size()) {
        view.story.push_back(texts(Text::courses_as_handbook));
        return;
    }
    view.story.push_back(
        texts.format(Text::courses_from_handbook,
                     fmt::arg("scene", own.played[std::min(parted, own.played.size() - 1)].scene->title)));
    courses.push_back({CourseKind::handbook, std::move(handbook).value(), parted});
}

// A scene that every course only reads says nothing.
bool is_worth_showing(const Scene &scene, const std::vector<Course> &courses) {
    if (!std::holds_alternative<ReadOn>(scene.interaction)) return true;
    return std::any_of(courses.begin(), courses.end(),
                       [&](const Course &course) { return at_scene(course, scene.id) == nullptr; });
}

} // namespace

std::string count_text(const analysis::Count &count, const Texts &texts) {
    const std::string digits = count.str();
    if (count < kExactBelow) return texts.format(Text::courses_count_exact, fmt::arg("n", digits));
    // Two digits, rounded; 99… becomes 10 of the next power.
    std::size_t power = digits.size() - 1;
    int mantissa = (std::stoi(digits.substr(0, 3)) + 5) / 10;
    if (mantissa == 100) {
        mantissa = 10;
        ++power;
    }
    return texts.format(Text::courses_count_about, fmt::arg("n", fmt::format("{}.{}", mantissa / 10, mantissa % 10)),
                        fmt::arg("power", power));
}

CoursesView courses_view(const Progress &progress, const analysis::Courses *analysed, AnalysisState state,
                         const Handbook &handbook, const Texts &texts) {
    CoursesView view;
    view.state = state;
    if (progress.played.empty()) return view;
    std::vector<Course> courses;
    courses.push_back({CourseKind::own, progress, 0});
    add_handbook(progress, courses, view, texts);
    if (state == AnalysisState::ready && analysed != nullptr) add_best(progress, *analysed, courses, view, texts);
    if (state == AnalysisState::too_large) view.story.push_back(texts(Text::courses_too_large));
    if (courses.size() < 2) return view;

    std::size_t parted = progress.played.size();
    for (std::size_t i = 1; i < courses.size(); ++i) parted = std::min(parted, courses[i].parted);
    if (parted > 0) view.before = texts.format(Text::courses_before, fmt::arg("n", parted));
    for (const Course &course : courses) view.courses.push_back(head_of(course, texts));
    const SceneTeller tell{*progress.scenario, courses, handbook, texts};
    for (const Scene *scene : scenes_from(courses, parted))
        if (is_worth_showing(*scene, courses)) view.scenes.push_back(tell(*scene));
    return view;
}

} // namespace tsunagi::view
