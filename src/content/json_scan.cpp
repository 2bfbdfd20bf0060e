#include "content/json_scan.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "content/json_pointer.h"

namespace tsunagi::content {

namespace {

// Whole numbers of more digits are refused: up to here every reader agrees on their value.
constexpr std::size_t kMaxDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A member's name as the program sees it.
std::string decoded(std::string_view raw) {
    if (raw.find('\\') == std::string_view::npos) return std::string(raw);
    const nlohmann::json name = nlohmann::json::parse('"' + std::string(raw) + '"', nullptr, false);
    return name.is_string() ? name.get<std::string>() : std::string(raw);
}

// Orders names as the program sees them; nearly all stand in the file as they are.
int compare_names(std::string_view a, std::string_view b) {
    const bool is_plain = a.find('\\') == std::string_view::npos && b.find('\\') == std::string_view::npos;
    return is_plain ? a.compare(b) : decoded(a).compare(decoded(b));
}

bool is_member(const JsonNode &node) { return node.name.data() != nullptr; }

class Scanner {
  public:
    Scanner(std::string_view text, int max_depth) : text_(text), max_depth_(max_depth) {}

    JsonScan run() {
        scan_.is_complete = walk();
        scan_.build_index();
        return std::move(scan_);
    }

  private:
    enum class Expect { value, value_or_close, key, key_or_close, comma_or_close, nothing };

    struct Open {
        std::size_t node = 0;
        bool is_object = false;
        std::size_t count = 0;
        std::set<std::string> names;
    };

    bool walk() {
        for (;;) {
            while (at_ < text_.size() && is_space(text_[at_])) ++at_;
            if (at_ == text_.size()) return expect_ == Expect::nothing || fail(ScanFaultKind::syntax);
            if (!step(text_[at_])) return false;
        }
    }

    bool step(char c) {
        switch (expect_) {
        case Expect::nothing: return fail(ScanFaultKind::syntax);
        case Expect::value_or_close: return c == ']' ? close() : read_value(c);
        case Expect::value: return read_value(c);
        case Expect::key_or_close: return c == '}' ? close() : read_key(c);
        case Expect::key: return read_key(c);
        case Expect::comma_or_close:
            if (c == (open_.back().is_object ? '}' : ']')) return close();
            if (c != ',') return fail(ScanFaultKind::syntax);
            ++at_;
            expect_ = open_.back().is_object ? Expect::key : Expect::value;
            return true;
        }
        return false;
    }

    bool fail(ScanFaultKind kind) {
        scan_.faults.push_back(
            {kind, std::min(at_, text_.size()), scan_.nodes.empty() ? 0 : scan_.nodes.size() - 1, 0});
        return false;
    }

    std::size_t add_node() {
        JsonNode node;
        node.offset = name_ ? name_offset_ : at_;
        if (!open_.empty()) {
            node.parent = open_.back().node;
            node.index = open_.back().count++;
        }
        if (name_) node.name = *name_;
        scan_.nodes.push_back(node);
        if (name_ && !open_.back().names.insert(decoded(*name_)).second)
            scan_.faults.push_back({ScanFaultKind::duplicate_key, node.offset, scan_.nodes.size() - 1, 0});
        name_.reset();
        return scan_.nodes.size() - 1;
    }

    bool read_value(char c) {
        const std::size_t node = add_node();
        if (c == '{' || c == '[') {
            if (static_cast<int>(open_.size()) >= max_depth_) return fail(ScanFaultKind::too_deep);
            open_.push_back({node, c == '{', 0, {}});
            ++at_;
            expect_ = c == '{' ? Expect::key_or_close : Expect::value_or_close;
            return true;
        }
        const bool is_read = c == '"' ? read_string() : c == '-' || is_digit(c) ? read_number(node) : read_word();
        expect_ = open_.empty() ? Expect::nothing : Expect::comma_or_close;
        return is_read;
    }

    bool close() {
        ++at_;
        open_.pop_back();
        expect_ = open_.empty() ? Expect::nothing : Expect::comma_or_close;
        return true;
    }

    bool read_key(char c) {
        if (c != '"') return fail(ScanFaultKind::syntax);
        name_offset_ = at_;
        if (!read_string()) return false;
        name_ = text_.substr(name_offset_ + 1, at_ - name_offset_ - 2);
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        if (peek() != ':') return fail(ScanFaultKind::syntax);
        ++at_;
        expect_ = Expect::value;
        return true;
    }

    bool read_string() {
        const std::size_t start = at_++;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20) return fail(ScanFaultKind::syntax);
            ++at_;
            if (c == '\\' && !read_escape()) return fail(ScanFaultKind::syntax);
        }
        // A quote that is never closed: the place to look at is where it was opened.
        at_ = start;
        return fail(ScanFaultKind::syntax);
    }

