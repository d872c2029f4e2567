//! How the shares of all threads become values: by a pass over the blocks, each of which is read once.
//!
//! | who | does |
//! | --- | --- |
//! | a take, under the takers' lock | makes the number of takes odd (Relaxed), `fence(Release)`, reads the blocks, |
//! | | `fence(Release)`, changes the base, makes the number even (Release), `fence(Release)` |
//! | a snapshot | reads the number (Acquire), the base, the blocks, `fence(Acquire)`, the number again |
//! | a getter | reads the base (Acquire), the shares, `fence(Acquire)`, the base again |
//!
//! - The first fence of a take shows the odd number to a snapshot that sees an extreme restarted, or a part of the base
//!   changed.
//! - The second shows to a reader of the changed base every share that the take counted. So no total wraps around zero.
//! - The third shows the take to a reader that sees a later record of the thread that took.

use core::hint::spin_loop;
use core::marker::PhantomData;
use std::sync::PoisonError;

use super::block::{Block, are_read_whole};
use super::slots::TOGETHER;
use super::{PerThread, Share, events};
use crate::cell::{__Live, __Read, __Snapshot, __Take};
use crate::primitive::{MutexGuard, Ordering, fence};

/// After so many tries beside takes, a snapshot waits for its turn among the takers.
const TRIES: usize = if cfg!(atomic_state_loom) { 1 } else { 16 };

/// The shares of a block, which the derive generates.
pub trait Fields: Default {
    /// A block of a thread that has recorded nothing.
    #[cfg(not(atomic_state_loom))]
    const __NEW: Self;
    /// The same, where there are no constants of atomics.
    #[cfg(atomic_state_loom)]
    fn __new() -> Self;

    /// Takes each field with its sum through one step of a read. The sums are a block of the reader's.
    fn __each<S: Step<Self>>(step: &S, sums: &mut Self);
}

/// What is done with the shares that a field has in some blocks.
pub trait Step<B> {
    /// Does it. `share` finds the field's share in a block.
    fn __with<C: Share>(&self, share: impl Fn(&B) -> &C, sum: &mut C);
}

/// Reads the shares of a block.
struct See<'a, B, R>(&'a B, PhantomData<R>);

impl<B, R: __Read> Step<B> for See<'_, B, R> {
    #[inline]
    fn __with<C: Share>(&self, share: impl Fn(&B) -> &C, seen: &mut C) {
        share(self.0).__see::<R>(seen);
    }
}

/// Adds the shares of some blocks to their sums. Where there are many sums, they are in memory: each is loaded and
/// stored once for all these blocks.
struct Gather<'a, B, const N: usize>([&'a B; N]);

impl<B, const N: usize> Step<B> for Gather<'_, B, N> {
    #[inline]
    fn __with<C: Share>(&self, share: impl Fn(&B) -> &C, sum: &mut C) {
        if N == 1 {
            return share(self.0[0]).__add_to(sum);
        }
        let mut seen = crate::__new!(C as __Live);
        for block in self.0 {
            share(block).__add_to(&mut seen);
        }
        seen.__add_to(sum);
    }
}

/// Adds the base, and restarts.
struct Settle<'a, B, R>(&'a B, PhantomData<R>);

impl<B, R: __Read> Step<B> for Settle<'_, B, R> {
    #[inline]
    fn __with<C: Share>(&self, base: impl Fn(&B) -> &C, sum: &mut C) {
        base(self.0).__settle::<R>(sum);
    }
}

/// What is read in a pass: all fields of a block, or one.
trait Pass<B> {
    type Sums;

    fn none(&self) -> Self::Sums;
    fn see<R: __Read>(&self, from: &B, seen: &mut Self::Sums);
    fn add(&self, seen: &Self::Sums, sums: &mut Self::Sums);
    fn settle<R: __Read>(&self, base: &B, sums: &mut Self::Sums);
}

struct All;

impl<B: Fields> Pass<B> for All {
    type Sums = B;

    #[inline]
    fn none(&self) -> B {
        crate::__new_block!(B)
    }

    #[inline]
    fn see<R: __Read>(&self, from: &B, seen: &mut B) {
        B::__each(&See::<B, R>(from, PhantomData), seen);
    }

    #[inline]
    fn add(&self, seen: &B, sums: &mut B) {
        B::__each(&Gather([seen]), sums);
    }

    #[inline]
    fn settle<R: __Read>(&self, base: &B, sums: &mut B) {
        B::__each(&Settle::<B, R>(base, PhantomData), sums);
    }
}

struct One<C, F>(F, PhantomData<C>);

impl<B, C: Share, F: Fn(&B) -> &C> Pass<B> for One<C, F> {
    type Sums = C;

    #[inline]
    fn none(&self) -> C {
        crate::__new!(C as __Live)
    }

    #[inline]
    fn see<R: __Read>(&self, from: &B, seen: &mut C) {
        self.0(from).__see::<R>(seen);
    }

