#pragma once

#include "content/json_source.h"
#include "model/handbook.h"
#include "model/scenario.h"

namespace tsunagi::content {

// The second pass: each takes a scenario that was built from `source` and adds what it finds wrong there.

/// Ids used twice. (What an id may look like is the schema's.)
void check_ids(const model::Scenario &scenario, JsonSource &source);
/// Everything that names something: scenes, endings, facts, flags, parties, ties, options, rows, columns, steps, and
/// entries of the handbook when it has any.
void check_references(const model::Scenario &scenario, const model::Handbook &handbook, JsonSource &source);

// The following expect a document that the schema allows.

/// Client, gauges, ICMSS items, facts' origin, endings, lengths of texts.
void check_story(const model::Scenario &scenario, JsonSource &source);
/// Budgets, credits, marks, orders.
void check_interactions(const model::Scenario &scenario, JsonSource &source);

// The following expect, moreover, that every reference names something.

/// Facts, flags and ties that nothing learns, sets, reads or shows.
void check_usage(const model::Scenario &scenario, JsonSource &source);
/// Cycles, scenes and endings that no way leads to, dead ends, conditions on what lies ahead.
void check_graph(const model::Scenario &scenario, JsonSource &source);
/// Replays the handbook team's course. Expects that nothing else is wrong.
void check_course(const model::Scenario &scenario, JsonSource &source);

} // namespace tsunagi::content
