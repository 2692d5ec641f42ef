# SPDX-License-Identifier: GPL-3.0-or-later
# The data plane without a shop: durable writes and reads of regions, and the speed of its simulated time.
sb_bench(bench_data SOURCES bench_data.cpp LINKS sb_replication)
