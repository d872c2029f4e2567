//! Why a state has no metric families, or why they take no further state.

use std::fmt;

/// Why the fields of a struct make no metric families, or why a state cannot be added to them.
///
/// A field is named by its path from the outermost struct, as `http.requests`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The prefix is no part of a metric's name.
    Prefix {
        /// The prefix.
        prefix: String,
    },
    /// The field's name is no part of a metric's name.
    Name {
        /// The field.
        field: String,
        /// The name that it would have.
        name: String,
    },
    /// Two fields have the same name once they are metrics.
    Clash {
        /// The name that both would have.
        name: String,
        /// The field that comes first.
        first: String,
        /// The other field.
        second: String,
    },
    /// The format keeps this label's name to itself, or refuses it.
    Label {
        /// The label's name.
        label: String,
        /// The field that has it. `None` for a label of a state.
        field: Option<String>,
    },
    /// Two labels of the same metric have the same name.
    LabelTwice {
        /// The name of both.
        label: String,
        /// The field that has it first. `None` for a label of a state.
        first: Option<String>,
        /// The field that has it too. `None` for a label of a state.
        second: Option<String>,
    },
    /// Another state has the same labels, so their metrics could not be told apart.
    SameLabels {
        /// The labels, as `pool="a"`.
        labels: String,
    },
    /// No histogram has this path.
    NoHistogram {
        /// The path.
        field: String,
    },
    /// The bound of a bucket is negative or no number.
    Bound {
        /// The bound.
        bound: f64,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prefix { prefix } => {
                write!(formatter, "the prefix `{prefix}` is no metric name: write ASCII letters, digits and `_`")
            }
            Self::Name { field, name } => {
                write!(
                    formatter,
                    "the field `{field}` would be the metric `{name}`, which is no name that metrics can have"
                )
            }
            Self::Clash { name, first, second } => {
                write!(formatter, "the fields `{first}` and `{second}` would both be the metric `{name}`: rename one")
            }
            Self::Label { label, field } => {
                write!(formatter, "{} `{label}`, which is no name that labels can have", Owner(field.as_deref()))
            }
            Self::LabelTwice { label, first, second } => {
                let (first, second) = (Owner(first.as_deref()), Owner(second.as_deref()));
                write!(formatter, "{first} `{label}`, and {second} `{label}` too: rename one")
            }
            Self::SameLabels { labels } => {
                write!(formatter, "another state has the labels {{{labels}}} already, so nothing tells the two apart")
            }
            Self::NoHistogram { field } => write!(formatter, "no field `{field}` is a histogram"),
            Self::Bound { bound } => write!(formatter, "the bound {bound} of a bucket is negative or no number"),
        }
    }
}

impl std::error::Error for Error {}

/// Says who has a label.
struct Owner<'a>(Option<&'a str>);

impl fmt::Display for Owner<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(field) => write!(formatter, "the field `{field}` has the label"),
            None => formatter.write_str("the state has the label"),
        }
    }
}
