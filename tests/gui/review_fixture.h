#pragma once

#include <doctest/doctest.h>

#include "gui/program.h"
#include "support/workshops.h"

namespace tsunagi::gui {

/// Puts a workshop and its sessions into the database of a home, and makes sure of the cases it needs.
inline void store_workshop(Home &home, const test::PlayedWorkshop &made) {
    const auto store = home.store();
    REQUIRE(store->save_workshop(made.workshop, material().scenario_json).is_ok());
    for (const model::Session &session : made.sessions)
        REQUIRE(store->create(session, material().scenario_json).is_ok());
}

} // namespace tsunagi::gui
