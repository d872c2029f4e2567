//! The states that an exporter reads whenever it is asked to.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::error::Error;

/// A state that an exporter reads: until it is dropped, if it is in an `Arc`, or for good, if it is `'static`.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use atomic_state::AtomicState;
/// use atomic_state_families::Held;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     #[counter]
///     jobs: u64,
/// }
///
/// static POOL: PoolState = PoolState::new();
///
/// fn hold(state: impl Into<Held<PoolState>>) {
///     let _held = state.into();
/// }
///
/// hold(&POOL);
/// hold(&Arc::new(PoolState::new()));
/// ```
#[derive(Debug)]
pub struct Held<S: 'static>(Holding<S>);

#[derive(Debug)]
enum Holding<S: 'static> {
    Shared(Weak<S>),
    Static(&'static S),
}

impl<S> From<&Arc<S>> for Held<S> {
    fn from(state: &Arc<S>) -> Self {
        Self(Holding::Shared(Arc::downgrade(state)))
    }
}

impl<S> From<&'static S> for Held<S> {
    fn from(state: &'static S) -> Self {
        Self(Holding::Static(state))
    }
}

/// A state that is kept from being dropped, to be read now.
#[derive(Debug)]
pub struct Alive<S: 'static>(Living<S>);

#[derive(Debug)]
enum Living<S: 'static> {
    Shared(Arc<S>),
    Static(&'static S),
}

impl<S> Deref for Alive<S> {
    type Target = S;

    fn deref(&self) -> &S {
        match &self.0 {
            Living::Shared(state) => state,
            Living::Static(state) => state,
        }
    }
}

impl<S> Held<S> {
    fn alive(&self) -> Option<Alive<S>> {
        Some(Alive(match &self.0 {
            Holding::Shared(state) => Living::Shared(state.upgrade()?),
            Holding::Static(state) => Living::Static(state),
        }))
    }
}

/// States of one type, each with labels `L` of its own. A state that is dropped leaves.
#[derive(Debug)]
pub struct States<S: 'static, L>(Mutex<Vec<(L, Held<S>)>>);

impl<S, L> Default for States<S, L> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<S, L: Clone + PartialEq> States<S, L> {
    /// Adds a state.
    ///
    /// # Errors
    ///
    /// [`Error::SameLabels`] if a state that is still there has these labels, which the error shows by `show`.
    pub fn add(&self, labels: L, state: Held<S>, show: impl FnOnce(&L) -> String) -> Result<(), Error> {
        let mut states = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        states.retain(|(_, state)| state.alive().is_some());
        if states.iter().any(|(others, _)| *others == labels) {
            return Err(Error::SameLabels { labels: show(&labels) });
        }
        states.push((labels, state));
        Ok(())
    }

    /// The states that are there, in the order in which they were added. None of them is read under a lock.
    pub fn alive(&self) -> Vec<(L, Alive<S>)> {
        let mut states = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut alive = Vec::with_capacity(states.len());
        states.retain(|(labels, state)| {
            let state = state.alive();
            let stays = state.is_some();
            alive.extend(state.map(|state| (labels.clone(), state)));
            stays
        });
        alive
    }
}

/// The labels of a state as text, in the order of their names, so that equal ones are equal. An empty label is none.
pub type Labels = Arc<[(String, String)]>;

/// Makes [`Labels`].
#[must_use]
pub fn labels(labels: &[(&str, &str)]) -> Labels {
    let mut labels: Vec<_> = labels.iter().filter(|(_, value)| !value.is_empty()).collect();
    labels.sort();
    labels.into_iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Labels as errors show them.
pub fn show<'a, V: fmt::Debug + 'a>(labels: impl IntoIterator<Item = &'a (String, V)>) -> String {
    let labels: Vec<_> = labels.into_iter().map(|(name, value)| format!("{name}={value:?}")).collect();
    labels.join(", ")
}
