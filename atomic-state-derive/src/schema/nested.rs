//! `#[nested]`: a state within a state.

use super::{Body, Cell, Kind, Method, Setting, Sort, Type, Words};

pub(super) static KIND: Kind = Kind {
    name: "nested",
    module: "nested",
    types: "another struct that derives `AtomicState`",
    misfits: &[
        (Sort::Bool, "a nested field is a struct that derives `AtomicState`: use `#[flag]` for a `bool`"),
        (
            Sort::Unsigned,
            "a nested field is a struct that derives `AtomicState`: use `#[counter]` or `#[gauge]` for a number",
        ),
        (
            Sort::Signed,
            "a nested field is a struct that derives `AtomicState`: use `#[counter]` or `#[gauge]` for a number",
        ),
        (Sort::Float, "a nested field is a struct that derives `AtomicState`: use `#[value]` for a float"),
        (Sort::Optional, "a nested state is always there: write the struct without `Option`"),
    ],
    fits: "HasState",
    bound: Some("HasState"),
    cell: Cell::State,
    methods: &[Method {
        key: "get",
        prefix: Some(""),
        returns: Some(Type::State),
        body: Body::Borrow,
        does: "The live state of `{field}`.",
        ..Method::PLAIN
    }],
    settings: &[Setting::State],
    several: true,
    publishes: true,
    words: Words { starts: "", takes: "Nested states take too.", merges: "Nested states merge too." },
    ..Kind::PLAIN
};
