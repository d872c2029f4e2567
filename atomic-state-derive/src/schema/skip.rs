//! `#[skip]`: a field of the plain struct that the live state does not have.

use super::{Cell, Kind, Words};

pub(super) static KIND: Kind = Kind {
    name: "skip",
    module: "",
    types: "anything with a `Default`: the live state does not have the field, and a snapshot holds its default",
    misfits: &[],
    optional_misfits: &[],
    fits: "",
    bound: None,
    cell: Cell::Absent,
    share: None,
    shares_on_request: false,
    restarts: None,
    methods: &[],
    settings: &[],
    orderings: &[],
    why_not_relaxed: "",
    several: false,
    publishes: false,
    words: Words { starts: "", takes: "", merges: "" },
    with_key: None,
};
