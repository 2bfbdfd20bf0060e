# Compiler settings. `tsunagi_options` is for our own code only; code of others is compiled without our warnings.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# The build tree is laid out like an installed one (binary, with assets, scenarios, shaders and fonts beside it), so that
# `build/release/tsunagi` runs as it is.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(TSUNAGI_CCACHE ccache)
mark_as_advanced(TSUNAGI_CCACHE)
if(TSUNAGI_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER "${TSUNAGI_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${TSUNAGI_CCACHE}")
endif()

if(TSUNAGI_SANITIZE)
    # For the whole build, Dear ImGui too: half a sanitized program reports containers that were grown on the other side.
    add_compile_options("-fsanitize=${TSUNAGI_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options("-fsanitize=${TSUNAGI_SANITIZE}")
endif()

add_library(tsunagi_options INTERFACE)
target_compile_features(tsunagi_options INTERFACE cxx_std_20)
target_compile_options(tsunagi_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    $<$<BOOL:${TSUNAGI_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(tsunagi_options INTERFACE
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    # g++ 12 and 13 report these two falsely, a page at a time, where they inline a std::string or std::variant that is
    # moved into a vector. Uninitialised values are looked for by clang-tidy (clang-analyzer, member-init) instead.
    target_compile_options(tsunagi_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
