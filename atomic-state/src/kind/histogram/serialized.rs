//! A histogram through serde: its sum, and the buckets that are not empty.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_core::ser::{SerializeSeq, SerializeStruct, Serializer};
use serde_core::{Deserialize, Deserializer, Serialize};

use super::plain::Histogram;
use super::value::HistogramValue;
use crate::serialized::OneOf;

const FIELDS: &[&str] = &["sum", "buckets"];

/// `{"sum": 1500, "buckets": [[85, 1]]}`. The sum is an integer, which for `Duration`s is in nanoseconds. A bucket that
/// is not empty has its index, as [`DistributionBucket::index`](crate::DistributionBucket::index), and its count.
impl<T: HistogramValue> Serialize for Histogram<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut output = serializer.serialize_struct("Histogram", FIELDS.len())?;
        output.serialize_field("sum", &self.sum)?;
        output.serialize_field("buckets", &Buckets(self))?;
        output.end()
    }
}

struct Buckets<'a, T>(&'a Histogram<T>);

impl<T: HistogramValue> Serialize for Buckets<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let counts = self.0.counts();
        // Some formats have to know how many there are before the first.
        let mut output = serializer.serialize_seq(Some(counts.not_empty().count()))?;
        for (place, count) in counts.not_empty() {
            output.serialize_element(&(T::__SHAPE.index(place), count))?;
        }
        output.end()
    }
}

/// An index of which there is no bucket is an error.
impl<'de, T: HistogramValue> Deserialize<'de> for Histogram<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Histogram", FIELDS, Whole(PhantomData))
    }
}

/// Reads a histogram.
struct Whole<T>(PhantomData<T>);

impl<'de, T: HistogramValue> Visitor<'de> for Whole<T> {
    type Value = Histogram<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a histogram's sum and buckets")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Histogram<T>, A::Error> {
        let mut histogram = Histogram::new();
        histogram.sum = parts.next_element()?.ok_or_else(|| Error::invalid_length(0, &self))?;
        parts.next_element_seed(Into(&mut histogram))?.ok_or_else(|| Error::invalid_length(1, &self))?;
        Ok(histogram)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Histogram<T>, A::Error> {
        let (mut histogram, mut has) = (Histogram::new(), [false; 2]);
        while let Some(field) = fields.next_key_seed(OneOf(FIELDS))? {
            if core::mem::replace(&mut has[field], true) {
                return Err(Error::duplicate_field(FIELDS[field]));
            }
            match field {
                0 => histogram.sum = fields.next_value()?,
                _ => fields.next_value_seed(Into(&mut histogram))?,
            }
        }
        match has.iter().position(|has| !has) {
            Some(missing) => Err(Error::missing_field(FIELDS[missing])),
            None => Ok(histogram),
        }
    }
}

/// Reads buckets into a histogram.
struct Into<'a, T>(&'a mut Histogram<T>);

impl<'de, T: HistogramValue> DeserializeSeed<'de> for Into<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: HistogramValue> Visitor<'de> for Into<'_, T> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("pairs of a bucket's index and its count")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut buckets: A) -> Result<(), A::Error> {
        while let Some((index, count)) = buckets.next_element::<(Option<i32>, u64)>()? {
            let place = index.map_or(Some(0), |index| T::__SHAPE.place_of(index)).ok_or_else(|| {
                Error::invalid_value(Unexpected::Signed(index.unwrap_or_default().into()), &"a bucket's index")
            })?;
            self.0.counts[place] = self.0.counts[place].wrapping_add(count);
        }
        Ok(())
    }
}
