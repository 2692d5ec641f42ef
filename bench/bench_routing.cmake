# SPDX-License-Identifier: GPL-3.0-or-later
# Routing decisions over a large zone.
sb_bench(bench_routing SOURCES bench_routing.cpp LINKS sb_routing)
