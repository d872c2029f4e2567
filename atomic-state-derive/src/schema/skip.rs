//! `#[skip]`: a field of the plain struct that the live state does not have.

use super::Kind;

pub(super) static KIND: Kind = Kind {
    name: "skip",
    types: "anything with a `Default`: the live state does not have the field, and a snapshot holds its default",
    ..Kind::PLAIN
};
