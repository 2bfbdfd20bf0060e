#include "support/xml.h"

#include <algorithm>
#include <stdexcept>

#include "base/utf8.h"

namespace tsunagi::test {

namespace {

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {
        if (!base::is_valid_utf8(text)) fail("not UTF-8");
        for (const char c : text)
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') fail("control character");
        for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) // U+FFFE, U+FFFF
            if (text.find(none) != std::string_view::npos) fail("not a character");
    }

    XmlElement document() {
        XmlElement root = element();
        skip_space();
        if (at_ != text_.size()) fail("something after the root");
        return root;
    }

  private:
    [[noreturn]] void fail(const std::string &why) const {
        throw std::runtime_error(why + " at byte " + std::to_string(at_) + ": " +
                                 std::string(text_.substr(std::min(at_, text_.size()), 60)));
    }
    [[nodiscard]] char peek() const {
        if (at_ >= text_.size()) fail("the document ends");
        return text_[at_];
    }
    bool take(std::string_view expected) {
        if (text_.substr(std::min(at_, text_.size()), expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }
    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    }
    std::string name() {
        const std::size_t begin = at_;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        while (is_letter(peek()) ||
               (at_ > begin && (peek() == '-' || peek() == ':' || (peek() >= '0' && peek() <= '9'))))
            ++at_;
        if (at_ == begin) fail("a name is missing");
        return std::string(text_.substr(begin, at_ - begin));
    }
    std::string until(char end) {
        std::string value;
        while (peek() != end) {
            if (peek() == '<') fail("a bare <");
            value += peek() == '&' ? entity() : std::string(1, text_[at_++]);
        }
        return value;
    }
    std::string entity() {
        static const std::map<std::string_view, std::string> kKnown = {
            {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}};
        for (const auto &[written, meant] : kKnown)
            if (take(written)) return meant;
        fail("an unknown entity");
    }
    XmlElement element() {
        if (!take("<")) fail("no element");
        XmlElement made;
        made.name = name();
        for (;;) {
            const std::size_t before = at_;
            skip_space();
            if (take("/>")) return made;
            if (take(">")) break;
            if (at_ == before) fail("no space before an attribute");
            std::string key = name();
            if (!take("=\"")) fail("an attribute without a value");
            if (!made.attributes.emplace(std::move(key), until('"')).second) fail("an attribute twice");
            ++at_;
        }
        for (;;) {
            made.text += until('<');
            if (take("</")) break;
            made.children.push_back(element());
        }
        if (name() != made.name || !take(">")) fail("the end of " + made.name + " is missing");
        return made;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

void collect(const XmlElement &element, std::string_view wanted, std::vector<const XmlElement *> &found) {
    if (element.name == wanted) found.push_back(&element);
    for (const XmlElement &child : element.children) collect(child, wanted, found);
}

} // namespace

std::vector<const XmlElement *> XmlElement::all(std::string_view wanted) const {
    std::vector<const XmlElement *> found;
    collect(*this, wanted, found);
    return found;
}

std::string XmlElement::text_of(std::string_view child) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const XmlElement &each) { return each.name == child; });
    return found == children.end() ? std::string() : found->text;
}

XmlElement xml_from_text(std::string_view text) { return Reader(text).document(); }

} // namespace tsunagi::test
