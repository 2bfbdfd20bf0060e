#include "app/atomic_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "content/json_source.h"
#include "content/workshop_json.h"

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tsunagi::app {

namespace fs = std::filesystem;

namespace {

base::Error write_error(const fs::path &file, int cause) {
    const bool is_full = cause == ENOSPC || cause == EFBIG;
    return {is_full ? "file-full" : "file-write", fmt::format("{}: {}", utf8_of(file), std::strerror(cause))};
}

/// A name that no other program takes for its own unfinished file.
fs::path unfinished_beside(const fs::path &file) {
    fs::path unfinished = file;
#ifdef _WIN32
    unfinished += ".new";
#else
    unfinished += fmt::format(".new-{}", getpid());
#endif
    return unfinished;
}

std::FILE *open_new(const fs::path &file) {
#ifdef _WIN32
    return _wfopen(file.c_str(), L"wb");
#else
    return std::fopen(file.c_str(), "wb");
#endif
}

/// Waits until the disk has it: a rename that survives a power cut must not name an empty file. Devices and pipes have
/// nothing to wait for.
bool flush_to_disk(std::FILE *stream) {
    if (std::fflush(stream) != 0) return false;
#ifndef _WIN32
    return fsync(fileno(stream)) == 0 || errno == EINVAL || errno == EROFS;
#else
    return true;
#endif
}

/// 0, or the errno of what kept the content from being written.
int write_whole(const fs::path &file, std::string_view content) {
    std::FILE *stream = open_new(file);
    if (stream == nullptr) return errno;
    const bool is_written =
        std::fwrite(content.data(), 1, content.size(), stream) == content.size() && flush_to_disk(stream);
    const int cause = is_written ? 0 : errno;
    return std::fclose(stream) != 0 && is_written ? errno : cause;
}

/// A device or a pipe: it cannot be replaced, only written into.
bool is_passage(const fs::path &file) {
    std::error_code failure;
    const fs::file_type type = fs::status(file, failure).type();
    return type == fs::file_type::character || type == fs::file_type::block || type == fs::file_type::fifo;
}

} // namespace

std::string utf8_of(const fs::path &path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

base::Result<std::string> read_file(const fs::path &file) {
    std::error_code failure;
    if (!fs::is_regular_file(file, failure) && !fs::is_fifo(file, failure) && !fs::is_character_file(file, failure))
        return base::Error{"file-read", utf8_of(file)};
    content::FileBytes read = content::read_file_bytes(file, content::kLongestExchangeText);
    if (read.bytes) return std::move(*read.bytes);
    const base::Problem &problem = read.problems.front();
    if (problem.code == "file-too-large") return base::Error{problem.code, utf8_of(file)};
    const auto cause = problem.args.find("cause");
    return base::Error{"file-read",
                       utf8_of(file) + (cause == problem.args.end() ? std::string() : ": " + cause->second)};
}

base::Status check_overwriting(const fs::path &file, std::string_view beginning, const char *code) {
    std::error_code failure;
    if (!fs::is_regular_file(file, failure)) return {};
    const auto there = read_file(file);
    if (!there) return base::Error{"file-write", there.error().detail};
    if (there->empty() || there->rfind(beginning, 0) == 0) return {};
    return base::Error{code, utf8_of(file)};
}

base::Status write_file_atomically(const fs::path &file, std::string_view content) {
    std::error_code failure;
    // A link stays one; what it names is replaced.
    if (fs::is_symlink(file, failure))
        if (const fs::path named = fs::canonical(file, failure); !failure) return write_file_atomically(named, content);
    if (!file.parent_path().empty()) fs::create_directories(file.parent_path(), failure);
    if (is_passage(file)) {
        const int cause = write_whole(file, content);
        return cause == 0 ? base::Status() : write_error(file, cause);
    }
    const fs::path unfinished = unfinished_beside(file);
    int cause = write_whole(unfinished, content);
    if (cause == 0) {
        fs::rename(unfinished, file, failure);
        if (!failure) return {};
        cause = failure.value();
    }
    fs::remove(unfinished, failure);
    return write_error(file, cause);
}

} // namespace tsunagi::app
