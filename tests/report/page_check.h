#pragma once

#include <string>

namespace tsunagi::test {

/// What is wrong with a page of ours; empty when nothing is. It must be well-formed also as XML (all elements closed
/// but br and meta, entities known, UTF-8), load nothing and run nothing, have a language, a title, one h1 and no
/// heading that skips a level, ids once and links to ids that are there, tables with a caption and heads with a scope,
/// pictures with title and description.
[[nodiscard]] std::string fault_of_page(const std::string &page);

} // namespace tsunagi::test
