//! The traits that the state implements.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Ident;

use super::{Context, generated, text};
use crate::model::Field;
use crate::schema::Cell;

impl Context<'_> {
    pub(super) fn live_traits(&self) -> TokenStream {
        let rt = &self.rt;
        let default = self.implement(
            &quote!(::core::default::Default),
            &quote! {
                fn default() -> Self {
                    #rt::new_state!(Self)
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
        let saved = self.state.fresh("saved");
        self.implement(
            &quote!(::core::convert::From<#plain #ty_generics>),
            &quote! {
                fn from(#saved: #plain #ty_generics) -> Self {
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
        let fields = self.fields().map(|field| {
            let (name, shown) = (text(&field.ident), generated(&field.ident));
            let shown = match &field.of {
                Some(gauge) => {
                    let gauge = generated(gauge);
                    quote!(#rt::WatchedGauge::__peak_shown(&self.#gauge))
                }
                None if field.per_thread => self.on_shares(field, "shown"),
                None => quote!(self.#shown),
            };
            quote!((#name, &#shown))
        });
        self.implement(
            &quote!(::core::fmt::Debug),
            &quote! {
                fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #rt::debug(#formatter, #name, &[#(#fields),*])
                }
            },
        )
    }

    fn live_state(&self) -> TokenStream {
        let Self { plain, ty_generics, runtime, .. } = self;
        let initial = self.initial_value();
        let from = self.restored();
        let (flags_type, flags) = self.flags();
        let rest = self.rest();
        let merge = self.merge();
        let mentioned = self.methods().map(|(_, named)| generated(&named.name));
        let (functions, locals) = (self.head.functions.all_but_event(), self.mentioned_locals());
        let events = self.mentioned_events();
        let live_state = self.implement(
            &quote!(#runtime::LiveState),
            &quote! {
                type Snapshot = #plain #ty_generics;

                #initial

                #from
                #flags
                #rest
                #merge

                #[inline]
                fn __mention_all() {
                    let _ = (#(Self::#functions,)* #(Self::#mentioned,)* #locals #events);
                }
            },
        );
        quote!(#flags_type #live_state)
    }

    /// `__rt::initial!(Self { bytes: ::atomic_state::Counter::new() });`
    fn initial_value(&self) -> TokenStream {
        let rt = &self.rt;
        let cells = self.in_one_place().map(|field| self.initial(field));
        let per_thread = self.per_thread_value(|field| self.initial(field));
        quote!(#rt::initial!(Self { #(#cells)* #per_thread });)
    }

    /// `bytes: ::atomic_state::Counter::new(),`
    fn initial(&self, field: &Field) -> TokenStream {
        let (rt, name) = (&self.rt, generated(&field.ident));
        if let Cell::State = field.kind.cell {
            let cell = self.cell_in_block(field);
            return quote!(#name: #rt::new_state!(#cell),);
        }
        let path = self.cell_path(field);
        if field.starts_set { quote!(#name: #path::__starting(true),) } else { quote!(#name: #path::new(),) }
    }

    /// ```text
    /// fn __from_saved(saved: &Worker) -> Self {
    ///     Self { bytes: __rt::__Live::__from(&saved.bytes) }
    /// }
    /// ```
    fn restored(&self) -> TokenStream {
        let (rt, saved) = (&self.rt, self.state.fresh("saved"));
        let from = |field: &Field| {
            let name = generated(&field.ident);
            if let Some(peak) = field.peak.as_ref().map(generated) {
                return quote!(#name: #rt::WatchedGauge::__with_peak(&#saved.#name, &#saved.#peak),);
            }
            quote!(#name: #rt::__Live::__from(&#saved.#name),)
        };
        let (cells, per_thread) = (self.in_one_place().map(from), self.per_thread_value(from));
        quote! {
            fn __from_saved(#saved: &Self::Snapshot) -> Self {
                Self { #(#cells)* #per_thread }
            }
        }
    }

    /// The first step of a snapshot, and the type of what it finds:
    ///
    /// ```text
    /// pub struct Flags { stop: bool }
    ///
    /// type __StateFlags = Flags;
    /// fn __read_flags(&self) -> Flags {
    ///     Flags { stop: __rt::__Publishes::__flags(&self.stop) }
    /// }
    /// ```
    ///
    /// A state without flags has none to read.
    fn flags(&self) -> (Option<TokenStream>, TokenStream) {
        if !self.publishes() {
            return (
                None,
                quote!(
                    type __StateFlags = ();
                    #[inline]
                    fn __read_flags(&self) {}
                ),
            );
        }
        let Self { rt, ty_generics, where_clause, .. } = self;
        let (vis, generics, name) = (&self.head.vis, &self.head.generics, self.state.fresh("Flags"));
        let publishing = || self.fields().filter(|field| field.kind.publishes);
        let types = publishing().map(|field| {
            let (name, cell) = (generated(&field.ident), self.cell_in_block(field));
            quote!(#name: <#cell as #rt::__Publishes>::__Flags)
        });
        let values = publishing().map(|field| {
            let name = generated(&field.ident);
            quote!(#name: #rt::__Publishes::__flags(&self.#name))
        });
        let types = types.chain(self.parameters_field());
        let values = values.chain(self.parameters_value());
        let definition = quote! {
            #[doc(hidden)]
            #vis struct #name #generics #where_clause {
                #(#types),*
            }
        };
        let reading = quote! {
            type __StateFlags = #name #ty_generics;

            #[inline]
            fn __read_flags(&self) -> Self::__StateFlags {
                #name { #(#values),* }
            }
        };
        (Some(definition), reading)
    }

    /// The plain struct in one go, whatever is read:
    ///
    /// ```text
    /// fn __read_rest<R: __rt::__Read>(&self, flags: Flags) -> Worker {
    ///     Worker {
    ///         bytes: __rt::__Number::__read::<R>(&self.bytes),
    ///         stop: __rt::__Publishes::__rest::<R>(&self.stop, flags.stop),
    ///     }
    /// }
    /// ```
    fn rest(&self) -> TokenStream {
        let (rt, plain, read) = (&self.rt, &self.plain, self.state.fresh("R"));
        let flags = self.state.fresh("flags");
        let level = |gauge: &Ident| self.state.fresh(&format!("__level_{}", text(gauge)));
        let values = self.plain_values(|field| {
            let name = generated(&field.ident);
            if let Some(gauge) = &field.of {
                let (level, gauge) = (level(gauge), generated(gauge));
                quote!(#rt::WatchedGauge::__read_peak::<#read>(&self.#gauge, &#level))
            } else if field.peak.is_some() {
                level(&field.ident).into_token_stream()
            } else if field.per_thread {
                self.total(field)
            } else if field.kind.publishes {
                quote!(#rt::__Publishes::__rest::<#read>(&self.#name, #flags.#name))
            } else {
                quote!(#rt::__Number::__read::<#read>(&self.#name))
            }
        });
        // A gauge is read before its peak, which then shows at least that level.
        let levels = self.fields().filter(|field| field.peak.is_some()).map(|field| {
            let (level, name) = (level(&field.ident), generated(&field.ident));
            quote!(let #level = #rt::__Number::__read::<#read>(&self.#name);)
        });
        let sums = self.sums(&read);
        let flags = if self.publishes() { quote!(#flags: Self::__StateFlags) } else { quote!((): ()) };
        quote! {
            #[inline]
            fn __read_rest<#read: #rt::__Read>(&self, #flags) -> Self::Snapshot {
                #sums
                #(#levels)*
                #plain { #(#values),* }
            }
        }
    }

    /// ```text
    /// fn __merge_numbers(&self, batch: &Worker) {
    ///     __rt::__Live::__merge(&self.bytes, &batch.bytes);
    /// }
    ///
    /// fn __set_flags(&self, batch: &Worker) {
    ///     __rt::__Publishes::__merge_flags(&self.stop, &batch.stop);
    /// }
    /// ```
    fn merge(&self) -> TokenStream {
        let (rt, batch) = (&self.rt, self.state.fresh("batch"));
        let merge = |cell: &TokenStream, field: &Field| {
            let name = generated(&field.ident);
            quote!(#rt::__Live::__merge(&#cell.#name, &#batch.#name);)
        };
        let numbers = self.in_one_place().filter(|field| !matches!(field.kind.cell, Cell::Fixed(_)));
        let numbers = numbers.map(|field| merge(&quote!(self), field));
        let peaks = self.fields().filter_map(|field| {
            let (gauge, name) = (generated(field.of.as_ref()?), generated(&field.ident));
            Some(quote!(#rt::WatchedGauge::__merge_peak(&self.#gauge, &#batch.#name);))
        });
        let shares = self.shared_out().next().is_some().then(|| {
            let (per_thread, block) = (&self.per_thread, self.state.fresh("block"));
            let names = self.shared_out().map(|field| generated(&field.ident));
            let merges = names
                .map(|name| quote!(#rt::Share::__merge_within(&#rt::Event::shares(&#block).#name, &#batch.#name);));
            quote!(#rt::event(&self.#per_thread, |#block| { #(#merges)* });)
        });
        let set_flags = self.publishes().then(|| {
            let publishing = self.fields().filter(|field| field.kind.publishes).map(|field| {
                let name = generated(&field.ident);
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
                #(#numbers)*
                #(#peaks)*
                #shares
            }

            #set_flags
        }
    }
}
