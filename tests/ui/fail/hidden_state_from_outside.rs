mod library {
    use atomic_state::AtomicState;

    #[derive(AtomicState)]
    #[atomic_state(vis = pub(self))]
    pub struct Stats {
        #[counter]
        pub served: u64,
    }
}

fn main() {
    let _: Option<library::StatsState> = None;
}
