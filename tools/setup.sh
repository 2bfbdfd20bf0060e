#!/usr/bin/env bash
# Makes this clone ready: packages, Dear ImGui, configure, build. ./run and ./test call it.
#
#   tools/setup.sh run    what the program needs; says nothing and takes no time when everything is there
#   tools/setup.sh test   what the tests need too, and builds everything
#
# Everything is told on the standard error output: the standard output belongs to the program.
#
# From the environment (for systems other than Debian, and for packagers):
#   TSUNAGI_IMGUI_DIR, TSUNAGI_GLAD, TSUNAGI_FONT   as the CMake variables of the same name
#   TSUNAGI_CMAKE_ARGS                              more arguments for cmake, such as -DCMAKE_PREFIX_PATH=...
#   TSUNAGI_NO_INSTALL=1                            never install a package; only say which are missing
set -euo pipefail
exec 1>&2

purpose=${1:-run}
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)
cd "$root"
build="$root/build/release"
stamp="$build/.setup-$purpose"
steps=4

step() { printf '[%s/%s] %s (%s)\n' "$1" "$steps" "$2" "$3"; }

# Package names of the sections given, one a line.
packages_of() {
    awk -v wanted=" $* " '
        /^\[/ { section = substr($1, 2, length($1) - 2); next }
        /^[^#[:space:]]/ && index(wanted, " " section " ") { print $1 }' tools/packages.txt
}

if [[ $purpose == test ]]; then
    mapfile -t packages < <(packages_of build run test)
else
    mapfile -t packages < <(packages_of build run)
fi

has_dpkg() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }

# "name version" of those of our packages that are installed.
installed_packages() {
    # dpkg-query fails when one is unknown and lists the others all the same.
    { dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "${packages[@]}" 2>/dev/null || true; } |
        awk '$1 == "installed" { print $2, $3 }'
}

# What the last build stood on: when this and the sources are as they were, nothing has to be done.
ground() {
    printf '%s\n' "$root" "${TSUNAGI_IMGUI_DIR:-}" "${TSUNAGI_GLAD:-}" "${TSUNAGI_FONT:-}" "${TSUNAGI_CMAKE_ARGS:-}"
    if has_dpkg; then installed_packages; fi
}

# True when one of these files or folders holds something newer than the last build. (A file that went away changes its
# folder.)
is_newer() {
    [[ -n $(find "$@" -newer "$stamp" -print -quit 2>/dev/null) ]]
}

stands_on() { [[ -x $build/tsunagi && -f $build/build.ninja && -f $stamp && $(<"$stamp") == "$1" ]]; }

# ---- packages ---------------------------------------------------------------------------------------------------------

quoted_install="apt-get install -y --no-install-recommends"

tell_by_hand() {
    printf '\n%s\n  %s\n\n' "管理者 (root) で次のコマンドを実行してから、もう一度お試しください。" \
        "Run this as the administrator (root), then try again:"
    printf '  apt-get update && %s %s\n\n' "$quoted_install" "$*"
}

tell_not_debian() {
    printf '\n%s\n  %s\n' \
        "このコンピューターは Debian 系ではないため、必要なものを自動では入れられません。" \
        "This is not a Debian system, so nothing can be installed automatically."
    printf '%s (%s)\n' "次のものを用意してください" "Needed, by their Debian names"
    grep -E '^[^#[:space:]]' tools/packages.txt | sed 's/^/  /'
    printf '%s\n  %s\n' \
        "見つからないものは、場所を環境変数または CMake の変数で示せます。" \
        "What is not found can be pointed at by environment or CMake variables:"
    printf '  %s\n' \
        "TSUNAGI_IMGUI_DIR   Dear ImGui (1.92 以上 / or later) のソースのフォルダー" \
        "TSUNAGI_GLAD        glad 2 のプログラム (pip install glad2)" \
        "TSUNAGI_FONT        BIZUDGothic-Regular.ttf" \
        "TSUNAGI_CMAKE_ARGS  cmake への引数 (-DCMAKE_PREFIX_PATH=... など)"
}

install_packages() {
    local missing=("$@")
    step 1 "必要なパッケージを入れます (${#missing[@]} 個)" "installing packages"
    printf '  %s\n' "${missing[*]}"

    local as_root=()
    if [[ -n ${TSUNAGI_NO_INSTALL:-} ]]; then
        tell_by_hand "${missing[@]}"
        return 1
    elif [[ $(id -u) -eq 0 ]]; then
        :
    elif ! command -v sudo >/dev/null; then
        tell_by_hand "${missing[@]}"
        return 1
    elif [[ -t 0 ]]; then
        printf '  %s (%s)\n' "パスワードを聞かれたら、このコンピューターのパスワードを入力してください" "sudo may ask for your password"
        as_root=(sudo)
    else
        as_root=(sudo -n)
    fi
    if [[ ${#as_root[@]} -gt 0 ]] && ! "${as_root[@]}" true; then
        tell_by_hand "${missing[@]}"
        return 1
    fi

    # The update may complain of a source that is none of our business; whether the packages come is what counts.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update </dev/null || true
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "${missing[@]}" </dev/null; then
        printf '\n%s\n  %s\n' \
            "[エラー] パッケージを入れられませんでした。ネットワーク接続と空き容量を確かめてください。" \
            "The packages could not be installed. Check the network and the free disk space."
        printf '  %s: %s\n' "足りないもの (missing)" "${missing[*]}"
        tell_by_hand "${missing[@]}"
        printf '%s\n  %s\n' \
            "別の場所にあるものは CMake の変数で示せます: TSUNAGI_IMGUI_DIR, TSUNAGI_GLAD, TSUNAGI_FONT, CMAKE_PREFIX_PATH" \
            "Copies elsewhere can be pointed at with these CMake variables."
        return 1
    fi
}

ensure_packages() {
    if ! has_dpkg; then
        local program
        for program in c++ cmake ninja; do
            if ! command -v "$program" >/dev/null; then
                tell_not_debian
                return 1
            fi
        done
        return 0
    fi
    local missing
    mapfile -t missing < <(comm -23 <(printf '%s\n' "${packages[@]}" | LC_ALL=C sort -u) \
        <(installed_packages | cut -d' ' -f1 | LC_ALL=C sort -u))
    if [[ ${#missing[@]} -gt 0 ]]; then
        install_packages "${missing[@]}"
    else
        step 1 "必要なパッケージはそろっています" "packages: all there"
    fi
}

# ---- Dear ImGui, configure, build ---------------------------------------------------------------------------------------

ensure_imgui() {
    [[ -z ${TSUNAGI_IMGUI_DIR:-} && ! -f .deps/imgui/imgui.h ]] || return 0
    if ! has_dpkg; then
        # A CMake package of the system may do; configuring tells, and names the variables.
        return 0
    fi
    step 2 "画面の部品 (Dear ImGui) を用意します" "Dear ImGui's source"
    tools/fetch_imgui.sh
}

configure() {
    # A build tree that was configured elsewhere (the folder was moved or copied) is of no use.
    if [[ -f $build/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        rm -rf "$build"
    fi
    local arguments=() variable
    for variable in TSUNAGI_IMGUI_DIR TSUNAGI_GLAD TSUNAGI_FONT; do
        [[ -z ${!variable:-} ]] || arguments+=("-D$variable=${!variable}")
    done
    # Words of arguments, as a shell would split them.
    # shellcheck disable=SC2206
    arguments+=(${TSUNAGI_CMAKE_ARGS:-})
    step 3 "構成します" "configuring"
    mkdir -p "$build"
    if ! cmake --preset release "${arguments[@]}" >"$build/configure.log" 2>&1; then
        cat "$build/configure.log"
        printf '\n%s\n  %s\n' "[エラー] 構成できませんでした。足りないものは上のとおりです。" \
            "Configuring failed; what is missing is named above."
        return 1
    fi
}

build() {
    local what=()
    [[ $purpose == test ]] || what=(--target tsunagi)
    step 4 "組み立てます (初回は数分かかります)" "building; a few minutes the first time"
    if ! cmake --build "$build" --parallel "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)" "${what[@]}"; then
        printf '\n%s\n  %s\n' "[エラー] 組み立てられませんでした。" "The build failed; see above."
        return 1
    fi
}

data_only=
if [[ $purpose == run ]] && stands_on "$(ground)" &&
    ! is_newer CMakeLists.txt CMakePresets.json cmake src tools ${TSUNAGI_IMGUI_DIR:+"$TSUNAGI_IMGUI_DIR"}; then
    is_newer assets scenarios shaders || exit 0
    # Some data are built in (the keys of the texts, the schema); whoever writes a case wants to see it at once, not steps.
    data_only=1
fi

# Left behind by an earlier start as root, mostly.
for folder in . .deps .deps/lock build build/release; do
    if [[ -e $folder && ! -w $folder ]]; then
        printf '%s\n  %s\n    %s\n' \
            "[エラー] フォルダーに書き込めません: $root/$folder" \
            "This folder cannot be written to. If it was made by root (sudo ./run), give it back:" \
            "sudo chown -R $(id -un): $(printf '%q' "$root")"
        exit 1
    fi
done

[[ -n $data_only ]] || ensure_packages

# One at a time in this folder: two builds in one tree destroy each other's work. (After the packages: apt has a lock of its
# own, and a service it starts would keep ours.)
mkdir -p .deps
if command -v flock >/dev/null; then
    exec 9>.deps/lock
    flock 9
fi

started=$(mktemp)
trap 'rm -f "$started"' EXIT
if [[ -n $data_only ]]; then
    cmake --build "$build" --target tsunagi -- --quiet
else
    ensure_imgui
    configure
    build
fi
# As of before the build: a file saved while it ran is newer than the stamp.
ground >"$stamp"
touch -r "$started" "$stamp"
