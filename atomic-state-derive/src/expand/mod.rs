//! Writes the model out as tokens: the only place that does. A function's comment shows what it writes.

mod all_fields;
mod cell;
mod checks;
mod documentation;
mod event;
mod imports;
mod live;
mod methods;
mod per_thread;
mod plain;
mod reading;
mod shares;
mod signature;
mod stub;
mod variants;

use proc_macro2::{Delimiter, Group, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{Generics, Ident, ImplGenerics, Path, TypeGenerics, WhereClause};

use self::imports::Imported;
pub(crate) use self::stub::stub;
pub(crate) use self::variants::variants;
use crate::model::{Field, Head, State, Written};
use crate::schema::Cell;

/// ```text
/// pub struct WorkerState { bytes: ::atomic_state::Counter<u64>, … }
/// const _: () = {
///     use ::atomic_state::__private as __rt;
///     use ::atomic_state::__private::{since, …};
///     use ::atomic_state::__private::names::{amount, …};
///     impl WorkerState { … }
///     …
/// };
/// ```
pub(crate) fn state(state: &State) -> TokenStream {
    let context = Context::new(state);
    let definition = context.definition();
    let (block_and_local, their_impls) = context.block_and_local().unzip();
    let imports = context.imports();
    let (checks, features) = (context.checks(), context.features());
    let inherent = context.inherent_impl();
    let live = context.live_traits();
    let plain = context.plain_traits();
    let allows = &state.head.allows;
    quote! {
        #definition
        #block_and_local
        #(#allows)*
        const _: () = {
            #imports
            #checks
            #features
            #inherent
            #live
            #their_impls
            #plain
        };
    }
}

/// The model, and what all the generated items have in common.
struct Context<'a> {
    state: &'a State,
    head: &'a Head,
    runtime: &'a Path,
    plain: Ident,
    name: Ident,
    impl_generics: ImplGenerics<'a>,
    ty_generics: TypeGenerics<'a>,
    where_clause: Option<&'a WhereClause>,
    /// The name of the private part of the runtime.
    rt: Ident,
    imported: Imported,
    /// What each field's cell is, and its alias, by the fields' indices. Fields with the same cell share them.
    cells: Vec<Written>,
    aliases: Vec<Ident>,
    /// The fields of the generated types that stand for no field of the user's.
    per_thread: Ident,
    lease: Ident,
    parameters: Ident,
    /// A thread's block, as a field and as an argument.
    block: Ident,
}

impl<'a> Context<'a> {
    fn new(state: &'a State) -> Self {
        let head = &state.head;
        let (impl_generics, ty_generics, where_clause) = head.generics.split_for_impl();
        let mut context = Self {
            state,
            head,
            runtime: &head.runtime,
            plain: used(&head.plain),
            name: generated(&head.name),
            impl_generics,
            ty_generics,
            where_clause,
            rt: state.fresh("__rt"),
            imported: Imported::new(state),
            cells: Vec::new(),
            aliases: Vec::new(),
            per_thread: state.fresh("shares"),
            lease: state.fresh("lease"),
            parameters: state.fresh("parameters"),
            block: state.fresh("block"),
        };
        for field in context.fields() {
            let (cell, alias) = match context.first_with_cell_of(field) {
                first if first.index < field.index => (context.cells[first.index].clone(), context.alias(first)),
                _ => (context.one_cell(field).into(), state.fresh(&format!("__Cell{}", field.index))),
            };
            context.cells.push(cell);
            context.aliases.push(alias);
        }
        context
    }

    /// ```text
    /// /// The live state of [`Worker`].
    /// pub struct WorkerState {
    ///     bytes: ::atomic_state::Counter<u64>,
    /// }
    /// ```
    fn definition(&self) -> TokenStream {
        let Head { vis, generics, allows, .. } = self.head;
        let Self { name, where_clause, .. } = self;
        let docs = doc(&documentation::of_type(self.state));
        let attributes = &self.state.attributes;
        let cells: TokenStream = self
            .in_one_place()
            .map(|field| {
                let (name, cell) = (generated(&field.ident), self.cell(field));
                quote!(#name: #cell,)
            })
            .collect();
        let per_thread = self.per_thread_field();
        let parameters = self.skipped_parameters(self.parameters_field());
        quote! {
            #docs
            #(#attributes)*
            #(#allows)*
            #vis struct #name #generics #where_clause {
                #cells
                #per_thread
                #parameters
            }
        }
    }

    /// The fields that the live state shows.
    fn fields(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        self.state.fields.iter().filter(|field| field.kind.cell != Cell::Absent)
    }

