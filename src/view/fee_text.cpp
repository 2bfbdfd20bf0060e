// What is typed into the fields of the fee checker.

#include "view/fee_view.h"

#include <utf8.h>

#include "base/utf8.h"

namespace tsunagi::view {

namespace {

constexpr char32_t kYear = 0x5E74;
constexpr char32_t kMonth = 0x6708;
constexpr char32_t kDay = 0x65E5;
constexpr char32_t kFirstYearOfEra = 0x5143;
constexpr char32_t kIdeographicSpace = 0x3000;

struct Era {
    char32_t first;
    char32_t second;
    char32_t letter;
    int before; ///< the year before its first
};
constexpr Era kEras[] = {
    {0x4EE4, 0x548C, 'R', 2018}, // Reiwa
    {0x5E73, 0x6210, 'H', 1988}, // Heisei
    {0x662D, 0x548C, 'S', 1925}, // Showa
};

constexpr int kEarliestYear = 1900;
constexpr int kLatestYear = 2100;

/// The characters typed, full-width ASCII in its usual width, all that may stand between numbers as '-', no spaces.
std::u32string plain(const std::string &typed) {
    const std::string mended = base::mend_utf8(typed);
    std::u32string text;
    for (auto at = mended.begin(); at != mended.end();) {
        char32_t c = base::narrow(static_cast<char32_t>(utf8::unchecked::next(at)));
        // Hyphens, dashes, the minus sign, and the long-vowel mark that the same key types in kana mode.
        const bool is_dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC;
        // The middle dot and the full stop of Japanese are what the keys for '/' and '.' type.
        if (is_dash || c == '/' || c == '.' || c == 0x30FB || c == 0x3002) c = '-';
        if (c != ' ' && c != '\t' && c != kIdeographicSpace) text += c;
    }
    return text;
}

class Reader {
  public:
    explicit Reader(std::u32string_view text) : rest_(text) {}

    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
    bool take(char32_t c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_separator(char32_t word) { return take('-') || take(word); }
    /// A number of at most `most` digits.
    std::optional<int> number(std::size_t most) {
        int value = 0;
        std::size_t count = 0;
        for (; count < most && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; ++count) {
            value = value * 10 + static_cast<int>(rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return count == 0 ? std::nullopt : std::optional(value);
    }
    /// The year before the first of an era that is named here.
    std::optional<int> era() {
        for (const Era &era : kEras) {
            const bool has_letter = !rest_.empty() && (rest_.front() == era.letter || rest_.front() == era.letter + 32);
            const bool has_name = rest_.size() >= 2 && rest_[0] == era.first && rest_[1] == era.second;
            if (!has_letter && !has_name) continue;
            rest_.remove_prefix(has_name ? 2 : 1);
            return era.before;
        }
        return std::nullopt;
    }

  private:
    std::u32string_view rest_;
};

bool is_eight_digits(const std::u32string &text) {
    return text.size() == 8 && text.find_first_not_of(U"0123456789") == std::u32string::npos;
}

} // namespace

std::optional<std::chrono::year_month_day> date_from_text(const std::string &typed) {
    const std::u32string text = plain(typed);
    Reader reader(text);
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    if (is_eight_digits(text)) {
        year = reader.number(4);
        month = reader.number(2);
        day = reader.number(2);
    } else {
        const std::optional<int> era = reader.era();
        year = era && reader.take(kFirstYearOfEra) ? std::optional(1) : reader.number(4);
        if (year && era) year = *year == 0 ? std::nullopt : std::optional(*year + *era);
        if (!reader.take_separator(kYear)) return std::nullopt;
        month = reader.number(2);
        if (!reader.take_separator(kMonth)) return std::nullopt;
        day = reader.number(2);
        reader.take(kDay);
    }
    if (!year || !month || !day || !reader.is_at_end()) return std::nullopt;
    if (*year < kEarliestYear || *year > kLatestYear) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<int> number_from_text(const std::string &typed) {
    const std::u32string text = plain(typed);
    Reader reader(text);
    const std::optional<int> number = reader.number(4);
    return reader.is_at_end() ? number : std::nullopt;
}

} // namespace tsunagi::view
