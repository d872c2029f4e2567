//! How to share a number between threads: which ordering does what, and when to use something else.
//!
//! # Why not just share the number?
//!
//! An [`Arc`] shares a value, and a shared value is read-only. To change it through an `Arc` does not compile:
//!
//! ```compile_fail,E0594
//! use std::sync::Arc;
//! use std::thread;
//!
//! struct Stats {
//!     requests: u64,
//! }
//!
//! let stats = Arc::new(Stats { requests: 0 });
//! let for_thread = Arc::clone(&stats);
//! thread::spawn(move || for_thread.requests += 1); // cannot assign to data in an `Arc`
//! ```
//!
//! Nor does a method that wants the value for itself:
//!
//! ```compile_fail,E0596
//! use std::sync::Arc;
//!
//! let names = Arc::new(Vec::new());
//! names.push("worker"); // cannot borrow data in an `Arc` as mutable
//! ```
//!
//! A [`Cell`] changes through a shared reference, but it is no more than a load and a store: two threads that add at the
//! same time lose one addition. So the compiler keeps it on one thread:
//!
//! ```compile_fail,E0277
//! use std::cell::Cell;
//! use std::thread;
//!
//! let requests = Cell::new(0);
//! thread::scope(|scope| {
//!     scope.spawn(|| requests.set(requests.get() + 1)); // `Cell<i32>` cannot be shared between threads safely
//! });
//! ```
//!
//! An atomic adds in one step, through a shared reference, from any thread:
//!
//! ```
//! use std::sync::Arc;
//! use std::thread;
//!
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Stats {
//!     #[counter(increment = count_request)]
//!     requests: u64,
//! }
//!
//! let stats = Arc::new(StatsState::new());
//! let for_thread = Arc::clone(&stats);
//! thread::spawn(move || for_thread.count_request()).join().unwrap();
//! assert_eq!(stats.requests(), 1);
//! ```
//!
//! A `static STATS: StatsState = StatsState::new();`, or a scoped thread that borrows the state, needs no `Arc` at all.
//!
//! # What an ordering orders
//!
//! Every atomic operation is whole: no thread sees half of it, and no addition is lost, whatever the ordering. An ordering
//! says something about **other** memory: what a thread that sees the new value may conclude about what else the writing
//! thread did.
//!
//! | ordering | who reads the value can conclude | chosen by default for |
//! | --- | --- | --- |
//! | Relaxed | nothing about other memory | counters, gauges, minima and maxima |
//! | Release (write) with Acquire (read) | all that the writer did before the write is visible | flags |
//! | `SeqCst` | the same, and all threads agree on one order of all `SeqCst` operations | nothing |
//!
//! **A counter is Relaxed** because nobody acts on a total in that way. It is exact once the recording threads are joined:
//! joining a thread makes all it did visible.
//!
//! **A flag is Release and Acquire** because people do act on it: "the work is done, so I read its result". Here the total
//! is complete wherever the flag is seen, without any join:
//!
//! ```
//! use std::thread;
//!
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Import {
//!     #[counter]
//!     rows: u64,
//!     #[flag(set = finish, get = is_finished)]
//!     finished: bool,
//! }
//!
//! static IMPORT: ImportState = ImportState::new();
//!
//! thread::spawn(|| {
//!     for _ in 0..1000 {
//!         IMPORT.record_rows(1);
//!     }
//!     IMPORT.finish();
//! });
//!
//! while !IMPORT.is_finished() {
//!     thread::yield_now();
//! }
//! assert_eq!(IMPORT.rows(), 1000);
//! ```
//!
//! With a Relaxed flag the assertion could fail, on processors that reorder (ARM, POWER) and after compilers that do. That
//! is why there is none: `ordering = Relaxed` on a flag does not compile, nor does the cell by hand:
//!
//! ```compile_fail,E0277
//! use atomic_state::Flag;
//! use atomic_state::ordering::Relaxed;
//!
//! static STOP: Flag<Relaxed> = Flag::new(); // a flag cannot be `Relaxed`
//! ```
//!
//! **`SeqCst` is for agreement between several variables**: two threads each set a flag of their own and then look at the
//! other's, and at least one must see the other. Release and Acquire do not promise that; `ordering = SeqCst` on both flags
//! does. If there is just one variable, `SeqCst` adds cost and no meaning.
//!
//! ```
//! use std::sync::atomic::{AtomicU32, Ordering};
//! use std::thread;
//!
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Doors {
//!     #[flag(ordering = SeqCst)]
//!     left: bool,
//!     #[flag(ordering = SeqCst)]
//!     right: bool,
//! }
//!
//! let doors = DoorsState::new();
//! let met = AtomicU32::new(0);
//! thread::scope(|scope| {
//!     scope.spawn(|| {
//!         doors.set_left();
//!         met.fetch_add(u32::from(doors.right()), Ordering::Relaxed);
//!     });
//!     scope.spawn(|| {
//!         doors.set_right();
//!         met.fetch_add(u32::from(doors.left()), Ordering::Relaxed);
//!     });
//! });
//! assert!(met.into_inner() >= 1);
//! ```
//!
//! # Waiting for a flag
//!
//! A loop that looks at its flag between two pieces of work needs no more than the flag. A thread that sleeps or blocks in
//! between does not look: with `sleep(interval)`, a stop takes as long as the interval. For those there is
//! `#[flag(wait = stop_requested)]` (feature `wait`):
//!
//! | instead of | write |
//! | --- | --- |
//! | `while !state.stop() { sleep(interval); work(); }` | `while !state.stop_requested().wait_timeout(interval) { work(); }` |
//! | a channel or token beside the flag, for tasks | `select! { () = state.stop_requested() => …, … }` |
//! | `while !state.stop() { sleep(a_little) }`, to wait for the end | `state.stop_requested().wait()` |
//!
//! Such a flag can be set from any thread, but not from a signal handler; a flag without `wait` can.
//!
//! # Many threads that record often
//!
//! A Relaxed addition to a shared atomic is cheap for one thread. For several at a time it is not: each needs the cache line
//! for itself. `#[atomic_state(per_thread)]` (feature `per-thread`) gives each thread a block of its own for the numbers of a
//! state; the methods stay the same. Reading adds up all blocks, so it is for what is written often and read seldom.
//!
//! | | shared | per thread |
//! | --- | --- | --- |
//! | a record | one locked instruction, and the cache line | a load, an addition, a store |
//! | a read | one load | one load for each block |
//! | memory | the number | blocks of whole cache lines, up to twice as many as there are threads |
//! | a read beside a `take` | from before or after it | may still show some of what is taken |
//! | in a signal handler, in a global allocator | any method of a counter | reading only: a record may undo the handler's, or wait for a lock |
//!
//! A block outlives its thread, and a later thread goes on with it: no count is lost, and memory follows how many threads
//! live at a time. A thread that is ending may still record, from the destructor of a thread-local too. A view
//! (`state.local()`) is bound to its thread: the compiler lets it be neither sent nor held across an `.await` in a task that
//! may move.
//!
//! # What a snapshot is
//!
//! A snapshot reads the flags first, then the other fields one by one. So it is honest about flags: if it shows one set, its
//! other fields include all that the setter had recorded before. But it is no photograph: while it reads, other
//! threads go on, and two counters that are always incremented together may differ in it by what happened in between.
//!
//! # When to use something else
//!
//! | what you share | use |
//! | --- | --- |
//! | several counters and flags, from several threads | a derived state |
//! | one counter or one flag | a [`Counter`](crate::Counter) or a [`Flag`](crate::Flag) by itself, or the plain `AtomicU64` |
//! | values that must agree with each other (a balance and its history, a map and its size) | `Arc<Mutex<T>>` |
//! | text, collections, anything larger than a number | `Arc<Mutex<T>>`, or `Arc<RwLock<T>>` where reads are many and long |
//! | a value on one thread only | `Cell<T>`, or `Rc<RefCell<T>>` where it has several owners |
//! | a result that is written once | [`OnceLock`] |
//! | a stream of work or results | [`mpsc`] |
//!
//! A lock around a structure keeps its parts together:
//!
//! ```
//! use std::collections::HashMap;
//! use std::sync::{Arc, Mutex};
//!
//! let hits = Arc::new(Mutex::new(HashMap::new()));
//! *hits.lock().unwrap().entry("/index").or_insert(0) += 1;
//! assert_eq!(hits.lock().unwrap()["/index"], 1);
//! ```
//!
//! # Testing code that counts
//!
//! Compare whole snapshots: the plain struct derives `PartialEq` and `Default`, so `assert_eq!(state.snapshot(), Stats {
//! requests: 1, ..Default::default() })` says all that a test wants to. To check how threads interleave, build with
//! `--cfg atomic_state_loom` and run the code in `loom::model`.
//!
//! [`Arc`]: https://doc.rust-lang.org/std/sync/struct.Arc.html
//! [`Cell`]: https://doc.rust-lang.org/std/cell/struct.Cell.html
//! [`OnceLock`]: https://doc.rust-lang.org/std/sync/struct.OnceLock.html
//! [`mpsc`]: https://doc.rust-lang.org/std/sync/mpsc/
