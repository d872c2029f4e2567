//! Random values of all kinds: live states agree with plain structs, whether shared or per thread.

use std::time::Duration;

use arbtest::arbitrary::{Arbitrary, Result, Unstructured};
use arbtest::arbtest;
use atomic_state::{AtomicState, ByVariant, Field, Histogram, HistogramValue, LiveState, Value, Variants, Visitor};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[derive(Variants, Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) enum Step {
    #[default]
    First,
    Second,
    Third,
}

/// The same struct, with what makes it shared or per thread.
macro_rules! everything {
    ($module:ident, $state:ident $(, $attribute:meta)?) => {
        pub(crate) mod $module {
            use super::*;

            #[derive(AtomicState, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
            $(#[$attribute])?
            #[allow(dead_code, reason = "only what whole states do is tested here")]
            pub(crate) struct $state {
                #[counter]
                pub(crate) count: u64,
                #[counter]
                pub(crate) small: [u8; 2],
                #[counter]
                pub(crate) busy: ByVariant<Step, Duration>,
                #[flag]
                pub(crate) closed: bool,
                #[flag]
                pub(crate) doors: ByVariant<Step, bool>,
                #[gauge]
                pub(crate) level: i16,
                #[gauge]
                pub(crate) open: [u32; 2],
                #[max]
                pub(crate) largest: ByVariant<Step, Option<u64>>,
                #[max]
                pub(crate) longest: Duration,
                #[min]
                pub(crate) smallest: [Option<i8>; 2],
                #[histogram]
                pub(crate) sizes: Histogram<u64>,
                #[histogram]
                pub(crate) latency: ByVariant<Step, Histogram<Duration>>,
                #[value]
                pub(crate) load: f64,
                #[value]
                pub(crate) share: [Option<f32>; 2],
                #[value]
                pub(crate) pause: ByVariant<Step, Option<Duration>>,
                #[value]
                pub(crate) last: Option<Step>,
                #[value]
                pub(crate) id: [i64; 2],
                #[phase]
                pub(crate) phase: Step,
                #[nested]
                pub(crate) inner: Inner,
                #[nested]
                pub(crate) parts: ByVariant<Step, Inner>,
            }

            #[derive(AtomicState, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
            $(#[$attribute])?
            #[allow(dead_code, reason = "only what whole states do is tested here")]
            pub(crate) struct Inner {
                #[counter]
                pub(crate) count: ByVariant<Step, u16>,
                #[flag]
                pub(crate) closed: [bool; 2],
                #[value]
                pub(crate) step: Step,
                #[phase]
                pub(crate) phase: Step,
            }

            impl<'a> Arbitrary<'a> for Inner {
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    Ok(Self {
                        count: by_step(u, Unstructured::arbitrary)?,
                        closed: u.arbitrary()?,
                        step: u.arbitrary()?,
                        phase: u.arbitrary()?,
                    })
                }
            }

            impl<'a> Arbitrary<'a> for $state {
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    Ok(Self {
                        // A restart, which a smaller total is taken for, is no part of these tests.
                        count: u.arbitrary::<u64>()? >> 2,
                        small: u.arbitrary()?,
                        busy: by_step(u, time)?,
                        closed: u.arbitrary()?,
                        doors: by_step(u, Unstructured::arbitrary)?,
                        level: u.arbitrary()?,
                        open: u.arbitrary()?,
                        largest: by_step(u, |u| Ok(u.arbitrary::<Option<u64>>()?.map(|sample| sample >> 1)))?,
                        longest: time(u)?,
                        smallest: u.arbitrary()?,
                        sizes: histogram(u, Unstructured::arbitrary)?,
                        latency: by_step(u, |u| histogram(u, time))?,
                        load: *u.choose(&LOADS)?,
                        share: u.arbitrary()?,
                        pause: by_step(u, |u| if u.arbitrary()? { time(u).map(Some) } else { Ok(None) })?,
                        last: u.arbitrary()?,
                        id: u.arbitrary()?,
                        phase: u.arbitrary()?,
                        inner: u.arbitrary()?,
                        parts: by_step(u, Unstructured::arbitrary)?,
                    })
                }
            }

            #[test]
            fn live_and_plain_agree() {
                arbtest(|u| agree::<$state>(u)).size_min(BYTES).size_max(2 * BYTES);
            }

            #[test]
            fn what_was_taken_and_what_is_left_is_what_was_recorded() {
                arbtest(|u| add_up::<$state>(u, |taken| {
                    let mut counted = $state {
                        count: taken.count,
                        small: taken.small,
                        busy: taken.busy,
                        sizes: taken.sizes.clone(),
                        latency: taken.latency.clone(),
                        longest: taken.longest,
                        largest: taken.largest,
                        smallest: taken.smallest,
                        ..$state::default()
                    };
                    counted.inner.count = taken.inner.count;
                    for (step, part) in taken.parts.iter() {
                        counted.parts[step].count = part.count;
                    }
                    counted
                }))
                .size_min(BYTES)
                .size_max(2 * BYTES);
            }
        }
    };
}

everything!(shared, Shared);
#[cfg(feature = "per-thread")]
everything!(per_thread, PerThread, atomic_state(per_thread));

/// How much one input takes, so that no field is always zero.
const BYTES: u32 = 4_096;

impl<'a> Arbitrary<'a> for Step {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(Step::ALL).copied()
    }
}

