struct WorkerState<T> {
    __parameters: ::core::marker::PhantomData<fn() -> Worker<T>>,
}
const _: () = {
    impl<T> WorkerState<T> {
        const fn new() -> Self {
            Self {
                __parameters: ::core::marker::PhantomData,
            }
        }
        fn snapshot(&self) -> Worker<T> {
            ::core::unimplemented!()
        }
        fn take(&self) -> Worker<T> {
            ::core::unimplemented!()
        }
        fn merge(&self, _: &Worker<T>) {
            ::core::unimplemented!()
        }
        fn record_name(&self, _: String) {
            ::core::unimplemented!()
        }
        fn name(&self) -> String {
            ::core::unimplemented!()
        }
        fn set_stop(&self) {
            ::core::unimplemented!()
        }
        fn stop(&self) -> ::core::primitive::bool {
            ::core::unimplemented!()
        }
    }
    impl<T> ::core::default::Default for WorkerState<T> {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    impl<T> ::core::convert::From<Worker<T>> for WorkerState<T> {
        fn from(_: Worker<T>) -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    impl<T> ::core::fmt::Debug for WorkerState<T> {
        fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::unimplemented!()
        }
    }
    impl<T> ::atomic_state::LiveState for WorkerState<T> {
        type Snapshot = Worker<T>;
        const __NEW: Self = Self {
            __parameters: ::core::marker::PhantomData,
        };
        type __StateFlags = ();
        fn __from_saved(_: &Self::Snapshot) -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        fn __read_flags(&self) {}
        fn __read_rest<__R: ::atomic_state::__private::__Read>(
            &self,
            _: &(),
        ) -> Self::Snapshot {
            ::core::unimplemented!()
        }
        fn __merge_numbers(&self, _: &Self::Snapshot) {}
    }
    impl<T> ::atomic_state::AtomicState for Worker<T> {
        const FIELDS: &'static [::atomic_state::Field] = &[];
        fn since(&self, _: &Self) -> Self {
            ::core::unimplemented!()
        }
        fn merge(&mut self, _: &Self) {
            ::core::unimplemented!()
        }
        fn visit<__V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            _: &mut __V,
        ) {
            ::core::unimplemented!()
        }
    }
    impl<T> ::atomic_state::HasState for Worker<T> {
        type State = WorkerState<T>;
    }
};
::core::compile_error! {
    "atomics hold one small number or flag, and `String` is more than that: keep it beside the state, in an `Arc<Mutex<_>>`, or `#[skip]` it, which leaves it to the plain struct"
}
