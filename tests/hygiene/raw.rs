//! Keywords as names.

#[cfg(test)]
use ::std::assert_eq;

/// Keywords, written raw.
#[derive(::renamed::AtomicState)]
#[atomic_state(crate = ::renamed)]
pub struct r#Match {
    /// A type.
    #[counter(increment = r#loop)]
    pub r#type: u64,
    /// A function.
    #[flag(set = r#break, get = r#async)]
    pub r#fn: bool,
}

#[test]
fn raw_identifiers_stay_raw() {
    let state = MatchState::new();
    state.record_type(1);
    state.r#loop();
    state.r#break();
    assert_eq!((state.r#type(), state.r#async()), (2, true));
    assert_eq!(::std::format!("{state:?}"), "MatchState { type: 2, fn: true }");
}