/// Short enough that several add up to less than the longest.
fn time(u: &mut Unstructured<'_>) -> Result<Duration> {
    Ok(Duration::from_nanos(u.arbitrary::<u64>()? >> 8))
}

fn by_step<'a, T: Default>(
    u: &mut Unstructured<'a>,
    one: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<ByVariant<Step, T>> {
    Step::ALL.iter().map(|step| Ok((*step, one(u)?))).collect()
}

/// Those that text keeps exactly, and those that it does not have.
const LOADS: [f64; 8] = [0.0, -0.0, 0.5, -1e300, f64::MIN_POSITIVE, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];

fn histogram<'a, T: HistogramValue>(
    u: &mut Unstructured<'a>,
    sample: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Histogram<T>> {
    let mut histogram = Histogram::new();
    for _ in 0..u.int_in_range(0..=4)? {
        histogram.record(sample(u)?);
    }
    Ok(histogram)
}

/// What all visitors are shown.
#[derive(Default)]
struct Log(Vec<String>);

impl Visitor for Log {
    fn field(&mut self, field: &'static Field, variant: Option<usize>, value: Value<'_>) {
        self.0.push(format!("{} {variant:?} {value:?}", field.name));
    }
}

fn shown<S: AtomicState>(plain: &S) -> Vec<String> {
    let mut log = Log::default();
    plain.visit(&mut log);
    log.0
}

fn total_of<S: AtomicState + Default>(all: &[S]) -> S {
    all.iter().fold(S::default(), |mut total, one| {
        total.merge(one);
        total
    })
}

/// NaN is equal to nothing, so values are compared as they are shown.
#[track_caller]
fn assert_same<S: AtomicState + std::fmt::Debug>(one: &S, other: &S) {
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
    assert_eq!(shown(one), shown(other));
}

/// A state that begins as the first and is merged the rest shows what plain structs add up to.
fn agree<'a, S>(u: &mut Unstructured<'a>) -> Result<()>
where
    S: Arbitrary<'a> + AtomicState + Clone + Default + std::fmt::Debug + Serialize + DeserializeOwned,
    S: atomic_state::HasState<State: LiveState<Snapshot = S> + std::fmt::Debug + From<S>>,
{
    let all: [S; 3] = u.arbitrary()?;
    let [first, second, third] = &all;
    let (mut forward, mut back) = (first.clone(), third.clone());
    for (one, other) in [(second, second), (third, first)] {
        forward.merge(one);
        back.merge(other);
    }
    let live = S::State::from(first.clone());
    live.merge(second);
    live.merge(third);
    let seen = live.snapshot();
    assert_same(&seen, &forward);
    assert_same(&forward, &back);

    // A saved state goes on where it was, and JSON brings everything back that it has.
    let saved = S::State::from(seen.clone());
    assert_same(&saved.snapshot(), &seen);
    assert_eq!(format!("{saved:?}"), format!("{live:?}"));
    let text = serde_json::to_string(&seen).expect("all is text");
    if let Ok(back) = serde_json::from_str::<S>(&text) {
        assert_eq!(serde_json::to_string(&back).expect("all is text"), text);
    } else {
        assert!(text.contains(r#""load":null"#), "{text}");
    }

    // What was merged in between is what happened since.
    let before = S::State::from(first.clone());
    let earlier = before.snapshot();
    before.merge(second);
    let since = before.snapshot().since(&earlier);
    let mut plain = first.clone();
    plain.merge(second);
    assert_same(&since, &plain.since(first));
    Ok(())
}

/// Taken in two parts, nothing that is counted gets lost or comes twice.
fn add_up<'a, S>(u: &mut Unstructured<'a>, counted: impl Fn(&S) -> S) -> Result<()>
where
    S: Arbitrary<'a> + AtomicState + Clone + Default + std::fmt::Debug,
    S: atomic_state::HasState<State: LiveState<Snapshot = S> + Default>,
{
    let all: [S; 3] = u.arbitrary()?;
    let state = S::State::default();
    let parts = all.each_ref().map(|one| {
        state.merge(one);
        state.take()
    });
    assert_same(&total_of(&parts.each_ref().map(&counted)), &total_of(&all.each_ref().map(&counted)));
    let rest = state.take();
    assert_same(&counted(&rest), &S::default());

    // Only extremes restart, and the rest goes on.
    state.merge(&all[0]);
    let (before, after) = (state.snapshot(), state.take_extremes());
    assert_same(&after, &before);
    Ok(())
}