    bool read_escape() {
        const char c = peek();
        if (c == 'u') {
            for (std::size_t i = 1; i <= 4; ++i)
                if (at_ + i >= text_.size() || !is_hex(text_[at_ + i])) return false;
            at_ += 5;
            return true;
        }
        if (c == '\0' || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) return false;
        ++at_;
        return true;
    }

    bool read_number(std::size_t node) {
        const std::size_t start = at_;
        if (peek() == '-') ++at_;
        const std::size_t first_digit = at_;
        if (!read_digits()) return fail(ScanFaultKind::syntax);
        const std::size_t digits = at_ - first_digit;
        if (digits > 1 && text_[first_digit] == '0') {
            at_ = first_digit;
            return fail(ScanFaultKind::syntax);
        }
        bool is_fraction = false;
        if (peek() == '.') {
            ++at_;
            is_fraction = true;
            if (!read_digits()) return fail(ScanFaultKind::syntax);
        }
        if (peek() == 'e' || peek() == 'E') {
            ++at_;
            is_fraction = true;
            if (peek() == '+' || peek() == '-') ++at_;
            if (!read_digits()) return fail(ScanFaultKind::syntax);
        }
        if (is_fraction)
            scan_.faults.push_back({ScanFaultKind::fraction, start, node, at_ - start});
        else if (digits > kMaxDigits)
            scan_.faults.push_back({ScanFaultKind::number_too_large, start, node, at_ - start});
        return true;
    }

    bool read_digits() {
        const std::size_t start = at_;
        while (is_digit(peek())) ++at_;
        return at_ > start;
    }

    bool read_word() {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at_, word.size()) != word) continue;
            at_ += word.size();
            return true;
        }
        return fail(ScanFaultKind::syntax);
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::string_view text_;
    int max_depth_;
    std::size_t at_ = 0;
    Expect expect_ = Expect::value;
    std::vector<Open> open_;
    std::optional<std::string_view> name_; ///< of the member whose value comes next
    std::size_t name_offset_ = 0;
    JsonScan scan_;
};

std::string unescaped(std::string_view token) {
    std::string name;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size()) {
            name += token[++i] == '1' ? '/' : '~';
        } else {
            name += token[i];
        }
    }
    return name;
}

} // namespace

std::optional<std::size_t> JsonScan::find(std::string_view pointer) const {
    if (nodes.empty()) return std::nullopt;
    std::size_t node = 0;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        const std::string name = unescaped(token);

        const std::optional<std::size_t> found = child_of(node, name);
        if (!found) return std::nullopt;
        node = *found;
    }
    return node;
}

void JsonScan::build_index() {
    index_.clear();
    for (std::size_t i = 1; i < nodes.size(); ++i) index_.push_back(i);
    std::sort(index_.begin(), index_.end(), [this](std::size_t a, std::size_t b) {
        const JsonNode &first = nodes[a];
        const JsonNode &second = nodes[b];
        if (first.parent != second.parent) return first.parent < second.parent;
        const int by_name = is_member(first) ? compare_names(first.name, second.name) : 0;
        return by_name != 0 ? by_name < 0 : a < b;
    });
}

std::optional<std::size_t> JsonScan::child_of(std::size_t node, const std::string &name) const {
    const auto begin = std::lower_bound(index_.begin(), index_.end(), node,
                                        [this](std::size_t child, std::size_t of) { return nodes[child].parent < of; });
    const auto end = std::upper_bound(begin, index_.end(), node,
                                      [this](std::size_t of, std::size_t child) { return of < nodes[child].parent; });
    if (begin == end) return std::nullopt;
    if (!is_member(nodes[*begin])) {
        // Children of an array stand in the index at their own positions.
        const auto count = static_cast<std::size_t>(end - begin);
        std::size_t position = 0;
        for (const char c : name) {
            if (!is_digit(c) || position > count) return std::nullopt;
            position = position * 10 + static_cast<std::size_t>(c - '0');
        }
        if (name.empty() || position >= count || std::to_string(position) != name) return std::nullopt;
        return *(begin + static_cast<std::ptrdiff_t>(position));
    }
    // Of two members with one name the later counts, as in the parsed document.
    const auto after = std::upper_bound(begin, end, name, [this](const std::string &wanted, std::size_t child) {
        const std::string_view raw = nodes[child].name;
        return (raw.find('\\') == std::string_view::npos ? std::string_view(wanted).compare(raw)
                                                         : wanted.compare(decoded(raw))) < 0;
    });
    if (after == begin || decoded(nodes[*(after - 1)].name) != name) return std::nullopt;
    return *(after - 1);
}

std::string JsonScan::pointer_of(std::size_t node) const {
    std::vector<std::size_t> path;
    for (; node != 0; node = nodes[node].parent) path.push_back(node);
    std::string pointer;
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        const JsonNode &at_step = nodes[*step];
        pointer = is_member(at_step) ? at(pointer, decoded(at_step.name)) : at(pointer, at_step.index);
    }
    return pointer;
}

JsonScan scan_json(std::string_view text, int max_depth) { return Scanner(text, max_depth).run(); }

} // namespace tsunagi::content
