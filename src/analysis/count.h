#pragma once

#include <boost/multiprecision/cpp_int.hpp>

namespace tsunagi::analysis {

/// A number of courses, exact. A grid of 48 places alone can be filled in 3^48 ways.
using Count = boost::multiprecision::cpp_int;

} // namespace tsunagi::analysis
