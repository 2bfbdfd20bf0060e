# bin/tsunagi, share/tsunagi/{assets,scenarios,shaders,fonts}, the desktop entry and the font's licence.
include(GNUInstallDirs)

if(TARGET tsunagi)
    install(TARGETS tsunagi RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
foreach(folder IN ITEMS assets scenarios shaders)
    # Optional through the code: the folder may come after this was configured.
    install(DIRECTORY "${CMAKE_SOURCE_DIR}/${folder}" DESTINATION "${CMAKE_INSTALL_DATADIR}/tsunagi" OPTIONAL)
endforeach()
install(DIRECTORY "${CMAKE_BINARY_DIR}/fonts" DESTINATION "${CMAKE_INSTALL_DATADIR}/tsunagi")
install(FILES "${CMAKE_BINARY_DIR}/fonts/LICENSE-BIZUDGothic.txt" DESTINATION "${CMAKE_INSTALL_DOCDIR}" OPTIONAL)
install(FILES "${CMAKE_SOURCE_DIR}/tools/tsunagi.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${CMAKE_SOURCE_DIR}/assets/icons/tsunagi.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" OPTIONAL)
