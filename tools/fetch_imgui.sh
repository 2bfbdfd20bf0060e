#!/usr/bin/env bash
# Puts Dear ImGui's source (1.92 or later, below 2) into .deps/imgui.
#
# Debian's stable release has an older one, so the *source package* of a later Debian release is used, through apt with a
# configuration of its own: the machine's mirrors, proxies and network settings, but separate lists, so that nothing of the
# system changes and no root is needed. apt verifies the source with the Debian archive keys. What was fetched stays in the
# user's cache folder, and the next clone needs no network.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)
target="$root/.deps/imgui"
cache="${XDG_CACHE_HOME:-${HOME:-$root/.deps}/.cache}/tsunagi/imgui"
lowest=1.92
too_high=2

# Left early with a reason: what is missing, and how to point the build at another copy.
give_up() {
    {
        printf '\n[エラー] Dear ImGui のソースを用意できませんでした: %s\n' "$1"
        printf '  Could not get the source of Dear ImGui: %s\n' "$2"
        printf '  ・ネットワークにつないでから、もう一度実行してください。(Connect to the network and try again.)\n'
        printf '  ・または Dear ImGui (%s 以上) を別に入手し、その場所を示してください。(Or point at a copy of your own.)\n' "$lowest"
        printf '      TSUNAGI_IMGUI_DIR=/path/to/imgui ./run\n'
        printf '      cmake --preset release -DTSUNAGI_IMGUI_DIR=/path/to/imgui\n'
        if [[ -s ${log:-} ]]; then
            printf '  詳細 (details):\n'
            tail -n 8 "$log" | sed 's/^/    /'
        fi
    } >&2
    exit 1
}

# True when a Debian version number is one we can compile.
is_usable() {
    dpkg --compare-versions "$1" ge "$lowest" && dpkg --compare-versions "$1" lt "$too_high"
}

# The Debian mirrors this machine uses, read by apt itself, so that every format of sources is understood: sources.list,
# deb822, mirror lists. Those that serve the component main; the suites of updates have no later release beside them.
machine_mirrors() {
    mkdir -p "$work/none/partial"
    apt-get -o Dir::State::Lists="$work/none" update --print-uris 2>>"$log" |
        sed -nE "s#^'([^']+)/dists/([^/']+)/main/binary-[^']*'.*#\2 \1#p" |
        grep -vE '^[^ ]*-(security|updates|backports|proposed-updates) ' |
        sed -E 's#^[^ ]+ ##' | awk '!seen[$0]++'
}

# Fetches the source package from one suite of one mirror into $work/source. False when it is not there.
fetch_from() {
    local mirror=$1 suite=$2 version
    rm -rf "$work/apt" "$work/source"
    mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/source"
    printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >"$work/apt/sources.list"
    # The signature counts, not its age: any release from 1.92 on will do, and a mirror that stands still or a wrong clock
    # should not keep a learner from starting.
    cat >"$work/apt/apt.conf" <<CONF
Dir::Etc::SourceList "$work/apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State::Lists "$work/apt/lists";
Dir::Cache "$work/apt/cache";
APT::Sandbox::User "root";
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
CONF
    {
        printf '%s %s\n' "$mirror" "$suite"
        apt-get -c "$work/apt/apt.conf" -q -o APT::Update::Error-Mode=any update
    } >>"$log" 2>&1 || return 1
    version=$(apt-cache -c "$work/apt/apt.conf" showsrc --only-source imgui 2>>"$log" | awk '/^Version:/ { print $2; exit }')
    if [[ -z $version ]] || ! is_usable "$version"; then
        printf 'imgui %s: not usable (need >= %s, < %s)\n' "${version:-(none)}" "$lowest" "$too_high" >>"$log"
        return 1
    fi
    (cd "$work/source" && apt-get -c "$work/apt/apt.conf" -q source --download-only "imgui=$version") >>"$log" 2>&1
}

# Unpacks a folder with a source package into .deps/imgui. dpkg-source checks the sums of the files against the .dsc.
unpack() {
    local descriptions=("$1"/imgui_*.dsc)
    [[ ${#descriptions[@]} -eq 1 && -f ${descriptions[0]} ]] || return 1
    rm -rf "$target.new"
    mkdir -p "$root/.deps"
    dpkg-source --no-copy -x "${descriptions[0]}" "$target.new" >>"$log" 2>&1 && [[ -f $target.new/imgui.h ]] || return 1
    rm -rf "$target"
    mv "$target.new" "$target"
}

[[ -f $target/imgui.h ]] && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log="$work/log"
: >"$log"

for program in apt-get apt-cache dpkg dpkg-source; do
    command -v "$program" >/dev/null ||
        give_up "$program がありません (Debian 系ではないようです)" "$program is missing (not a Debian system?)"
done

if [[ -d $cache ]] && unpack "$cache"; then
    exit 0
fi

keyring=
for candidate in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
    if [[ -r $candidate ]]; then
        keyring=$candidate
        break
    fi
done
[[ -n $keyring ]] || give_up "Debian の鍵 (debian-archive-keyring) がありません" "debian-archive-keyring is missing"

mirrors=$(machine_mirrors) || true
[[ -n $mirrors ]] ||
    give_up "apt の設定に Debian のミラーがありません" "apt's sources on this machine name no Debian mirror"

# A later release first; the unreleased suite moves faster than we test.
for suite in forky sid; do
    while read -r mirror; do
        if fetch_from "$mirror" "$suite" && unpack "$work/source"; then
            # Kept for the next clone. Not being able to keep it is no failure.
            if mkdir -p "$(dirname "$cache")" && rm -rf "$cache.new" && cp -r "$work/source" "$cache.new" &&
                rm -rf "$cache" && mv "$cache.new" "$cache"; then
                :
            fi 2>/dev/null
            exit 0
        fi
    done <<<"$mirrors"
done
give_up "Debian のミラーから取得できません" "no Debian mirror of this machine could give it"
