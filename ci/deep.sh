#!/usr/bin/env bash
# The checks that are too slow for every change. Without arguments, all of them; with names, those steps:
#     ci/deep.sh oldest_rust powerpc
# The step `mutants` takes hours. MUTANTS_SHARD=0/16 makes it try one in sixteen.
# DEVELOPMENT.md says what each step needs and proves. Steps install what they need, from crates.io, PyPI and Debian.
set -euo pipefail
cd "$(dirname "$0")/.."
source ci/compilers.sh
export RUSTUP_AUTO_INSTALL=0 CARGO_TERM_COLOR=never CARGO_PROFILE_DEV_DEBUG=0

libraries=(atomic-state atomic-state-derive atomic-state-families atomic-state-grafana atomic-state-metrics
    atomic-state-opentelemetry atomic-state-prometheus-client)

packages=()
for library in "${libraries[@]}"; do
    packages+=(--package "$library")
done

# need COMMAND PACKAGE: installs a cargo subcommand.
need() {
    command -v "$1" >/dev/null || cargo install --locked --quiet "${2:-$1}"
}

# need_debian PACKAGE…
need_debian() {
    local package missing=()
    for package in "$@"; do
        dpkg --status "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    if ((${#missing[@]})); then
        apt-get update --quiet=2
        apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
    fi
}

fail() {
    echo "deep.sh: $*" >&2
    exit 1
}

weaken() {
    tests/loom/weaken.sh
}

tsan() {
    ci/tsan.sh
}

soak() {
    ATOMIC_STATE_STRESS=60000 cargo test --release --package atomic-state-tests --test behaviour -- \
        --nocapture soak stress
    cargo test --release --package atomic-state-tests --test memory -- --nocapture
}

fuzz() {
    ATOMIC_STATE_RANDOM_STRUCTS=200000 CARGO_PROFILE_DEV_OPT_LEVEL=2 \
        cargo test --package atomic-state-derive --lib any_input
}

mutants() {
    need cargo-mutants
    # A test that fails takes much longer if it prints where.
    export RUST_BACKTRACE=0
    local failed=false sample=()
    [[ -z ${MUTANTS_SHARD:-} ]] || sample=(--shard "$MUTANTS_SHARD" --sharding round-robin)
    # One at a time and without the tests that only take time: they are about the moments at which threads take turns.
    # The tests are in another package, which the baseline of cargo-mutants would not run.
    cargo test --package atomic-state-tests --test behaviour
    cargo mutants "${sample[@]}" --package atomic-state --test-package atomic-state-tests,atomic-state \
        --baseline skip --jobs 1 --timeout 60 --output target/mutants/runtime \
        -C=--lib -C=--test -C=behaviour -- -- --skip stress --skip soak || failed=true
    cargo mutants "${sample[@]}" --package atomic-state-derive --jobs 1 --timeout 30 \
        --output target/mutants/derive -C=--lib || failed=true
    ! $failed || fail "these mutants survive: $(cat target/mutants/*/mutants.out/missed.txt)"
}

oldest_rust() (
    use_oldest
    "$cargo" check --lib "${packages[@]}" --all-features
    "$cargo" test "${packages[@]}" --lib --tests
    "$cargo" test --package atomic-state-tests --test behaviour
    "$cargo" check --package atomic-state-examples --package atomic-state-fleet --examples
)

oldest_dependencies() {
    need cargo-hack
    need cargo-minimal-versions
    # In a copy, as it changes manifests and lock file meanwhile.
    local copy=target/oldest-dependencies
    rm -rf "$copy"
    mkdir -p "$copy"
    tar --exclude=./target --exclude=./.git -cf - . | tar -C "$copy" -xf -
    (cd "$copy" && CARGO_TARGET_DIR=build cargo minimal-versions check --direct "${packages[@]}" --all-features)
}

targets() (
    use_newest
    local target
    build() {
        "$cargo" check --quiet --package atomic-state -Zbuild-std=core --no-default-features --target "$@"
    }
    for target in thumbv7em-none-eabi thumbv6m-none-eabi riscv32imac-unknown-none-elf riscv32i-unknown-none-elf \
        wasm32-unknown-unknown aarch64-unknown-none; do
        build "$target" --features derive
        case $target in
        thumbv6m* | riscv32i-*)
            RUSTFLAGS="--cfg portable_atomic_unsafe_assume_single_core" \
                build "$target" --features derive,portable-atomic
            ;;
        *) build "$target" --features derive,portable-atomic ;;
        esac
        echo "built: $target"
    done
    # A field on a target without its atomic: the error names the feature.
    local output
    for target in thumbv7em-none-eabi thumbv6m-none-eabi; do
        if output=$("$cargo" check --package atomic-state-no-std -Zbuild-std=core --target $target 2>&1); then
            fail "a field compiles where there is no such atomic"
        fi
        grep -q 'turn on the feature `portable-atomic` of `atomic-state`' <<<"$output" || fail "$output"
    done
    "$cargo" check --quiet --package atomic-state-no-std -Zbuild-std=core --target thumbv7em-none-eabi \
        --features atomic-state/portable-atomic
)