    /// The fields with a cell in the state itself.
    fn in_one_place(&self) -> impl Iterator<Item = &'a Field> {
        self.fields().filter(|field| !field.per_thread && !matches!(field.kind.cell, Cell::PeakOf(_)))
    }

    /// For each field of the plain struct `name: value,` as written by `value`, or if it is skipped its default.
    fn plain_values(&self, value: impl Fn(&Field, &Ident) -> TokenStream) -> TokenStream {
        let values = self.state.fields.iter().map(|field| {
            let (name, ty) = (used(&field.ident), &field.plain.ty);
            if field.kind.cell == Cell::Absent {
                return quote!(#name: <#ty as ::core::default::Default>::default(),);
            }
            value(field, &name)
        });
        values.collect()
    }

    /// The first field with the same cell, whose alias the others share. Most structs have many fields of one kind.
    fn first_with_cell_of(&self, field: &'a Field) -> &'a Field {
        self.fields().find(|first| first.has_cell_of(field)).unwrap_or(field)
    }

    /// The fields of which each thread has a share.
    fn shared_out(&self) -> impl Iterator<Item = &'a Field> {
        self.fields().filter(|field| field.per_thread)
    }

    /// Whether something in the state is read before everything else.
    fn publishes(&self) -> bool {
        self.fields().any(|field| field.kind.publishes)
    }

    /// `impl<T> Trait for WorkerState<T> { … }`
    fn implement(&self, of: &TokenStream, items: &TokenStream) -> TokenStream {
        self.implement_for(&self.name, of, items)
    }

    /// `impl<T> Trait for Worker<T> { … }`
    fn implement_for(&self, name: &Ident, of: &TokenStream, items: &TokenStream) -> TokenStream {
        let Self { impl_generics, ty_generics, where_clause, .. } = self;
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #name #ty_generics #where_clause {
                #items
            }
        }
    }

    /// A field that uses the parameters of a type whose own fields may use none: `parameters: PhantomData<fn() ->
    /// Worker<T>>`
    fn parameters_field(&self) -> Option<TokenStream> {
        let Self { plain, ty_generics, parameters, .. } = self;
        self.has_parameters().then(|| quote!(#parameters: ::core::marker::PhantomData<fn() -> #plain #ty_generics>))
    }

    /// The value of that field.
    fn parameters_value(&self) -> Option<TokenStream> {
        let parameters = &self.parameters;
        self.has_parameters().then(|| quote!(#parameters: ::core::marker::PhantomData))
    }

    /// Something for the parameters, if a skipped field may be all that uses them.
    fn skipped_parameters(&self, tokens: Option<TokenStream>) -> Option<TokenStream> {
        self.state
            .fields
            .iter()
            .any(|field| field.kind.cell == Cell::Absent && field.generic)
            .then_some(tokens)
            .flatten()
    }

    fn has_parameters(&self) -> bool {
        !self.head.generics.params.is_empty()
    }
}

/// The user's identifier, marked as generated, which keeps lints on its use to the place where the user wrote it.
fn generated(ident: &Ident) -> Ident {
    let mut generated = ident.clone();
    generated.set_span(ident.span().resolved_at(Span::call_site()));
    generated
}

/// The same for uses of the plain struct and of fields, all at one place: if the compiler has the same to say of each,
/// it says it once.
fn used(ident: &Ident) -> Ident {
    let mut used = ident.clone();
    used.set_span(Span::call_site());
    used
}

/// The tokens as if they stood at another place.
fn moved(tokens: TokenStream, place: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), moved(group.stream(), place)).into();
        }
        token.set_span(place);
        token
    });
    moved.collect()
}

/// The name as text.
fn text(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}

/// `/** line, … */`: an attribute for each line would take the compiler longer.
fn doc(lines: &[String]) -> Attribute {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    let page = lines.collect::<Vec<_>>().join("\n");
    Attribute::new(quote!(doc = #page))
}

/// `#[must_use]`. It is written piece by piece, as joining token streams is what takes the most time.
struct Attribute(Group);

impl Attribute {
    fn new(inside: TokenStream) -> Self {
        Self(Group::new(Delimiter::Bracket, inside))
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Punct::new('#', Spacing::Alone));
        self.0.to_tokens(tokens);
    }
}

/// The state's parameters with a lifetime before them.
fn with_lifetime(generics: &Generics, lifetime: &str) -> Generics {
    let lifetime = syn::Lifetime::new(lifetime, Span::call_site());
    let mut generics = generics.clone();
    generics.params.insert(0, syn::parse_quote!(#lifetime));
    generics
}
