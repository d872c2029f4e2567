//! The collector.

use std::fmt;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use atomic_state::LiveState;
use atomic_state_families::{Error, Families, Family, Held, Labels, Samples, Shape, States, is_label, labels, show};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::Unit;

use crate::bounds::Bounds;
use crate::encode::{self, help};

/// Shows states of one type to Prometheus.
///
/// Clones share the states: register one with a registry, keep another to add states to.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use atomic_state::AtomicState;
/// use atomic_state_prometheus_client::StateCollector;
/// use prometheus_client::encoding::text;
/// use prometheus_client::registry::Registry;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     /// Jobs that were done.
///     #[counter(increment = finish)]
///     jobs: u64,
/// }
///
/// let pools = StateCollector::<PoolState>::new("pool")?;
/// let mut registry = Registry::default();
/// registry.register_collector(Box::new(pools.clone()));
///
/// let state = Arc::new(PoolState::new());
/// pools.add(&[("pool", "a")], &state)?;
/// state.finish();
///
/// let mut page = String::new();
/// text::encode(&mut page, &registry)?;
/// assert!(page.contains("pool_jobs_total{pool=\"a\"} 1\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct StateCollector<S: LiveState + 'static> {
    shared: Arc<Shared<S>>,
    read: fn(&S) -> S::Snapshot,
    /// The bounds of each family, if it is a histogram.
    bounds: Arc<[Bounds]>,
}

struct Shared<S: LiveState + 'static> {
    families: Families,
    /// The unit of each family, as the encoders take it.
    units: Vec<Option<Unit>>,
    states: States<S, Labels>,
    /// The memory of the last scrape.
    samples: Mutex<Samples>,
}

