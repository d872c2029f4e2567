//! The publisher.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

use atomic_state::LiveState;
use atomic_state_families::{Amount, Error, Families, Family, Sample, Samples, Shape, Spread, is_label};
use metrics::{Key, KeyName, Label, Level, Metadata, Recorder, Unit};

use crate::gained::gained;

/// Publishes states of one type, one at a time, to the recorder of the `metrics` facade.
///
/// Keep a publisher for each state, and publish now and then.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use atomic_state::AtomicState;
/// use atomic_state_metrics::Publisher;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     /// Jobs that were done.
///     #[counter(increment = finish)]
///     jobs: u64,
/// }
///
/// let state = Arc::new(PoolState::new());
/// let mut pool = Publisher::new("pool", &[("pool", "a")])?;
/// state.finish();
/// pool.publish(&*state);
/// # Ok::<(), atomic_state_metrics::Error>(())
/// ```
pub struct Publisher<S: LiveState> {
    families: Families,
    /// The name and the unit of each family.
    names: Vec<(KeyName, Option<Unit>)>,
    labels: Vec<Label>,
    samples: Samples,
    /// What each histogram had when it was last published.
    published: HashMap<Key, Spread>,
    described: bool,
    state: PhantomData<fn(&S)>,
}

impl<S: LiveState> Publisher<S> {
    /// A publisher. The names of its metrics begin with the prefix, unless it is empty. The labels go on all of them.
    ///
    /// # Errors
    ///
    /// An [`Error`] that names the fields, if two fields become metrics of one name, or if a field or label has a name
    /// that Prometheus refuses, as that is where most recorders lead.
    pub fn new(prefix: &str, labels: &[(&str, &str)]) -> Result<Self, Error> {
        let families = Families::of::<S::Snapshot>(prefix)?;
        families.check_labels(labels.iter().map(|(name, _)| *name), is_label)?;
        let names = names(&families)?;
        let labels = labels.iter().map(|(name, value)| Label::new((*name).to_owned(), (*value).to_owned())).collect();
        let (samples, published) = (Samples::default(), HashMap::new());
        Ok(Self { families, names, labels, samples, published, described: false, state: PhantomData })
    }

    /// Publishes what the state shows now. The first time, it also describes the metrics.
    ///
    /// Counters are set by `absolute`, everything else by `set`. Histograms record what they gained since the last
    /// time. A recorder that has no `record_many` of its own records one by one, so publish often where it has none.
    pub fn publish(&mut self, state: &S) {
        self.samples.clear();
        self.samples.add(&self.families, &state.snapshot());
        metrics::with_recorder(|recorder| {
            if !self.described {
                self.describe(recorder);
            }
            for (number, family, samples) in self.samples.by_family(&self.families) {
                let name = &self.names[number].0;
                for sample in samples {
                    let key = Key::from_parts(name.clone(), labels(&self.labels, &sample));
                    publish(recorder, key, family, &sample, &mut self.published);
                }
            }
        });
        self.described = true;
    }

    fn describe(&self, recorder: &dyn Recorder) {
        for (family, (name, unit)) in self.families.iter().zip(&self.names) {
            let (name, unit, help) = (name.clone(), *unit, family.help().into());
            match family.shape() {
                Shape::Counter => recorder.describe_counter(name, unit, help),
                Shape::Gauge => recorder.describe_gauge(name, unit, help),
                Shape::Histogram => recorder.describe_histogram(name, unit, help),
            }
        }
    }
}

/// The name and unit of each family. A counter here is a whole number, so time is counted in nanoseconds.
fn names(families: &Families) -> Result<Vec<(KeyName, Option<Unit>)>, Error> {
    let mut names = Vec::new();
    let mut nanoseconds = Vec::new();
    for family in families.iter() {
        if is_time(family) {
            let name = format!("{}_nanoseconds", family.stem());
            nanoseconds.push((name.clone(), family));
            names.push((name.into(), Some(Unit::Nanoseconds)));
        } else {
            names.push((family.name().to_owned().into(), family.unit().and_then(Unit::from_string)));
        }
    }
    for (name, time) in nanoseconds {
        if let Some(other) = families.iter().find(|family| family.name() == name) {
            let [first, second] = [time, other].map(|family| family.path().to_owned());
            return Err(Error::Clash { name, first, second });
        }
    }
    Ok(names)
}

fn is_time(family: &Family) -> bool {
    family.shape() == Shape::Counter && family.unit() == Some("seconds")
}

fn labels(of_state: &[Label], sample: &Sample<'_>) -> Vec<Label> {
    let of_field = sample.labels().map(|(name, value)| Label::new(name.to_owned(), value.to_string()));
    of_state.iter().cloned().chain(of_field).collect()
}

fn publish(
    recorder: &dyn Recorder,
    key: Key,
    family: &Family,
    sample: &Sample<'_>,
    published: &mut HashMap<Key, Spread>,
) {
    let metadata = Metadata::new(module_path!(), Level::INFO, Some(module_path!()));
    if let Some(spread) = sample.spread() {
        let histogram = recorder.register_histogram(&key, &metadata);
        for (value, count) in gained(spread, published.get(&key)) {
            histogram.record_many(value, usize::try_from(count).unwrap_or(usize::MAX));
        }
        published.insert(key, spread.clone());
    } else if family.shape() == Shape::Counter {
        recorder.register_counter(&key, &metadata).absolute(whole(family, sample.amount()));
    } else {
        recorder.register_gauge(&key, &metadata).set(sample.amount().as_f64());
    }
}

/// What a counter shows, in nanoseconds if it counts time.
fn whole(family: &Family, amount: Amount) -> u64 {
    match amount {
        Amount::Unsigned(seconds) if is_time(family) => seconds.saturating_mul(1_000_000_000),
        Amount::Unsigned(value) => value,
        Amount::Duration(value) => u64::try_from(value.as_nanos()).unwrap_or(u64::MAX),
        Amount::Signed(_) | Amount::Float(_) => 0,
    }
}

impl<S: LiveState> fmt::Debug for Publisher<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.names.iter().map(|(name, _)| name.as_str()).collect();
        formatter.debug_struct("Publisher").field("names", &names).finish_non_exhaustive()
    }
}