powerpc() (
    need_debian gcc-powerpc-linux-gnu libc6-dev-powerpc-cross qemu-user
    use_newest
    export CARGO_TARGET_POWERPC_UNKNOWN_LINUX_GNU_LINKER=powerpc-linux-gnu-gcc
    export CARGO_TARGET_POWERPC_UNKNOWN_LINUX_GNU_RUNNER="qemu-ppc -L /usr/powerpc-linux-gnu"
    # Optimized, since the emulator is slow.
    "$cargo" test --release --package atomic-state-tests --features atomic-state/portable-atomic --test behaviour \
        --target powerpc-unknown-linux-gnu -Zbuild-std
)

aarch64() (
    use_newest
    local assembly=$compilers/newest/aarch64.s
    # instructions FUNCTION: the mnemonics of a function of tests/no_std.
    instructions() {
        awk -v name="$1" '$0 ~ "^_R.*" name ":$" || $0 ~ "^_ZN.*" name ".*:$" { inside = 1; next }
            /cfi_endproc/ { inside = 0 }
            inside && /^\t[a-z]/ { print $1 }' "$assembly" | tr '\n' ' '
    }
    # expect FUNCTION PATTERN: the whole function, without what passes arguments and without a call.
    expect() {
        local found
        found=$(instructions "$1")
        echo "aarch64: $1: $found"
        [[ $found =~ $2 && ! $found =~ (^| )(bl|blr|b|dmb|ldaxr|stlxr)" " ]] || fail "$1 is not: $2"
    }
    compile() {
        RUSTFLAGS=$1 "$cargo" rustc --quiet --release --package atomic-state-no-std --target aarch64-unknown-none \
            -Zbuild-std=core -- --emit "asm=$assembly" -C codegen-units=1
    }
    compile ""
    expect case_set_flag '(^| )stlrb ret $'
    expect case_read_flag '(^| )ldarb( and| cmp cset)? ret $'
    expect case_record '(^| )ldxr add stxr cbnz ret $'
    compile "-C target-feature=+lse,+rcpc"
    expect case_read_flag '(^| )ldaprb( and| cmp cset)? ret $'
    expect case_record '(^| )(ldadd|stadd) ret $'
)

coverage() {
    need_debian llvm-22
    need cargo-llvm-cov
    export LLVM_COV=/usr/lib/llvm-22/bin/llvm-cov LLVM_PROFDATA=/usr/lib/llvm-22/bin/llvm-profdata
    export CARGO_LLVM_COV_SETUP=no
    cargo llvm-cov --package atomic-state --package atomic-state-derive --package atomic-state-tests --lib \
        --test behaviour --test ui --show-missing-lines --ignore-filename-regex '/tests/'
}

licences() {
    need cargo-deny
    cargo fetch --quiet --locked
    cargo deny --offline check licenses bans sources
}

unused() {
    need cargo-machete
    cargo machete atomic-state atomic-state-derive tests examples exporters benches
}

spelling() {
    local tools=target/tools
    [[ -x $tools/bin/typos ]] || python3 -m venv "$tools"
    [[ -x $tools/bin/typos ]] || "$tools/bin/pip" install --quiet typos
    "$tools/bin/typos"
}

# As docs.rs builds each page: for one target, with the features that the manifest names.
docs_rs() {
    local library
    for library in "${libraries[@]}"; do
        cargo metadata --no-deps --format-version 1 | python3 -c '
import json, sys
package = next(one for one in json.load(sys.stdin)["packages"] if one["name"] == sys.argv[1])
docs = package["metadata"]["docs"]["rs"]
assert docs["targets"] == ["x86_64-unknown-linux-gnu"], docs
assert docs["all-features"] or not package["features"], docs
' "$library" || fail "$library has no [package.metadata.docs.rs] with targets and features"
        RUSTDOCFLAGS="--deny warnings" CARGO_TARGET_DIR=target/docs-rs \
            cargo doc --quiet --no-deps --lib --package "$library" --all-features --target x86_64-unknown-linux-gnu
    done
}

steps=(spelling unused licences docs_rs oldest_dependencies oldest_rust targets aarch64 powerpc coverage fuzz soak tsan
    weaken mutants)
chosen=("$@")
((${#chosen[@]})) || chosen=("${steps[@]}")
for step in "${chosen[@]}"; do
    [[ " ${steps[*]} " == *" $step "* ]] || fail "there is no step $step; the steps are: ${steps[*]}"
done
for step in "${chosen[@]}"; do
    printf '\n== %s\n' "$step"
    SECONDS=0
    "$step"
    printf '== %s: %d s\n' "$step" "$SECONDS"
done
