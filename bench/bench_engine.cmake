# SPDX-License-Identifier: GPL-3.0-or-later
# The engine as a whole: speed of simulated time, of the event queue, of snapshots and of commits.
sb_bench(bench_engine SOURCES bench_engine.cpp LINKS sb_control)
