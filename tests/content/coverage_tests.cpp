// What the installed cases exercise, taken together: no practice point, role or function may be left out.

#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "content/fixture.h"
#include "content/scenario_json.h"
#include "model/credit.h"

namespace {

using namespace tsunagi;

// How often each figure can be earned: a scene counts once for each point and each cell.
struct SceneFigures {
    std::set<std::size_t> earned;

    void note(const model::Credit &credit) {
        for (std::size_t i = 0; i < model::kFigureCount; ++i)
            if (model::figure(credit, i) > 0) earned.insert(i);
    }
    void operator()(const model::ReadOn &) {}
    void operator()(const model::ChooseOne &choice) {
        for (const model::Option &option : choice.options) note(option.credit);
    }
    void operator()(const model::ChooseMany &choice) {
        for (const model::Option &item : choice.items) note(item.credit);
    }
    void operator()(const model::AssignGrid &grid) {
        for (const model::GridCell &cell : grid.cells) note(cell.credit);
    }
    void operator()(const model::OrderSteps &order) {
        for (const model::Precedence &precedence : order.precedences) note(precedence.credit);
    }
};

using Row = std::map<std::string, int>; // decisions by case

std::string name_of(std::size_t figure) {
    return figure < model::kPointCount ? model::point_id(figure) : model::cell_id(figure - model::kPointCount);
}

int total(const Row &row) {
    int sum = 0;
    for (const auto &[name, count] : row) sum += count;
    return sum;
}

void print(const char *name, const Row &row, const std::vector<std::string> &cases) {
    std::string line;
    for (const std::string &id : cases) {
        const auto found = row.find(id);
        std::array<char, 16> cell{};
        std::snprintf(cell.data(), cell.size(), "%7d", found == row.end() ? 0 : found->second);
        line += cell.data();
    }
    std::printf("%-26s%s%7d\n", name, line.c_str(), total(row));
}

} // namespace

TEST_CASE("the seven cases together exercise every practice point, role and function") {
    std::vector<std::string> cases;
    std::map<std::size_t, Row> figures;
    std::map<int, Row> functions;
    std::map<int, Row> steps;
    std::set<std::string> primitives;
    for (const content::ScenarioFile &file :
         content::load_library(std::filesystem::path(TSUNAGI_SOURCE_DIR) / "scenarios", test::handbook())) {
        REQUIRE(file.is_playable());
        const model::Scenario &scenario = *file.scenario;
        cases.push_back(scenario.id.value);
        for (const model::Scene &scene : scenario.scenes) {
            SceneFigures reader;
            std::visit(reader, scene.interaction);
            for (const std::size_t figure : reader.earned) ++figures[figure][scenario.id.value];
            for (const model::HandbookId &function : scene.functions)
                ++functions[std::stoi(function.value.substr(1))][scenario.id.value];
            ++steps[std::stoi(scene.step.value.substr(1))][scenario.id.value];
        }
    }
    CHECK(cases == std::vector<std::string>{"cpp-1", "cpp-2", "cpp-3", "cpp-4", "ot-1", "ot-2", "ot-3"});

    std::printf("\n%-26s", "decisions that exercise");
    for (const std::string &id : cases) std::printf("%7s", id.c_str());
    std::printf("%7s\n", "all");
    for (std::size_t figure = 0; figure < model::kFigureCount; ++figure) {
        print(name_of(figure).c_str(), figures[figure], cases);
        CAPTURE(name_of(figure));
        CHECK(total(figures[figure]) >= 3);
    }
    for (int function = 1; function <= 15; ++function) {
        print(("f" + std::to_string(function)).c_str(), functions[function], cases);
        CAPTURE(function);
        CHECK(total(functions[function]) >= 1);
    }
    for (int step = 1; step <= 9; ++step) {
        print(("s" + std::to_string(step)).c_str(), steps[step], cases);
        CAPTURE(step);
        CHECK(total(steps[step]) >= 1);
    }
    // Each practice point is there in every case, and a case trains the table of its own profession.
    for (std::size_t point = 0; point < model::kPointCount; ++point)
        for (const std::string &id : cases) {
            CAPTURE(name_of(point));
            CAPTURE(id);
            CHECK(figures[point][id] >= 2);
        }
    for (model::CellIndex cell = 0; cell < model::kCellCount; ++cell)
        for (const std::string &id : cases) {
            CAPTURE(model::cell_id(cell));
            CAPTURE(id);
            const bool is_own = model::cell_id(cell).substr(0, 2) == id.substr(0, 2);
            CHECK(figures[model::kPointCount + cell].count(id) == (is_own ? 1U : 0U));
        }
}

TEST_CASE("the seven cases differ in structure") {
    // What a learner does in a case, scene by scene in the file's order, must not be that of another case.
    std::set<std::string> shapes;
    std::set<int> months;
    std::size_t count = 0;
    for (const content::ScenarioFile &file :
         content::load_library(std::filesystem::path(TSUNAGI_SOURCE_DIR) / "scenarios", test::handbook())) {
        REQUIRE(file.is_playable());
        const model::Scenario &scenario = *file.scenario;
        std::string shape;
        int grids = 0;
        int endings = 0;
        int only_some = 0; // scenes that some courses never see
        for (const model::Scene &scene : scenario.scenes) {
            shape += static_cast<char>('a' + scene.interaction.index());
            if (std::holds_alternative<model::AssignGrid>(scene.interaction)) ++grids;
        }
        std::map<model::SceneId, int> unconditional;
        for (const model::Scene &scene : scenario.scenes)
            if (scene.next.size() == 1 && scene.next.front().scene) ++unconditional[*scene.next.front().scene];
        for (const model::Scene &scene : scenario.scenes)
            if (unconditional[scene.id] == 0 && scene.id != scenario.start_scene) ++only_some;
        endings = static_cast<int>(scenario.endings.size());
        CAPTURE(scenario.id.value);
        CHECK(scenario.scenes.size() >= 18);
        CHECK(grids >= 2);
        CHECK(endings >= 4);
        CHECK(only_some >= 3);
        shapes.insert(shape);
        months.insert(scenario.months);
        ++count;
    }
    CHECK(shapes.size() == count);
    CHECK(months.size() >= 5);
}
