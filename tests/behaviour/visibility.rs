//! Which code can see which item. The compile-fail tests check what code cannot see.

mod library {
    #![expect(unreachable_pub, reason = "stands for a library, whose public items would be reachable")]

    use atomic_state::AtomicState;

    /// What users of the library read; the counting is the library's own.
    #[derive(AtomicState)]
    #[atomic_state(vis = pub(super))]
    pub struct Stats {
        /// Requests served.
        #[counter]
        pub served: u64,
        #[counter(get = total_errors)]
        errors: u64,
    }

    static STATE: StatsState = StatsState::new();

    pub fn serve(fails: bool) {
        STATE.record_served(1);
        STATE.record_errors(u64::from(fails));
    }

    pub fn stats() -> (Stats, u64) {
        (STATE.snapshot(), STATE.total_errors())
    }

    #[derive(AtomicState)]
    pub(in crate::visibility) struct Inner {
        #[counter]
        pub(in crate::visibility) a: u8,
    }
}

#[test]
fn a_library_publishes_the_snapshot_and_keeps_the_state() {
    library::serve(true);
    let (stats, errors) = library::stats();
    assert_eq!((stats.served, errors), (1, 1));
}

#[test]
fn the_state_can_be_seen_where_its_visibility_says() {
    let state = library::StatsState::new();
    state.record_served(2);
    assert_eq!(state.snapshot().served, 2);
}

#[test]
fn the_state_is_as_visible_as_the_struct() {
    let state = library::InnerState::new();
    state.record_a(1);
    assert_eq!(state.snapshot().a, 1);
}
