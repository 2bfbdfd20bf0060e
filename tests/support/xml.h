#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi::test {

/// An element of an XML document.
struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text; ///< directly in it, entities resolved
    std::vector<XmlElement> children;

    /// All elements of a name in it, in document order, itself among them.
    [[nodiscard]] std::vector<const XmlElement *> all(std::string_view wanted) const;
    /// The text of its own child of that name; empty when there is none.
    [[nodiscard]] std::string text_of(std::string_view child) const;
};

/// Reads a document without a prologue. Throws std::runtime_error with the place and the reason for whatever is not
/// well-formed XML 1.0: tags that do not match, attributes without quotes or twice, a bare < or &, entities beyond the
/// five and character references, characters that XML does not have, malformed UTF-8, anything after the root.
[[nodiscard]] XmlElement xml_from_text(std::string_view text);

} // namespace tsunagi::test
