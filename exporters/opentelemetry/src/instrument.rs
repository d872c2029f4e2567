//! What OpenTelemetry asks of instruments.

use std::fmt;

use atomic_state_families::{Amount, Error, Family};

/// How long a name and a unit may be.
const LONGEST_NAME: usize = 255;
const LONGEST_UNIT: usize = 63;

/// Refuses names and units for which the SDK would make an instrument that does nothing.
pub(crate) fn check_name(family: &Family) -> Result<(), Error> {
    // The longest that an instrument's name adds.
    let longest = family.name().len() + "_count".len();
    let is_good = family.name().starts_with(|first: char| first.is_ascii_alphabetic())
        && longest <= LONGEST_NAME
        && Unit(family.unit()).to_string().len() <= LONGEST_UNIT;
    if is_good { Ok(()) } else { Err(Error::Name { field: family.path().to_owned(), name: family.name().to_owned() }) }
}

/// A unit as OpenTelemetry writes it: a code of UCUM, or any other word in braces.
pub(crate) struct Unit(pub(crate) Option<&'static str>);

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some("seconds") => formatter.write_str("s"),
            Some("bytes") => formatter.write_str("By"),
            Some("ratio") => formatter.write_str("1"),
            Some(other) => write!(formatter, "{{{other}}}"),
            None => Ok(()),
        }
    }
}

/// A whole number. Only a field that counts whole numbers has an instrument for them.
pub(crate) fn whole(amount: Amount) -> u64 {
    match amount {
        Amount::Unsigned(value) => value,
        _ => 0,
    }
}
