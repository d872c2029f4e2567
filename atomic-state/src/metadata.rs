//! What a field is called and what it shows: for code that handles the fields of any struct, such as an exporter.

use core::fmt;
use core::time::Duration;

pub use crate::kind::Kind;

/// One field of a plain struct, as its derive saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The field's name, without `r#`.
    pub name: &'static str,
    /// The first paragraph of the field's doc comment, on one line. Empty where there is none.
    pub help: &'static str,
    /// What kind of field it is.
    pub kind: Kind,
    /// The unit of its value, such as `"bytes"`, where the field says one.
    pub unit: Option<&'static str>,
    /// The fields of a nested struct. Empty for any other kind.
    pub fields: &'static [Field],
}

/// The value of a field, whatever its type.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// Of an unsigned integer, or a type that stands for one.
    Unsigned(u64),
    /// Of a signed integer, or a type that stands for one.
    Signed(i64),
    /// Of a [`Duration`].
    Duration(Duration),
    /// Of a flag.
    Bool(bool),
}

/// As the type that it came from shows in `Debug` output.
impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(value) => fmt::Debug::fmt(value, formatter),
            Self::Signed(value) => fmt::Debug::fmt(value, formatter),
            Self::Duration(value) => fmt::Debug::fmt(value, formatter),
            Self::Bool(value) => fmt::Debug::fmt(value, formatter),
        }
    }
}

/// Receives the fields of a plain struct, in the order of their declaration, from
/// [`AtomicState::visit`](crate::AtomicState::visit).
///
/// ```
/// use atomic_state::{AtomicState, Field, Value, Visitor};
///
/// /// Prints what it is shown.
/// #[derive(Default)]
/// struct Lines {
///     prefix: Vec<&'static str>,
///     text: String,
/// }
///
/// impl Visitor for Lines {
///     fn field(&mut self, field: &'static Field, value: Option<Value>) {
///         if let Some(value) = value {
///             let path = [self.prefix.as_slice(), &[field.name]].concat().join("_");
///             self.text += &format!("{path} {value}\n");
///         }
///     }
///
///     fn enter(&mut self, field: &'static Field) {
///         self.prefix.push(field.name);
///     }
///
///     fn leave(&mut self, _: &'static Field) {
///         self.prefix.pop();
///     }
/// }
///
/// #[derive(AtomicState)]
/// struct Http {
///     #[counter]
///     requests: u64,
/// }
///
/// #[derive(AtomicState)]
/// struct Server {
///     #[nested]
///     http: Http,
///     #[flag]
///     ready: bool,
/// }
///
/// let state = ServerState::new();
/// state.http().record_requests(3);
/// let mut lines = Lines::default();
/// state.snapshot().visit(&mut lines);
/// assert_eq!(lines.text, "http_requests 3\nready false\n");
/// ```
pub trait Visitor {
    /// A field and its value, which is none for a minimum or maximum without a sample.
    fn field(&mut self, field: &'static Field, value: Option<Value>);

    /// The fields that follow, up to the matching [`leave`](Self::leave), are those of this nested field.
    fn enter(&mut self, field: &'static Field) {
        let _ = field;
    }

    /// The fields of this nested field have all been shown.
    fn leave(&mut self, field: &'static Field) {
        let _ = field;
    }
}
