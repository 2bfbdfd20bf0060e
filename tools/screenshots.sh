#!/usr/bin/env bash
# Takes the pictures of the README anew, in a window that nobody sees: play, timeline, ecomap, handbook.
#
#   tools/screenshots.sh [FOLDER]            FOLDER: where they go (docs/screenshots)
#   tools/screenshots.sh --all FOLDER        every screen in every size, theme, language and size of text instead;
#                                            --sizes 1280x800 --themes dark --languages en --percents 100 --names play-one --pages 3
#                                            keep it short
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
    "${@:-$root/docs/screenshots}"
