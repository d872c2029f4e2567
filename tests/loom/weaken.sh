#!/usr/bin/env bash
# Weakens the sources in one place after the other, and expects the model-checked tests to fail each time.
# With arguments, only in the files whose paths contain one of them: tests/loom/weaken.sh wait gauge/zero.rs
# With --places, only looks whether each place is in the sources still.
set -euo pipefail

# Two at a time, since each spends most of its time in parts of the compiler that use one core.
shards=2
if [[ ${1:-} != --places && -z ${WEAKEN_SHARD:-} ]]; then
    pids=()
    for ((shard = 0; shard < shards; shard++)); do
        WEAKEN_SHARD=$shard "$0" "$@" &
        pids+=($!)
    done
    status=0
    for pid in "${pids[@]}"; do
        wait "$pid" || status=$?
    done
    exit "$status"
fi
shard=${WEAKEN_SHARD:-places}
wanted=("$@")

root=$(cd "$(dirname "$0")/../.." && pwd)
copy=$root/target/weakened-$shard
rm -rf "$copy"
mkdir -p "$copy"
tar -C "$root" --exclude=./target --exclude=./.git -cf - . | tar -C "$copy" -xmf -

# A weakened model may also have fewer executions. That alone must not count as caught.
grep -q 'assert!(executions >= least' "$copy/tests/loom/main.rs"
sed -i 's/assert!(executions >= least.*/let _ = (executions, least);/' "$copy/tests/loom/main.rs"
grep -q 'assert!(checked >= least,' "$copy/tests/loom/per_thread_events.rs"
sed -i 's/assert!(checked >= least,.*/_ = least;/' "$copy/tests/loom/per_thread_events.rs"

# Most of the time is the compiler's: it compiles what changed only, and optimizes only the model checker.
export CARGO_INCREMENTAL=1 CARGO_PROFILE_RELEASE_OPT_LEVEL=0
printf '\n[profile.release.package."*"]\nopt-level = 3\n' >>"$copy/Cargo.toml"

# One test at a time: each execution of a model maps and unmaps the stacks of its threads, which the kernel does one by
# one.
check() {
    RUST_BACKTRACE=0 RUSTFLAGS="--cfg atomic_state_loom" CARGO_TARGET_DIR=$root/target/loom-weakened-$shard \
        cargo test --quiet --release --manifest-path "$copy/Cargo.toml" -p atomic-state-tests --test loom \
        -- --test-threads=1 "$@"
}

