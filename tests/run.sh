#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up everything on Debian 12, builds Signalbox with all warnings as errors and runs every test offscreen:
#
#   bash tests/run.sh [CTEST-ARGUMENT …]      such as -L unit, or -R timeline
#
# With CI=true it also compiles the engine with g++ for its warnings, and runs the engine's tests under the
# address and undefined-behaviour sanitizers. The last line is "N passed, N failed": test cases of all test
# programs, scripts and extra builds. A second run builds only what has changed.
set -uo pipefail
sb_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=app/packages.sh
. "$sb_root/app/packages.sh"

passed=0
failed=0
step_name=
step_start=0
times=()

step() { # ends the step before and begins the one named; "" only ends
    if [ -n "$step_name" ]; then
        times+=("$(printf '%6d s  %s' $((SECONDS - step_start)) "$step_name")")
    fi
    step_name=$1
    step_start=$SECONDS
    [ -z "$1" ] || printf '\n== %s\n' "$1"
}

finish() {
    step ""
    printf '\n== time\n'
    printf '%s\n' "${times[@]}"
    printf '%6d s  in all\n\n%d passed, %d failed\n' "$SECONDS" "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit $?
}

broken() { # what could not even start counts as one failure
    echo "FAILED: $1" >&2
    failed=$((failed + 1))
}

run_tests() { # run_tests FOLDER CTEST-ARGUMENT …
    local folder=$1 counts
    shift
    rm -f "$folder/junit.xml"
    ctest --test-dir "$folder" -j2 --output-on-failure --no-tests=error --test-output-size-passed 1000000 \
        --output-junit "$folder/junit.xml" "$@"
    if ! counts=$(python3 "$sb_root/tests/count_cases.py" "$folder/junit.xml"); then
        broken "ctest in ${folder#"$sb_root"/} left no readable result"
        return
    fi
    echo "${counts/ / passed, } failed"
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
}

step "packages"
sb_need_packages "${sb_packages_build[@]}" "${sb_packages_tests[@]}" || { broken "packages"; finish; }
sb_use_ccache

main="$sb_root/build-tests"
step "configure"
# Lighter than what a developer builds: a third of the time, and traces that still name their lines.
sb_configure "$main" clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo -DSB_PCH=ON -DSB_WERROR=ON \
    "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 -g1 -DNDEBUG" \
    || { broken "configuration"; finish; }
step "build (clang, warnings are errors)"
cmake --build "$main" || { broken "build"; finish; }
step "tests"
run_tests "$main" "$@"

if [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; then
    step "engine with g++, warnings are errors"
    gcc="$sb_root/build-gcc"
    if sb_configure "$gcc" g++ -DCMAKE_BUILD_TYPE=Debug -DSB_PCH=OFF -DSB_DESKTOP=OFF -DSB_WERROR=ON \
        && cmake --build "$gcc" --target resources/all backend/all; then
        passed=$((passed + 1))
    else
        broken "g++ build of the engine"
    fi
    # Three quarters of an hour is what a run may take; a slow machine tests the rooms alone here, or leaves
    # the step out, and says so.
    if [ "$SECONDS" -lt 1500 ]; then
        step "engine tests under the address and undefined-behaviour sanitizers"
        asan="$sb_root/build-asan"
        if sb_configure "$asan" clang++ -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1" \
            "-DSB_SANITIZE=address;undefined" -DSB_DESKTOP=OFF -DSB_WERROR=ON && cmake --build "$asan"; then
            if [ "$SECONDS" -lt 1500 ]; then
                run_tests "$asan" -LE tidy
            else
                echo "After $SECONDS s: unit tests only; left out here are the scenarios."
                run_tests "$asan" -L unit
            fi
        else
            broken "sanitizer build of the engine"
        fi
    else
        echo "Left out after $SECONDS s: the engine's tests under the sanitizers."
    fi
fi
finish
