# SPDX-License-Identifier: GPL-3.0-or-later
# Paint times of the window's views in canned states.
if(SB_DESKTOP)
    sb_bench(bench_paint SOURCES bench_paint.cpp
        LINKS sb_ui_charts sb_ui_timeline sb_ui_map sb_ui_pages sb_test_support sb_test_canned_run QT)
endif()
