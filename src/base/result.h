#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace tsunagi::base {

/// What went wrong, for a person to read: `code` is stable and machine readable, `detail` is the raw cause
/// (a path, the text of an exception). The sentence shown is made from the code by the text catalogue.
struct Error {
    std::string code;
    std::string detail;
};

/// A value or the Error that kept it from coming to be. g++ 12 has no std::expected.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool is_ok() const { return state_.index() == 0; }
    explicit operator bool() const { return is_ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(state_); }
    [[nodiscard]] T &value() & { return std::get<0>(state_); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(state_)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    [[nodiscard]] const Error &error() const { return std::get<1>(state_); }

  private:
    std::variant<T, Error> state_;
};

/// The outcome of something done for its effect: nothing, or the Error.
class [[nodiscard]] Status {
  public:
    Status() = default;
    Status(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool is_ok() const { return !error_.has_value(); }
    explicit operator bool() const { return is_ok(); }
    [[nodiscard]] const Error &error() const { return *error_; }

  private:
    std::optional<Error> error_;
};

} // namespace tsunagi::base
