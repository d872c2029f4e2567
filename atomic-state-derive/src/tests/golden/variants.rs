const _: () = {
    impl Reason {
        #[doc(hidden)]
        #[inline]
        pub const fn __index(self) -> ::core::primitive::usize {
            match self {
                Self::TimedOut => 0usize,
                Self::Refused => 1usize,
            }
        }
    }
    #[automatically_derived]
    impl ::atomic_state::Variants for Reason {
        const ALL: &'static [Self] = &[Self::TimedOut, Self::Refused];
        const NAMES: &'static [&'static ::core::primitive::str] = &[
            "timed_out",
            "refused by peer",
        ];
        type __Values<__T> = [__T; 2usize];
        type __Cells<__C: ::atomic_state::__private::__Live> = [__C; 2usize];
        #[inline]
        fn index(self) -> ::core::primitive::usize {
            Self::__index(self)
        }
    }
    #[automatically_derived]
    impl ::atomic_state::__private::phase::PhaseValue for Reason
    where
        for<'__a> Self: ::core::marker::Copy,
    {}
    #[automatically_derived]
    impl ::atomic_state::__private::value::StoredVariant for Reason
    where
        for<'__a> Self: ::core::marker::Copy,
    {}
    #[automatically_derived]
    impl ::atomic_state::__private::value::LeavesRoom for Reason
    where
        for<'__a> Self: ::core::marker::Copy,
    {
        type Code = ::core::primitive::usize;
    }
    #[automatically_derived]
    impl<
        __S: ::atomic_state::__private::value::Start<Value = Self>,
    > ::atomic_state::__private::value::StartsAt<__S> for Reason
    where
        for<'__a> Self: ::core::marker::Copy,
    {
        ::atomic_state::__private::start!(
            ::atomic_state::__private::value::index_atomic(Self::__index(< __S as
            ::atomic_state::__private::value::Start > ::VALUE))
        );
    }
};
