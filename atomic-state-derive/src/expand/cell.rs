//! The types of the cells.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Ident, Token};

use super::Context;
use crate::model::{Field, Places, Written};
use crate::schema::{Cell, Share};

impl Context<'_> {
    /// The type of the field in the state: its cell, or several of them.
    pub(super) fn cell(&self, field: &Field) -> Written {
        let one = &self.cells[field.index];
        self.several(field, one).map_or_else(|| one.clone(), Written::from)
    }

    /// If the field holds several,
    /// `::atomic_state::__private::Several<::atomic_state::__private::Indexed<{ 4 }>, __Cell0>`,
    /// or where the compiler has something to check
    ///
    /// ```text
    /// ::atomic_state::__private::counter::CheckedSeveral<
    ///     my::Reason,
    ///     u64,
    ///     ::atomic_state::ordering::Relaxed,
    ///     { ::atomic_state::__private::is_by_variant::<ByVariant<my::Reason, u64>>() },
    /// >
    /// ```
    pub(super) fn several(&self, field: &Field, cell: &impl ToTokens) -> Option<TokenStream> {
        let runtime = self.runtime;
        let (places, known) = match field.plain.places.as_ref()? {
            Places::Array(length) => (quote!(#runtime::__private::Indexed<#length>), None),
            Places::Variants { key, field_type } => {
                (key.clone(), Some(quote!(#runtime::__private::is_by_variant::<#field_type>())))
            }
        };
        let fits: Vec<_> = known.into_iter().chain(self.fits(field)).collect();
        if field.generic || fits.is_empty() {
            return Some(quote!(#runtime::__private::Several<#places, #cell>));
        }
        let (fits, ty, module) = (quote!({ #(#fits)&&* }), &field.plain.ty, format_ident!("{}", field.kind.module));
        Some(match (&field.plain.state, field.kind.cell) {
            (Some(state), _) => quote!(#runtime::__private::#module::CheckedSeveralStates<#places, #state, #fits>),
            (None, Cell::State) => quote!(#runtime::__private::#module::SeveralStates<#places, #ty, #fits>),
            _ => {
                let writer = self.checked_writer(field);
                quote!(#runtime::__private::#module::CheckedSeveral<#places, #ty, #writer, #fits>)
            }
        })
    }

    /// One cell's whole type: `::atomic_state::Counter<u64>`, or for a type that only the compiler can judge
    ///
    /// ```text
    /// ::atomic_state::__private::counter::Checked<
    ///     my::Bytes,
    ///     ::atomic_state::ordering::Relaxed,
    ///     { <my::Bytes as ::atomic_state::CounterValue>::__FITS },
    /// >
    /// ```
    pub(super) fn one_cell(&self, field: &Field) -> TokenStream {
        let (runtime, ty) = (self.runtime, &field.plain.ty);
        let peak = field.peak.as_ref().and_then(|peak| self.fields().find(|field| field.ident == *peak));
        if let (Some(peak), Some(watched), false) = (peak, self.watched(field), field.generic) {
            // If the peak has another type, that is the one error.
            let peak = &peak.plain.ty;
            let fits = quote!(<#peak as #runtime::__private::PeakOf<#ty>>::__FITS);
            return quote!(#runtime::__private::gauge::Checked<#ty, (#watched), { #fits }>);
        }
        let Some(fits) = self.fits(field) else { return self.known_cell(field) };
        let module = format_ident!("{}", field.kind.module);
        if let Some(state) = &field.plain.state {
            return quote!(#runtime::__private::#module::CheckedState<#state, { #fits }>);
        }
        if field.kind.cell == Cell::State {
            return quote!(#runtime::__private::#module::State<#ty, { #fits }>);
        }
        let writer = self.checked_writer(field);
        quote!(#runtime::__private::#module::Checked<#ty, #writer, { #fits }>)
    }

    /// What stands for the cell's other parameters where the cell is checked.
    fn checked_writer(&self, field: &Field) -> TokenStream {
        let runtime = self.runtime;
        match field.kind.cell {
            Cell::PeakOf(_) => quote!(#runtime::__private::AsPeak),
            _ => self.watched(field).map_or_else(|| self.writer(field), |watched| quote!((#watched))),
        }
    }

    /// What the compiler has to check of one value's type: `<my::Bytes as ::atomic_state::CounterValue>::__FITS`
    fn fits(&self, field: &Field) -> Option<TokenStream> {
        let (runtime, ty, fits) = (self.runtime, &field.plain.ty, RuntimePath(field.kind.fits));
        field.checked.then(|| {
            if let Some(state) = &field.plain.state {
                quote!(<#state as #runtime::__private::nested::StateOf<#ty>>::__FITS)
            } else {
                quote!(<#ty as #runtime::#fits>::__FITS)
            }
        })
    }

    fn known_cell(&self, field: &Field) -> TokenStream {
        let (runtime, ty, special) = (self.runtime, &field.plain.ty, self.special_writer(field));
        if let Some(watched) = self.watched(field) {
            return quote!(#runtime::__private::WatchedGauge<#ty, #watched>);
        }
        match field.kind.cell {
            Cell::PeakOf(_) | Cell::Absent => quote!(#runtime::__private::PeakField<#ty>),
            Cell::Of(cell) => {
                let (cell, fits) = (RuntimePath(cell), RuntimePath(field.kind.fits));
                let special = special.map(|special| quote!(, #special));
                if field.kind.holds_samples() {
                    return quote!(#runtime::#cell<<#ty as #runtime::#fits>::Sample #special>);
                }
                quote!(#runtime::#cell<#ty #special>)
            }
            Cell::Fixed(cell) => {
                let (cell, special) = (RuntimePath(cell), special.map(|special| quote!(<#special>)));
                quote!(#runtime::#cell #special)
            }
            Cell::State => field.plain.state.clone().unwrap_or_else(|| quote!(<#ty as #runtime::HasState>::State)),
        }
    }

    /// The cell's second parameter, unless it is the cell's default.
    fn special_writer(&self, field: &Field) -> Option<TokenStream> {
        let runtime = self.runtime;
        if field.per_thread && field.kind.share == Some(Share::SingleWriter) {
            return Some(quote!(#runtime::__private::Single));
        }
        let ordering = format_ident!("{}", field.ordering?.name());
        Some(quote!(#runtime::ordering::#ordering))
    }

    /// The cell's second parameter.
    fn writer(&self, field: &Field) -> TokenStream {
        let runtime = self.runtime;
        self.special_writer(field).unwrap_or_else(|| {
            let ordering = format_ident!("{}", field.ordering().map_or("Relaxed", |ordering| ordering.name()));
            quote!(#runtime::ordering::#ordering)
        })
    }

    /// The parameters of a gauge that keeps its peak or can be waited for: its ordering, `Peaked` or `()`, and `Wakers`
    /// or `()`.
    fn watched(&self, field: &Field) -> Option<TokenStream> {
        if field.peak.is_none() && !field.awaits_zero() {
            return None;
        }
        let (runtime, writer) = (self.runtime, self.writer(field));
        let peak = if field.peak.is_some() { quote!(#runtime::__private::Peaked) } else { quote!(()) };
        let zero = if field.awaits_zero() { quote!(#runtime::__private::Wakers) } else { quote!(()) };
        Some(quote!(#writer, #peak, #zero))
    }

    /// One cell's type within the block of implementations: an alias, unless it uses the struct's parameters.
    pub(super) fn one_in_block(&self, field: &Field) -> CellPath {
        if field.generic { CellPath::Type(self.known_cell(field)) } else { CellPath::Alias(self.alias(field)) }
    }

    /// The same of all the field's cells.
    pub(super) fn cell_in_block(&self, field: &Field) -> CellPath {
        match (&field.plain.places, self.one_in_block(field)) {
            (Some(_), CellPath::Alias(_)) => CellPath::Alias(self.alias_of_several(field)),
            (_, one) => self.several(field, &one).map_or(one, CellPath::Type),
        }
    }

    /// What the cell's methods are called by. A path without parameters needs none: the compiler infers them.
    pub(super) fn cell_path(&self, field: &Field) -> CellPath {
        let runtime = self.runtime;
        if field.generic && self.watched(field).is_some() {
            return CellPath::Type(quote!(#runtime::__private::WatchedGauge));
        }
        match field.kind.cell {
            Cell::Of(cell) | Cell::Fixed(cell) if field.generic => {
                let cell = RuntimePath(cell);
                CellPath::Type(quote!(#runtime::#cell))
            }
            _ => self.one_in_block(field),
        }
    }

    /// What the methods of a peak's gauge are called by.
    pub(super) fn gauge_path(&self, gauge: &Ident) -> CellPath {
        let rt = &self.rt;
        let field = self.fields().find(|field| field.ident == *gauge);
        field.map_or_else(|| CellPath::Type(quote!(#rt::WatchedGauge)), |field| self.cell_path(field))
    }

    pub(super) fn alias(&self, field: &Field) -> Ident {
        self.aliases[field.index].clone()
    }

    pub(super) fn alias_of_several(&self, field: &Field) -> Ident {
        self.state.fresh(&format!("__Cells{}", field.index))
    }
}

/// What a cell's type is called in the block of implementations.
pub(super) enum CellPath {
    Alias(Ident),
    Type(TokenStream),
}

impl ToTokens for CellPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Alias(alias) => alias.to_tokens(tokens),
            Self::Type(ty) => ty.to_tokens(tokens),
        }
    }
}

/// A path of the runtime, from the kind's data.
pub(super) struct RuntimePath(pub(super) &'static str);

impl ToTokens for RuntimePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for (index, segment) in self.0.split("::").enumerate() {
            if index > 0 {
                <Token![::]>::default().to_tokens(tokens);
            }
            format_ident!("{segment}").to_tokens(tokens);
        }
    }
}
