# SPDX-License-Identifier: GPL-3.0-or-later
sb_bench(bench_export SOURCES bench_export.cpp LINKS sb_incident)
