# The OpenGL loader is generated while building, offline, for exactly the API we use (3.3 core, no extension).
if(TSUNAGI_GLAD)
    set(glad_generator "${TSUNAGI_GLAD}")
else()
    # /usr/bin/glad first: a glad 1 of another Python may come earlier on the PATH.
    find_program(TSUNAGI_GLAD_FOUND glad PATHS /usr/bin NO_DEFAULT_PATH)
    find_program(TSUNAGI_GLAD_FOUND NAMES glad glad2)
    mark_as_advanced(TSUNAGI_GLAD_FOUND)
    set(glad_generator "${TSUNAGI_GLAD_FOUND}")
endif()
if(NOT glad_generator)
    message(FATAL_ERROR "glad 2 がありません。\nThe OpenGL loader generator glad 2 was not found. Debian: apt-get install "
        "python3-glad. Elsewhere: pip install glad2, and set TSUNAGI_GLAD to the `glad` program.")
endif()

set(glad_folder "${CMAKE_BINARY_DIR}/generated/glad")
add_custom_command(
    OUTPUT "${glad_folder}/src/gl.c" "${glad_folder}/include/glad/gl.h" "${glad_folder}/include/KHR/khrplatform.h"
    # --reproducible: without it, glad fetches the newest specification from the network.
    COMMAND "${glad_generator}" --api gl:core=3.3 --extensions "" --out-path "${glad_folder}" --reproducible --quiet
            c --loader
    COMMENT "Generating the OpenGL loader"
    VERBATIM)
add_library(glad STATIC "${glad_folder}/src/gl.c" "${glad_folder}/include/glad/gl.h")
target_include_directories(glad SYSTEM PUBLIC "${glad_folder}/include")
target_link_libraries(glad PRIVATE ${CMAKE_DL_LIBS})
