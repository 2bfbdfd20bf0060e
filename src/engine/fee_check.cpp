#include "engine/fee_check.h"

namespace tsunagi::engine {

Fulfilment fulfilment_of(const model::FeeFact &, const FeeCase &) { return Fulfilment::unknown; }

std::vector<FeeCheck> check_fees(const model::FeeSchedule &, const FeeCase &) { return {}; }

} // namespace tsunagi::engine
