//! `#[max(of = gauge)]`: a field that is the peak of another.

use syn::Ident;

use super::field::Draft;
use crate::errors::Errors;
use crate::model::Field;
use crate::schema::{Cell, Ordering};

/// Tells each gauge which field is its peak, and reports peaks of what is no gauge.
pub(super) fn connect(drafts: &mut [Draft], errors: &mut Errors) {
    let fields = || drafts.iter().filter_map(|draft| draft.field.as_ref());
    let mut connected: Vec<(Ident, Ident)> = Vec::new();
    for field in fields() {
        let (Some(of), Cell::PeakOf(kind)) = (&field.of, field.kind.cell) else { continue };
        let gauges: Vec<&Field> = fields().filter(|field| field.kind.name == kind).collect();
        let gauge = gauges.iter().find(|gauge| gauge.ident == *of);
        if gauge.is_some_and(|gauge| gauge.per_thread) {
            errors
                .at(of, "a gauge that is kept per thread has no moment of its highest level: remove its `per_thread`");
        } else if gauge.is_some_and(|gauge| gauge.plain.places.is_some()) {
            errors.at(
                of,
                format!("`{of}` is several gauges, and a peak is that of one: use a `#[max]` that is recorded"),
            );
        } else if let Some((_, other)) = connected.iter().find(|(other, _)| other == of) {
            errors.at(of, format!("`{other}` is the peak of `{of}` already: remove one of the two"));
        } else if gauge.is_some() {
            connected.push((of.clone(), field.ident.clone()));
        } else if drafts.iter().all(|draft| draft.field.is_some()) {
            let names = gauges.iter().map(|gauge| format!("`{}`", gauge.ident)).collect::<Vec<_>>();
            let gauges = if names.is_empty() { "it has none".to_owned() } else { names.join(", ") };
            errors.at(of, format!("`of` names a gauge of the struct ({gauges})"));
        }
    }
    for field in drafts.iter_mut().filter_map(|draft| draft.field.as_mut()) {
        field.peak = connected.iter().find(|(gauge, _)| *gauge == field.ident).map(|(_, peak)| peak.clone());
        // A change must see that a take before it has lowered the peak, and a Relaxed one need not.
        if field.peak.is_some() && field.ordering() == Some(Ordering::Relaxed) {
            field.ordering = Some(Ordering::AcqRel);
        }
    }
}
