use atomic_state::Variants;

#[derive(Variants, Clone, Copy)]
enum Reason {
    TimedOut,
    #[variant(name = "timed_out")]
    Slow,
}


fn main() {}
