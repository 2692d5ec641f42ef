# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What app/run.sh and tests/run.sh share: Debian 12 packages by name, their installation, compiler settings.
# Sourced, never run. Expects `set -euo pipefail` and $sb_root, the top of the repository.

# To build and to run the program. GoogleTest and python3 are needed as soon as the project is configured.
# libqt6opengl6-dev is named because Qt Charts needs it and nothing else brings it in.
sb_packages_build=(
    clang lld ccache cmake ninja-build python3
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools
    libsqlite3-dev libtomlplusplus-dev nlohmann-json3-dev libexpected-dev libxxhash-dev
    libgtest-dev libbenchmark-dev
    fonts-inter fonts-dejavu-core fonts-droid-fallback
)
# To show a window on a Wayland desktop as well as on X11, and Qt's own words in the window's language.
sb_packages_window=(qt6-wayland qt6-translations-l10n)
# What the tests need beyond that: a second compiler, and the runtime of the sanitizers.
sb_packages_tests=(g++ libclang-rt-14-dev)

# sb_need_packages NAME…: installs what is missing, or says how to and ends with 1.
sb_need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian system, so nothing is installed. Needed, by their Debian 12 names: $*"
        return 0
    fi
    local missing=() name
    for name in "$@"; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)" != installed ]; then
            missing+=("$name")
        fi
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local install=(apt-get install -y --no-install-recommends "${missing[@]}") as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            echo "These packages are missing, and only root may install them: ${missing[*]}" >&2
            echo "Please run this as root, then start again:" >&2
            echo "  apt-get update && ${install[*]}" >&2
            return 1
        fi
    fi
    echo "Installing missing packages: ${missing[*]}"
    # `env` carries the setting through sudo.
    "${as_root[@]}" apt-get update \
        && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" && return 0
    echo "The packages could not be installed; apt-get's own message stands above. By hand:" >&2
    echo "  apt-get update && ${install[*]}" >&2
    return 1
}

# One compiler cache for all build folders, wherever the repository lies, precompiled headers included.
sb_use_ccache() {
    export CCACHE_BASEDIR="$sb_root" CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

# sb_configure FOLDER COMPILER CMAKE-ARGUMENT…: quiet unless it fails.
sb_configure() {
    local folder=$1 compiler=$2 log="$1/configure.log"
    shift 2
    mkdir -p "$folder"
    if ! cmake -G Ninja -S "$sb_root" -B "$folder" "-DCMAKE_CXX_COMPILER=$compiler" \
        -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@" >"$log" 2>&1; then
        cat "$log" >&2
        echo "CMake could not configure ${folder#"$sb_root"/}; its message stands above." >&2
        return 1
    fi
}
