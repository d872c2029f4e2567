//! `#[phase]`: where something is on a way that leads forward.

use super::{Body, Cell, Kind, Method, Ordering, Setting, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind { with_key: Some(("wait", &AWAITED)), ..PHASE };

/// A phase that threads and tasks can wait for.
static AWAITED: Kind = Kind { module: "phase_wait", cell: Cell::Of("__private::WaitPhase"), ..PHASE };

const NO_VARIANTS: &str = "a phase is an enum that derives `Variants`: use `#[value]` for another value";

const PHASE: Kind = Kind {
    name: "phase",
    module: "phase",
    types: "an enum that derives `Variants`, whose first variant is the start",
    misfits: &[
        (Sort::Bool, "a phase is an enum that derives `Variants`: use `#[flag]` for a `bool`"),
        (Sort::Unsigned, NO_VARIANTS),
        (Sort::Signed, NO_VARIANTS),
        (Sort::Float, NO_VARIANTS),
        (Sort::Duration, NO_VARIANTS),
        (Sort::Optional, "a phase always is one, the first variant at the start: write the enum without `Option`"),
    ],
    fits: "__private::phase::PhaseValue",
    cell: Cell::Of("Phase"),
    methods: &[
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(Type::Value),
            shares: Shares::ReadsAll,
            does: "The phase of `{field}`. A thread that sees it also sees everything the thread that moved to it did \
                   before.",
            ..Method::PLAIN
        },
        Method {
            key: "advance",
            prefix: Some("advance_"),
            arguments: &[("to", Type::Value)],
            returns: Some(Type::Advanced),
            body: Body::Advance,
            does: "Moves `{field}` to `to`, and returns the phase before. A move that is not allowed is refused, and \
                   the error has the phase that was found. Of several threads that move from the same phase, one does.",
            ..Method::PLAIN
        },
        Method {
            key: "set",
            arguments: &[("to", Type::Value)],
            does: "Replaces the phase of `{field}` without a rule. It may undo another thread's move.",
            ..Method::PLAIN
        },
        Method {
            key: "wait",
            feature: Some("wait"),
            arguments: &[("until", Type::Value)],
            returns: Some(Type::PhaseWait),
            body: Body::Wait("wait_for_phase"),
            does: "Waits until `{field}` has reached or passed `until`: `.await` the result, or block on its `wait`, \
                   `wait_timeout` or `wait_deadline`.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::Transitions],
    orderings: &[Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "a thread that sees a Relaxed phase may still read stale data that belongs to an earlier one",
    publishes: true,
    words: Words {
        starts: "Phases start as their enum's first variant.",
        takes: "Phases stay.",
        merges: "A phase moves to the batch's if that is later, after everything else.",
    },
    ..Kind::PLAIN
};
