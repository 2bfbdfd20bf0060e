#!/usr/bin/env bash
# Shows a picture as people see it who see fewer colours: writes NAME-protanopia.png, NAME-deuteranopia.png and
# NAME-tritanopia.png beside it.
#
#   tools/colour_vision.sh PICTURE.png...
#
# Needs ImageMagick. The matrices are those of Machado, Oliveira and Fernandes (2009), severity 1.0, for linear light;
# tests/gui/theme_test.cpp measures the program's colours with the same.
set -euo pipefail
if [[ $# -eq 0 ]]; then
    sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
fi
declare -A sights=(
    [protanopia]="0.152286 1.052583 -0.204868  0.114503 0.786281 0.099216  -0.003882 -0.048116 1.051998"
    [deuteranopia]="0.367322 0.860646 -0.227968  0.280085 0.672501 0.047413  -0.011820 0.042940 0.968881"
    [tritanopia]="1.255528 -0.076749 -0.178779  -0.078411 0.930809 0.147602  0.004733 0.691367 0.303900"
)
for picture in "$@"; do
    for sight in "${!sights[@]}"; do
        convert "$picture" -alpha off -colorspace RGB -color-matrix "${sights[$sight]}" -clamp -colorspace sRGB \
            "${picture%.*}-$sight.png"
    done
done
