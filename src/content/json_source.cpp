#include "content/json_source.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "content/json_read.h"
#include "content/scenario_json.h"

namespace tsunagi::content {

namespace {

// A file that is wrong throughout would bury its reader; the rest shows after the first thousand are mended.
constexpr std::size_t kMaxProblems = 1000;
constexpr std::size_t kMaxArgCodePoints = 120;
constexpr std::size_t kNearCodePoints = 20;
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

bool is_cp932_lead(unsigned char c) { return (c >= 0x81 && c <= 0x9F) || (c >= 0xE0 && c <= 0xFC); }

bool is_cp932(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80 || (c >= 0xA1 && c <= 0xDF)) continue;
        if (!is_cp932_lead(c) || i + 1 == text.size()) return false;
        const auto trail = static_cast<unsigned char>(text[++i]);
        if (trail < 0x40 || trail == 0x7F || trail > 0xFC) return false;
    }
    return true;
}

// Notepad's "Unicode" and files without a byte order mark: in JSON every other byte is then zero.
bool is_utf16(std::string_view text) {
    const std::string_view mark = text.substr(0, 2);
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return true;
    return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

// What a file's author wrote is shown back to him: kept short, on one line, and well-formed.
std::string tamed(const std::string &arg) {
    const std::string mended = base::mend_utf8(arg);
    const std::string_view head = base::first_code_points(mended, kMaxArgCodePoints);
    std::string tame(head);
    for (char &c : tame)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    if (head.size() < mended.size()) tame += kEllipsis;
    return tame;
}

std::string last_code_points(std::string_view text, std::size_t limit) {
    const std::size_t count = base::count_code_points(text);
    if (count > limit) text.remove_prefix(base::first_code_points(text, count - limit).size());
    return std::string(text);
}

} // namespace

JsonSource::JsonSource(std::string text, std::string name)
    : JsonSource(std::move(text), std::move(name), kMaxScenarioBytes) {}

JsonSource::JsonSource(std::string text, std::string name, std::size_t max_bytes)
    : text_(std::move(text)), name_(std::move(name)) {
    if (text_.compare(0, kBom.size(), kBom) == 0) text_.erase(0, kBom.size());
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n')))
            line_starts_.push_back(i + 1);
    parse(max_bytes);
}

void JsonSource::parse(std::size_t max_bytes) {
    if (text_.size() > max_bytes) {
        add(base::Severity::error, 0, "", "file-too-large", {{"limit", std::to_string(max_bytes >> 20)}});
        return;
    }
    if (!has_sound_encoding()) return;
    if (base::trim(text_).empty()) {
        add(base::Severity::error, 0, "", "file-empty", {});
        return;
    }
    scan_ = scan_json(text_, kMaxJsonDepth);
    report_scan_faults();
    if (!scan_.is_complete) return;

    // Numbers already reported are parsed as 0: the parser gives up on those it cannot hold.
    std::string to_parse = text_;
    for (const ScanFault &fault : scan_.faults)
        if (fault.size > 0) to_parse.replace(fault.offset, fault.size, "0" + std::string(fault.size - 1, ' '));
    try {
        root_ = nlohmann::json::parse(to_parse);
        is_parsed_ = true;
    } catch (const nlohmann::json::parse_error &exception) {
        // What the walk lets through and the parser does not: half of a surrogate pair.
        const std::size_t offset = exception.byte > 0 ? exception.byte - 1 : 0;
        add(base::Severity::error, line_at(offset), "", "json-syntax", syntax_args(offset));
    }
}

bool JsonSource::has_sound_encoding() {
    if (!is_utf16(text_) && base::is_valid_utf8(text_)) return true;
    int line = 0;
    Args args = {{"guess", "?"}};
    if (is_utf16(text_)) {
        args["guess"] = "UTF-16";
    } else {
        if (is_cp932(text_)) args["guess"] = "Shift_JIS";
        // No byte of a longer UTF-8 sequence is a line feed, so lines can be tried one by one.
        for (std::size_t i = 0; i < line_starts_.size() && line == 0; ++i) {
            const std::size_t end = i + 1 < line_starts_.size() ? line_starts_[i + 1] : text_.size();
            if (!base::is_valid_utf8(std::string_view(text_).substr(line_starts_[i], end - line_starts_[i])))
                line = static_cast<int>(i) + 1;
        }
    }
    add(base::Severity::error, line, "", "encoding", std::move(args));
    return false;
}

void JsonSource::report_scan_faults() {
    for (const ScanFault &fault : scan_.faults) {
        if (is_full_) return;
        const int line = line_at(fault.offset);
        const std::string pointer = scan_.nodes.empty() ? "" : scan_.pointer_of(fault.node);
        switch (fault.kind) {
        case ScanFaultKind::syntax:
            add(base::Severity::error, line, "", "json-syntax", syntax_args(fault.offset));
            break;
        case ScanFaultKind::too_deep:
            add(base::Severity::error, line, "", "json-too-deep", {{"limit", std::to_string(kMaxJsonDepth)}});
            break;
        case ScanFaultKind::duplicate_key:
            add(base::Severity::error, line, pointer, "duplicate-key",
                {{"property", std::string(scan_.nodes[fault.node].name)}});
            break;
        case ScanFaultKind::fraction:
            add(base::Severity::error, line, pointer, "number-not-whole",
                {{"value", text_.substr(fault.offset, fault.size)}});
            break;
        case ScanFaultKind::number_too_large:
            add(base::Severity::error, line, pointer, "number-too-large",
                {{"value", text_.substr(fault.offset, fault.size)}});
            break;
        }
    }
}

