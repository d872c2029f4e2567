//! Values by variant through serde: a map from the names of the variants.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{Error, MapAccess, Visitor};
use serde_core::ser::Serializer;
use serde_core::{Deserialize, Deserializer, Serialize};

use crate::by_variant::ByVariant;
use crate::serialized::OneOf;
use crate::variants::Variants;

/// A map from the names of the variants.
impl<E: Variants, T: Serialize> Serialize for ByVariant<E, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(E::NAMES.iter().zip(self.iter().map(|(_, value)| value)))
    }
}

/// A name of no variant is an error, and so is a name that comes twice. A variant that does not come has the default.
impl<'de, E: Variants, T: Deserialize<'de> + Default> Deserialize<'de> for ByVariant<E, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Whole(PhantomData))
    }
}

/// Reads all values.
struct Whole<E, T>(PhantomData<(E, T)>);

impl<'de, E: Variants, T: Deserialize<'de> + Default> Visitor<'de> for Whole<E, T> {
    type Value = ByVariant<E, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map from the names of variants")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<ByVariant<E, T>, A::Error> {
        let mut values = ByVariant::<E, Option<T>>::default();
        while let Some(index) = entries.next_key_seed(OneOf(E::NAMES))? {
            let value = &mut values[E::ALL[index]];
            if value.is_some() {
                return Err(Error::duplicate_field(E::NAMES[index]));
            }
            *value = Some(entries.next_value()?);
        }
        Ok(ByVariant::from_fn(|variant| values[variant].take().unwrap_or_default()))
    }
}
