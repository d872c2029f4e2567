//! Counts that outlive the program. The snapshot is an ordinary struct, so serde saves it, and a new live state starts
//! from the saved values.
//!
//! It does not save what describes a run that is over: the next run must not start stopped, nor with somebody in
//! flight. `#[serde(skip)]` leaves such fields out.
//!
//! ```text
//! cargo run --example save_and_restore
//! ```

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process;
use std::time::Duration;

use atomic_state::AtomicState;
use serde::{Deserialize, Serialize};

/// What visitors have done so far.
#[derive(AtomicState, Serialize, Deserialize, Debug, PartialEq)]
struct Visits {
    /// Pages shown.
    #[counter(increment = show_page)]
    pages: u64,
    /// Time spent on them.
    #[counter(record = record_time)]
    time: Duration,
    /// Visitors that are being served now.
    #[gauge(guard = enter)]
    #[serde(skip)]
    present: u32,
    /// Tells the workers to stop.
    #[flag(set = request_stop, get = is_stopping)]
    #[serde(skip)]
    stopping: bool,
}

fn save(visits: &VisitsState, path: &Path) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, serde_json::to_string_pretty(&visits.snapshot())?)?)
}

fn restore(path: &Path) -> Result<VisitsState, Box<dyn Error>> {
    let saved: Visits = serde_json::from_str(&fs::read_to_string(path)?)?;
    Ok(VisitsState::from(saved))
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::temp_dir().join(format!("visits-{}.json", process::id()));

    let visits = VisitsState::new();
    visits.show_page();
    visits.record_time(Duration::from_millis(1500));
    // The program shuts down while a visitor is still there.
    let visitor = visits.enter();
    visits.request_stop();
    save(&visits, &path)?;
    println!("saved:    {visits:?}");
    drop(visitor);

    let restored = restore(&path)?;
    println!("restored: {restored:?}");
    assert_eq!(restored.pages(), 1);
    assert!(!restored.is_stopping() && restored.present() == 0, "the last run's end is not this run's start");

    restored.show_page();
    restored.record_time(Duration::from_millis(500));
    println!("went on:  {restored:?}");
    let expected = Visits { pages: 2, time: Duration::from_secs(2), present: 0, stopping: false };
    assert_eq!(restored.snapshot(), expected);

    fs::remove_file(&path)?;
    Ok(())
}
