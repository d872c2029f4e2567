/// The live state of [`Service`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `phase` | [phase](::atomic_state::__private::WaitPhase) | Acquire and Release | [`phase`](Self::phase), [`advance_phase`](Self::advance_phase), [`force_phase`](Self::force_phase), [`reaches`](Self::reaches) |
/// | `circuit` | [phase](::atomic_state::Phase) | Acquire and Release | [`circuit`](Self::circuit), [`advance_circuit`](Self::advance_circuit) |
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Service`], one by one while other threads write. Values that must agree with each other belong in an `Arc<Mutex<_>>`.
struct ServiceState {
    phase: ::atomic_state::__private::phase_wait::Checked<
        Phase,
        ::atomic_state::ordering::AcqRel,
        { <Phase as ::atomic_state::__private::phase::PhaseValue>::__FITS },
    >,
    circuit: ::atomic_state::__private::phase::Checked<
        Circuit,
        ::atomic_state::ordering::AcqRel,
        { <Circuit as ::atomic_state::__private::phase::PhaseValue>::__FITS },
    >,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{__Live, combine, field, since, visit};
    use ::atomic_state::__private::names::{
        batch, earlier, flags, formatter, other, saved, step, to, until, visitor,
    };
    type __Cell0 = ::atomic_state::__private::phase_wait::Checked<
        Phase,
        ::atomic_state::ordering::AcqRel,
        { <Phase as ::atomic_state::__private::phase::PhaseValue>::__FITS },
    >;
    type __Cell1 = ::atomic_state::__private::phase::Checked<
        Circuit,
        ::atomic_state::ordering::AcqRel,
        { <Circuit as ::atomic_state::__private::phase::PhaseValue>::__FITS },
    >;
    const _: () = __rt::feature::wait::<()>();
    impl ServiceState {
        /// A state in which nothing has been recorded.
        /// Phases start as their enum's first variant.
        #[must_use]
        #[inline]
        const fn new() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Service`].
        ///
        /// Flags and phases are read first, those of nested states too. If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before. The same holds for a phase and the thread that moved to it.
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        fn snapshot(&self) -> Service {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Phases stay.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        #[allow(clippy::same_name_method)]
        fn take(&self) -> Service {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds the values of a plain [`Service`] that one thread filled. A phase moves to the batch's if that is later, after everything else.
        #[allow(clippy::same_name_method)]
        fn merge(&self, batch: &Service) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// The phase of `phase`. A thread that sees it also sees everything the thread that moved to it did before.
        #[must_use]
        #[inline]
        fn phase(&self) -> Phase {
            __Cell0::get(&self.phase)
        }
        /// Moves `phase` to `to`, and returns the phase before. A move that is not allowed is refused, and the error has the phase that was found. Of several threads that move from the same phase, one does.
        /// Every move to a variant that is declared later is allowed, and no other.
        #[inline]
        fn advance_phase(
            &self,
            to: Phase,
        ) -> ::core::result::Result<Phase, ::atomic_state::Refused<Phase>> {
            __Cell0::advance(&self.phase, to)
        }
        /// Replaces the phase of `phase` without a rule. It may undo another thread's move.
        #[inline]
        fn force_phase(&self, to: Phase) {
            __Cell0::set(&self.phase, to);
        }
        /// Waits until `phase` has reached or passed `until`: `.await` the result, or block on its `wait`, `wait_timeout` or `wait_deadline`.
        #[inline]
        fn reaches(&self, until: Phase) -> ::atomic_state::__private::PhaseWait<'_> {
            __rt::wait_for_phase(&self.phase, until)
        }
        /// The phase of `circuit`. A thread that sees it also sees everything the thread that moved to it did before.
        #[must_use]
        #[inline]
        fn circuit(&self) -> Circuit {
            __Cell1::get(&self.circuit)
        }
        /// Moves `circuit` to `to`, and returns the phase before. A move that is not allowed is refused, and the error has the phase that was found. Of several threads that move from the same phase, one does.
        /// These moves are allowed: from `Closed` to `Open`; from `Open` to `HalfOpen`; from `HalfOpen` to `Closed` or `Open`.
        #[inline]
        fn advance_circuit(
            &self,
            to: Circuit,
        ) -> ::core::result::Result<Circuit, ::atomic_state::Refused<Circuit>> {
            __Cell1::advance_if(
                &self.circuit,
                to,
                |step| {
                    ::core::matches!(step, (< Circuit > ::Closed, < Circuit > ::Open))
                        || ::core::matches!(
                            step, (< Circuit > ::Open, < Circuit > ::HalfOpen)
                        )
                        || ::core::matches!(
                            step, (< Circuit > ::HalfOpen, < Circuit > ::Closed | <
                            Circuit > ::Open)
                        )
                },
            )
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for ServiceState {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Service> for ServiceState {
        fn from(saved: Service) -> Self {
            ::atomic_state::LiveState::__from_saved(&saved)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for ServiceState {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "ServiceState",
                &[("phase", &self.phase), ("circuit", &self.circuit)],
            )
        }
    }
    #[doc(hidden)]
    struct Flags {
        phase: <__Cell0 as __rt::__Publishes>::__Flags,
        circuit: <__Cell1 as __rt::__Publishes>::__Flags,
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for ServiceState {
        type Snapshot = Service;
        const __NEW: Self = Self {
            phase: __Cell0::new(),
            circuit: __Cell1::new(),
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                phase: __Live::__from(&saved.phase),
                circuit: __Live::__from(&saved.circuit),
            }
        }
        type __StateFlags = Flags;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                phase: __rt::__Publishes::__flags(&self.phase),
                circuit: __rt::__Publishes::__flags(&self.circuit),
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            Service {
                phase: __rt::__Publishes::__rest::<R>(&self.phase, &flags.phase),
                circuit: __rt::__Publishes::__rest::<R>(&self.circuit, &flags.circuit),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.phase, &batch.phase);
            __Live::__merge(&self.circuit, &batch.circuit);
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.phase, &batch.phase);
            __rt::__Publishes::__merge_flags(&self.circuit, &batch.circuit);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Service {
        const FIELDS: &'static [::atomic_state::Field] = &[
            field::<__Cell0>("phase", ""),
            field::<__Cell1>("circuit", ""),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                phase: since::<__Cell0>(&self.phase, &earlier.phase),
                circuit: since::<__Cell1>(&self.circuit, &earlier.circuit),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cell0>(&mut self.phase, &other.phase);
            combine::<__Cell1>(&mut self.circuit, &other.circuit);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cell0, Self, 0>(&self.phase, visitor);
            visit::<__Cell1, Self, 1>(&self.circuit, visitor);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Service {
        type State = ServiceState;
    }
};
