use atomic_state::Variants;

#[derive(Variants, Clone, Copy)]
enum Reason<T> {
    TimedOut,
    Refused(T),
}


fn main() {}
