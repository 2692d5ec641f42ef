# SPDX-License-Identifier: GPL-3.0-or-later
sb_bench(bench_replication SOURCES bench_replication.cpp LINKS sb_replication)
