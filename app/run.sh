#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up everything Signalbox needs on Debian 12, builds it and launches the desktop:
#
#   bash app/run.sh [FILE.signalbox]          the desktop, with a file: that session
#   bash app/run.sh VERB …                    a verb of the command line, see `bash app/run.sh --help`
#
# Without a display it runs the default drill headless and leaves the incident record and a screenshot in
# out/first-run. A second start builds only what has changed.
set -euo pipefail
sb_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=app/packages.sh
. "$sb_root/app/packages.sh"

build="$sb_root/build-release"
program="$build/app/signalbox"

sb_need_packages "${sb_packages_build[@]}" "${sb_packages_window[@]}"
sb_use_ccache
sb_configure "$build" clang++ -DCMAKE_BUILD_TYPE=Release
echo "Building Signalbox (Release) in build-release …"
cmake --build "$build" --target signalbox

wants_window() { # verbs of the command line and a screenshot do not
    case "${1:-}" in
    run | replay | export) return 1 ;;
    esac
    local argument
    for argument in "$@"; do
        case "$argument" in
        --screenshot* | --help | --version) return 1 ;;
        esac
    done
    case "${1:-}" in
    "" | -* | *.signalbox) return 0 ;;
    esac
    return 1 # neither verb nor session: the program says so itself
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" "$@"
fi
no_display="There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
if [ $# -gt 0 ] && wants_window "$@"; then
    echo "$no_display: the window cannot be shown." >&2
    echo "Without one: bash app/run.sh run DRILL.toml, replay FILE, export FILE, or --screenshot OUT.png" >&2
    exit 2
fi
runtime=$(mktemp -d) # Qt wants a private folder, which a machine without a desktop session has not
trap 'rm -rf -- "$runtime"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$runtime"
if [ $# -gt 0 ]; then
    "$program" "$@"
    exit
fi

report="$sb_root/out/first-run"
mkdir -p "$report"
echo
echo "$no_display: the desktop cannot be shown here."
echo "Running the default drill headless instead, then drawing the window into a file."
echo
verdict=0
"$program" run "$sb_root/resources/drills/workshop-failover.toml" --report "$report" || verdict=$?
screenshot=0
"$program" --screenshot "$report/overview.png" || screenshot=$?
echo
if [ "$verdict" -eq 0 ] && [ "$screenshot" -eq 0 ]; then
    echo "Done. The incident record and the screenshot overview.png are in: $report"
else
    echo "The drill ended with $verdict, the screenshot with $screenshot. What was written is in: $report" >&2
    exit $((verdict != 0 ? verdict : screenshot))
fi
