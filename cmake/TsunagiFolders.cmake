# One library a folder of src/, one test program a folder of tests/. A folder's own CMakeLists.txt is then one call.

# A folder joins the build when it has a CMakeLists.txt; the glob makes the build notice when it gets one.
function(tsunagi_add_folder folder)
    file(GLOB list_file CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/CMakeLists.txt")
    if(list_file)
        add_subdirectory("${CMAKE_SOURCE_DIR}/${folder}")
    endif()
endfunction()

# tsunagi_library(<folder> [VARIANT <name>] [EXCLUDE <file>...] [DEPENDS <other folder>...] [LIBRARIES <target>...])
#
# Makes `tsunagi_<folder>` (or `tsunagi_<folder>_<variant>`: the same sources against other libraries) from the *.cpp of the
# calling folder. A folder with headers only becomes an interface library. A folder named in DEPENDS that is not in the
# build is left out, so that folders can be added in any order. fmt is there for all.
function(tsunagi_library folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "VARIANT" "EXCLUDE;DEPENDS;LIBRARIES")
    set(target "tsunagi_${folder}")
    if(arg_VARIANT)
        string(APPEND target "_${arg_VARIANT}")
    endif()

    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    foreach(file IN LISTS arg_EXCLUDE)
        list(REMOVE_ITEM sources "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    endforeach()

    set(libraries fmt::fmt ${arg_LIBRARIES})
    foreach(other IN LISTS arg_DEPENDS)
        list(APPEND libraries "$<TARGET_NAME_IF_EXISTS:tsunagi_${other}>")
    endforeach()

    if(sources)
        add_library(${target} STATIC ${sources})
        target_link_libraries(${target} PRIVATE tsunagi_options)
        set(scope PUBLIC)
    else()
        add_library(${target} INTERFACE)
        set(scope INTERFACE)
    endif()
    target_include_directories(${target} ${scope} "${CMAKE_SOURCE_DIR}/src")
    target_link_libraries(${target} ${scope} ${libraries})
endfunction()

# tsunagi_tests(<folder> [DEPENDS <folder of src>...] [LIBRARIES <target>...] [SOURCES <file>...] [USES_BINARY]
#               [TIMEOUT <seconds>])
#
# Makes the doctest program `test_<folder>` from the *.cpp of the calling folder, and ctest's test `<folder>`.
# USES_BINARY: the tests start the built program, so build that first.
function(tsunagi_tests folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "USES_BINARY" "TIMEOUT" "DEPENDS;LIBRARIES;SOURCES")
    set(target "test_${folder}")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()

    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    add_executable(${target} ${sources} ${arg_SOURCES})
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}/tests")
    target_compile_definitions(${target} PRIVATE
        TSUNAGI_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        TSUNAGI_BINARY_PATH="${CMAKE_BINARY_DIR}/tsunagi${CMAKE_EXECUTABLE_SUFFIX}")
    target_link_libraries(${target} PRIVATE tsunagi_options tsunagi_test_main fmt::fmt ${arg_LIBRARIES})
    foreach(other IN LISTS arg_DEPENDS)
        target_link_libraries(${target} PRIVATE "$<TARGET_NAME_IF_EXISTS:tsunagi_${other}>")
    endforeach()
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    if(arg_USES_BINARY)
        add_dependencies(${target} tsunagi)
    endif()

    add_test(NAME ${folder} COMMAND ${target})
    set_tests_properties(${folder} PROPERTIES TIMEOUT ${arg_TIMEOUT})
endfunction()