int JsonSource::line_at(std::size_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<int>(after - line_starts_.begin());
}

Args JsonSource::syntax_args(std::size_t offset) const {
    const int line = line_at(offset);
    const std::size_t start = line_starts_[static_cast<std::size_t>(line) - 1];
    const std::string_view before = std::string_view(text_).substr(start, offset - start);
    std::string_view rest = std::string_view(text_).substr(offset);
    rest = base::trim(rest.substr(0, rest.find_first_of("\r\n")));
    // At the end of a line or of the file there is nothing after the place: show what stands before it.
    const std::string near =
        rest.empty() ? last_code_points(base::trim(std::string_view(text_).substr(0, offset)), kNearCodePoints)
                     : std::string(base::first_code_points(rest, kNearCodePoints));
    return {{"line", std::to_string(line)},
            {"column", std::to_string(base::count_code_points(before) + 1)},
            {"near", near}};
}

int JsonSource::line_of(const std::string &pointer) const {
    for (std::string nearest = pointer;; nearest.erase(nearest.rfind('/'))) {
        if (const auto node = scan_.find(nearest)) return line_at(scan_.nodes[*node].offset);
        if (nearest.empty()) return 0;
    }
}

void JsonSource::error(const std::string &pointer, const std::string &code, Args args) {
    if (is_full_) return;
    add(base::Severity::error, line_of(pointer), pointer, code, std::move(args));
}

void JsonSource::warning(const std::string &pointer, const std::string &code, Args args) {
    if (is_full_) return;
    add(base::Severity::warning, line_of(pointer), pointer, code, std::move(args));
}

void JsonSource::add(base::Severity severity, int line, const std::string &pointer, const std::string &code,
                     Args args) {
    if (is_full_) return;
    if (problems_.size() == kMaxProblems) {
        is_full_ = true;
        problems_.push_back(
            {base::Severity::error, name_, 0, "", "too-many-problems", {{"limit", std::to_string(kMaxProblems)}}});
        return;
    }
    for (auto &[key, value] : args) value = tamed(value);
    problems_.push_back({severity, name_, line, pointer, code, std::move(args)});
}

bool JsonSource::has_problem_at(const std::string &pointer) const {
    return is_full_ || std::any_of(problems_.begin(), problems_.end(),
                                   [&](const base::Problem &problem) { return problem.pointer == pointer; });
}

base::Problems JsonSource::take_problems() {
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const base::Problem &a, const base::Problem &b) { return a.line < b.line; });
    return std::exchange(problems_, {});
}

base::Error error_at(const JsonSource &source, std::string code, const std::string &pointer) {
    const int line = source.line_of(pointer);
    return {std::move(code), "line " + std::to_string(line) + ": " + (pointer.empty() ? "/" : pointer)};
}

base::Error first_error(JsonSource &source, std::string code) {
    const base::Problems problems = source.take_problems();
    if (problems.empty()) return {std::move(code), ""};
    const base::Problem &problem = problems.front();
    std::string detail = problem.code;
    if (problem.line > 0) detail += ", line " + std::to_string(problem.line);
    if (!problem.pointer.empty()) detail += ": " + problem.pointer;
    return {std::move(code), detail};
}

base::Status check_version(const JsonSource &source, const nlohmann::json &root, const std::string &pointer, int newest,
                           const std::string &kind) {
    const nlohmann::json &version = member(root, "version");
    if (!version.is_number_integer() || version.get<std::int64_t>() < 1)
        return error_at(source, kind + "-json", pointer + "/version");
    if (version.get<std::int64_t>() > newest) return base::Error{kind + "-newer", version.dump()};
    return {};
}

base::Status check_head(const JsonSource &source, const nlohmann::json &root, const std::string &pointer,
                        const char *format, int newest, const std::string &kind) {
    if (member(root, "format") != format) return base::Error{kind + "-format", text_of(root, "format")};
    return check_version(source, root, pointer, newest, kind);
}

FileBytes read_file_bytes(const std::filesystem::path &path, std::uintmax_t max_bytes) {
    const auto failed = [&](const std::string &code, Args args = {}) {
        return FileBytes{std::nullopt, {file_problem(path_text(path), code, std::move(args))}};
    };
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return failed("file-missing");
    if (error) return failed("file-unreadable", {{"cause", error.message()}});
    if (std::filesystem::is_directory(status)) return failed("file-is-folder");
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > max_bytes) return failed("file-too-large", {{"limit", std::to_string(max_bytes >> 20)}});

    std::ifstream stream(path, std::ios::binary);
    if (!stream) return failed("file-unreadable", {{"cause", std::generic_category().message(errno)}});
    // Read no more than allowed even where the system does not tell the size beforehand (a pipe, a device).
    std::string bytes;
    char buffer[1u << 16];
    while (bytes.size() <= max_bytes && (stream.read(buffer, sizeof buffer) || stream.gcount() > 0))
        bytes.append(buffer, static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) return failed("file-unreadable", {{"cause", std::generic_category().message(errno)}});
    if (bytes.size() > max_bytes) return failed("file-too-large", {{"limit", std::to_string(max_bytes >> 20)}});
    return {std::move(bytes), {}};
}

base::Problem file_problem(const std::string &file, const std::string &code, Args args) {
    return {base::Severity::error, file, 0, "", code, std::move(args)};
}

std::string path_text(const std::filesystem::path &path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path path_from_text(std::string_view text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

} // namespace tsunagi::content
