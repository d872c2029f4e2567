mod library {
    use atomic_state::AtomicState;

    #[derive(AtomicState)]
    pub struct Stats {
        #[counter]
        pub served: u64,
        #[counter]
        errors: u64,
    }
}

fn main() {
    let state = library::StatsState::new();
    state.record_served(1);
    state.record_errors(1);
}
