//! Structs that macros declare, and that stand in functions.

#[cfg(test)]
use ::std::assert_eq;

/// Declares a struct whose names and types come from the caller.
#[macro_export]
macro_rules! declare {
    ($(#[$attribute:meta])* $vis:vis $name:ident { $($kind:ident $field:ident: $ty:ty = $record:ident,)* }) => {
        $(#[$attribute])*
        #[derive($crate::reexported::renamed::AtomicState)]
        #[atomic_state(crate = $crate::reexported::renamed)]
        $vis struct $name {
            $(
                /// A field.
                #[$kind(get = $record)]
                $vis $field: $ty,
            )*
            /// A field of the macro's own.
            #[counter]
            $vis own: u64,
        }
    };
}

declare! {
    /// Declared by a macro.
    pub Declared {
        counter bytes: u32 = read_bytes,
        flag stop: bool = read_stop,
    }
}

#[test]
fn a_macro_can_declare_the_struct() {
    let state = DeclaredState::new();
    state.record_bytes(1);
    state.record_own(2);
    state.set_stop();
    assert_eq!((state.read_bytes(), state.own(), state.read_stop()), (1, 2, true));
}

/// Declares a struct whose methods are named by the caller.
macro_rules! declare_awaited {
    ($name:ident, $field:ident, $wait:ident) => {
        /// Declared by a macro.
        #[derive(::renamed::AtomicState)]
        #[atomic_state(crate = ::renamed, per_thread)]
        pub struct $name {
            /// A counter.
            #[counter]
            pub $field: u64,
            /// A flag.
            #[flag(wait = $wait)]
            pub over: bool,
        }
    };
}

declare_awaited!(Awaited, rounds, until_over);

#[test]
fn a_macro_can_name_the_methods() {
    let state = AwaitedState::new();
    state.local().record_rounds(1);
    state.set_over();
    state.until_over().wait();
    assert_eq!(state.rounds(), 1);
}

#[test]
fn a_struct_can_stand_in_a_function() {
    #[derive(::renamed::AtomicState)]
    #[atomic_state(crate = ::renamed)]
    struct Local {
        #[counter]
        a: u64,
    }

    let state = LocalState::new();
    state.record_a(1);
    assert_eq!(state.snapshot().a, 1);
}
