//! What the page shows: a sample of the state each second, of the last minutes and from now on.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use atomic_state::{AtomicState, LiveState};
use axum::response::sse::Event;
use futures_lite::{Stream, StreamExt, stream};
use serde_json::json;
use tokio::sync::broadcast::{self, Receiver, Sender, error::RecvError};
use tokio::time::{MissedTickBehavior, interval};

use crate::reading;

/// How often a sample is taken.
const EVERY: Duration = Duration::from_secs(1);
/// How many samples a new reader gets at once: those of five minutes.
const KEPT: usize = 300;
/// Over how many samples rates and quantiles are taken.
const WINDOW: usize = 5;
/// How many samples a reader may be late. One that is later misses some.
const LATE: usize = 16;

/// The samples, for however many readers.
pub(crate) struct Feed {
    /// The first event: what the samples are of.
    head: Arc<str>,
    samples: Mutex<Samples>,
}

struct Samples {
    past: VecDeque<Arc<str>>,
    /// `None` when no more will come.
    coming: Option<Sender<Arc<str>>>,
}

impl Feed {
    pub(crate) fn new(title: &str, snapshot: &impl AtomicState) -> Self {
        let head = json!({
            "title": title,
            "kept": KEPT,
            "quantiles": reading::QUANTILES,
            "fields": reading::fields(snapshot),
        });
        let samples = Samples { past: VecDeque::new(), coming: Some(broadcast::channel(LATE).0) };
        Self { head: head.to_string().into(), samples: Mutex::new(samples) }
    }

    /// Takes samples until the feed is closed.
    pub(crate) async fn fill<S: LiveState>(&self, state: &S) {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut window = VecDeque::new();
        loop {
            ticks.tick().await;
            window.push_back((Instant::now(), state.snapshot()));
            if window.len() > WINDOW + 1 {
                window.pop_front();
            }
            if !self.add(sample::<S::Snapshot>(&window)) {
                return;
            }
        }
    }

    /// Ends what the readers read.
    pub(crate) fn close(&self) {
        self.lock().coming = None;
    }

    /// What is known so far, and then what comes.
    pub(crate) fn events(&self) -> impl Stream<Item = Event> + use<> {
        let samples = self.lock();
        let past: Vec<_> = samples.past.iter().cloned().collect();
        let coming = samples.coming.as_ref().map(Sender::subscribe);
        let head = Event::default().event("head").data(&*self.head);
        let events = stream::iter(past).chain(stream::unfold(coming, next));
        stream::once(head).chain(events.map(|sample| Event::default().event("sample").data(&*sample)))
    }

    fn add(&self, sample: String) -> bool {
        let sample: Arc<str> = sample.into();
        let mut samples = self.lock();
        let Some(coming) = &samples.coming else { return false };
        // Fails if nobody reads now.
        let _ = coming.send(Arc::clone(&sample));
        samples.past.push_back(sample);
        if samples.past.len() > KEPT {
            samples.past.pop_front();
        }
        true
    }

    fn lock(&self) -> MutexGuard<'_, Samples> {
        self.samples.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn next(coming: Option<Receiver<Arc<str>>>) -> Option<(Arc<str>, Option<Receiver<Arc<str>>>)> {
    let mut coming = coming?;
    loop {
        match coming.recv().await {
            Ok(sample) => return Some((sample, Some(coming))),
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return None,
        }
    }
}

/// The last snapshot, and what happened in how many seconds before.
fn sample<T: AtomicState>(window: &VecDeque<(Instant, T)>) -> String {
    let (Some((start, first)), Some((end, last))) = (window.front(), window.back()) else { return String::new() };
    let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let sample = json!({
        "time": time.as_secs_f64(),
        "seconds": (*end - *start).as_secs_f64(),
        "values": reading::values(last),
        "recent": reading::values(&last.since(first)),
    });
    sample.to_string()
}
