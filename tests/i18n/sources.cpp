#include "i18n/sources.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tsunagi::test {

namespace {

class Scanner {
  public:
    Scanner(const std::string &path, const std::string &text) : text_(text) { source_.path = path; }

    SourceFile scan() {
        while (at_ < text_.size()) {
            if (starts_with("//"))
                skip_line_comment();
            else if (starts_with("/*"))
                skip_block_comment();
            else if (starts_with("R\""))
                take_raw_literal();
            else if (text_[at_] == '#' && is_line_start())
                take_directive();
            else if (text_[at_] == '"')
                take_literal('"');
            else if (text_[at_] == '\'' && !is_digit_separator())
                take_literal('\'');
            else
                take_code();
        }
        return std::move(source_);
    }

  private:
    bool starts_with(const char *what) const { return text_.compare(at_, std::string(what).size(), what) == 0; }
    bool is_line_start() const {
        for (std::size_t i = at_; i > 0 && text_[i - 1] != '\n'; --i)
            if (text_[i - 1] != ' ' && text_[i - 1] != '\t') return false;
        return true;
    }
    bool is_digit_separator() const {
        return at_ > 0 && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) != 0;
    }
    void advance() {
        if (text_[at_] == '\n') ++line_;
        ++at_;
    }
    void take_code() {
        source_.code += text_[at_];
        advance();
    }
    void skip_line_comment() {
        while (at_ < text_.size() && text_[at_] != '\n') advance();
    }
    void skip_block_comment() {
        const std::size_t end = std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2;
        while (at_ < end) advance();
    }
    void take_literal(char quote) {
        Literal literal{line_, ""};
        advance();
        while (at_ < text_.size() && text_[at_] != quote) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                literal.text += text_[at_];
                advance();
            }
            literal.text += text_[at_];
            advance();
        }
        if (at_ < text_.size()) advance();
        source_.code += quote;
        source_.code += quote;
        source_.literals.push_back(literal);
    }
    void take_raw_literal() {
        const std::size_t open = text_.find('(', at_);
        const std::string close = ")" + text_.substr(at_ + 2, open - at_ - 2) + "\"";
        const std::size_t end = std::min(text_.find(close, open), text_.size() - close.size());
        Literal literal{line_, text_.substr(open + 1, end - open - 1)};
        while (at_ < end + close.size()) advance();
        source_.literals.push_back(literal);
    }
    void take_directive() {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const std::string directive = text_.substr(at_, end - at_);
        if (directive.rfind("#include", 0) != 0) return take_code();
        const std::size_t open = directive.find_first_of("\"<");
        const std::size_t close = open == std::string::npos ? open : directive.find_first_of("\">", open + 1);
        if (close != std::string::npos) {
            const bool is_quoted = directive[open] == '"';
            const std::size_t from = is_quoted ? open + 1 : open;
            const std::size_t to = is_quoted ? close : close + 1;
            source_.includes.push_back({line_, directive.substr(from, to - from)});
        }
        while (at_ < end) advance();
    }

    const std::string &text_;
    std::size_t at_ = 0;
    int line_ = 1;
    SourceFile source_;
};

} // namespace

std::string read_text(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

SourceFile source_from_text(const std::string &path, const std::string &text) { return Scanner(path, text).scan(); }

const std::vector<SourceFile> &all_sources() {
    static const std::vector<SourceFile> sources = [] {
        const std::filesystem::path root = std::filesystem::path(TSUNAGI_SOURCE_DIR) / "src";
        std::vector<SourceFile> found;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
            const auto extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp")
                found.push_back(
                    source_from_text(entry.path().lexically_relative(root).generic_string(), read_text(entry.path())));
        }
        std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
        return found;
    }();
    return sources;
}

} // namespace tsunagi::test
