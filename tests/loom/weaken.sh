#!/usr/bin/env bash
# Weakens the sources in one place after the other, and expects the model-checked tests to fail each time.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
copy=$root/target/weakened
rm -rf "$copy"
mkdir -p "$copy"
tar -C "$root" --exclude=./target --exclude=./.git -cf - . | tar -C "$copy" -xmf -

# A weakened model may also have fewer executions. That alone must not count as caught.
sed -i 's/assert!(executions >= least,.*/_ = least;/' "$copy/tests/loom/waiting.rs"
sed -i 's/assert!(checked >= least,.*/_ = least;/' "$copy/tests/loom/per_thread_events.rs"

# One test at a time: each execution of a model maps and unmaps the stacks of its threads, which the kernel does one by one.
check() {
    RUST_BACKTRACE=0 RUSTFLAGS="--cfg atomic_state_loom" CARGO_TARGET_DIR=$root/target/loom-weakened \
        cargo test --quiet --release --manifest-path "$copy/Cargo.toml" -p atomic-state-tests --test loom \
        -- --test-threads=1 "${only[@]}"
}

# weaken FILE OLD NEW: fails where OLD is not there, where the result does not compile, and where the tests still pass.
weaken() {
    if ! grep -qF "$2" "$copy/$1"; then
        echo "weaken.sh: $1 does not contain: $2" >&2
        exit 1
    fi
    local text
    text=$(<"$copy/$1")
    printf '%s\n' "${text//"$2"/"$3"}" >"$copy/$1"
    local output passed=false
    if output=$(check 2>&1); then
        passed=true
    fi
    printf '%s\n' "$text" >"$copy/$1"
    if $passed; then
        echo "weaken.sh: the tests pass with $1 weakened: $3" >&2
        exit 1
    fi
    # A deadlock in a model may end the process instead of the test.
    if ! grep -qE "test result: FAILED|process didn't exit successfully" <<<"$output"; then
        echo "$output" >&2
        echo "weaken.sh: $1 does not compile when weakened: $3" >&2
        exit 1
    fi
    echo "caught: $1: $3"
}

ordering=atomic-state/src/ordering.rs
int=atomic-state/src/int.rs
flag=atomic-state/src/kind/flag.rs
wait=atomic-state/src/kind/wait.rs
waiting=atomic-state/src/wait/mod.rs
list=atomic-state/src/wait/list.rs
counter=atomic-state/src/kind/counter.rs
extreme=atomic-state/src/kind/extreme.rs
per_thread=atomic-state/src/per_thread
block=$per_thread/block.rs
reading=$per_thread/reading.rs

# The tests that are to catch it.
only=(flag_publishes)
weaken $ordering "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Relaxed, Release, AcqRel;"
weaken $ordering "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Acquire, Relaxed, AcqRel;"
weaken $ordering "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Acquire, Release, Acquire;"
weaken $ordering "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Acquire, Release, Release;"
weaken $ordering "SeqCst: SeqCst, SeqCst, SeqCst;" "SeqCst: Relaxed, SeqCst, SeqCst;"
weaken $ordering "SeqCst: SeqCst, SeqCst, SeqCst;" "SeqCst: SeqCst, Relaxed, SeqCst;"
weaken $ordering "SeqCst: SeqCst, SeqCst, SeqCst;" "SeqCst: SeqCst, SeqCst, Relaxed;"
only=(nothing_is_lost)
weaken $int "atomic.fetch_add(value, order)" \
    "{ let old = atomic.load(Ordering::Relaxed); atomic.store(old.wrapping_add(value), Ordering::Relaxed); _ = order; old }"
weaken $int "atomic.swap(value, order)" \
    "{ let old = atomic.load(Ordering::Relaxed); atomic.store(value, Ordering::Relaxed); _ = order; old }"
weaken $int "atomic.fetch_max(value, order)" \
    "{ let old = atomic.load(Ordering::Relaxed); atomic.store(old.max(value), Ordering::Relaxed); _ = order; old }"
weaken $int "atomic.fetch_sub(value, order)" \
    "{ let old = atomic.load(Ordering::Relaxed); atomic.store(old.wrapping_sub(value), Ordering::Relaxed); _ = order; old }"
only=(snapshot_honors_flags)
# A flag that is read, or set by a merge, in its place among the fields instead of before or after them.
weaken $flag "fn late(&self, _: &mut bool) {}" "fn late(&self, seen: &mut bool) { *seen = self.get(); }"
weaken $flag "fn merge(&self, _: &bool) {}" "fn merge(&self, batch: &bool) { self.merge_flags(batch); }"
only=(waiting)
# Waiting: a second look that is left out, or too early, or by a load, or says nothing of who waits, or sees nothing.
weaken $waiting "&& self.awaited.look_again()" "&& false"
weaken $waiting "self.awaited.wakers().enter(&mut self.place, waker) && self.awaited.look_again()" \
    "{ let over = self.awaited.look_again(); self.awaited.wakers().enter(&mut self.place, waker) && over }"
