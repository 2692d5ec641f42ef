# SPDX-License-Identifier: GPL-3.0-or-later
sb_bench(bench_store SOURCES bench_store.cpp LINKS sb_store)
