#include "i18n/texts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include <nlohmann/json.hpp>

namespace tsunagi::i18n {

namespace {

base::Error read_error(const std::filesystem::path &file, const std::string &cause) {
    return {"i18n-read", file.u8string().empty() ? cause : fmt::format("{}: {}", file.string(), cause)};
}

/// <folder>/<language>.json first, then the fragments in the order of their names.
std::vector<std::filesystem::path> catalogue_files(const std::filesystem::path &folder, std::string_view language) {
    std::vector<std::filesystem::path> files;
    const std::string ending = "." + std::string(language) + ".json";
    std::error_code ignored;
    for (std::filesystem::directory_iterator entry(folder / "fragments", ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        if (name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0)
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    files.insert(files.begin(), folder / (std::string(language) + ".json"));
    return files;
}

std::size_t index_of_key(std::string_view key) {
    const auto found = std::lower_bound(kTextKeys.begin(), kTextKeys.end(), key);
    if (found == kTextKeys.end() || *found != key) return kTextCount;
    return static_cast<std::size_t>(found - kTextKeys.begin());
}

} // namespace

base::Result<Texts> Texts::load(const std::filesystem::path &folder, Language language) {
    Texts texts;
    texts.language_ = language;
    texts.texts_.assign(kTextKeys.begin(), kTextKeys.end());

    for (const auto &file : catalogue_files(folder, kLanguageWords[static_cast<std::size_t>(language)])) {
        std::ifstream stream(file, std::ios::binary);
        if (!stream) return read_error(file, "cannot be opened");
        const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        const nlohmann::json document = nlohmann::json::parse(content, nullptr, false);
        if (!document.is_object()) return read_error(file, "is not a JSON object");
        for (const auto &[key, text] : document.items()) {
            if (!text.is_string()) return read_error(file, key + " is not a text");
            const std::size_t index = index_of_key(key);
            if (index < kTextCount) texts.texts_[index] = text.get<std::string>();
        }
    }

    texts.labels_.reserve(kTextCount);
    for (std::size_t i = 0; i < kTextCount; ++i)
        texts.labels_.push_back(texts.texts_[i] + "###" + std::string(kTextKeys[i]));
    return texts;
}

const std::string *Texts::find(std::string_view key) const {
    const std::size_t index = index_of_key(key);
    return index < kTextCount ? &texts_[index] : nullptr;
}

const std::string &Texts::named(std::string_view key) const {
    if (const std::string *text = find(key)) return *text;
    return unknown_.try_emplace(std::string(key), key).first->second;
}

std::string Texts::format_named(std::string_view key, const std::map<std::string, std::string> &args) const {
    const std::string &text = named(key);
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto &[name, value] : args) store.push_back(fmt::arg(name.c_str(), value));
    try {
        return fmt::vformat(text, store);
    } catch (const fmt::format_error &) {
        return text;
    }
}

} // namespace tsunagi::i18n
