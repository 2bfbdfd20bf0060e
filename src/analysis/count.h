#pragma once

#include <boost/multiprecision/cpp_int.hpp>

namespace tsunagi::analysis {

/// A number of courses, exact and without limit. A role split of 49 places alone can be filled in 3^49 ways, a whole
/// case in 10^80: numbers up to 384 bits stay inside the object and off the heap.
using Count = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    384, 0, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked,
    std::allocator<boost::multiprecision::limb_type>>>;

} // namespace tsunagi::analysis
