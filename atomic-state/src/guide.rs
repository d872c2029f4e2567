//! How to share a number between threads: which ordering does what, which errors people make, and when to use something
//! else.
//!
//! # Why not just share the number?
//!
//! An [`Arc`] shares a value, and a shared value is read-only. A change through an `Arc` does not compile:
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
//! Nor does a method that needs the value for itself:
//!
//! ```compile_fail,E0596
//! use std::sync::Arc;
//!
//! let names = Arc::new(Vec::new());
//! names.push("worker"); // cannot borrow data in an `Arc` as mutable
//! ```
//!
//! A [`Cell`] changes through a shared reference. But its change is a load and a store, so two threads that add at the
//! same time lose one addition. The compiler therefore keeps a `Cell` on one thread:
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
//! You need no `Arc` if the state is a `static STATS: StatsState = StatsState::new();`, or if scoped threads borrow it.
//!
//! # What an ordering orders
//!
//! Every atomic operation is whole, whatever its ordering. No thread sees half of it, and no addition is lost. An
//! ordering says something about **other** memory: what a thread that reads the new value may conclude about what else
//! the writing thread did.
//!
//! | ordering | what a reader of the value can conclude | default for |
//! | --- | --- | --- |
//! | Relaxed | nothing about other memory | counters, gauges, minima and maxima |
//! | Release (write) with Acquire (read) | everything the writer did before the write is visible | flags, gauges with `wait_zero` or a peak |
//! | `SeqCst` | the same, and all threads agree on one order of all `SeqCst` operations | nothing |
//!
//! **A counter is Relaxed** because nobody draws such a conclusion from a total. The total is exact once the recording
//! threads are joined: joining a thread makes everything it did visible.
//!
//! **A flag is Release and Acquire** because people do draw conclusions from it: "the work is done, so I read its
//! result". Here a thread that sees the flag also sees the whole total, without a join:
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
//! With a Relaxed flag the assertion could fail. Some processors reorder (ARM, POWER), and so do compilers. That is why
//! there is no Relaxed flag. `ordering = Relaxed` on a flag does not compile, and neither does the cell by hand:
//!
//! ```compile_fail,E0277
//! use atomic_state::Flag;
//! use atomic_state::ordering::Relaxed;
//!
//! static STOP: Flag<Relaxed> = Flag::new(); // a flag cannot be `Relaxed`
//! ```
//!
//! **`SeqCst` is for agreement between several variables.** Say two threads each set their own flag and then look at
//! the other's. At least one of them must see the other. Release and Acquire do not promise that. `ordering = SeqCst`
//! on both flags does. For a single variable, `SeqCst` adds cost and no meaning.
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
//! # What a snapshot is
//!
//! A snapshot reads the flags first and then the other fields, one by one. If it shows a flag set, its other fields
//! include everything that the setting thread recorded before.
//!
//! A snapshot is no photograph. Other threads go on while it reads. Two counters that are always incremented together
//! may differ in it by what happened in between.
//!
//! # Waiting for a flag
//!
//! A loop that looks at its flag between two pieces of work needs no more than the flag. A thread that sleeps in
//! between does not look: with `sleep(interval)`, a stop takes as long as the interval. Use `#[flag(wait =
//! stop_requested)]` for it (feature `wait`):
//!
//! | instead of | write |
//! | --- | --- |
//! | `while !state.stop() { sleep(interval); work(); }` | `while !state.stop_requested().wait_timeout(interval) { work(); }` |
//! | a channel or token beside the flag, for tasks | `select! { () = state.stop_requested() => …, … }` |
//! | `while !state.stop() { sleep(a_little) }`, to wait for the end | `state.stop_requested().wait()` |
//!
//! Set such a flag from any thread, but not inside a raw `sigaction` handler. Handlers of `ctrlc` and `tokio::signal`
//! run on a thread: they are fine. A raw handler may set a flag without `wait`.
//!
//! # Many threads that record often
//!
//! A Relaxed addition to a shared atomic is cheap for one thread. Several threads at a time each need the cache line
//! for themselves. `#[atomic_state(per_thread)]` (feature `per-thread`) gives each thread its own block for the numbers
//! of a state. The methods stay the same. A read adds up all blocks, so use it for what is written often and read
//! seldom.
//!
//! | | shared | per thread |
//! | --- | --- | --- |
//! | a record | one locked instruction, and the cache line | a load, an addition, a store |
//! | a read | one load | one load for each block |
//! | memory | the number | a block of whole cache lines for each thread that records, and a kilobyte |
//! | a snapshot beside a `take` | each field from before or after it | all fields from before or after it |
//! | records that belong together | each by itself | whole, in an `event` |
//! | in a signal handler, in a global allocator | any method of a counter | getters only: a record may undo the handler's, and a snapshot may wait for a lock |
//!
//! A block outlives its thread, and a later thread goes on with it. So no count is lost, and memory follows how many
//! threads live at one time. A thread that is ending may still record, also from the destructor of a thread-local.
//!
//! Records that belong together are an event: `state.event(|event| { event.record_bytes(n); event.count_request(); })`.
//! Every `snapshot` and `take` has all of an event or nothing, so an average's sum and count agree. A reader waits
//! while a thread is in the middle of an event: record in it and do nothing else.
//!
//! A view (`state.local()`) stays on its thread. The compiler lets you neither send it nor hold it across an `.await`
//! in a task that may move.
//!
//! # Errors that people make
//!
//! ## `cannot find derive macro`
//!
//! The import is missing. Then the compiler also finds no attribute `counter`.
//!
//! ```compile_fail
//! #[derive(AtomicState)] // cannot find derive macro `AtomicState` in this scope
//! struct Worker {
//!     #[counter] // cannot find attribute `counter` in this scope
//!     bytes: u64,
//! }
//! ```
//!
//! **Write `use atomic_state::AtomicState;`.** The import brings the derive and the trait. If you name the derive by
//! its path instead, the trait's methods are missing:
//!
//! ```compile_fail,E0599
//! #[derive(atomic_state::AtomicState)]
//! struct Worker {
//!     #[counter]
//!     bytes: u64,
//! }
//!
//! let state = WorkerState::new();
//! let earlier = state.snapshot();
//! state.snapshot().since(&earlier); // no method named `since` found for struct `Worker`
//! ```
//!
//! ## `no method named … found for struct`
//!
//! The value is the plain struct. The plain struct is what you read; it has no methods that record.
//!
//! ```compile_fail,E0599
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState, Default)]
//! struct Worker {
//!     #[counter]
//!     bytes: u64,
//! }
//!
//! let worker = Worker::default();
//! worker.record_bytes(1500); // no method named `record_bytes` found for struct `Worker`
//! ```
//!
//! **Make the live state**: `WorkerState::new()`, or `WorkerState::from(worker)` to go on from values that you have.
//!
//! ## A `const` state counts nothing
//!
//! Each use of a constant makes a new state. A method records in that state, and the state is gone at the end of the
//! statement. The compiler accepts this. Clippy warns of a "named constant with interior mutability".
//!
//! ```
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Worker {
//!     #[counter]
//!     bytes: u64,
//! }
//!
//! const WRONG: WorkerState = WorkerState::new();
//! WRONG.record_bytes(1500);
//! assert_eq!(WRONG.bytes(), 0); // another state than the line above
//!
//! static RIGHT: WorkerState = WorkerState::new();
//! RIGHT.record_bytes(1500);
//! assert_eq!(RIGHT.bytes(), 1500);
//! ```
//!
//! **Write `static`.**
//!
//! ## `let _ =` drops a guard at once
//!
//! `_` is no variable: it keeps nothing. So the gauge goes up and down again in one statement. The compiler is silent
//! here, unless you turn on its lint `let_underscore_drop`.
//!
//! ```
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Server {
//!     #[gauge(guard = enter)]
//!     in_flight: u32,
//! }
//!
//! let server = ServerState::new();
//!
//! let _ = server.enter();
//! assert_eq!(server.in_flight(), 0); // the guard is gone
//!
//! let _guard = server.enter();
//! assert_eq!(server.in_flight(), 1); // until the end of the scope
//! ```
//!
//! **Give the guard a name, such as `_guard`.**
//!
//! ## `since` across somebody's `take`
//!
//! `take` restarts the counters for everybody. A reader that keeps an earlier snapshot then misses what the taker has
//! got. `since` sees that a counter went down and returns what was recorded after the take:
//!
//! ```
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Jobs {
//!     #[counter]
//!     done: u64,
//! }
//!
//! let jobs = JobsState::new();
//! jobs.record_done(5);
//! let earlier = jobs.snapshot();
//! jobs.record_done(2);
//! let taken = jobs.take(); // somebody else's: it has all 7
//! jobs.record_done(1);
//!
//! assert_eq!(jobs.snapshot().since(&earlier).done, 1); // not 3
//! # assert_eq!(taken.done, 7);
//! ```
//!
//! If the new total has passed the earlier one, `since` cannot see the restart, and the difference is too small. The
//! same holds for counters of 8, 16 and 32 bits.
//!
//! **Let one reader take, or let no one take.** If a state has several readers, give each an
//! [`Interval`](crate::Interval). A scrape that shows totals calls `take_extremes`, which leaves the counters alone. A
//! report of both, what happened and the extremes since the last report, is one call and one subtraction:
//!
//! ```
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Requests {
//!     #[counter]
//!     served: u64,
//!     #[max]
//!     slowest: Option<u64>,
//! }
//!
//! let state = RequestsState::new();
//! let mut earlier = state.snapshot();
//! state.record_served(2);
//! state.record_slowest(70);
//!
//! let now = state.take_extremes();
//! let report = now.since(&earlier);
//! earlier = now;
//! assert_eq!((report.served, report.slowest), (2, Some(70)));
//! # drop(earlier);
//! ```
//!
//! ## A saved flag stops the next run
//!
//! A state that starts from saved values starts with the saved flags too. A program that saves its last snapshot
//! usually saves a stop flag that is set. The next run then stops at once.
//!
//! ```
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState, Clone)]
//! struct Worker {
//!     #[counter]
//!     bytes: u64,
//!     #[flag(set = request_stop)]
//!     stop: bool,
//! }
//!
//! let state = WorkerState::new();
//! state.record_bytes(1500);
//! state.request_stop();
//! let saved = state.snapshot();
//!
//! assert!(WorkerState::from(saved.clone()).stop()); // stops at once
//!
//! let next_run = WorkerState::from(Worker { stop: false, ..saved });
//! assert!(!next_run.stop());
//! assert_eq!(next_run.bytes(), 1500);
//! ```
//!
//! **Leave out of the file what describes a run that is over**: flags and gauges. With serde, write `#[serde(skip)]` on
//! the field. It then loads as its default. A flag with `start = true` needs `#[serde(skip, default = "…")]` with a
//! function that returns `true`: serde does not know how the flag starts.
//!
//! ## A spawned task borrows the state
//!
//! A wait borrows the state, and a spawned task may outlive its function. The compiler then says `borrowed value does
//! not live long enough` or `async block may outlive the current function`. An `async move` block that takes your only
//! `Arc` compiles, but leaves you without the state.
//!
//! **Clone the `Arc` first, and move the clone into the block:**
//!
//! ```
//! # #[cfg(feature = "wait")]
//! # {
//! use std::sync::Arc;
//!
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState)]
//! struct Server {
//!     #[flag(set = request_shutdown, wait = shutdown_requested)]
//!     stopping: bool,
//! }
//!
//! /// Stands for the `spawn` of your executor.
//! fn spawn(task: impl Future<Output = ()> + Send + 'static) {
//! #   drop(task);
//! }
//!
//! let state = Arc::new(ServerState::new());
//! let stop = Arc::clone(&state);
//! spawn(async move { stop.shutdown_requested().await });
//! state.request_shutdown();
//! # };
//! ```
//!
//! A guard of a gauge borrows the state too. `owned_guard` returns one that does not, from an `Arc` of the state. For a
//! state that is a part of something in an `Arc`, and for amounts and limits,
//! [`guard.owned_by(…)`](crate::GaugeGuard::owned_by) turns any guard into one.
//!
//! # Limits, drains and peaks
//!
//! | instead of | write |
//! | --- | --- |
//! | `if state.open() < limit { state.add_open(1) }`, which two threads pass at once | `if let Some(guard) = state.try_enter(limit)`, from `#[gauge(try_guard = try_enter)]` |
//! | `while state.open() > 0 { sleep(a_little) }` | `state.drained().await`, from `#[gauge(wait_zero = drained)]` |
//! | `state.record_peak(state.open())`, which misses what happens between the two | `#[max(of = open)]` |
//!
//! # When to use something else
//!
//! | what you share | use |
//! | --- | --- |
//! | several counters and flags, from several threads | a derived state |
//! | one counter or one flag | a [`Counter`](crate::Counter) or a [`Flag`](crate::Flag) by itself, or the plain `AtomicU64` |
//! | values that must agree with each other (a balance and its history, a map and its size) | `Arc<Mutex<T>>` |
//! | text, collections, anything larger than a number | `Arc<Mutex<T>>`, or `Arc<RwLock<T>>` if reads are many and long |
//! | a value on one thread only | `Cell<T>`, or `Rc<RefCell<T>>` if it has several owners |
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
//! Compare whole snapshots. Derive `Debug`, `Default` and `PartialEq` on the plain struct, and one assertion says
//! everything:
//!
//! ```
//! use atomic_state::AtomicState;
//!
//! #[derive(AtomicState, Debug, Default, PartialEq)]
//! struct Stats {
//!     #[counter(increment = count_request)]
//!     requests: u64,
//!     #[counter]
//!     errors: u64,
//! }
//!
//! let stats = StatsState::new();
//! stats.count_request();
//! assert_eq!(stats.snapshot(), Stats { requests: 1, ..Stats::default() });
//! ```
//!
//! To check how threads interleave, build with `--cfg atomic_state_loom` and run the code in `loom::model`.
//!
//! [`Arc`]: https://doc.rust-lang.org/std/sync/struct.Arc.html
//! [`Cell`]: https://doc.rust-lang.org/std/cell/struct.Cell.html
//! [`OnceLock`]: https://doc.rust-lang.org/std/sync/struct.OnceLock.html
//! [`mpsc`]: https://doc.rust-lang.org/std/sync/mpsc/
