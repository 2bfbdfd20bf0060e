#include "ui/intents.h"

#include <tuple>

namespace tsunagi::ui {

IntentQueue::IntentQueue() = default;
IntentQueue::~IntentQueue() = default;

template <class T>
void IntentQueue::push(T intent) {
    intents_.emplace_back(std::in_place_type<T>, std::move(intent));
}

std::vector<Intent> IntentQueue::take() { return std::exchange(intents_, {}); }

/// All of push: C++ cannot instantiate a member for each type of a list, but whoever asks for their addresses makes
/// them be there for the linker.
template <class AnyIntent>
struct Pushes;
template <class... Ts>
struct Pushes<std::variant<Ts...>> {
    static std::tuple<void (IntentQueue::*)(Ts)...> all() { return {&IntentQueue::push<Ts>...}; }
};
template struct Pushes<Intent>;

} // namespace tsunagi::ui
