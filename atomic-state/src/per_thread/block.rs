//! One thread's block: its shares, and whether its thread is in an event.
//!
//! | who | does |
//! | --- | --- |
//! | the thread, at an event's start | makes the sequence odd (Relaxed), `fence(Release)` |
//! | the thread, at its end | makes the sequence even (Release) |
//! | a reader | reads the sequence (Acquire), the shares, `fence(Acquire)`, the sequence again |
//!
//! A reader that finds the same even sequence twice has read no share of an event without the others: if it had, the
//! two fences would show it the odd sequence. A reader that finds an even sequence at first sees all of the events
//! before.

use core::marker::PhantomData;
use core::ops::Deref;
use std::rc::Rc;

use super::events;
use super::patience::{self, Patience};
use crate::primitive::{AtomicBool, AtomicUsize, Ordering, fence};
use crate::writer::Single;

/// One thread's shares.
#[derive(Default)]
pub(super) struct Block<B> {
    pub(super) shares: B,
    /// Odd while the thread is in an event. Only the thread writes it.
    sequence: AtomicUsize,
    /// Whether a reader asks the thread to pause for a moment between two events. It is in the line that the thread has
    /// at hand anyway.
    pause: AtomicBool,
}

impl<B> Block<B> {
    /// Whether the thread, which is this one, is in an event.
    #[inline]
    pub(super) fn is_in_event(&self) -> bool {
        is_odd(Single::load::<usize>(&self.sequence))
    }

    /// Starts an event of this thread. An event within another is part of the outer one.
    #[inline]
    pub(super) fn begin(&self) -> Running<'_, B> {
        let before = Single::load::<usize>(&self.sequence);
        let outer = (!is_odd(before)).then(|| {
            let outer = events::enter();
            self.sequence.store(before.wrapping_add(1), Ordering::Relaxed);
            fence(Ordering::Release);
            outer
        });
        Running { block: self, after: before.wrapping_add(2), outer }
    }

    /// Lets a function read the shares until it has read them with no event in between. It waits while the thread is in
    /// an event.
    #[inline]
    pub(super) fn between_events(&self, mut read: impl FnMut(&B)) {
        let mut patience = Patience::new(&self.pause);
        while !are_read_whole([self], || read(&self.shares)) && !patience.is_over() {}
    }
}

/// Lets a function read the shares of some blocks, and tells whether none of their threads was in an event meanwhile.
#[inline]
pub(super) fn are_read_whole<B, const N: usize>(blocks: [&Block<B>; N], read: impl FnOnce()) -> bool {
    let mut before = [0; N];
    for (block, before) in blocks.iter().zip(&mut before) {
        *before = block.sequence.load(Ordering::Acquire);
    }
    if before.into_iter().any(is_odd) {
        return false;
    }
    read();
    fence(Ordering::Acquire);
    blocks.into_iter().zip(before).all(|(block, before)| block.sequence.load(Ordering::Relaxed) == before)
}

fn is_odd(sequence: usize) -> bool {
    sequence % 2 == 1
}

/// An event of this thread, which ends when this is dropped: also in a panic.
pub(super) struct Running<'a, B> {
    block: &'a Block<B>,
    after: usize,
    /// How many events of other states it is in. None if it is a part of another of this state.
    outer: Option<u32>,
}

impl<B> Drop for Running<'_, B> {
    #[inline]
    fn drop(&mut self) {
        if let Some(outer) = self.outer {
            self.block.sequence.store(self.after, Ordering::Release);
            events::leave(outer);
            if self.block.pause.load(Ordering::Relaxed) {
                patience::pause(&self.block.pause);
            }
        }
    }
}

/// What the compiler names where an event is sent to another thread.
enum ThreadOfTheEvent {}

/// The shares of the thread that is in an event. It stays on this thread.
pub struct Event<'a, B> {
    shares: &'a B,
    on_its_thread: PhantomData<Rc<ThreadOfTheEvent>>,
}

impl<'a, B> Event<'a, B> {
    #[inline]
    pub(super) fn new(block: &'a Block<B>) -> Self {
        Self { shares: &block.shares, on_its_thread: PhantomData }
    }
}

/// The shares, which this thread may write.
impl<B> Deref for Event<'_, B> {
    type Target = B;

    #[inline]
    fn deref(&self) -> &B {
        self.shares
    }
}
