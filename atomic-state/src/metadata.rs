//! The name, kind and value of a field, for code that handles the fields of any struct, such as an exporter.

mod distribution;

use core::fmt;
use core::time::Duration;

pub use self::distribution::{Distribution, DistributionBucket};
use crate::variants::Variants;

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
    /// How often which samples occurred.
    Histogram,
    /// The last value set.
    Value,
    /// The step of a way that leads forward.
    Phase,
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
    /// Whether the field holds several values, in an array or a [`ByVariant`](crate::ByVariant), and then the name of
    /// the label that tells them apart: the field's `label`, or its name.
    pub label: Option<&'static str>,
    /// The names of the variants, in the order of their declaration: of a [`ByVariant`](crate::ByVariant) those of its
    /// enum, and of a phase or another value that is an enum, those that it can have. Empty for an array, whose values
    /// are told apart by their index.
    pub variants: &'static [&'static str],
    /// The fields of a nested struct. Empty for any other kind.
    pub fields: &'static [Field],
}

/// The value of a field, whatever its type.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// No value: a minimum or maximum without a sample, or an `Option` that is `None`.
    Missing,
    /// The value of an unsigned integer, or of a type that stands for one.
    Unsigned(u64),
    /// The value of a signed integer, or of a type that stands for one.
    Signed(i64),
    /// The value of a floating-point number.
    Float(f64),
    /// The value of a [`Duration`].
    Duration(Duration),
    /// Whether a flag is set.
    Bool(bool),
    /// The variant of an enum.
    Variant(Variant),
    /// The samples of a [`Histogram`](crate::Histogram).
    Histogram(Distribution<'a>),
}

impl Value<'_> {
    /// The value as exporters write it: a [`Duration`] in seconds, a `bool` as 0 or 1. `None` for a value that is
    /// missing, for a variant and for a histogram.
    ///
    /// An integer of more than 53 bits becomes the nearest `f64`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use atomic_state::Value;
    ///
    /// assert_eq!(Value::Duration(Duration::from_millis(1500)).as_f64(), Some(1.5));
    /// assert_eq!(Value::Bool(true).as_f64(), Some(1.0));
    /// assert_eq!(Value::Missing.as_f64(), None);
    /// ```
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the nearest number is what exporters show")]
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Self::Unsigned(value) => Some(value as f64),
            Self::Signed(value) => Some(value as f64),
            Self::Float(value) => Some(value),
            Self::Duration(value) => Some(value.as_secs_f64()),
            Self::Bool(value) => Some(f64::from(u8::from(value))),
            Self::Missing | Self::Variant(_) | Self::Histogram(_) => None,
        }
    }
}

/// Shows the value like its own type's `Debug` output. A variant is its name.
impl fmt::Display for Value<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => formatter.write_str("None"),
            Self::Unsigned(value) => fmt::Debug::fmt(value, formatter),
            Self::Signed(value) => fmt::Debug::fmt(value, formatter),
            Self::Float(value) => fmt::Debug::fmt(value, formatter),
            Self::Duration(value) => fmt::Debug::fmt(value, formatter),
            Self::Bool(value) => fmt::Debug::fmt(value, formatter),
            Self::Variant(variant) => formatter.write_str(variant.name()),
            Self::Histogram(distribution) => fmt::Debug::fmt(distribution, formatter),
        }
    }
}

/// A variant of an enum that derives [`Variants`](macro@crate::Variants), as a [`Value`].
///
/// # Examples
///
/// ```
/// use atomic_state::{Variant, Variants};
///
/// #[derive(Variants, Clone, Copy)]
/// enum Health {
///     Good,
///     Poor,
/// }
///
/// let variant = Variant::of(Health::Poor);
/// assert_eq!((variant.index(), variant.name()), (1, "poor"));
/// assert_eq!(variant.names(), ["good", "poor"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    index: usize,
    names: &'static [&'static str],
}

impl Variant {
    /// The variant as a value. See [above](Self) for an example of this and the others.
    #[must_use]
    pub fn of<E: Variants>(variant: E) -> Self {
        Self { index: variant.index(), names: E::NAMES }
    }

    /// Its place in the order of declaration, from 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.names[self.index]
    }

    /// The names of all variants of its enum.
    #[must_use]
    pub fn names(&self) -> &'static [&'static str] {
        self.names
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
///     fn field(&mut self, field: &'static Field, variant: Option<usize>, value: Value<'_>) {
///         let path = [self.prefix.as_slice(), &[field.name]].concat().join("_");
///         match variant.and_then(|variant| field.variants.get(variant)) {
///             Some(variant) => self.text += &format!("{path}[{variant}] {value}\n"),
///             None => self.text += &format!("{path} {value}\n"),
///         }
///     }
///
///     fn enter(&mut self, field: &'static Field, _: Option<usize>) {
///         self.prefix.push(field.name);
///     }
///
///     fn leave(&mut self, _: &'static Field, _: Option<usize>) {
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
    /// A field and its value. A field that holds several values comes once for each of them, with the value's index.
    /// For a [`ByVariant`](crate::ByVariant) that is the place of its name in [`Field::variants`].
    fn field(&mut self, field: &'static Field, variant: Option<usize>, value: Value<'_>);

    /// A nested field begins. The fields up to the matching [`leave`](Self::leave) are the fields of its struct. If the
    /// field holds several structs, they come one after the other, each with its index.
    fn enter(&mut self, field: &'static Field, variant: Option<usize>) {
        let _ = (field, variant);
    }

    /// A nested field ends.
    fn leave(&mut self, field: &'static Field, variant: Option<usize>) {
        let _ = (field, variant);
    }
}
