//! A guide
