//! `#[nested]` fields.

use atomic_state::{AtomicState, CounterValue, HasState};

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Requests<T: CounterValue = u64> {
    #[counter]
    served: T,
    #[flag]
    closed: bool,
    #[gauge(guard = enter)]
    in_flight: u32,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Http {
    #[nested]
    get: Requests,
    #[nested]
    post: Requests<u32>,
    #[max]
    slowest: Option<u64>,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Server {
    #[counter]
    connections: u64,
    #[nested]
    http: Http,
    #[nested(get = admin_http)]
    admin: Http,
}

static SERVER: ServerState = ServerState::new();

#[test]
fn a_static_state_reaches_all_depths() {
    SERVER.admin_http().get().record_served(2);
    assert_eq!(SERVER.snapshot().admin.get.served, 2);
}

fn busy() -> ServerState {
    let server = ServerState::new();
    server.record_connections(1);
    server.http().get().record_served(2);
    server.http().post().record_served(3);
    server.http().post().add_in_flight(4);
    server.http().record_slowest(5);
    server.admin_http().get().set_closed();
    server
}

#[test]
fn a_snapshot_reaches_through() {
    let seen = busy().snapshot();
    assert_eq!((seen.connections, seen.http.get.served, seen.http.post.served), (1, 2, 3));
    assert_eq!((seen.http.slowest, seen.admin.get.closed, seen.http.get.closed), (Some(5), true, false));
}

#[test]
fn states_of_the_same_type_are_apart() {
    let server = busy();
    assert_eq!(server.http().get().served(), 2);
    assert_eq!(server.admin_http().get().served(), 0);
}

#[test]
fn saved_values_reach_through() {
    let seen = busy().snapshot();
    assert_eq!(ServerState::from(seen.clone()).snapshot(), seen);
}

#[test]
fn take_reaches_through() {
    let server = busy();
    let before = server.snapshot();
    assert_eq!(server.take(), before);
    let after = server.snapshot();
    assert_eq!((after.connections, after.http.get.served, after.http.slowest), (0, 0, None));
    assert_eq!((after.http.post.in_flight, after.admin.get.closed), (4, true), "gauges and flags stay");
}

#[test]
fn since_and_merge_reach_through() {
    let server = busy();
    let earlier = server.snapshot();
    server.http().post().record_served(10);
    assert_eq!(server.snapshot().since(&earlier).http.post.served, 10);

    let mut total = earlier.clone();
    total.merge(&earlier);
    assert_eq!((total.http.post.served, total.admin.get.closed), (6, true));

    server.merge(&earlier);
    assert_eq!(server.http().post().served(), 16);
}

#[test]
fn debug_reaches_through() {
    let shown = format!("{:?}", busy());
    assert!(
        shown.contains("http: HttpState { get: RequestsState { served: 2, closed: false, in_flight: 0 }"),
        "{shown}"
    );
}

#[derive(AtomicState)]
struct Wrapper<N: HasState> {
    #[nested]
    inner: N,
}

#[test]
fn what_is_nested_can_be_a_parameter() {
    static WRAPPER: WrapperState<Requests<u8>> = WrapperState::new();
    WRAPPER.inner().record_served(9);
    assert_eq!(WRAPPER.snapshot().inner.served, 9);
}

mod library {
    use atomic_state::AtomicState;

    #[derive(AtomicState, Default)]
    #[atomic_state(name = Live, vis = pub(super))]
    pub(crate) struct Hidden {
        #[counter]
        pub(super) hits: u64,
    }
}

#[derive(AtomicState)]
struct Outer {
    #[nested(state = library::Live)]
    hidden: library::Hidden,
}

#[test]
fn a_state_that_the_struct_cannot_name_is_named_by_the_user() {
    let outer = OuterState::new();
    outer.hidden().record_hits(1);
    assert_eq!(outer.snapshot().hidden.hits, 1);
}