# Whether a file is one of those that are to be weakened.
is_wanted() {
    local part
    for part in "${wanted[@]}"; do
        [[ $1 != *"$part"* ]] || return 0
    done
    ((${#wanted[@]} == 0))
}

passes=
count=0

# weaken FILE OLD NEW: fails where OLD is not there or not once, where the result does not compile, and where the tests
# still pass.
weaken() {
    local text rest
    text=$(<"$copy/$1")
    rest=${text#*"$2"}
    if [[ $rest == "$text" || $rest == *"$2"* ]]; then
        echo "weaken.sh: $1 must contain this once: $2" >&2
        exit 1
    fi
    tried "$1" "$2"
    if [[ $shard == places ]] || ! is_wanted "$1" || ((count++ % shards != shard)); then
        return
    fi
    # They pass as they are: what fails below fails because it is weakened.
    if [[ ${only[*]} != "$passes" ]]; then
        check "${only[@]}" >/dev/null
        passes=${only[*]}
    fi
    printf '%s\n' "${text//"$2"/"$3"}" >"$copy/$1"
    local output passed=false
    if output=$(check "${only[@]}" 2>&1); then
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

# Takes what is tried out of a second copy, so that at the end it has the orderings of which nothing is tried.
tried() {
    local text
    mkdir -p "$(dirname "$copy/left/$1")"
    [[ -e $copy/left/$1 ]] || cp "$copy/$1" "$copy/left/$1"
    text=$(<"$copy/left/$1")
    printf '%s\n' "${text//"$2"/}" >"$copy/left/$1"
}

src=atomic-state/src
relaxed=core::sync::atomic::Ordering::Relaxed

# The tests that are to catch it.
only=(flag_publishes)
weaken $src/ordering.rs "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Relaxed, Release, AcqRel;"
weaken $src/ordering.rs "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Acquire, Relaxed, AcqRel;"
weaken $src/ordering.rs "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Acquire, Release, Acquire;"
weaken $src/ordering.rs "AcqRel: Acquire, Release, AcqRel;" "AcqRel: Acquire, Release, Release;"
weaken $src/ordering.rs "SeqCst: SeqCst, SeqCst, SeqCst;" "SeqCst: Relaxed, SeqCst, SeqCst;"
weaken $src/ordering.rs "SeqCst: SeqCst, SeqCst, SeqCst;" "SeqCst: SeqCst, Relaxed, SeqCst;"
weaken $src/ordering.rs "SeqCst: SeqCst, SeqCst, SeqCst;" "SeqCst: SeqCst, SeqCst, Relaxed;"
# One access that ignores the field's ordering.
weaken $src/kind/flag.rs "self.set.store(true, O::STORE)" "self.set.store(true, $relaxed)"
weaken $src/kind/flag.rs "self.set.store(false, O::STORE)" "self.set.store(false, $relaxed)"
weaken $src/kind/flag.rs "self.set.load(O::LOAD)" "self.set.load($relaxed)"
weaken $src/kind/flag.rs "self.set.swap(true, O::MODIFY)" "self.set.swap(true, $relaxed)"
# A change that publishes nothing, or whose result is seen without what was published with it.
weaken $src/writer.rs "I::fetch_add(atomic, amount, O::MODIFY)" "I::fetch_add(atomic, amount, O::LOAD)"
weaken $src/writer.rs "I::fetch_add(atomic, amount, O::MODIFY)" "I::fetch_add(atomic, amount, O::STORE)"
weaken $src/writer.rs "I::fetch_sub(atomic, amount, O::MODIFY)" "I::fetch_sub(atomic, amount, O::LOAD)"
weaken $src/writer.rs "changed, O::MODIFY, " "changed, O::LOAD, "
weaken $src/kind/counter.rs "T::Int::load(&self.atomic, O::LOAD)" "T::Int::load(&self.atomic, $relaxed)"
weaken $src/kind/counter.rs "T::Int::swap(&self.atomic, T::Int::ZERO, O::MODIFY)" \
    "T::Int::swap(&self.atomic, T::Int::ZERO, O::STORE)"
weaken $src/kind/gauge.rs "Self::level(Stored::<T>::load(&self.atomic, O::LOAD))" \
    "Self::level(Stored::<T>::load(&self.atomic, $relaxed))"
weaken $src/kind/gauge.rs "level.into_int().into_stored(), O::STORE" "level.into_int().into_stored(), $relaxed"
weaken $src/kind/gauge.rs "level, raised, O::MODIFY, O::LOAD" "level, raised, O::LOAD, O::LOAD"
weaken $src/kind/gauge.rs "level, raised, O::MODIFY, O::LOAD" "level, raised, O::MODIFY, $relaxed"
weaken $src/kind/gauge.rs "let mut level = Stored::<T>::load(&self.atomic, O::LOAD);" \
    "let mut level = Stored::<T>::load(&self.atomic, $relaxed);"
weaken $src/kind/extreme.rs "V::__decode(V::Code::load(&self.code, O::LOAD))" \
    "V::__decode(V::Code::load(&self.code, $relaxed))"
weaken $src/kind/extreme.rs "V::Code::fetch_max(&this.code, code, O::MODIFY)" \
    "V::Code::fetch_max(&this.code, code, O::LOAD)"
weaken $src/kind/extreme.rs "V::Code::swap(&self.code, V::Code::ZERO, O::MODIFY)" \
    "V::Code::swap(&self.code, V::Code::ZERO, O::STORE)"
only=(nothing_is_lost)
load="_ = order; let old = atomic.load(Ordering::Relaxed)"
weaken $src/int.rs "atomic.fetch_add(value, order)" \
    "{ $load; atomic.store(old.wrapping_add(value), Ordering::Relaxed); old }"
weaken $src/int.rs "atomic.swap(value, order)" \
    "{ $load; atomic.store(value, Ordering::Relaxed); old }"
weaken $src/int.rs "atomic.fetch_max(value, order)" \
    "{ $load; atomic.store(old.max(value), Ordering::Relaxed); old }"
weaken $src/int.rs "atomic.fetch_sub(value, order)" \
    "{ $load; atomic.store(old.wrapping_sub(value), Ordering::Relaxed); old }"
weaken $src/writer.rs "I::compare_exchange(atomic, seen, changed, O::MODIFY, Ordering::Relaxed)" \
    "{ I::store(atomic, changed, O::STORE); Ok::<I, I>(seen) }"
only=(snapshot_honors_flags)
# A flag that is read, or set by a merge, in its place among the fields instead of before or after them.
weaken $src/kind/flag.rs "(&self, flags: &bool) -> bool {"$'\n                *flags' \
    "(&self, _: &bool) -> bool { self.get()"
weaken $src/kind/nested.rs "self.__read_rest::<R>(flags)" "{ _ = flags; self.__read_rest::<R>(&self.__read_flags()) }"
weaken $src/kind/nested.rs "self.__merge_numbers(batch);" "self.__merge_numbers(batch); self.__set_flags(batch);"
weaken $src/state/live.rs "self.__merge_numbers(batch);" "self.__set_flags(batch); self.__merge_numbers(batch);"
only=(waiting)
# Waiting: a second look that is left out, or too early, or by a load, or says nothing of who waits, or sees nothing.
weaken $src/wait/mod.rs "&& self.awaited.look_again()" "&& false"
weaken $src/wait/mod.rs "self.awaited.wakers().enter(&mut self.place, waker) && self.awaited.look_again()" \
    "{ let over = self.awaited.look_again(); self.awaited.wakers().enter(&mut self.place, waker) && over }"
weaken $src/kind/flag.rs "self.set.fetch_or(false, O::MODIFY)" "self.set.load(O::LOAD)"
weaken $src/kind/flag.rs "self.set.fetch_or(false, O::MODIFY)" "self.set.fetch_or(false, O::LOAD)"
weaken $src/kind/flag.rs "self.set.fetch_or(false, O::MODIFY)" "self.set.fetch_or(false, O::STORE)"
# A setter that does not see who waits, or publishes nothing, or wakes no one, or one of two.
weaken $src/kind/wait.rs "let set = self.flag.try_set();" "let set = !self.get(); self.flag.set();"
weaken $src/kind/flag.rs "self.set.swap(true, O::MODIFY)" "self.set.swap(true, O::STORE)"
weaken $src/kind/flag.rs "self.set.swap(true, O::MODIFY)" "self.set.swap(true, O::LOAD)"
weaken $src/wait/list.rs "self.wake_all();" ""
weaken $src/wait/list.rs "flat_map(BTreeMap::into_values)" "flat_map(BTreeMap::into_values).take(1)"
# A clear that comes between the two looks, or publishes nothing, or sees nothing.
weaken $src/kind/wait.rs "self.try_clear();" "self.flag.clear();"
weaken $src/kind/flag.rs "self.set.swap(false, O::MODIFY)" "self.set.swap(false, O::LOAD)"
weaken $src/kind/flag.rs "self.set.swap(false, O::MODIFY)" "self.set.swap(false, O::STORE)"
# A list that does not tell that someone waits: never, or no more once it was emptied, or once one of two has left it.
weaken $src/wait/list.rs "self.awaited.store(true, Relaxed);" ""
weaken $src/wait/list.rs "let mut first_panic = None;" "self.awaited.store(false, Relaxed); let mut first_panic = None;"
weaken $src/wait/list.rs "!list.wakers.is_empty()" "false"
# A list that wakes by the waker that was replaced.
weaken $src/wait/list.rs "there.will_wake(waker)" "{ let _ = (there, waker); true }"
only=(gauges)
# A limit that two threads find free, a peak that a take or a change overlooks, and a wait for zero as that for a flag.
weaken $src/kind/gauge.rs "Stored::<T>::compare_exchange(&self.atomic, level, raised, O::MODIFY, O::LOAD)" \
    "{ Stored::<T>::store(&self.atomic, raised, O::STORE); Ok::<_, Stored<T>>(level) }"
weaken $src/kind/gauge/peak.rs "Stored::<T>::fetch_add(&self.gauge.atomic, Stored::<T>::ZERO, O::MODIFY)" \
    "Stored::<T>::load(&self.gauge.atomic, O::LOAD)"
weaken $src/kind/gauge/peak.rs "Stored::<T>::ZERO, O::MODIFY" "Stored::<T>::ZERO, $relaxed"
weaken $src/kind/gauge/watched.rs "fetch_add(&self.gauge.atomic, amount, O::MODIFY)" \
    "fetch_add(&self.gauge.atomic, amount, O::LOAD)"
weaken $src/kind/gauge/watched.rs "fetch_add(&self.gauge.atomic, amount, O::MODIFY)" \
    "fetch_add(&self.gauge.atomic, amount, O::STORE)"
weaken $src/kind/gauge/peak.rs "self.peak.__raise(now);" ""
weaken $src/kind/gauge/peak.rs "Stored::<T>::fetch_max(&self.0, level, Relaxed)" \
    "Stored::<T>::store(&self.0, level, Relaxed)"
weaken $src/kind/gauge/watched.rs "self.zero.__wake();" ""
weaken $src/kind/gauge/watched.rs "fetch_sub(&self.gauge.atomic, amount, O::MODIFY)" \
    "fetch_sub(&self.gauge.atomic, amount, O::LOAD)"
weaken $src/kind/gauge/watched.rs "fetch_sub(&self.gauge.atomic, amount, O::MODIFY)" \
    "fetch_sub(&self.gauge.atomic, amount, O::STORE)"
weaken $src/kind/gauge/watched.rs "swap(&self.gauge.atomic, level, O::MODIFY)" \
    "swap(&self.gauge.atomic, level, O::LOAD)"
weaken $src/kind/gauge/watched.rs "swap(&self.gauge.atomic, level, O::MODIFY)" \
    "swap(&self.gauge.atomic, level, O::STORE)"
weaken $src/kind/gauge/zero.rs "(Stored::<T>::load(&self.gauge.atomic, O::LOAD))" \
    "(Stored::<T>::load(&self.gauge.atomic, $relaxed))"
look="fetch_add(&self.gauge.atomic, Stored::<T>::ZERO, O::MODIFY)"
weaken $src/kind/gauge/zero.rs "$look" "load(&self.gauge.atomic, O::LOAD)"
weaken $src/kind/gauge/zero.rs "$look" "${look/MODIFY/LOAD}"
weaken $src/kind/gauge/zero.rs "$look" "${look/MODIFY/STORE}"
only=(values)
# A last value: each access that ignores the field's ordering, and an update that overwrites another.
value=$src/kind/value.rs
weaken $value "value.into_int(), O::STORE" "value.into_int(), $relaxed"
weaken $value "T::from_int(T::Int::load(&self.atomic, O::LOAD))" "T::from_int(T::Int::load(&self.atomic, $relaxed))"
weaken $value "value.into_int(), O::MODIFY" "value.into_int(), O::LOAD"
weaken $value "value.into_int(), O::MODIFY" "value.into_int(), O::STORE"
weaken $value "T::Int::ZERO, O::MODIFY" "T::Int::ZERO, O::LOAD"
weaken $value "T::Int::ZERO, O::MODIFY" "T::Int::ZERO, O::STORE"
weaken $value "let mut seen = T::Int::load(&self.atomic, O::LOAD);" \
    "let mut seen = T::Int::load(&self.atomic, $relaxed);"
weaken $value "seen, changed, O::MODIFY, O::LOAD" "seen, changed, O::LOAD, O::LOAD"
weaken $value "seen, changed, O::MODIFY, O::LOAD" "seen, changed, O::MODIFY, $relaxed"
weaken $value "T::Int::compare_exchange(&self.atomic, seen, changed, O::MODIFY, O::LOAD)" \
    "{ T::Int::store(&self.atomic, changed, O::STORE); Ok::<_, T::Int>(seen) }"
only=(phases)
# A phase: each access, two that both move, a move that wakes no one, and a second look that sees or shows nothing.
phase=$src/kind/phase.rs
weaken $phase "E::ALL[self.index.load(O::LOAD)]" "E::ALL[self.index.load($relaxed)]"
weaken $phase "self.index.store(to.index(), O::STORE)" "self.index.store(to.index(), $relaxed)"
weaken $phase "let mut seen = self.index.load(O::LOAD);" "let mut seen = self.index.load($relaxed);"
weaken $phase "to.index(), O::MODIFY, O::LOAD" "to.index(), O::LOAD, O::LOAD"
weaken $phase "to.index(), O::MODIFY, O::LOAD" "to.index(), O::STORE, O::LOAD"
weaken $phase "to.index(), O::MODIFY, O::LOAD" "to.index(), O::MODIFY, $relaxed"
weaken $phase "self.index.compare_exchange(seen, to.index(), O::MODIFY, O::LOAD)" \
    "{ self.index.store(to.index(), O::STORE); Ok::<usize, usize>(seen) }"
weaken $phase "self.index.fetch_max(to.index(), O::MODIFY)" "self.index.fetch_max(to.index(), O::LOAD)"
weaken $phase "self.index.fetch_max(to.index(), O::MODIFY)" "self.index.fetch_max(to.index(), O::STORE)"
weaken $phase "self.index.swap(to.index(), O::MODIFY)" "self.index.store(to.index(), O::STORE)"
weaken $phase "self.index.swap(to.index(), O::MODIFY)" "self.index.swap(to.index(), O::LOAD)"
weaken $phase "self.index.swap(to.index(), O::MODIFY)" "self.index.swap(to.index(), O::STORE)"
wait=$src/kind/phase/wait.rs
weaken $wait "self.phase.advance(to).inspect(|_| self.wakers.wake())" "self.phase.advance(to)"
weaken $wait "allows).inspect(|_| self.wakers.wake())" "allows)"
weaken $wait "self.phase.replace(to);"$'\n'"        self.wakers.wake();" "self.phase.replace(to);"
weaken $wait "self.phase.raise(to);"$'\n'"        self.wakers.wake();" "self.phase.raise(to);"
weaken $wait "self.phase.index.load(O::LOAD)" "self.phase.index.load($relaxed)"
weaken $wait "self.phase.index.fetch_max(0, O::MODIFY)" "self.phase.index.load(O::LOAD)"
weaken $wait "self.phase.index.fetch_max(0, O::MODIFY)" "self.phase.index.fetch_max(0, O::LOAD)"
weaken $wait "self.phase.index.fetch_max(0, O::MODIFY)" "self.phase.index.fetch_max(0, O::STORE)"
only=(per_thread::)
# Shares per thread: what a getter reads before it knows who took it, and a block that two threads write.
weaken $src/kind/counter.rs "T::Int::load(&self.atomic, Ordering::Acquire)" "T::Int::load(&self.atomic, $relaxed)"
weaken $src/kind/counter.rs "fence(Ordering::Acquire);" ""
weaken $src/kind/counter.rs "if T::Int::load(&base.atomic, Ordering::Relaxed) == before {" "{"
weaken $src/per_thread/modelled.rs "free.pop()" "free.last().copied()"
weaken $src/per_thread/modelled.rs "use loom::sync::Mutex;" "use std::sync::Mutex;"
weaken $src/writer.rs "change(Self::load::<I>(atomic))" "change(I::ZERO)"
# What a take shows to getters: that a changed base counts so many shares, and that a later record comes after it.
weaken $src/per_thread/reading.rs "fence(Ordering::Release);"$'\n'"        pass.settle" "pass.settle"
weaken $src/per_thread/reading.rs "fence(Ordering::Release);"$'\n'"        sums" "sums"
only=(histograms)
# A histogram's getter, as a counter's.
weaken $src/kind/histogram.rs "fence(Ordering::Acquire);" ""
weaken $src/kind/histogram.rs "if base.read(Counter::shown) == before {" "{"
weaken $src/kind/histogram.rs "base.read(Counter::base)" "base.read(Counter::shown)"
only=(per_thread_events)
# Events: each store and fence of the thread that records, and each step of a reader.
weaken $src/per_thread/block.rs "self.sequence.store(before.wrapping_add(1), Ordering::Relaxed);" ""
weaken $src/per_thread/block.rs "fence(Ordering::Release);" ""
weaken $src/per_thread/block.rs "store(self.after, Ordering::Release)" "store(self.after, Ordering::Relaxed)"
weaken $src/per_thread/block.rs "block.sequence.load(Ordering::Acquire)" \
    "block.sequence.load(Ordering::Relaxed)"
weaken $src/per_thread/block.rs "fence(Ordering::Acquire);" ""
weaken $src/per_thread/block.rs "block.sequence.load(Ordering::Relaxed) == before" \
    "{ let _ = (block, before); true }"
weaken $src/per_thread/block.rs "if before.into_iter().any(is_odd) {" "if false {"
# A sample that is no change, or is forgotten when its block is read again, or is not taken.
weaken $src/kind/extreme.rs "if is_in_event ||" "let _ = is_in_event; if"
weaken $src/kind/extreme.rs "|seen| if R::EXTREMES { seen.max(code) } else { code }" "|_| code"
weaken $src/kind/extreme.rs "|seen| if R::EXTREMES { seen.max(code) } else { code }" "|seen| seen.max(code)"
weaken $src/kind/extreme.rs "V::Code::swap(&self.code, V::Code::ZERO, Relaxed::MODIFY) } else" "code } else"
# Takes: their number, the fences between its two changes, and the lock.
weaken $src/per_thread/reading.rs "self.takes.fetch_add(1, Ordering::Relaxed);" ""
weaken $src/per_thread/reading.rs "fence(Ordering::Release);"$'\n'"        let mut sums" "let mut sums"
weaken $src/per_thread/reading.rs "self.takes.fetch_add(1, Ordering::Release);" \
    "self.takes.fetch_add(1, Ordering::Relaxed);"
weaken $src/per_thread/reading.rs "let _turn = self.turn();"$'\n'"        // Changed" "// Changed"
# A snapshot beside a take, and one that waits for no one.
weaken $src/per_thread/reading.rs "let before = self.takes.load(Ordering::Acquire);" \
    "let before = self.takes.load(Ordering::Relaxed);"
weaken $src/per_thread/reading.rs "fence(Ordering::Acquire);"$'\n'"                if" "if"
weaken $src/per_thread/reading.rs "if self.takes.load(Ordering::Relaxed) == before {" "{"
weaken $src/per_thread/reading.rs "if before % 2 == 0 {" "{"
weaken $src/per_thread/reading.rs "let _turn = self.turn();"$'\n'"        self.see_one_by_one" "self.see_one_by_one"
weaken $src/per_thread/reading.rs "fence(Ordering::Acquire);"$'\n'"        for" "for"

if [[ $shard == places ]]; then
    # A comment is no place, nor is the module that gives each ordering its name.
    cd "$copy"
    for file in $(cd "$root" && find $src -name '*.rs'); do
        [[ -e left/$file ]] || { mkdir -p "left/$(dirname "$file")" && cp "$file" "left/$file"; }
    done
    untried=$(cd left && grep -rnE 'O::(LOAD|STORE|MODIFY)|Ordering::(Acquire|Release|AcqRel|SeqCst)' $src |
        grep -vE ':[0-9]+: *//|^'$src'/ordering.rs:' || true)
    if [[ -n $untried ]]; then
        printf 'weaken.sh: these orderings are in no entry:\n%s\n' "$untried" >&2
        exit 1
    fi
fi
