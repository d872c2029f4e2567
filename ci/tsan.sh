#!/usr/bin/env bash
# Runs the threaded behaviour tests under ThreadSanitizer. Arguments choose the tests, by parts of their names.
#
# The sanitizer needs a standard library that is built with it, and so a compiler that has the library's sources.
set -euo pipefail
cd "$(dirname "$0")/.."
source ci/compilers.sh

target=x86_64-unknown-linux-gnu
use_newest
root=$compilers/newest
runtime=$(find "$root" -name 'libclang_rt.tsan-x86_64.a' -print -quit)
cp "$runtime" "$root/usr/lib/rustlib/$target/lib/librustc-stable_rt.tsan.a"
export RUSTFLAGS=-Zsanitizer=thread CARGO_TARGET_DIR=$root/tsan
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

run test --package atomic-state-tests --test behaviour -- "$@"
