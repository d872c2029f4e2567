//! What the block of implementations imports.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use super::{Context, signature};
use crate::model::{Field, NamedMethod, State};
use crate::schema::{Body, Shares};

impl Context<'_> {
    /// ```text
    /// use ::atomic_state::__private as __rt;
    /// use ::atomic_state::__private::{__Live, __Number, combine, field, since, visit};
    /// use ::atomic_state::__private::names::{amount, batch};
    /// ```
    ///
    /// Without the last line, a constant of the user's that is named like a binding would be taken for a pattern.
    pub(super) fn imports(&self) -> TokenStream {
        let (runtime, rt) = (self.runtime, &self.rt);
        let arguments = self.methods().flat_map(|(_, named)| named.method.arguments).map(|(name, _)| *name);
        let mut names: Vec<&str> =
            arguments.chain(["batch", "earlier", "formatter", "other", "saved", "visitor"]).collect();
        if self.publishes() {
            names.push("flags");
        }
        let places = self.fields().filter_map(|field| field.plain.places.as_ref());
        names.extend(places.flat_map(|places| [signature::key(places).0, "place"]));
        if self.state.block.is_some() {
            names.extend(["block", "event", "state", "step", "sums", "within"]);
        }
        if self.methods().any(|(_, named)| matches!(named.method.body, Body::Guard(_))) {
            names.extend(["amount", "state"]);
        }
        if self.fields().any(|field| !field.moves.is_empty()) {
            names.push("step");
        }
        names.sort_unstable();
        names.dedup();
        let names = names.into_iter().map(|name| import(name, &self.state.fresh(name)));
        let levels = self.fields().filter(|field| field.peak.is_some()).map(|field| self.level(&field.ident));
        let levels = levels.map(|level| quote!(level as #level));
        let names = names.chain(levels);
        let imported = self.imported();
        quote! {
            use #runtime::__private as #rt;
            use #runtime::__private::{#(#imported),*};
            use #runtime::__private::names::{#(#names),*};
        }
    }

    /// What the struct's fields have a use for, as an import that is not used is a warning.
    fn imported(&self) -> Vec<TokenStream> {
        let Imported { live, number, share, combine, field, get, shown, since, take, value, visit, with } =
            &self.imported;
        let is_read = |field: &Field| !field.kind.publishes && !field.per_thread && field.of.is_none();
        let (has_fields, has_shares) = (self.fields().next().is_some(), self.shared_out().next().is_some());
        // How the method of a field with shares gets at them.
        let reaches = |how: Option<Shares>| {
            self.methods().any(|(field, NamedMethod { method, .. })| {
                let of_one = [Shares::ReadsAll, Shares::TakesAll, Shares::WritesOwnWithin];
                let is_so = method.body == Body::Call && of_one.contains(&method.shares);
                field.per_thread && how == is_so.then_some(method.shares)
            })
        };
        let imported = [
            ("__Live", live, has_fields),
            ("__Number", number, self.fields().any(is_read)),
            ("Share", share, has_shares),
            ("combine", combine, has_fields),
            ("field", field, has_fields),
            ("get", get, reaches(Some(Shares::ReadsAll))),
            ("shown", shown, has_shares),
            ("since", since, has_fields),
            ("take", take, reaches(Some(Shares::TakesAll))),
            ("value", value, has_shares),
            ("visit", visit, has_fields),
            ("with", with, reaches(None)),
        ];
        imported.into_iter().filter(|(.., is_used)| *is_used).map(|(name, fresh, _)| import(name, fresh)).collect()
    }
}

/// `name`, or if the user has it already `name as __name`.
fn import(name: &str, fresh: &Ident) -> TokenStream {
    let name = format_ident!("{name}");
    if name == *fresh { quote!(#name) } else { quote!(#name as #fresh) }
}

/// What is imported from the runtime, because each field needs it.
pub(super) struct Imported {
    pub(super) live: Ident,
    pub(super) number: Ident,
    pub(super) share: Ident,
    pub(super) combine: Ident,
    pub(super) field: Ident,
    pub(super) get: Ident,
    pub(super) shown: Ident,
    pub(super) since: Ident,
    pub(super) take: Ident,
    pub(super) value: Ident,
    pub(super) visit: Ident,
    pub(super) with: Ident,
}

impl Imported {
    pub(super) fn new(state: &State) -> Self {
        Self {
            live: state.fresh("__Live"),
            number: state.fresh("__Number"),
            share: state.fresh("Share"),
            combine: state.fresh("combine"),
            field: state.fresh("field"),
            get: state.fresh("get"),
            shown: state.fresh("shown"),
            since: state.fresh("since"),
            take: state.fresh("take"),
            value: state.fresh("value"),
            visit: state.fresh("visit"),
            with: state.fresh("with"),
        }
    }
}
