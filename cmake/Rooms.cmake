# SPDX-License-Identifier: GPL-3.0-or-later
# One static library per room; a room's public links are the only rooms it may include.

add_library(sb_flags INTERFACE)
target_compile_features(sb_flags INTERFACE cxx_std_20)
target_compile_options(sb_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough)
if(SB_WERROR)
    target_compile_options(sb_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 takes a designated initialiser for incomplete although every other field has its default, and a
    # scoped enumerator for a shadow of the type of that name. clang judges both rightly.
    target_compile_options(sb_flags INTERFACE -Wno-missing-field-initializers -Wno-shadow -Wshadow=local)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # Lets ccache reuse objects although the precompiled header was rebuilt.
    target_compile_options(sb_flags INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
    add_link_options(-fuse-ld=lld)
endif()
if(SB_SANITIZE)
    string(REPLACE ";" "," _sb_sanitize "${SB_SANITIZE}")
    add_compile_options(-fsanitize=${_sb_sanitize} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${_sb_sanitize})
endif()

# moc 6.4 cannot parse the concepts that <compare> defines when it is told the compiler's own macros.
set(CMAKE_AUTOMOC_COMPILER_PREDEFINES OFF)

# Qt rules for everything above the engine.
add_library(sb_qt_flags INTERFACE)
target_link_libraries(sb_qt_flags INTERFACE sb_flags)
target_compile_definitions(sb_qt_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)

# sb_room(NAME SOURCES a.cpp … [LINKS sb_base …] [PRIVATE_LINKS …])
function(sb_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE sb_flags ${ARG_PRIVATE_LINKS})
    if(SB_PCH AND NOT name STREQUAL "sb_base")
        target_precompile_headers(${name} REUSE_FROM sb_base)
    elseif(SB_PCH)
        target_precompile_headers(${name} PRIVATE <algorithm> <array> <chrono> <cstdint> <deque> <functional>
            <map> <memory> <optional> <string> <string_view> <unordered_map> <utility> <variant> <vector>
            <tl/expected.hpp>)
    endif()
endfunction()

# sb_ui_room(NAME SOURCES … LINKS …): as sb_room, for the Qt side (moc on, own precompiled header).
function(sb_ui_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE sb_qt_flags ${ARG_PRIVATE_LINKS})
    if(SB_PCH AND NOT name STREQUAL "sb_ui_theme")
        target_precompile_headers(${name} REUSE_FROM sb_ui_theme)
    elseif(SB_PCH)
        target_precompile_headers(${name} PRIVATE <QWidget> <QPainter> <QString> <QList> <QHash> <QPixmap>
            <algorithm> <chrono> <cmath> <memory> <optional> <string> <vector> <tl/expected.hpp>)
    endif()
endfunction()
