//! The traits that the state implements.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

use super::imports::Imported;
use super::{Context, generated, moved, text, used};
use crate::model::Field;
use crate::schema::Cell;

impl Context<'_> {
    pub(super) fn live_traits(&self) -> TokenStream {
        let runtime = self.runtime;
        let default = self.implement(
            &quote!(::core::default::Default),
            &quote! {
                fn default() -> Self {
                    #runtime::__private::new_state!(Self)
                }
            },
        );
        let from = self.from();
        let debug = self.debug();
        let live_state = self.live_state();
        quote!(#default #from #debug #live_state)
    }

    /// ```text
    /// impl From<Worker> for WorkerState {
    ///     fn from(saved: Worker) -> Self {
    ///         ::atomic_state::LiveState::__from_saved(&saved)
    ///     }
    /// }
    /// ```
    fn from(&self) -> TokenStream {
        let Self { plain, ty_generics, runtime, .. } = self;
        let (saved, mention) = (self.state.fresh("saved"), self.mention());
        self.implement(
            &quote!(::core::convert::From<#plain #ty_generics>),
            &quote! {
                fn from(#saved: #plain #ty_generics) -> Self {
                    #mention
                    #runtime::LiveState::__from_saved(&#saved)
                }
            },
        )
    }

    /// ```text
    /// __rt::debug(formatter, "WorkerState", &[("bytes", &self.bytes)])
    /// ```
    fn debug(&self) -> TokenStream {
        let (rt, name, formatter) = (&self.rt, text(&self.head.name), self.state.fresh("formatter"));
        let of_field = |field: &Field| {
            let (name, shown) = (text(&field.ident), used(&field.ident));
            match &field.of {
                Some(gauge) => {
                    let (path, gauge) = (self.gauge_path(gauge), used(gauge));
                    quote!((#name, &#path::__peak_shown(&self.#gauge)),)
                }
                None if field.per_thread => {
                    let shown = self.on_shares(&self.imported.shown, |block| quote!(&#block.#shown));
                    quote!((#name, &#shown),)
                }
                None => quote!((#name, &self.#shown),),
            }
        };
        let fields: TokenStream = self.fields().map(of_field).collect();
        self.implement(
            &quote!(::core::fmt::Debug),
            &quote! {
                fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #rt::debug(#formatter, #name, &[#fields])
                }
            },
        )
    }

    fn live_state(&self) -> TokenStream {
        let Self { ty_generics, runtime, .. } = self;
        let snapshot = generated(&self.head.plain);
        let initial = self.initial_value();
        let from = self.restored();
        let (flags_type, flags) = self.flags();
        let rest = self.rest();
        let merge = self.merge();
        let live_state = self.implement(
            &quote!(#runtime::LiveState),
            &quote! {
                type Snapshot = #snapshot #ty_generics;

                #initial

                #from
                #flags
                #rest
                #merge
            },
        );
        quote!(#flags_type #live_state)
    }

    /// ```text
    /// ::atomic_state::__private::initial!({
    ///     __rt::available::<u64>();
    ///     Self { bytes: ::atomic_state::Counter::new() }
    /// });
    /// ```
    ///
    /// Where the check is an error, the constant that it stands in is in error too, and the compiler says nothing more
    /// about a state that starts as it.
    fn initial_value(&self) -> TokenStream {
        let (rt, runtime) = (&self.rt, self.runtime);
        let cells: TokenStream = self.in_one_place().map(|field| self.initial(field)).collect();
        let per_thread = self.per_thread_initial();
        let parameters = self.skipped_parameters(self.parameters_value());
        let new = quote!(Self { #cells #per_thread #parameters });
        let Some(wide) = self.fields().find(|field| field.wide) else {
            return quote!(#runtime::__private::initial!(#new););
        };
        let ty = wide.plain.inner.clone().unwrap_or_else(|| wide.plain.ty.to_token_stream());
        quote!(#runtime::__private::initial!({ #rt::available::<#ty>(); #new });)
    }

    /// `bytes: ::atomic_state::Counter::new(),`
    pub(super) fn initial(&self, field: &Field) -> TokenStream {
        let (rt, runtime, name) = (&self.rt, self.runtime, used(&field.ident));
        if field.plain.places.is_some() {
            return quote!(#name: #rt::Several::new(),);
        }
        if let Cell::State = field.kind.cell {
            let cell = self.cell_in_block(field);
            return quote!(#name: #runtime::__private::new_state!(#cell),);
        }
        let path = self.cell_path(field);
        if let Some(start) = &field.start {
            let constant = self.start_of(field);
            // A type that cannot have a constant is reported at the user's key.
            let starting =
                moved(quote!(#path::__starting::<#constant>()), start.key.span().resolved_at(Span::call_site()));
            return quote!(#name: #starting,);
        }
        if field.starts_set { quote!(#name: #path::__starting(true),) } else { quote!(#name: #path::new(),) }
    }

    /// ```text
    /// fn __from_saved(saved: &Worker) -> Self {
    ///     Self { bytes: __Live::__from(&saved.bytes) }
    /// }
    /// ```
    fn restored(&self) -> TokenStream {
        let (live, saved) = (&self.imported.live, self.state.fresh("saved"));
        let from = |field: &Field| {
            let name = used(&field.ident);
            if let Some(peak) = field.peak.as_ref().map(used) {
                let path = self.cell_path(field);
                return quote!(#name: #path::__with_peak(&#saved.#name, &#saved.#peak),);
            }
            quote!(#name: #live::__from(&#saved.#name),)
        };
        let cells: TokenStream = self.in_one_place().map(from).collect();
        let per_thread = self.per_thread_restored(from);
        let parameters = self.skipped_parameters(self.parameters_value());
        quote! {
            fn __from_saved(#saved: &Self::Snapshot) -> Self {
                Self { #cells #per_thread #parameters }
            }
        }
    }

    /// ```text
    /// fn __merge_numbers(&self, batch: &Worker) {
    ///     __Live::__merge(&self.bytes, &batch.bytes);
    /// }
    ///
    /// fn __set_flags(&self, batch: &Worker) {
    ///     __rt::__Publishes::__merge_flags(&self.stop, &batch.stop);
    /// }
    /// ```
    fn merge(&self) -> TokenStream {
        let (rt, batch) = (&self.rt, self.state.fresh("batch"));
        let Imported { live, share, .. } = &self.imported;
        let merge = |field: &Field| {
            let name = used(&field.ident);
            quote!(#live::__merge(&self.#name, &#batch.#name);)
        };
        let numbers = self.in_one_place().filter(|field| !matches!(field.kind.cell, Cell::Fixed(_)));
        let numbers: TokenStream = numbers.map(merge).collect();
        let peaks = self.fields().filter_map(|field| {
            let (of, name) = (field.of.as_ref()?, used(&field.ident));
            let (path, gauge) = (self.gauge_path(of), used(of));
            Some(quote!(#path::__merge_peak(&self.#gauge, &#batch.#name);))
        });
        let shares = self.shared_out().next().is_some().then(|| {
            let Self { per_thread, block, .. } = self;
            let names = self.shared_out().map(|field| used(&field.ident));
            let merge = |name| quote!(#share::__merge_within(&#block.#name, &#batch.#name););
            let merges: TokenStream = names.map(merge).collect();
            quote!(#rt::event(&self.#per_thread, |#block| { #merges });)
        });
        let set_flags = self.publishes().then(|| {
            let publishing = self.fields().filter(|field| field.kind.publishes).map(|field| {
                let name = used(&field.ident);
                quote!(#rt::__Publishes::__merge_flags(&self.#name, &#batch.#name);)
            });
            quote! {
                #[inline]
                fn __set_flags(&self, #batch: &Self::Snapshot) {
                    #(#publishing)*
                }
            }
        });
        let has_numbers = self.fields().any(|field| !matches!(field.kind.cell, Cell::Fixed(_)));
        let unused = (!has_numbers).then(|| quote!(let _ = #batch;));
        quote! {
            #[inline]
            fn __merge_numbers(&self, #batch: &Self::Snapshot) {
                #unused
                #numbers
                #(#peaks)*
                #shares
            }

            #set_flags
        }
    }
}
