#!/usr/bin/env bash
# Runs the threaded behaviour tests under ThreadSanitizer. Arguments choose the tests, by parts of their names.
#
# The sanitizer needs a standard library that is built with it, and so a compiler that allows that and has the library's
# sources. On Debian 12 both are packages: they are unpacked into target/, and nothing is installed.
set -euo pipefail
shopt -s nullglob
cd "$(dirname "$0")/.."

target=x86_64-unknown-linux-gnu
folder=$PWD/target/tsan
root=$folder/root
lib=$root/usr/lib/x86_64-linux-gnu

if [[ ! -e $folder/ready ]]; then
    rm -rf "$folder"
    mkdir -p "$folder/packages" "$root"
    (
        cd "$folder/packages"
        apt-get download rustc-web rust-web-src rust-web-llvm libstd-rust-web-dev libstd-rust-web-1.96 \
            libclang-rt-22-dev libllvm22
    )
    for package in "$folder"/packages/*.deb; do
        dpkg -x "$package" "$root"
    done
    runtime=$(find "$root" -name 'libclang_rt.tsan-x86_64.a' -print -quit)
    cp "$runtime" "$root/usr/lib/rustlib/$target/lib/librustc-stable_rt.tsan.a"
    rm -r "$folder/packages"
    touch "$folder/ready"
fi

# rustup's stand-in for cargo would choose a compiler of its own.
cargo=$(rustup which cargo 2>/dev/null || command -v cargo)
export LD_LIBRARY_PATH=$lib:$root/usr/lib/llvm-22/lib RUSTC=$root/usr/bin/rustc RUSTDOC=$root/usr/bin/rustdoc
export RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=thread CARGO_TARGET_DIR=$folder/build
export TSAN_OPTIONS="halt_on_error=1 second_deadlock_stack=1"

run() {
    local command=$1
    shift
    "$cargo" "$command" --quiet --target "$target" -Zbuild-std "$@"
}

hand_over() {
    run run --manifest-path tests/tsan/Cargo.toml -- "$1" 2>&1
}

# A race must be found: otherwise the tests below would prove nothing. The same program without it has none.
hand_over flag
if output=$(hand_over counter) || ! grep -q "ThreadSanitizer: data race" <<<"$output"; then
    echo "$output" >&2
    echo "tsan.sh: the sanitizer does not find the race that is planted" >&2
    exit 1
fi

tests=("$@")
if ((${#tests[@]} == 0)); then
    tests=(per_thread wait drain peak limits flag)
fi
run test --package atomic-state-tests --test behaviour -- "${tests[@]}"
