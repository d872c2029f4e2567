//! The metric families that a struct's fields become.

use std::collections::HashMap;

use atomic_state::{AtomicState, Field, Kind};

use crate::error::Error;
use crate::family::{Family, FieldLabel};
use crate::name::{is_label, is_name};

/// A field, for the visitor to find its family by the order in which fields come. Nested fields come before their own.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) name: &'static str,
    /// The family of a field that is not nested.
    pub(crate) family: Option<usize>,
    /// Where the next field of the same struct is.
    pub(crate) next: usize,
}

/// The metric families of a struct, one for each field that is not nested.
///
/// # Examples
///
/// ```
/// use atomic_state::AtomicState;
/// use atomic_state_families::Families;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     #[counter(unit = "bytes")]
///     read: u64,
///     #[gauge]
///     in_flight: u32,
/// }
///
/// let families = Families::of::<Pool>("pool")?;
/// assert_eq!(families.iter().map(|family| family.name()).collect::<Vec<_>>(), ["pool_read_bytes", "pool_in_flight"]);
/// # Ok::<(), atomic_state_families::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Families {
    families: Vec<Family>,
    pub(crate) nodes: Vec<Node>,
}

impl Families {
    /// The families of the struct's fields. Their names begin with the prefix, unless it is empty.
    ///
    /// # Errors
    ///
    /// - [`Error::Prefix`] if the prefix is no ASCII letters, digits and `_`, or starts with a digit.
    /// - [`Error::Name`] if a field's name is no such name.
    /// - [`Error::Clash`] if two fields become metrics of one name.
    /// - [`Error::Label`] if a field's label is no such name, or is `le`, `quantile`, or begins with `__`.
    /// - [`Error::LabelTwice`] if a nested field has the label of a field within it.
    pub fn of<T: AtomicState>(prefix: &str) -> Result<Self, Error> {
        if !prefix.is_empty() && !is_name(prefix) {
            return Err(Error::Prefix { prefix: prefix.to_owned() });
        }
        let mut building = Building { made: Self { families: Vec::new(), nodes: Vec::new() }, names: HashMap::new() };
        building.add(T::FIELDS, &Place { prefix, path: "", labels: &[] })?;
        Ok(building.made)
    }

    /// The families, in the order of the fields.
    #[must_use = "it does nothing by itself"]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Family> {
        self.families.iter()
    }

    /// Checks the names of the labels of a state, which are added to those of its fields.
    ///
    /// # Errors
    ///
    /// - [`Error::Label`] if `is_good` says no to a name.
    /// - [`Error::LabelTwice`] if a field or another one of these labels has the same name.
    pub fn check_labels<'a>(
        &self,
        labels: impl IntoIterator<Item = &'a str>,
        is_good: impl Fn(&str) -> bool,
    ) -> Result<(), Error> {
        let mut seen: Vec<&str> = Vec::new();
        for label in labels {
            if !is_good(label) {
                return Err(Error::Label { label: label.to_owned(), field: None });
            }
            let first = self.families.iter().find_map(|family| family.owner_of_label(label));
            if first.is_some() || seen.contains(&label) {
                return Err(Error::LabelTwice {
                    label: label.to_owned(),
                    first: first.map(str::to_owned),
                    second: None,
                });
            }
            seen.push(label);
        }
        Ok(())
    }
}

/// Where a struct is: what the names of its fields begin with, and the labels of the fields around it.
struct Place<'a> {
    prefix: &'a str,
    path: &'a str,
    labels: &'a [FieldLabel],
}

/// Families while they are being made.
struct Building {
    made: Families,
    /// The fields to which the names of samples belong.
    names: HashMap<String, String>,
}

impl Building {
    fn add(&mut self, fields: &'static [Field], place: &Place<'_>) -> Result<(), Error> {
        for field in fields {
            let [name, path] = [(place.prefix, "_"), (place.path, ".")].map(|(before, joint)| {
                if before.is_empty() { field.name.to_owned() } else { format!("{before}{joint}{}", field.name) }
            });
            if !is_name(&name) {
                return Err(Error::Name { field: path, name });
            }
            let labels = labels_of(field, &path, place.labels)?;
            let node = self.made.nodes.len();
            self.made.nodes.push(Node { name: field.name, family: None, next: 0 });
            if field.kind == Kind::Nested {
                self.add(field.fields, &Place { prefix: &name, path: &path, labels: &labels })?;
            } else {
                self.made.nodes[node].family = Some(self.made.families.len());
                self.add_family(Family::of(field, &name, path, labels))?;
            }
            self.made.nodes[node].next = self.made.nodes.len();
        }
        Ok(())
    }

    fn add_family(&mut self, family: Family) -> Result<(), Error> {
        for suffix in family.shape.suffixes() {
            let name = format!("{}{suffix}", family.name);
            if let Some(first) = self.names.insert(name.clone(), family.path.clone()) {
                return Err(Error::Clash { name, first, second: family.path });
            }
        }
        if let Some(owner) = family.labels.iter().find(|label| family.may_be_an_enum() && label.name == family.name) {
            let first = Some(owner.path.clone());
            return Err(Error::LabelTwice { label: family.name, first, second: Some(family.path) });
        }
        self.made.families.push(family);
        Ok(())
    }
}

/// The labels of the fields around a field, and its own.
fn labels_of(field: &'static Field, path: &str, around: &[FieldLabel]) -> Result<Vec<FieldLabel>, Error> {
    let mut labels = around.to_vec();
    if let Some(name) = field.label {
        if !is_label(name) {
            return Err(Error::Label { label: name.to_owned(), field: Some(path.to_owned()) });
        }
        if let Some(first) = around.iter().find(|label| label.name == name) {
            let first = Some(first.path.clone());
            return Err(Error::LabelTwice { label: name.to_owned(), first, second: Some(path.to_owned()) });
        }
        labels.push(FieldLabel { name, values: field.variants, path: path.to_owned() });
    }
    Ok(labels)
}
