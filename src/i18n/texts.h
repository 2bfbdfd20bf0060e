#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/result.h"
#include "i18n/text_keys.h" // generated from assets/i18n: enum class Text, kTextKeys, kTextCount

namespace tsunagi::i18n {

enum class Language { ja, en };
inline constexpr std::array<std::string_view, 2> kLanguageWords = {"ja", "en"};

/// The text catalogue: assets/i18n/<language>.json and assets/i18n/fragments/<area>.<language>.json, flat objects from
/// key to text. The Japanese ones are the reference: their keys become enum Text at build time, so a key that does not
/// exist fails to compile.
class Texts {
  public:
    /// Reads one language. Errors: "i18n-read" (detail: path and cause). A key that is missing falls back to the key
    /// itself, which a test forbids.
    [[nodiscard]] static base::Result<Texts> load(const std::filesystem::path &folder, Language language);

    [[nodiscard]] Language language() const { return language_; }

    /// The text of a key.
    [[nodiscard]] const std::string &operator()(Text key) const { return texts_[static_cast<std::size_t>(key)]; }
    /// "text###key": a Dear ImGui label whose id does not depend on the language.
    [[nodiscard]] const char *label(Text key) const { return labels_[static_cast<std::size_t>(key)].c_str(); }
    /// The text with its {named} placeholders filled: texts.format(Text::play_months, fmt::arg("n", 3)).
    /// A placeholder that gets no value leaves the text unfilled: a wrong text must not end the program.
    template <class... Args>
    [[nodiscard]] std::string format(Text key, const Args &...args) const {
        try {
            return fmt::vformat((*this)(key), fmt::make_format_args(args...));
        } catch (const fmt::format_error &) {
            return (*this)(key);
        }
    }
    /// A text whose key is made at run time ("problem.cycle", "gauge.trust"); nullptr when there is none.
    [[nodiscard]] const std::string *find(std::string_view key) const;
    /// As find, but the key itself where there is no text.
    [[nodiscard]] const std::string &named(std::string_view key) const;
    /// named(key) with its placeholders filled by name; for problems, whose arguments come as a map.
    [[nodiscard]] std::string format_named(std::string_view key, const std::map<std::string, std::string> &args) const;

  private:
    Language language_ = Language::ja;
    std::vector<std::string> texts_;
    std::vector<std::string> labels_;
    mutable std::unordered_map<std::string, std::string> unknown_;
};

} // namespace tsunagi::i18n