weaken $flag "self.set.fetch_or(false, O::MODIFY)" "self.set.load(O::LOAD)"
weaken $flag "self.set.fetch_or(false, O::MODIFY)" "self.set.fetch_or(false, O::LOAD)"
weaken $flag "self.set.fetch_or(false, O::MODIFY)" "self.set.fetch_or(false, O::STORE)"
# A setter that does not see who waits, or publishes nothing, or wakes no one, or one of two.
weaken $wait "let set = self.flag.try_set();" "let set = !self.get(); self.flag.set();"
weaken $flag "self.set.swap(true, O::MODIFY)" "self.set.swap(true, O::STORE)"
weaken $flag "self.set.swap(true, O::MODIFY)" "self.set.swap(true, O::LOAD)"
weaken $list "self.wake_all();" ""
weaken $list "flat_map(BTreeMap::into_values)" "flat_map(BTreeMap::into_values).take(1)"
# A clear that comes between the two looks, or publishes nothing, or sees nothing.
weaken $wait "self.try_clear();" "self.flag.clear();"
weaken $flag "self.set.swap(false, O::MODIFY)" "self.set.swap(false, O::LOAD)"
weaken $flag "self.set.swap(false, O::MODIFY)" "self.set.swap(false, O::STORE)"
# A list that does not tell that someone waits: never, or no more once it was emptied, or once one of two has left it.
weaken $list "self.awaited.store(true, Relaxed);" ""
weaken $list "let mut first_panic = None;" "self.awaited.store(false, Relaxed); let mut first_panic = None;"
weaken $list "!list.wakers.is_empty()" "false"
# A list that wakes by the waker that was replaced.
weaken $list "there.will_wake(waker)" "{ let _ = (there, waker); true }"
only=(per_thread)
# Shares per thread: what a getter reads before it knows who took it, and a block that two threads write.
load="let before = T::Int::load(&base.atomic, Ordering::"
weaken $counter "${load}Acquire);" "${load}Relaxed);"
weaken $counter "fence(Ordering::Acquire);" ""
weaken $counter "if T::Int::load(&base.atomic, Ordering::Relaxed) == before {" "{"
weaken $per_thread/modelled.rs "free.pop()" "free.last().copied()"
# What a take shows to getters: that a changed base counts so many shares, and that a later record comes after it.
weaken $reading "fence(Ordering::Release);"$'\n'"        pass.settle" "pass.settle"
weaken $reading "fence(Ordering::Release);"$'\n'"        sums" "sums"
only=(per_thread_events)
# Events: each store and fence of the thread that records, and each step of a reader.
weaken $block "self.sequence.store(before.wrapping_add(1), Ordering::Relaxed);" ""
weaken $block "fence(Ordering::Release);" ""
weaken $block "store(self.after, Ordering::Release)" "store(self.after, Ordering::Relaxed)"
weaken $block "let before = self.sequence.load(Ordering::Acquire);" \
    "let before = self.sequence.load(Ordering::Relaxed);"
weaken $block "fence(Ordering::Acquire);" ""
weaken $block "self.sequence.load(Ordering::Relaxed) == before" "{ let _ = before; true }"
weaken $block "if is_odd(before) {" "if false {"
# A sample that is no change, or is forgotten when its block is read again, or is not taken.
weaken $extreme "if is_in_event ||" "let _ = is_in_event; if"
weaken $extreme "*seen = (*seen).max(self.code::<R>());" "*seen = self.code::<R>();"
weaken $extreme "V::Code::swap(&self.code, V::Code::ZERO, Relaxed::MODIFY) } else" "code } else"
# Takes: their number, the fences between its two changes, and the lock.
weaken $reading "self.takes.fetch_add(1," "self.takes.fetch_add(0,"
weaken $reading "fence(Ordering::Release);"$'\n'"        let mut sums" "let mut sums"
weaken $reading "self.takes.fetch_add(1, Ordering::Release);" "self.takes.fetch_add(1, Ordering::Relaxed);"
weaken $reading "let _turn = self.turn();"$'\n'"        // Changed" "// Changed"
# A snapshot beside a take, and one that waits for no one.
weaken $reading "let before = self.takes.load(Ordering::Acquire);" "let before = self.takes.load(Ordering::Relaxed);"
weaken $reading "fence(Ordering::Acquire);"$'\n'"                if" "if"
weaken $reading "if self.takes.load(Ordering::Relaxed) == before {" "{"
weaken $reading "if before % 2 == 0 {" "{"
weaken $reading "let _turn = self.turn();"$'\n'"        self.of_threads" "self.of_threads"
weaken $reading "fence(Ordering::Acquire);"$'\n'"        for" "for"
