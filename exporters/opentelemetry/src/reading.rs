//! How the callbacks of one collection share one reading of the states.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

use atomic_state::LiveState;
use atomic_state_families::{Amount, Families, Samples, States};
use opentelemetry::{Key, KeyValue};

/// What is shown of a histogram's distribution. The last is the maximum.
const QUANTILES: &[f64] = &[0.5, 0.9, 0.99, 1.0];

/// The attributes of a state, in the order of their names.
pub(crate) type Attributes = Arc<[KeyValue]>;

/// What of a family an instrument shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Show {
    /// The value.
    Amount,
    /// Of a histogram, how many samples there are.
    Count,
    /// Of a histogram, the samples' sum.
    Sum,
    /// Of a histogram, some quantiles.
    Quantiles,
}

impl Show {
    /// What the instrument's name ends with.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Amount | Self::Quantiles => "",
            Self::Count => "_count",
            Self::Sum => "_sum",
        }
    }
}

/// States, and what they showed when they were last read.
pub(crate) struct Reading<S: LiveState + 'static> {
    pub(crate) families: Families,
    pub(crate) states: States<S, Attributes>,
    last: Mutex<Last>,
}

/// The last reading.
#[derive(Default)]
struct Last {
    samples: Samples,
    states: Vec<Attributes>,
    /// Who saw it last: a thread, and the number of an instrument.
    seen: Option<(ThreadId, usize)>,
}

impl<S: LiveState + 'static> Reading<S> {
    pub(crate) fn new(families: Families) -> Self {
        let last = Last { samples: Samples::with_quantiles(QUANTILES), ..Last::default() };
        Self { families, states: States::default(), last: Mutex::new(last) }
    }

    /// Shows the values of a family to an instrument's callback. It reads the states if a collection begins.
    pub(crate) fn observe(
        &self,
        number: usize,
        place: usize,
        show: Show,
        mut observe: impl FnMut(Amount, &[KeyValue]),
    ) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        // The callbacks of a collection run in the order of their making, on one thread. So one that is not later than
        // the last, or runs on another thread, belongs to another collection.
        let thread = thread::current().id();
        if !last.seen.is_some_and(|(by, latest)| by == thread && latest < number) {
            self.read(&mut last);
        }
        last.seen = Some((thread, number));
        let mut attributes = Vec::new();
        for sample in last.samples.of(&self.families, place) {
            attributes.clear();
            attributes.extend_from_slice(&last.states[sample.state()]);
            attributes.extend(
                sample.labels().map(|(name, value)| KeyValue::new(Key::new(name.to_owned()), value.to_string())),
            );
            let spread = sample.spread();
            match show {
                Show::Amount | Show::Count => observe(sample.amount(), &attributes),
                Show::Sum => observe(Amount::Float(spread.map_or(0.0, |spread| spread.sum)), &attributes),
                Show::Quantiles => {
                    for &(quantile, value) in spread.iter().flat_map(|spread| &spread.quantiles) {
                        attributes.push(KeyValue::new("quantile", quantile));
                        observe(Amount::Float(value), &attributes);
                        attributes.pop();
                    }
                }
            }
        }
    }

    fn read(&self, last: &mut Last) {
        last.samples.clear();
        last.states.clear();
        for (attributes, state) in self.states.alive() {
            last.samples.add(&self.families, &state.snapshot());
            last.states.push(attributes);
        }
    }
}
