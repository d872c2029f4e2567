use atomic_state::Variants;

#[derive(Variants, Clone, Copy)]
struct Reason;


fn main() {}
