# SPDX-License-Identifier: GPL-3.0-or-later
if(SB_DESKTOP)
    sb_bench(bench_incident SOURCES bench_incident.cpp LINKS sb_ui_incident sb_test_canned_run QT)
endif()
