# Dear ImGui, compiled by us because Debian's stable binaries are older than the dynamic font atlas (1.92).
#
#   imgui           core, std::string inputs, FreeType loader where FreeType is
#   imgui_backends  GLFW and OpenGL 3, for the window
#   imgui_testable  the core again with the test hooks compiled in, without a backend, for headless tests

set(imgui_tree "")
if(TSUNAGI_IMGUI_DIR)
    if(NOT EXISTS "${TSUNAGI_IMGUI_DIR}/imgui.h")
        message(FATAL_ERROR "TSUNAGI_IMGUI_DIR に Dear ImGui がありません: ${TSUNAGI_IMGUI_DIR}\n"
            "TSUNAGI_IMGUI_DIR holds no imgui.h.")
    endif()
    set(imgui_tree "${TSUNAGI_IMGUI_DIR}")
elseif(EXISTS "${CMAKE_SOURCE_DIR}/.deps/imgui/imgui.h")
    set(imgui_tree "${CMAKE_SOURCE_DIR}/.deps/imgui")
endif()

if(NOT imgui_tree)
    # A package (vcpkg's, for one) serves the program; the headless GUI tests need the sources.
    find_package(imgui 1.92 CONFIG QUIET)
    if(NOT imgui_FOUND)
        message(FATAL_ERROR
            "Dear ImGui (1.92 以降) のソースが見つかりません。Debian では ./run が自動で用意します。\n"
            "No Dear ImGui (1.92 or later) was found. On Debian, ./run fetches it. Elsewhere, unpack a release and configure "
            "with -DTSUNAGI_IMGUI_DIR=FOLDER (the folder with imgui.h), or put it in .deps/imgui, or make a CMake package "
            "`imgui` with the GLFW and OpenGL 3 backends findable through imgui_DIR.")
    endif()
    add_library(imgui INTERFACE)
    target_link_libraries(imgui INTERFACE imgui::imgui)
    add_library(imgui_backends INTERFACE)
    target_link_libraries(imgui_backends INTERFACE imgui::imgui glfw)
    return()
endif()

file(STRINGS "${imgui_tree}/imgui.h" imgui_version REGEX "^#define IMGUI_VERSION_NUM +[0-9]+")
string(REGEX MATCH "[0-9]+$" imgui_version "${imgui_version}")
if(imgui_version LESS 19200 OR NOT imgui_version LESS 20000)
    message(FATAL_ERROR "Dear ImGui の版が合いません (1.92 以上 2 未満が必要): ${imgui_tree}\n"
        "Dear ImGui ${imgui_version} in ${imgui_tree}: 1.92 or later, below 2, is needed.")
endif()
message(STATUS "Dear ImGui ${imgui_version}: ${imgui_tree}")

function(tsunagi_imgui_core target)
    add_library(${target} STATIC
        "${imgui_tree}/imgui.cpp"
        "${imgui_tree}/imgui_draw.cpp"
        "${imgui_tree}/imgui_tables.cpp"
        "${imgui_tree}/imgui_widgets.cpp"
        "${imgui_tree}/misc/cpp/imgui_stdlib.cpp")
    target_include_directories(${target} SYSTEM PUBLIC
        "${imgui_tree}" "${imgui_tree}/misc/cpp" "${imgui_tree}/misc/freetype")
    # Names and texts hold characters beyond 16 bits; without this they are stored as U+FFFD.
    target_compile_definitions(${target} PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_USE_WCHAR32)
    # Crisper than stb_truetype at the small sizes of Japanese text.
    target_sources(${target} PRIVATE "${imgui_tree}/misc/freetype/imgui_freetype.cpp")
    target_compile_definitions(${target} PUBLIC IMGUI_ENABLE_FREETYPE)
    target_link_libraries(${target} PUBLIC Freetype::Freetype)
endfunction()

tsunagi_imgui_core(imgui)

add_library(imgui_backends STATIC
    "${imgui_tree}/backends/imgui_impl_glfw.cpp"
    "${imgui_tree}/backends/imgui_impl_opengl3.cpp")
target_include_directories(imgui_backends SYSTEM PUBLIC "${imgui_tree}/backends")
target_link_libraries(imgui_backends PUBLIC imgui glfw PRIVATE ${CMAKE_DL_LIBS})

if(TSUNAGI_TESTS)
    tsunagi_imgui_core(imgui_testable)
    # The hooks are undefined symbols in the library: the test program defines them.
    target_compile_definitions(imgui_testable PUBLIC IMGUI_ENABLE_TEST_ENGINE)
endif()
