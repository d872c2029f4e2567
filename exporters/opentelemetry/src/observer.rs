//! The observer: instruments that read states when they are collected.

use std::fmt;
use std::sync::Arc;

use atomic_state::LiveState;
use atomic_state_families::{Error, Families, Family, Held, Shape, show};
use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use crate::instrument::{Unit, check_name};
use crate::reading::{Attributes, Reading, Show};

/// Shows states of one type to OpenTelemetry, by observable instruments.
///
/// The instruments are made once, by [`new`](Self::new): a callback cannot be taken back. They stay as long as the
/// meter's provider, and read the states that there are. Clones share the states.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use atomic_state::AtomicState;
/// use atomic_state_opentelemetry::StateObserver;
/// use opentelemetry::KeyValue;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     /// Jobs that were done.
///     #[counter(increment = finish)]
///     jobs: u64,
/// }
///
/// let meter = opentelemetry::global::meter("my service");
/// let pools = StateObserver::<PoolState>::new(&meter, "pool")?;
///
/// let state = Arc::new(PoolState::new());
/// pools.add(&[KeyValue::new("pool", "a")], &state)?;
/// state.finish();
/// # Ok::<(), atomic_state_opentelemetry::Error>(())
/// ```
pub struct StateObserver<S: LiveState + 'static> {
    reading: Arc<Reading<S>>,
}

impl<S: LiveState + 'static> StateObserver<S> {
    /// Makes the instruments. Their names begin with the prefix, unless it is empty.
    ///
    /// # Errors
    ///
    /// An [`Error`] that names the fields, if two fields become instruments of one name, or if a field or label has a
    /// name that is refused. OpenTelemetry's names begin with a letter and have at most 255 characters. It makes no
    /// difference between small and capital letters.
    pub fn new(meter: &Meter, prefix: &str) -> Result<Self, Error> {
        let families = Families::of::<S::Snapshot>(prefix)?;
        let mut names: Vec<(String, &Family)> = Vec::new();
        for family in families.iter() {
            check_name(family)?;
            let name = family.name().to_ascii_lowercase();
            if let Some((name, first)) = names.iter().find(|(other, _)| *other == name) {
                let [first, second] = [first, family].map(|family| family.path().to_owned());
                return Err(Error::Clash { name: name.clone(), first, second });
            }
            names.push((name, family));
        }
        drop(names);
        let observer = Self { reading: Arc::new(Reading::new(families)) };
        observer.make_instruments(meter);
        Ok(observer)
    }

    /// Adds a state: an `&Arc`, which the instruments hold weakly, or a `&'static` one. The attributes go on all of its
    /// measurements. A state in an `Arc` that is dropped leaves the next collection.
    ///
    /// # Errors
    ///
    /// - [`Error::Label`] if an attribute's name is empty or one that Prometheus keeps to itself, such as `quantile`.
    /// - [`Error::LabelTwice`] if two attributes have the same name, or a field has a label of this name.
    /// - [`Error::SameLabels`] if a state that was added before has the same attributes.
    pub fn add(&self, attributes: &[KeyValue], state: impl Into<Held<S>>) -> Result<(), Error> {
        let names = attributes.iter().map(|attribute| attribute.key.as_str());
        let is_good = |name: &str| !name.is_empty() && !atomic_state_families::is_reserved(name);
        self.reading.families.check_labels(names, is_good)?;
        let mut attributes = attributes.to_vec();
        attributes.sort_by(|one, other| one.key.cmp(&other.key));
        self.reading.states.add(Attributes::from(attributes), state.into(), |attributes| {
            let labels: Vec<_> =
                attributes.iter().map(|attribute| (attribute.key.to_string(), attribute.value.to_string())).collect();
            show(&labels)
        })
    }

    fn make_instruments(&self, meter: &Meter) {
        let mut number = 0;
        for (place, family) in self.reading.families.iter().enumerate() {
            let mut make = |show| {
                self.make(meter, number, family, place, show);
                number += 1;
            };
            match family.shape() {
                Shape::Counter | Shape::Gauge => make(Show::Amount),
                Shape::Histogram => [Show::Count, Show::Sum, Show::Quantiles].into_iter().for_each(make),
            }
        }
    }

    /// Makes one instrument. `number` tells it from the others, in the order of their making.
    fn make(&self, meter: &Meter, number: usize, family: &Family, place: usize, show: Show) {
        let name = format!("{}{}", family.name(), show.suffix());
        let unit = if matches!(show, Show::Count) { Unit(None) } else { Unit(family.unit()) };
        let counts = family.shape() != Shape::Gauge && !matches!(show, Show::Quantiles);
        let whole = counts && (matches!(show, Show::Count) || show == Show::Amount && family.unit() != Some("seconds"));
        let reading = Arc::clone(&self.reading);
        macro_rules! build {
            ($builder:ident, $convert:expr) => {{
                let builder = meter.$builder(name).with_description(family.help()).with_unit(unit.to_string());
                // The callback is the provider's from now on.
                let _instrument = builder
                    .with_callback(move |observer| {
                        reading.observe(number, place, show, |amount, attributes| {
                            observer.observe($convert(amount), attributes);
                        });
                    })
                    .build();
            }};
        }
        match (counts, whole) {
            (true, true) => build!(u64_observable_counter, crate::instrument::whole),
            (true, false) => build!(f64_observable_counter, atomic_state_families::Amount::as_f64),
            (false, _) => build!(f64_observable_gauge, atomic_state_families::Amount::as_f64),
        }
    }
}

impl<S: LiveState + 'static> Clone for StateObserver<S> {
    fn clone(&self) -> Self {
        Self { reading: Arc::clone(&self.reading) }
    }
}

impl<S: LiveState + 'static> fmt::Debug for StateObserver<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.reading.families.iter().map(Family::name).collect();
        formatter.debug_struct("StateObserver").field("families", &names).finish_non_exhaustive()
    }
}
