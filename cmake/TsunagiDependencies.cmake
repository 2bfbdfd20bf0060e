# Everything that others wrote. docs/DEPENDENCIES.md says why each is used; tools/packages.txt names the Debian packages.
include(FeatureSummary)

# find_package with a message that helps somebody who is not on Debian.
macro(tsunagi_find_package name debian_package)
    find_package(${name} ${ARGN} QUIET)
    if(NOT ${name}_FOUND)
        message(FATAL_ERROR "${name} がありません。\n"
            "${name} was not found. Debian: apt-get install ${debian_package}. "
            "Elsewhere: install it and set CMAKE_PREFIX_PATH (or ${name}_DIR) to where it is.")
    endif()
endmacro()

tsunagi_find_package(fmt libfmt-dev)
tsunagi_find_package(CLI11 libcli11-dev)
tsunagi_find_package(nlohmann_json nlohmann-json3-dev)
tsunagi_find_package(valijson libvalijson-dev)
tsunagi_find_package(utf8cpp libutfcpp-dev)
tsunagi_find_package(SQLiteCpp libsqlitecpp-dev)
tsunagi_find_package(glfw3 libglfw3-dev 3.3)
tsunagi_find_package(Boost libboost-dev 1.74)
find_package(Threads REQUIRED) # the exact analysis works in a thread of its own
# Who only runs the program needs no test framework: ./run does not install it, ./test does.
set(TSUNAGI_TESTS OFF)
if(BUILD_TESTING)
    find_package(doctest QUIET)
    if(doctest_FOUND)
        set(TSUNAGI_TESTS ON)
    else()
        message(STATUS "doctest was not found (Debian: doctest-dev): the tests are not built")
    endif()
endif()

# Debian's libunibreak, utf8proc and xxHash come without a CMake package.
find_path(UNIBREAK_INCLUDE_DIR linebreak.h)
find_library(UNIBREAK_LIBRARY unibreak)
if(NOT UNIBREAK_INCLUDE_DIR OR NOT UNIBREAK_LIBRARY)
    message(FATAL_ERROR "libunibreak がありません。\nlibunibreak was not found. Debian: apt-get install libunibreak-dev. "
        "Elsewhere: set UNIBREAK_INCLUDE_DIR and UNIBREAK_LIBRARY.")
endif()
add_library(unibreak::unibreak UNKNOWN IMPORTED GLOBAL)
set_target_properties(unibreak::unibreak PROPERTIES
    IMPORTED_LOCATION "${UNIBREAK_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${UNIBREAK_INCLUDE_DIR}")

find_path(UTF8PROC_INCLUDE_DIR utf8proc.h)
find_library(UTF8PROC_LIBRARY utf8proc)
if(NOT UTF8PROC_INCLUDE_DIR OR NOT UTF8PROC_LIBRARY)
    message(FATAL_ERROR "utf8proc がありません。\nutf8proc was not found. Debian: apt-get install libutf8proc-dev. "
        "Elsewhere: set UTF8PROC_INCLUDE_DIR and UTF8PROC_LIBRARY.")
endif()
add_library(utf8proc::utf8proc UNKNOWN IMPORTED GLOBAL)
set_target_properties(utf8proc::utf8proc PROPERTIES
    IMPORTED_LOCATION "${UTF8PROC_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${UTF8PROC_INCLUDE_DIR}")

find_path(XXHASH_INCLUDE_DIR xxhash.h)
if(NOT XXHASH_INCLUDE_DIR)
    message(FATAL_ERROR "xxHash がありません。\nxxhash.h was not found. Debian: apt-get install libxxhash-dev. "
        "Elsewhere: set XXHASH_INCLUDE_DIR.")
endif()
add_library(xxhash::xxhash INTERFACE IMPORTED GLOBAL)
target_include_directories(xxhash::xxhash INTERFACE "${XXHASH_INCLUDE_DIR}")
target_compile_definitions(xxhash::xxhash INTERFACE XXH_INLINE_ALL)

include(TsunagiImgui)
include(TsunagiGlad)