    #[inline]
    fn add(&self, seen: &C, sum: &mut C) {
        seen.__add_to(sum);
    }

    #[inline]
    fn settle<R: __Read>(&self, base: &B, sum: &mut C) {
        self.0(base).__settle::<R>(sum);
    }
}

/// The values of all fields for a snapshot or a take, as sums.
#[inline]
pub fn read_all<R: __Read, B: Fields>(shares: &PerThread<B>) -> B {
    if R::COUNTERS || R::EXTREMES {
        return shares.taken::<R, _>(&All);
    }
    let mut sums = crate::__new_block!(B);
    shares.see(&mut sums);
    sums
}

/// The field's value of a sum.
#[inline]
pub fn value<C: Share>(sum: &mut C) -> C::Value {
    sum.__value()
}

/// A field's value, which restarts.
#[inline]
pub fn take<B, C: Share>(shares: &PerThread<B>, field: impl Fn(&B) -> &C) -> C::Value {
    shares.taken::<__Take, _>(&One(field, PhantomData)).__value()
}

/// A field's value. This waits for no one.
#[inline]
pub fn get<B, C: Share>(shares: &PerThread<B>, field: impl Fn(&B) -> &C) -> C::Value {
    C::__total(field(&shares.base), || shares.blocks.iter().map(|block| field(&block.shares)))
}

impl<B> PerThread<B> {
    fn turn(&self) -> MutexGuard<'_, ()> {
        self.takers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the threads have recorded, with no event in between.
    #[inline]
    fn of_threads<R: __Read, P: Pass<B>>(&self, pass: &P, sums: &mut P::Sums) {
        for block in self.blocks.iter() {
            let mut seen = pass.none();
            block.between_events(|shares| pass.see::<R>(shares, &mut seen));
            pass.add(&seen, sums);
        }
    }

    fn taken<R: __Read, P: Pass<B>>(&self, pass: &P) -> P::Sums {
        assert!(!events::is_in_one(), "a take within an event would wait for the event's end: take after it");
        let _turn = self.turn();
        // Changed in one step each, though only the thread with the lock changes it: the model checker would not go
        // back to the older values of a place that its writer loads.
        self.takes.fetch_add(1, Ordering::Relaxed);
        fence(Ordering::Release);
        let mut sums = pass.none();
        self.of_threads::<R, P>(pass, &mut sums);
        fence(Ordering::Release);
        pass.settle::<R>(&self.base, &mut sums);
        self.takes.fetch_add(1, Ordering::Release);
        fence(Ordering::Release);
        sums
    }
}

impl<B: Fields> PerThread<B> {
    /// Writes what there is into the sums: returning many of them would copy them. Each try starts with the base, which
    /// replaces what an earlier try has left there.
    fn see(&self, sums: &mut B) {
        if events::is_in_one() {
            return self.see_as_it_is(sums);
        }
        for _ in 0..TRIES {
            let before = self.takes.load(Ordering::Acquire);
            if before % 2 == 0 {
                if !self.see_at_once(sums) {
                    self.see_one_by_one(sums);
                }
                fence(Ordering::Acquire);
                if self.takes.load(Ordering::Relaxed) == before {
                    return;
                }
            }
            spin_loop();
        }
        let _turn = self.turn();
        self.see_one_by_one(sums);
    }

    #[inline]
    fn see_base(&self, sums: &mut B) {
        B::__each(&See::<B, __Snapshot>(&self.base, PhantomData), sums);
    }

    /// Returns whether no event was in the way: without a second try, shares are added as they are read.
    #[inline]
    fn see_at_once(&self, sums: &mut B) -> bool {
        self.see_base(sums);
        self.blocks.fold((sums, true), add_whole::<B, 1>, add_whole::<B, TOGETHER>).1
    }

    /// Waits for the end of each event that is in the way.
    #[cold]
    fn see_one_by_one(&self, sums: &mut B) {
        self.see_base(sums);
        self.of_threads::<__Snapshot, _>(&All, sums);
    }

    /// Halves of events and takes are included.
    #[cold]
    fn see_as_it_is(&self, sums: &mut B) {
        self.see_base(sums);
        // A base that was changed by a take shows every share that the take counted.
        fence(Ordering::Acquire);
        for block in self.blocks.iter() {
            B::__each(&Gather([&block.shares]), sums);
        }
    }
}

/// Adds the shares of some blocks, and tells whether these and those before were read with no event in between.
#[inline]
fn add_whole<'a, B: Fields, const N: usize>(
    (sums, is_whole): (&'a mut B, bool),
    blocks: [&Block<B>; N],
) -> (&'a mut B, bool) {
    let is_whole = is_whole && are_read_whole(blocks, || B::__each(&Gather(blocks.map(|block| &block.shares)), sums));
    (sums, is_whole)
}
