# What the program reads at run time, put beside the binary so that the build tree runs as it is.

# Links, not copies: an edited scenario is seen at once and a deleted one does not linger. Where the system has no links
# the folder is copied, when configuring.
foreach(folder IN ITEMS assets scenarios shaders)
    set(beside_binary "${CMAKE_BINARY_DIR}/${folder}")
    if(IS_DIRECTORY "${beside_binary}" AND NOT IS_SYMLINK "${beside_binary}")
        file(REMOVE_RECURSE "${beside_binary}")
    endif()
    if(CMAKE_HOST_WIN32)
        if(EXISTS "${CMAKE_SOURCE_DIR}/${folder}")
            file(COPY "${CMAKE_SOURCE_DIR}/${folder}" DESTINATION "${CMAKE_BINARY_DIR}")
        endif()
    elseif(NOT IS_SYMLINK "${beside_binary}")
        file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${folder}" "${beside_binary}" SYMBOLIC)
    endif()
endforeach()

# The font is not ours, so it is not in the repository: copied from where the system has it.
if(TSUNAGI_FONT)
    set(font "${TSUNAGI_FONT}")
else()
    find_file(TSUNAGI_FONT_FOUND BIZUDGothic-Regular.ttf
        PATHS /usr/share/fonts /usr/local/share/fonts
        PATH_SUFFIXES truetype/bizud-gothic opentype/bizud-gothic morisawa-bizud-gothic-fonts)
    mark_as_advanced(TSUNAGI_FONT_FOUND)
    set(font "${TSUNAGI_FONT_FOUND}")
endif()
if(NOT font OR NOT EXISTS "${font}")
    message(FATAL_ERROR "日本語フォント BIZ UDゴシック (BIZUDGothic-Regular.ttf) がありません。\n"
        "The font BIZ UDGothic was not found. Debian: apt-get install fonts-morisawa-bizud-gothic. "
        "Elsewhere: set TSUNAGI_FONT to BIZUDGothic-Regular.ttf (SIL Open Font License, from its authors' release).")
endif()
configure_file("${font}" "${CMAKE_BINARY_DIR}/fonts/BIZUDGothic-Regular.ttf" COPYONLY)
cmake_path(REPLACE_FILENAME font BIZUDGothic-Bold.ttf OUTPUT_VARIABLE bold_font)
if(EXISTS "${bold_font}")
    configure_file("${bold_font}" "${CMAKE_BINARY_DIR}/fonts/BIZUDGothic-Bold.ttf" COPYONLY)
endif()

# The font's licence asks to travel with it.
cmake_path(REPLACE_FILENAME font OFL.txt OUTPUT_VARIABLE font_licence_beside)
foreach(licence IN ITEMS "${font_licence_beside}" /usr/share/doc/fonts-morisawa-bizud-gothic/copyright)
    if(EXISTS "${licence}")
        configure_file("${licence}" "${CMAKE_BINARY_DIR}/fonts/LICENSE-BIZUDGothic.txt" COPYONLY)
        break()
    endif()
endforeach()