impl<S: LiveState + 'static> StateCollector<S> {
    /// A collector without states. The names of its metrics begin with the prefix, unless it is empty.
    ///
    /// # Errors
    ///
    /// An [`Error`] that names the fields, if two fields become metrics of one name, or if a field or label has a name
    /// that Prometheus refuses.
    ///
    /// A collector knows nothing of what else is in its registry. Give each collector a prefix of its own.
    pub fn new(prefix: &str) -> Result<Self, Error> {
        let families = Families::of::<S::Snapshot>(prefix)?;
        let units =
            families.iter().map(|family| family.unit_suffix().map(|unit| Unit::Other(unit.to_owned()))).collect();
        let bounds = families.iter().map(|family| match family.shape() {
            Shape::Histogram => Bounds::powers_of_two(family.unit()),
            _ => Bounds::default(),
        });
        let bounds = bounds.collect();
        let shared = Shared { families, units, states: States::default(), samples: Mutex::default() };
        Ok(Self { shared: Arc::new(shared), read: S::snapshot, bounds })
    }

    /// Restarts minima and maxima at each scrape, so that each scrape shows those since the one before. Everything else
    /// goes on. Use it if there is only one scraper: with two, each misses what the other saw.
    ///
    /// It holds for this collector and for clones that are made of it, not for the one that it was cloned from.
    #[must_use]
    pub fn extremes_since_last_scrape(mut self) -> Self {
        self.read = S::take_extremes;
        self
    }

    /// Gives all histograms classic buckets with these upper bounds, in the unit that they show: seconds for a
    /// `Duration`. A bound becomes the next one up at which a bucket of [`Histogram`](atomic_state::Histogram) ends, at
    /// most 9.06 % larger, and that is what is shown, so that counts are exact. The last bucket is
    /// infinite in any case.
    ///
    /// Without it the bounds are powers of two: for seconds from 2⁻²⁰ (a microsecond) to 2¹⁰, for others from 1 to 2⁴⁰.
    /// Each bucket is a time series for each state, so give services with many states fewer of them.
    ///
    /// It holds for this collector and for clones that are made of it, not for the one that it was cloned from.
    ///
    /// # Errors
    ///
    /// [`Error::Bound`] if a bound is negative or no number.
    pub fn bounds(mut self, bounds: &[f64]) -> Result<Self, Error> {
        let bounds = Bounds::above(bounds)?;
        self.bounds = self.bounds.iter().map(|_| bounds.clone()).collect();
        Ok(self)
    }

    /// Like [`bounds`](Self::bounds), for one histogram. It is named by its path from the outermost struct, as
    /// `http.latency`.
    ///
    /// # Errors
    ///
    /// [`Error::Bound`] as there, and [`Error::NoHistogram`] if no histogram has this path.
    pub fn bounds_of(mut self, field: &str, bounds: &[f64]) -> Result<Self, Error> {
        let bounds = Bounds::above(bounds)?;
        let is_it = |family: &Family| family.path() == field && family.shape() == Shape::Histogram;
        let number = self.shared.families.iter().position(is_it);
        let number = number.ok_or_else(|| Error::NoHistogram { field: field.to_owned() })?;
        let mut all = self.bounds.to_vec();
        all[number] = bounds;
        self.bounds = all.into();
        Ok(self)
    }

    /// Adds a state: an `&Arc`, which the collector holds weakly, or a `&'static` one. The labels go on all of its
    /// metrics. A state in an `Arc` that is dropped leaves the next scrape.
    ///
    /// # Errors
    ///
    /// - [`Error::Label`] if Prometheus refuses a label's name or keeps it to itself.
    /// - [`Error::LabelTwice`] if two labels have the same name, or a field has a label of this name.
    /// - [`Error::SameLabels`] if a state that was added before has the same labels. An empty label counts as none.
    pub fn add(&self, state_labels: &[(&str, &str)], state: impl Into<Held<S>>) -> Result<(), Error> {
        self.shared.families.check_labels(state_labels.iter().map(|(name, _)| *name), is_label)?;
        self.shared.states.add(labels(state_labels), state.into(), |labels| show(labels.iter()))
    }

    /// Reads all states before anything of them is written, so that a family's samples stand together.
    fn read(&self, samples: &mut Samples) -> Vec<Labels> {
        samples.clear();
        let states = self.shared.states.alive();
        let read = states.into_iter().map(|(labels, state)| {
            samples.add(&self.shared.families, &(self.read)(&state));
            labels
        });
        read.collect()
    }

    fn write(&self, samples: &Samples, states: &[Labels], mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let escape = encode::leaves_help_raw(&encoder);
        for (number, family, samples) in samples.by_family(&self.shared.families) {
            let metric_type = match family.shape() {
                Shape::Counter => MetricType::Counter,
                Shape::Gauge => MetricType::Gauge,
                Shape::Histogram => MetricType::Histogram,
            };
            let unit = self.shared.units[number].as_ref();
            let mut encoder =
                encoder.encode_descriptor(family.stem(), &help(family.help(), escape), unit, metric_type)?;
            for sample in samples {
                encode::sample(&mut encoder, family.shape(), &sample, &states[sample.state()], &self.bounds[number])?;
            }
        }
        Ok(())
    }
}

impl<S: LiveState + 'static> Collector for StateCollector<S> {
    fn encode(&self, encoder: DescriptorEncoder<'_>) -> fmt::Result {
        // A second scrape at the same time gets memory of its own.
        let lock = || self.shared.samples.lock().unwrap_or_else(PoisonError::into_inner);
        let mut samples = mem::take(&mut *lock());
        let states = self.read(&mut samples);
        let written = self.write(&samples, &states, encoder);
        *lock() = samples;
        written
    }
}

impl<S: LiveState + 'static> Clone for StateCollector<S> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), read: self.read, bounds: Arc::clone(&self.bounds) }
    }
}

impl<S: LiveState + 'static> fmt::Debug for StateCollector<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.shared.families.iter().map(Family::name).collect();
        formatter.debug_struct("StateCollector").field("families", &names).finish_non_exhaustive()
    }
}
