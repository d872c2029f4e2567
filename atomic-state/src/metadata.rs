//! The name, kind and value of a field, for code that handles the fields of any struct, such as an exporter.

use core::fmt;
use core::time::Duration;

/// The kinds of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A number that only goes up.
    Counter,
    /// A condition, set or not.
    Flag,
    /// A number that goes up and down.
    Gauge,
    /// The largest of all samples.
    Max,
    /// The smallest of all samples.
    Min,
    /// A struct with fields of its own.
    Nested,
}

/// One field of a plain struct, as its derive saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The field's name, without `r#`.
    pub name: &'static str,
    /// The first paragraph of the field's doc comment, on one line, with links as the words they show. Empty if there
    /// is no comment, or if it starts with something that is no text, such as a list.
    pub help: &'static str,
    /// The field's kind.
    pub kind: Kind,
    /// The unit of the field's value, such as `"bytes"`, if the field has a `unit`. That of a `Duration` is
    /// `"seconds"`.
    pub unit: Option<&'static str>,
    /// The fields of a nested struct. Empty for any other kind.
    pub fields: &'static [Field],
}

/// The value of a field, whatever its type.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// The value of an unsigned integer, or of a type that stands for one.
    Unsigned(u64),
    /// The value of a signed integer, or of a type that stands for one.
    Signed(i64),
    /// The value of a [`Duration`].
    Duration(Duration),
    /// Whether a flag is set.
    Bool(bool),
}

/// Shows the value like its own type's `Debug` output.
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
/// # Examples
///
/// ```
/// use atomic_state::{AtomicState, Field, Value, Visitor};
///
/// /// Prints each field on a line.
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
    /// A field and its value. A minimum or maximum without a sample has none.
    fn field(&mut self, field: &'static Field, value: Option<Value>);

    /// A nested field begins. The fields up to the matching [`leave`](Self::leave) are the fields of its struct.
    fn enter(&mut self, field: &'static Field) {
        let _ = field;
    }

    /// A nested field ends.
    fn leave(&mut self, field: &'static Field) {
        let _ = field;
    }
}
