#![doc = include_str!("../README.md")]

mod error;
mod families;
mod family;
mod name;
mod samples;
mod states;

pub use error::Error;
pub use families::Families;
pub use family::{Family, Shape};
pub use name::{is_label, is_reserved};
pub use samples::{Amount, LabelValue, Sample, Samples, Spread};
pub use states::{Alive, Held, Labels, States, labels, show};
