//! The methods that a field asks for.

use proc_macro2::{Delimiter, Group, Punct, Spacing, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, format_ident, quote, quote_spanned};
use syn::{Ident, Token};

use super::cell::CellPath;
use super::signature::{self, Signature, Types};
use super::{Attribute, Context, doc, documentation, generated, text, used};
use crate::model::{Field, NamedMethod, Places};
use crate::schema::{Body, Method, Receiver, Shares, Type};

/// An `allow` of the lint that takes a field of this name for a collection's method.
fn misled_lint(name: &str) -> Option<Attribute> {
    match name {
        "len" => Some(Attribute::new(quote!(allow(clippy::len_without_is_empty)))),
        "iter" | "iter_mut" => Some(Attribute::new(quote!(allow(clippy::iter_not_returning_iterator)))),
        _ => None,
    }
}

impl<'a> Context<'a> {
    /// All methods, with their fields.
    pub(super) fn methods(&self) -> impl Iterator<Item = (&'a Field, &'a NamedMethod)> {
        self.fields().flat_map(|field| field.methods.iter().map(move |named| (field, named)))
    }

    /// ```text
    /// /// Adds `amount` to `bytes`, wrapping at the width of its type.
    /// #[inline]
    /// pub fn record_bytes(&self, amount: u64) {
    ///     ::atomic_state::Counter::record(&self.bytes, amount);
    /// }
    /// ```
    pub(super) fn method(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let docs = documentation::of_method(self.state, field, named);
        let body = match named.method.body {
            Body::Advance if !field.moves.is_empty() => self.advance_by_moves(field, named),
            Body::Call | Body::Advance => self.call(field, named),
            Body::Guard(enter) => self.guard(field, named, enter),
            Body::Timer => self.timer(field),
            Body::Borrow => self.place(field, <Token![self]>::default()),
            Body::Wait(wait) => {
                let (rt, cell, wait) =
                    (&self.rt, self.place(field, <Token![self]>::default()), format_ident!("{wait}"));
                let arguments = self.arguments(named);
                quote!(#rt::#wait(#cell #(, #arguments)*))
            }
        };
        self.item(field, named, &docs, body)
    }

    /// A method with its attributes and signature.
    pub(super) fn item(
        &self,
        field: &Field,
        named: &NamedMethod,
        docs: &[String],
        mut body: TokenStream,
    ) -> TokenStream {
        let method = named.method;
        let (docs, attributes) = (doc(docs), &field.attributes);
        let must_use = method.must_be_used().then(|| Attribute::new(quote!(must_use)));
        let must_use = match method.returns {
            Some(Type::TryGuard) => {
                let why = "the gauge goes down again as soon as the guard is dropped: write `let _guard = …`";
                Some(Attribute::new(quote!(must_use = #why)))
            }
            _ => must_use,
        };
        // A name that the user gave keeps its place, for lints on names.
        let name = if named.key.is_some() { named.name.clone() } else { generated(&named.name) };
        let pattern = |name: &str| self.state.fresh(name);
        let signature = Signature { method, name: &name, vis: &field.vis, types: self.types(field), pattern };
        if method.returns.is_none() {
            body.append(Punct::new(';', Spacing::Alone));
        }
        let (track_caller, find) = self.find(field).unzip();
        let body = match find {
            Some(find) => quote!(#find #body),
            None => body,
        };
        let body = Group::new(Delimiter::Brace, body);
        let allow = misled_lint(&text(&named.name));
        quote! {
            #docs
            #allow
            #(#attributes)*
            #must_use
            #[inline]
            #track_caller
            #signature
            #body
        }
    }

    /// Where a field's cell is: `&self.bytes`, or of several `__rt::Several::at(&self.errors, place)`.
    pub(super) fn place(&self, field: &Field, of: impl ToTokens) -> TokenStream {
        let (rt, name) = (&self.rt, used(&field.ident));
        if field.plain.places.is_none() {
            return quote!(&#of.#name);
        }
        let place = self.state.fresh("place");
        quote!(#rt::Several::at(&#of.#name, #place))
    }

    /// What a method of several cells begins with: `let place = __Cells0::index(variant);`. If there is no such place,
    /// the caller is told.
    fn find(&self, field: &Field) -> Option<(Option<Attribute>, TokenStream)> {
        let key = self.state.fresh(signature::key(field.plain.places.as_ref()?).0);
        let (cells, place) = (self.cell_in_block(field), self.state.fresh("place"));
        let can_miss = matches!(field.plain.places, Some(Places::Array(_)));
        let cells = match cells {
            CellPath::Type(ty) => CellPath::Type(quote!(<#ty>)),
            alias @ CellPath::Alias(_) => alias,
        };
        Some((can_miss.then(|| Attribute::new(quote!(track_caller))), quote!(let #place = #cells::index(#key);)))
    }

    fn types<'f>(&'f self, field: &'f Field) -> Types<'f> {
        let cell = field.checked.then(|| self.one_in_block(field));
        Types { runtime: self.runtime, plain: &field.plain, cell }
    }

    /// `::atomic_state::Counter::record(&self.bytes, amount)`, or per thread
    ///
    /// ```text
    /// with(&self.shares, move |block| ::atomic_state::Counter::record(&block.bytes, amount))
    /// get(&self.shares, |block| &block.bytes)
    /// ```
    fn call(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let method = named.method;
        let arguments = self.arguments(named);
        if let Some(gauge) = &field.of {
            let (path, gauge) = (self.gauge_path(gauge), used(gauge));
            let method = format_ident!("{}", if method.shares == Shares::TakesAll { "__take_peak" } else { "__peak" });
            return quote!(#path::#method(&self.#gauge));
        }
        match method.shares {
            Shares::ReadsAll if field.per_thread => {
                self.on_shares(&self.imported.get, |block| self.place(field, block))
            }
            Shares::TakesAll if field.per_thread => {
                self.on_shares(&self.imported.take, |block| self.place(field, block))
            }
            Shares::WritesOwnWithin if field.per_thread => {
                let (rt, per_thread) = (&self.rt, &self.per_thread);
                let (block, within) = (&self.block, self.state.fresh("within"));
                let call = self.record(field, &self.place(field, block), method, || quote!(#within));
                quote!(#rt::within(&self.#per_thread, move |#block, #within| #call))
            }
            _ => self.change(field, method.key, &arguments),
        }
    }

    fn arguments(&self, named: &NamedMethod) -> Vec<Ident> {
        named.method.arguments.iter().map(|(name, _)| self.state.fresh(name)).collect()
    }

    /// ```text
    /// ::atomic_state::Phase::advance_if(&self.phase, to, |step| {
    ///     ::core::matches!(step, (<Phase>::Ready, <Phase>::Draining | <Phase>::Stopped)) || …
    /// })
    /// ```
    ///
    /// Each word of the user's stands here once, and its whole path at its place: a wrong one is one error there.
    fn advance_by_moves(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let (path, cell, step) =
            (self.cell_path(field), self.place(field, <Token![self]>::default()), self.state.fresh("step"));
        let (ty, arguments) = (&field.plain.ty, self.arguments(named));
        let variant = |word: &Ident| quote_spanned!(word.span().resolved_at(Span::call_site())=> <#ty>::#word);
        let moves = field.moves.iter().map(|(from, to)| {
            let (from, to) = (variant(from), to.iter().map(variant));
            quote!((#from, #(#to)|*))
        });
        quote! {
            #path::advance_if(#cell #(, #arguments)*, |#step| #(::core::matches!(#step, #moves))||*)
        }
    }

    /// A call of the cell's method, on this thread's share of the field if there are shares.
    fn change(&self, field: &Field, method: &str, arguments: &[Ident]) -> TokenStream {
        if !field.per_thread {
            return self.on(field, &self.place(field, <Token![self]>::default()), method, arguments);
        }
        let Self { per_thread, block, .. } = self;
        let (with, share) = (&self.imported.with, self.place(field, block));
        let call = self.on(field, &share, method, arguments);
        quote!(#with(&self.#per_thread, move |#block| #call))
    }

    /// A call that records in a thread's share, and where that matters tells the cell whether the thread is in an
    /// event: `::atomic_state::Max::__record_within(&block.largest, sample, within)`
    pub(super) fn record(
        &self,
        field: &Field,
        share: &TokenStream,
        method: &Method,
        within: impl FnOnce() -> TokenStream,
    ) -> TokenStream {
        let arguments: Vec<Ident> = method.arguments.iter().map(|(name, _)| self.state.fresh(name)).collect();
        if method.shares != Shares::WritesOwnWithin {
            return self.on(field, share, method.key, &arguments);
        }
        let (path, method, within) = (self.cell_path(field), format_ident!("__{}_within", method.key), within());
        quote!(#path::#method(#share #(, #arguments)*, #within))
    }

    /// A call of a cell's method by its path: a trait of the user's may have a method of that name.
    pub(super) fn on(&self, field: &Field, cell: &TokenStream, method: &str, arguments: &[Ident]) -> TokenStream {
        let (path, method) = (self.cell_path(field), format_ident!("{method}"));
        quote!(#path::#method(#cell #(, #arguments)*))
    }

    /// `get(&self.shares, |block| &block.bytes)`
    pub(super) fn on_shares(&self, function: &Ident, share: impl Fn(&Ident) -> TokenStream) -> TokenStream {
        let Self { per_thread, block, .. } = self;
        let share = share(block);
        quote!(#function(&self.#per_thread, |#block| #share))
    }

    /// ```text
    /// ::atomic_state::GaugeGuard::__new(
    ///     self,
    ///     0,
    ///     ::atomic_state::Gauge::__enter(&self.in_flight),
    ///     |state, _, amount| ::atomic_state::Gauge::__leave(&state.in_flight, amount),
    /// )
    /// ```
    fn guard(&self, field: &Field, named: &NamedMethod, enter: &str) -> TokenStream {
        let (runtime, rt) = (self.runtime, &self.rt);
        let (state, amount) = (self.state.fresh("state"), self.state.fresh("amount"));
        let arguments = self.arguments(named);
        let enter = self.change(field, enter, &arguments);
        let leave = self.later(field, &state, "__leave", &amount);
        let (found, place) = self.kept_place(field);
        let guard = match named.method.receiver {
            Receiver::Reference => quote!(#runtime::GaugeGuard),
            Receiver::Arc => quote!(#rt::OwnedGaugeGuard),
        };
        let leave = quote!(|#state, #place, #amount| #leave);
        if let Some(Type::TryGuard) = named.method.returns {
            return quote!(::core::option::Option::map(#enter, |#amount| #guard::__new(self, #found, #amount, #leave)));
        }
        quote!(#guard::__new(self, #found, #enter, #leave))
    }

    /// What a guard keeps to find its cell again, and what its closure calls that: `place` and `place`, or if there is
    /// one cell `0` and `_`.
    fn kept_place(&self, field: &Field) -> (TokenStream, TokenStream) {
        let place = self.state.fresh("place");
        if field.plain.places.is_some() { (quote!(#place), quote!(#place)) } else { (quote!(0), quote!(_)) }
    }

    /// ```text
    /// __rt::HistogramTimer::__new(
    ///     self,
    ///     0,
    ///     |state, _, sample| ::atomic_state::LiveHistogram::__record_time(&state.latency, sample),
    /// )
    /// ```
    fn timer(&self, field: &Field) -> TokenStream {
        let (rt, state, sample) = (&self.rt, self.state.fresh("state"), self.state.fresh("sample"));
        let record = self.later(field, &state, "__record_time", &sample);
        let (found, place) = self.kept_place(field);
        quote!(#rt::HistogramTimer::__new(self, #found, |#state, #place, #sample| #record))
    }

    /// What a guard does when it is dropped: a call of the cell's method, in the state that the guard kept.
    fn later(&self, field: &Field, state: &Ident, method: &str, argument: &Ident) -> TokenStream {
        let call = |of: &Ident| self.on(field, &self.place(field, of), method, std::slice::from_ref(argument));
        if !field.per_thread {
            return call(state);
        }
        let Self { per_thread, block, .. } = self;
        let (with, call) = (&self.imported.with, call(block));
        quote!(#with(&#state.#per_thread, move |#block| #call))
    }
}
