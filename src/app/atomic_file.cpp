#include "app/atomic_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include <fmt/format.h>

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

/// Waits until the disk has it: a rename that survives a power cut must not name an empty file.
bool flush_to_disk(std::FILE *stream) {
    if (std::fflush(stream) != 0) return false;
#ifndef _WIN32
    return fsync(fileno(stream)) == 0;
#else
    return true;
#endif
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
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return base::Error{"file-read", fmt::format("{}: {}", utf8_of(file), std::strerror(errno))};
    std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (stream.bad()) return base::Error{"file-read", utf8_of(file)};
    return content;
}

base::Status write_file_atomically(const fs::path &file, std::string_view content) {
    std::error_code failure;
    if (!file.parent_path().empty()) fs::create_directories(file.parent_path(), failure);

    const fs::path unfinished = unfinished_beside(file);
    std::FILE *stream = open_new(unfinished);
    if (stream == nullptr) return write_error(file, errno);
    bool is_written = std::fwrite(content.data(), 1, content.size(), stream) == content.size() && flush_to_disk(stream);
    int cause = is_written ? 0 : errno;
    if (std::fclose(stream) != 0 && is_written) {
        is_written = false;
        cause = errno;
    }
    if (is_written) {
        fs::rename(unfinished, file, failure);
        if (!failure) return {};
        cause = failure.value();
    }
    fs::remove(unfinished, failure);
    return write_error(file, cause);
}

} // namespace tsunagi::app
