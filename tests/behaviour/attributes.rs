//! Attributes of the user's that generated items take over.

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Configured {
    #[counter]
    always: u64,
    #[cfg(not(test))]
    #[counter]
    never: u64,
    #[cfg(test)]
    #[counter]
    also: u64,
    #[cfg_attr(test, counter(get = total))]
    conditional: u64,
}

#[test]
fn fields_that_are_configured_out_have_no_methods() {
    let state = ConfiguredState::new();
    state.record_always(1);
    state.record_also(2);
    state.record_conditional(3);
    let Configured { always, also, conditional } = state.snapshot();
    assert_eq!((always, also, conditional, state.total()), (1, 2, 3, 3));
}

#[derive(AtomicState)]
struct Old {
    #[deprecated = "counted elsewhere"]
    #[counter]
    old: u64,
    #[counter]
    new_one: u64,
}

#[test]
#[expect(deprecated, reason = "the method of a deprecated field is deprecated, which this line proves")]
fn methods_of_a_deprecated_field_are_deprecated() {
    OldState::new().record_old(1);
}

/// No warning comes from here: generated code may use the deprecated field.
#[test]
fn other_fields_are_not_deprecated() {
    let state = OldState::new();
    state.record_new_one(1);
    assert_eq!(state.snapshot().new_one, 1);
}

#[derive(AtomicState)]
#[atomic_state(name = Live)]
struct Renamed {
    #[counter]
    a: u8,
}

#[test]
fn the_state_can_have_another_name() {
    let live: Live = Live::new();
    live.record_a(1);
    assert_eq!(live.snapshot().a, 1);
}
