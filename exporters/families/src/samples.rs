//! The samples of all families, from as many snapshots as there are states.

mod reading;

use std::fmt;
use std::time::Duration;

use atomic_state::{AtomicState, Distribution, DistributionBucket};

use self::reading::Reading;
use crate::families::Families;
use crate::family::{Family, FieldLabel};

/// The value of a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A whole number that is not negative. Of a flag or of an enum's variant: 0 or 1.
    Unsigned(u64),
    /// A whole number.
    Signed(i64),
    /// A number.
    Float(f64),
    /// A duration.
    Duration(Duration),
}

impl Amount {
    /// The value as a number, durations in seconds. An integer of more than 53 bits becomes the nearest `f64`.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the nearest number is what exporters show")]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Unsigned(value) => value as f64,
            Self::Signed(value) => value as f64,
            Self::Float(value) => value,
            Self::Duration(value) => value.as_secs_f64(),
        }
    }
}

/// What a histogram showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// How many samples there are: the sum of the buckets.
    pub count: u64,
    /// The sum of the samples, durations in seconds.
    pub sum: f64,
    /// The quantiles that [`Samples::with_quantiles`] asked for, if there are samples.
    pub quantiles: Vec<(f64, f64)>,
    /// The buckets that are not empty, in ascending order.
    pub buckets: Vec<DistributionBucket>,
}

impl Spread {
    fn of(distribution: &Distribution<'_>, quantiles: &[f64]) -> Self {
        // The middle of the highest bucket is less than the maximum.
        let value = |q: f64| if q < 1.0 { distribution.quantile(q) } else { distribution.max() };
        Self {
            count: distribution.count(),
            sum: distribution.sum(),
            quantiles: quantiles.iter().filter_map(|&q| Some((q, value(q)?))).collect(),
            buckets: distribution.buckets().collect(),
        }
    }
}

/// The value of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LabelValue {
    /// The name of an enum's variant.
    Name(&'static str),
    /// The index in an array.
    Index(usize),
}

impl fmt::Display for LabelValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => formatter.write_str(name),
            Self::Index(index) => index.fmt(formatter),
        }
    }
}

/// One sample of a family.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    state: usize,
    amount: Amount,
    spread: Option<&'a Spread>,
    family: &'a Family,
    /// An index for each of the family's labels.
    indices: &'a [usize],
    variant: Option<&'static str>,
}

impl<'a> Sample<'a> {
    /// Which of the states it is of, from 0.
    #[must_use]
    pub fn state(&self) -> usize {
        self.state
    }

    /// The value. Of a histogram: how many samples it has.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.amount
    }

    /// What the histogram showed, if the field is one.
    #[must_use]
    pub fn spread(&self) -> Option<&'a Spread> {
        self.spread
    }

    /// The labels that the field gives it: of the fields around it, its own, and of the variant that it tells of.
    #[inline]
    pub fn labels(&self) -> impl Iterator<Item = (&'a str, LabelValue)> + use<'a> {
        let several =
            self.family.labels.iter().zip(self.indices).map(|(label, &index)| (label.name, value(label, index)));
        several.chain(self.variant.map(|variant| (self.family.name(), LabelValue::Name(variant))))
    }
}

fn value(label: &FieldLabel, index: usize) -> LabelValue {
    label.values.get(index).map_or(LabelValue::Index(index), |name| LabelValue::Name(name))
}

#[derive(Debug)]
struct Stored {
    state: usize,
    amount: Amount,
    variant: Option<&'static str>,
}

/// The samples of one family.
#[derive(Debug, Default)]
struct Column {
    samples: Vec<Stored>,
    /// The indices of all samples, one after the other.
    indices: Vec<usize>,
    /// What histograms showed: as many as there are samples, or none.
    spreads: Vec<Spread>,
}

/// The samples of all families of a struct, from the snapshots of as many states as there are. It keeps its memory for
/// the next time.
///
/// # Examples
///
/// ```
/// use atomic_state::AtomicState;
/// use atomic_state_families::{Amount, Families, Samples};
///
/// #[derive(AtomicState)]
/// struct Pool {
///     #[counter]
///     jobs: u64,
/// }
///
/// let families = Families::of::<Pool>("pool")?;
/// let mut samples = Samples::default();
/// samples.add(&families, &Pool { jobs: 2 });
/// samples.add(&families, &Pool { jobs: 3 });
/// for (_, family, samples) in samples.by_family(&families) {
///     assert_eq!(family.name(), "pool_jobs");
///     assert!(samples.map(|sample| sample.amount()).eq([Amount::Unsigned(2), Amount::Unsigned(3)]));
/// }
/// # Ok::<(), atomic_state_families::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Samples {
    columns: Vec<Column>,
    states: usize,
    quantiles: &'static [f64],
    path: Vec<usize>,
    indices: Vec<usize>,
}

impl Samples {
    /// Samples that tell these quantiles of each histogram. They are between 0 and 1. That of 1 is the maximum.
    #[must_use]
    pub fn with_quantiles(quantiles: &'static [f64]) -> Self {
        Self { quantiles, ..Self::default() }
    }

    /// Forgets the samples.
    pub fn clear(&mut self) {
        self.states = 0;
        for column in &mut self.columns {
            column.samples.clear();
            column.indices.clear();
            column.spreads.clear();
        }
    }

    /// Adds what a snapshot shows. The families must be those of the snapshot's own struct.
    pub fn add<T: AtomicState>(&mut self, families: &Families, snapshot: &T) {
        self.columns.resize_with(families.iter().len(), Column::default);
        self.path.clear();
        self.indices.clear();
        snapshot.visit(&mut Reading { families, samples: self, at: 0 });
        self.states += 1;
    }

    /// Each family with its number and its samples, in the order of the states. A family without a sample is left out.
    pub fn by_family<'a>(
        &'a self,
        families: &'a Families,
    ) -> impl Iterator<Item = (usize, &'a Family, impl ExactSizeIterator<Item = Sample<'a>>)> {
        let columns = families.iter().zip(&self.columns).enumerate();
        let filled = columns.filter(|(_, (_, column))| !column.samples.is_empty());
        filled.map(|(number, (family, column))| (number, family, column.samples(family)))
    }

    /// The samples of the family with this number, in the order of the states.
    pub fn of<'a>(&'a self, families: &'a Families, number: usize) -> impl Iterator<Item = Sample<'a>> {
        let column = self.columns.get(number).zip(families.iter().nth(number));
        column.into_iter().flat_map(|(column, family)| column.samples(family))
    }
}

impl Column {
    fn samples<'a>(&'a self, family: &'a Family) -> impl ExactSizeIterator<Item = Sample<'a>> {
        let labels = family.labels.len();
        self.samples.iter().enumerate().map(move |(number, stored)| Sample {
            state: stored.state,
            amount: stored.amount,
            spread: self.spreads.get(number),
            variant: stored.variant,
            family,
            indices: &self.indices[number * labels..][..labels],
        })
    }
}
