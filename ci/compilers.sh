# Compilers beside the stable one, for scripts that source this. On Debian 12 they are packages, which are unpacked into
# target/compilers, and nothing is installed. `use_newest` and `use_oldest` make cargo use them.

# rustup's stand-in for cargo would choose a compiler of its own.
cargo=$(rustup which cargo 2>/dev/null || command -v cargo)
compilers=$PWD/target/compilers

# unpack NAME PACKAGE…: the packages of one compiler, once.
unpack() {
    local root=$compilers/$1
    shift
    if [[ -e $root/ready ]]; then
        return
    fi
    rm -rf "$root"
    mkdir -p "$root/packages"
    (cd "$root/packages" && apt-get download "$@")
    local package
    for package in "$root"/packages/*.deb; do
        dpkg -x "$package" "$root"
    done
    rm -r "$root/packages"
    touch "$root/ready"
}

# use NAME LLVM: the compiler that was unpacked. The bootstrap flag lets it build a standard library from source.
use() {
    local root=$compilers/$1
    export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/llvm-$2/lib
    export RUSTC=$root/usr/bin/rustc RUSTDOC=$root/usr/bin/rustdoc CARGO_TARGET_DIR=$root/build
}

# A compiler with the sources of its standard library, which it can build for any target.
use_newest() {
    unpack newest rustc-web rust-web-src rust-web-llvm libstd-rust-web-dev libstd-rust-web-1.96 libllvm22 \
        libclang-rt-22-dev
    use newest 22
    export RUSTC_BOOTSTRAP=1
}

# The oldest Rust that is supported: `rust-version` in Cargo.toml.
use_oldest() {
    local version=1.85.0+dfsg3-1~deb12u3
    unpack oldest "rustc-web=$version" "libstd-rust-web-dev=$version" libstd-rust-web-1.85 libllvm19
    use oldest 19
}
