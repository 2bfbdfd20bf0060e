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
tsunagi_find_package(Freetype libfreetype-dev)
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

# Debian's libunibreak, utf8proc, cairo and xxHash come without a CMake package.
# name::name from its header and library; PREFIX_INCLUDE_DIR and PREFIX_LIBRARY say where they are elsewhere.
macro(tsunagi_find_library name prefix header debian_package)
    find_path(${prefix}_INCLUDE_DIR ${header})
    find_library(${prefix}_LIBRARY ${name})
    if(NOT ${prefix}_INCLUDE_DIR OR NOT ${prefix}_LIBRARY)
        message(FATAL_ERROR "${name} がありません。\n"
            "${name} was not found. Debian: apt-get install ${debian_package}. "
            "Elsewhere: set ${prefix}_INCLUDE_DIR and ${prefix}_LIBRARY.")
    endif()
    add_library(${name}::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(${name}::${name} PROPERTIES
        IMPORTED_LOCATION "${${prefix}_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${${prefix}_INCLUDE_DIR}")
endmacro()

tsunagi_find_library(unibreak UNIBREAK linebreak.h libunibreak-dev)
tsunagi_find_library(utf8proc UTF8PROC utf8proc.h libutf8proc-dev)
tsunagi_find_library(cairo CAIRO cairo/cairo.h libcairo2-dev)

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
