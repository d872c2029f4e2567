use atomic_state::Variants;

#[derive(Variants, Clone, Copy)]
enum Reason {
    #[variant(nam = "slow")]
    TimedOut,
    Refused,
}


fn main() {}
