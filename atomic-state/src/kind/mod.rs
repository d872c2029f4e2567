//! One file for each kind of field: its cell, the plain types the cell can hold, and the cell's methods, which the
//! generated methods call by name.

pub mod counter;
pub mod flag;
