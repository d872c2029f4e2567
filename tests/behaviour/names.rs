//! Names of the user's that generated code could trip over: methods of traits, constants, fields, parameters.

/// A trait of the user's with a method of every name that generated code could call, for every type.
mod blanket {
    #[allow(dead_code, clippy::all, clippy::pedantic, reason = "it is there to be in the way")]
    pub(super) trait Everywhere: Sized {
        fn field(self) {}
        fn finish(self) {}
        fn map(self) {}
        fn get(self) {}
        fn load(self) {}
        fn take(self) {}
        fn record(self) {}
        fn set(self) {}
        fn new(self) {}
        fn from(self) {}
        fn default(self) {}
        fn snapshot(self) {}
        fn merge(self) {}
        fn visit(self) {}
        fn with(self) {}
        fn iter(self) {}
        fn next(self) {}
        fn clone(self) {}
        fn deref(self) {}
        fn drop(self) {}
    }

    impl<T> Everywhere for T {}
}

mod everywhere {
    #[allow(unused_imports, reason = "it is there to be in the way")]
    use super::blanket::Everywhere;

    #[derive(atomic_state::AtomicState)]
    pub(super) struct Worker {
        #[counter(increment = count, fetch = ticket, take = drain)]
        pub(super) jobs: u64,
        #[flag]
        pub(super) stop: bool,
        #[gauge(guard = enter, try_guard = try_enter)]
        pub(super) open: u32,
        #[max(of = open)]
        pub(super) peak: u32,
        #[nested]
        pub(super) inner: Inner,
    }

    #[derive(atomic_state::AtomicState)]
    pub(super) struct Inner {
        #[min]
        pub(super) fastest: Option<u64>,
    }
}

#[test]
fn a_trait_with_the_same_names_changes_nothing() {
    let worker = everywhere::WorkerState::new();
    worker.count();
    drop(worker.try_enter(1));
    worker.inner().record_fastest(3);
    let seen = worker.take();
    assert_eq!((seen.jobs, seen.stop, seen.open, seen.peak, seen.inner.fastest), (1, false, 0, 1, Some(3)));
    assert!(format!("{worker:?}").contains("jobs: 0"));
}

/// Names that generated code has for itself.
mod reserved {
    #![allow(non_upper_case_globals, non_camel_case_types, dead_code, reason = "they are there to be in the way")]

    pub(super) const amount: u8 = 1;
    pub(super) const block: u8 = 1;
    pub(super) struct saved;
    pub(super) static visitor: u8 = 1;

    #[derive(atomic_state::AtomicState)]
    #[atomic_state(per_thread)]
    pub(super) struct Names<V: atomic_state::CounterValue, R: atomic_state::CounterValue>
    where
        for<'state> &'state V: Send,
    {
        #[counter]
        pub(super) shares: V,
        #[counter]
        pub(super) parameters: R,
        #[flag]
        pub(super) __per_thread: bool,
        #[counter]
        pub(super) state: u64,
        #[counter]
        pub(super) lease: u64,
        #[max]
        pub(super) __rt: Option<u8>,
    }

    #[derive(atomic_state::AtomicState)]
    pub(super) struct Generic<const amount: usize> {
        #[counter]
        pub(super) total: u64,
    }
}

#[cfg(feature = "per-thread")]
#[test]
fn no_name_of_generated_code_is_in_the_users_way() {
    let names = reserved::NamesState::<u8, u16>::new();
    names.record_shares(1);
    names.record_parameters(2);
    names.local().record_state(3);
    names.set_per_thread();
    let seen = names.snapshot();
    assert_eq!((seen.shares, seen.parameters, seen.state, seen.lease), (1, 2, 3, 0));
    assert!(seen.__per_thread && seen.__rt.is_none());
    let generic = reserved::GenericState::<3>::new();
    generic.record_total(5);
    assert_eq!(generic.total(), 5);
}
