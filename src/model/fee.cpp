#include "model/fee.h"

#include <algorithm>

namespace tsunagi::model {

const FeeFact *FeeSchedule::find_fact(const FeeFactId &id) const {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const FeeFact &fact) { return fact.id == id; });
    return found == facts.end() ? nullptr : &*found;
}

} // namespace tsunagi::model
