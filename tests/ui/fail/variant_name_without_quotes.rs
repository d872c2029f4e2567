use atomic_state::Variants;

#[derive(Variants, Clone, Copy)]
enum Reason {
    #[variant(name = slow)]
    TimedOut,
    Refused,
}


fn main() {}
