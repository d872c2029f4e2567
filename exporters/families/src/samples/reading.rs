//! How a snapshot is read into samples.

use atomic_state::{Field, Value, Visitor};

use super::{Amount, Samples, Spread, Stored};
use crate::families::Families;

/// Reads one snapshot.
pub(super) struct Reading<'a> {
    pub(super) families: &'a Families,
    pub(super) samples: &'a mut Samples,
    /// The node of the field that came last, or that comes next.
    pub(super) at: usize,
}

impl Reading<'_> {
    /// Moves on to a field. It is the one that came last, or a later one of the same struct.
    fn find(&mut self, field: &Field) -> Option<usize> {
        loop {
            let node = self.families.nodes.get(self.at)?;
            if node.name == field.name {
                return node.family;
            }
            self.at = node.next;
        }
    }

    #[inline]
    fn push(&mut self, family: usize, amount: Amount, variant: Option<&'static str>) {
        let column = &mut self.samples.columns[family];
        column.samples.push(Stored { state: self.samples.states, amount, variant });
        if !self.samples.indices.is_empty() {
            column.indices.extend_from_slice(&self.samples.indices);
        }
    }
}

impl Visitor for Reading<'_> {
    fn field(&mut self, field: &'static Field, variant: Option<usize>, value: Value<'_>) {
        let Some(family) = self.find(field) else { return };
        self.samples.indices.extend(variant);
        match value {
            Value::Unsigned(value) => self.push(family, Amount::Unsigned(value), None),
            Value::Signed(value) => self.push(family, Amount::Signed(value), None),
            Value::Float(value) => self.push(family, Amount::Float(value), None),
            Value::Duration(value) => self.push(family, Amount::Duration(value), None),
            Value::Bool(value) => self.push(family, Amount::Unsigned(value.into()), None),
            Value::Variant(current) => {
                for (index, name) in current.names().iter().enumerate() {
                    self.push(family, Amount::Unsigned((index == current.index()).into()), Some(name));
                }
            }
            Value::Histogram(distribution) => {
                let spread = Spread::of(&distribution, self.samples.quantiles);
                self.push(family, Amount::Unsigned(spread.count), None);
                self.samples.columns[family].spreads.push(spread);
            }
            _ => {}
        }
        if variant.is_some() {
            self.samples.indices.pop();
        }
    }

    fn enter(&mut self, field: &'static Field, variant: Option<usize>) {
        self.find(field);
        self.samples.indices.extend(variant);
        self.samples.path.push(self.at);
        self.at += 1;
    }

    fn leave(&mut self, _: &'static Field, variant: Option<usize>) {
        if variant.is_some() {
            self.samples.indices.pop();
        }
        self.at = self.samples.path.pop().unwrap_or_default();
    }
}
