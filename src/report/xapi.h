#pragma once

#include <string>
#include <vector>

#include "report/run.h"

namespace tsunagi::report {

struct XapiOptions {
    bool has_nicknames = false; ///< actors carry the nickname as their name
};

/// The runs as one JSON array of xAPI 1.0.3 statements, run by run in the order given, indented by 2, with a line break
/// at the end. docs/xapi.md documents the profile. The same runs give the same bytes, ids of statements included. Read
/// scenes and given decisions make no statements.
[[nodiscard]] std::string xapi_of(const std::vector<Run> &runs, const XapiOptions &options = {});

/// A version 5 UUID (RFC 4122, SHA-1) of `name` in this program's own namespace.
[[nodiscard]] std::string uuid_of(std::string_view name);

} // namespace tsunagi::report
