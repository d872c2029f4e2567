use atomic_state::Variants;

#[derive(Variants)]
enum Reason {
    TimedOut,
    Refused,
}


fn main() {}
