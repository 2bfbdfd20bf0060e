#!/usr/bin/env bash
# Takes the pictures in docs/screenshots/ anew, in a window that nobody sees: library, play, outcome, grid,
# debrief, timeline, handbook.
#
#   tools/screenshots.sh [FOLDER]    FOLDER: where they go (docs/screenshots)
#
# Builds the program first if need be. TSUNAGI_BINARY names a program that is built already.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)

if [[ -z ${TSUNAGI_BINARY:-} ]]; then
    "$root/tools/setup.sh" test
fi
python=/usr/bin/python3
[[ -x $python ]] || python=python3
exec "$python" "$root/tests/e2e/pictures.py" --binary "${TSUNAGI_BINARY:-$root/build/release/tsunagi}" \
    "${1:-$root/docs/screenshots}"
