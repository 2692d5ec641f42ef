#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The crash test for as long as you like: bash tests/crash.sh MINUTES [BUILD_FOLDER]
# Kills (SIGKILL) processes that write and acknowledge, at random moments, with a new seed each round: a
# region's store by itself, the recording engine, and the desktop's own path to the disk. What they had
# acknowledged is kept outside of the database, by the process that kills; it must all be there when the files
# are opened again.
# Ends with 1 at the first loss and names the seed.
set -euo pipefail

minutes="${1:?how many minutes}"
build="${2:-build-release}"
programs=("$build/tests/backend/store/tst_store_kill" "$build/tests/scenario/tst_kill")
for program in "${programs[@]}"; do
    [[ -x "$program" ]] || { echo "crash.sh: $program is missing: build the tests first" >&2; exit 2; }
done
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

end=$((SECONDS + minutes * 60))
seed=1000000
kills=0
acknowledged=0
while ((SECONDS < end)); do
    for program in "${programs[@]}"; do
        if ! SB_SEED=$seed "$program" >"$log" 2>&1; then
            cut -c1-300 "$log"
            echo "crash.sh: something acknowledged was lost or torn: SB_SEED=$seed $program" >&2
            exit 1
        fi
        checked=$(awk '/ acknowledgements and /{ sum += $2 } END { print sum + 0 }' "$log")
        acknowledged=$((acknowledged + checked))
    done
    seed=$((seed + 100))
    kills=$((kills + 41)) # 25 of the store, 10 of the engine, 6 of the desktop's path
done
echo "$kills processes killed in $minutes minutes: nothing acknowledged was lost ($acknowledged checked)"
