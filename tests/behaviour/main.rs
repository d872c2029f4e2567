//! What generated states do.

// The model checker's atomics work inside a model only.
#![cfg(not(atomic_state_loom))]

mod attributes;
mod cells;
#[cfg(feature = "wait")]
mod container;
mod counter;
mod debug;
#[cfg(feature = "wait")]
mod drain;
mod every_kind;
mod extreme;
mod flag;
mod gauge;
mod generics;
mod histogram;
mod histogram_buckets;
mod histogram_several;
#[cfg(feature = "per-thread")]
mod histogram_stress;
mod interval;
mod intervals;
mod legal;
mod limits;
mod metadata;
#[cfg(feature = "per-thread")]
mod names;
mod nested;
mod peak;
#[cfg(feature = "per-thread")]
mod per_thread;
#[cfg(feature = "per-thread")]
mod per_thread_event_readers;
#[cfg(feature = "per-thread")]
mod per_thread_event_shapes;
#[cfg(feature = "per-thread")]
mod per_thread_events;
mod per_thread_shapes;
#[cfg(feature = "per-thread")]
mod per_thread_stress;
#[cfg(feature = "per-thread")]
mod per_thread_takes;
#[cfg(feature = "per-thread")]
mod per_thread_threads;
mod phase;
mod saved;
mod serialized;
mod several;
mod several_generic;
mod several_past_the_end;
#[cfg(feature = "per-thread")]
mod several_per_thread;
mod several_shapes;
mod snapshot;
#[cfg(all(feature = "per-thread", feature = "wait"))]
mod soak;
mod value;
mod value_merge;
mod value_shapes;
mod value_types;
mod variants;
mod visibility;
#[cfg(feature = "wait")]
mod wait;
#[cfg(feature = "wait")]
mod wait_async;
#[cfg(feature = "wait")]
mod wait_wakers;
