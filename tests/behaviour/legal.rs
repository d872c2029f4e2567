//! Structs that are legal, however odd: what compiles here must go on compiling.

use atomic_state::{AtomicState, CounterValue, ExtremeValue, GaugeValue, HasState};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Blocks<const SIZE: usize>(u64);

impl<const SIZE: usize> CounterValue for Blocks<SIZE> {
    type Int = u64;

    fn into_int(self) -> u64 {
        self.0
    }

    fn from_int(int: u64) -> Self {
        Self(int)
    }
}

#[derive(AtomicState)]
struct Disk {
    #[counter]
    blocks: Blocks<
        {
            const SECTOR: usize = 512;
            SECTOR * 8
        },
    >,
}

#[test]
fn a_type_may_hold_a_block() {
    let disk = DiskState::new();
    disk.record_blocks(Blocks(2));
    assert_eq!(disk.blocks(), Blocks::<4096>(2));
}

trait Counted {
    type Amount;
}

impl Counted for Selfish {
    type Amount = u32;
}

#[derive(AtomicState)]
struct Selfish {
    #[counter]
    amount: <Self as Counted>::Amount,
}

trait Marker<T> {}

impl<T: CounterValue> Marker<T> for Bounded<T> {}

#[derive(AtomicState)]
struct Bounded<T: CounterValue>
where
    Self: Marker<T>,
{
    #[counter]
    total: T,
}

#[test]
fn self_means_the_struct() {
    let (selfish, bounded) = (SelfishState::new(), BoundedState::<u8>::new());
    selfish.record_amount(3);
    bounded.record_total(4);
    assert_eq!((selfish.amount(), bounded.total()), (3, 4));
}

/// Types of the user's own that are named like others.
mod own {
    #[derive(atomic_state::AtomicState)]
    pub(super) struct Duration {
        #[counter]
        pub(super) hours: u64,
    }

    #[derive(atomic_state::AtomicState)]
    pub(super) struct PathBuf {
        #[counter]
        pub(super) parts: u64,
    }

    #[derive(atomic_state::AtomicState)]
    pub(super) struct Box<T: atomic_state::CounterValue> {
        #[counter]
        pub(super) items: T,
    }
}

mod signed {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(super) struct Duration(pub(super) i64);

    impl atomic_state::GaugeValue for Duration {
        type Int = i64;

        fn into_int(self) -> i64 {
            self.0
        }

        fn from_int(int: i64) -> Self {
            Self(int)
        }
    }
}

use own::PathBuf;

#[derive(AtomicState)]
struct Owner {
    #[nested]
    duration: own::Duration,
    #[nested]
    path: PathBuf,
    #[nested]
    boxed: own::Box<u8>,
    #[gauge]
    skew: signed::Duration,
}

#[test]
fn a_type_of_the_users_own_may_have_any_name() {
    let owner = OwnerState::new();
    owner.duration().record_hours(1);
    owner.path().record_parts(2);
    owner.boxed().record_items(3);
    owner.sub_skew(signed::Duration(4));
    let seen = owner.snapshot();
    assert_eq!((seen.duration.hours, seen.path.parts, seen.boxed.items, seen.skew.0), (1, 2, 3, -4));
}

#[derive(AtomicState)]
struct Dropped {
    #[nested]
    inner: own::Duration,
    #[counter]
    count: u64,
}

impl Drop for Dropped {
    fn drop(&mut self) {}
}

#[test]
fn a_struct_may_have_a_destructor() {
    let state = DroppedState::from(Dropped { inner: own::Duration { hours: 1 }, count: 2 });
    assert_eq!((state.inner().hours(), state.count()), (1, 2));
}

#[derive(AtomicState)]
struct Qualified {
    #[nested(state = <own::Duration as HasState>::State)]
    inner: own::Duration,
}

#[test]
fn a_state_may_be_named_by_any_path() {
    let state = QualifiedState::new();
    state.inner().record_hours(2);
    assert_eq!(state.snapshot().inner.hours, 2);
}

macro_rules! from_a_macro {
    ($name:ident { $($field:ident: $ty:ty),* }) => {
        #[derive(AtomicState)]
        struct $name {
            $(#[max] $field: $ty,)*
        }
    };
}

from_a_macro! { Macro { largest: Option<u64>, slowest: Option<std::time::Duration> } }

#[test]
fn a_struct_may_come_from_a_macro() {
    let state = MacroState::new();
    state.record_largest(3);
    assert_eq!((state.largest(), state.slowest()), (Some(3), None));
}

#[derive(AtomicState)]
struct Bounds<T: ExtremeValue, G>
where
    G: GaugeValue,
{
    #[max]
    largest: Option<T>,
    #[gauge]
    level: G,
}

#[test]
fn bounds_may_be_written_in_either_place() {
    let state = BoundsState::<i8, u8>::new();
    state.record_largest(-1);
    state.add_level(2);
    assert_eq!((state.largest(), state.level()), (Some(-1), 2));
}

#[deprecated]
#[derive(AtomicState)]
struct Old {
    #[counter]
    hits: u64,
}

#[derive(AtomicState)]
struct Newer {
    #[allow(deprecated, reason = "the new one counts what the old one did")]
    #[nested]
    old: Old,
}

#[test]
fn what_is_allowed_on_a_field_is_allowed_in_what_comes_of_it() {
    let state = NewerState::new();
    #[allow(deprecated, reason = "as above")]
    {
        state.old().record_hits(1);
        assert_eq!(state.snapshot().old.hits, 1);
    }
}
