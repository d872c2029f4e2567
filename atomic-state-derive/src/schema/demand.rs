//! What methods ask of types.

use super::Sort;

/// What a method asks of the field's type, beyond being of the kind.
pub(crate) struct Demand {
    /// Whether a type of a sort meets it, as far as tokens tell.
    pub(crate) is_met_by: fn(Sort) -> bool,
    /// Why another does not, after the key.
    pub(crate) otherwise: &'static str,
    /// The constant of the cell that tells of any type, and the runtime's function that wants it to be true.
    pub(crate) constant: &'static str,
    pub(crate) check: &'static str,
}
