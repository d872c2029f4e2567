//! How samples are given to the encoders of prometheus-client.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use atomic_state::Distribution;
use atomic_state_families::{Amount, LabelValue, Labels, Sample, Shape, Spread};
use prometheus_client::encoding::{
    DescriptorEncoder, EncodeCounterValue, EncodeGaugeValue, EncodeLabelSet, EncodeLabelValue, GaugeValueEncoder,
    LabelSetEncoder, LabelValueEncoder, MetricEncoder, NativeHistogram, NativeHistogramBuckets, NoLabelSet,
};
use prometheus_client::metrics::exemplar::Exemplar;

use crate::bounds::{Bounds, Native};

/// Whether the encoder writes a help as it is, though the format wants escapes: that of the `OpenMetrics` text does.
///
/// An encoder does not say which one it is, other than by its `Debug`. A test holds that to what is expected here.
pub(crate) fn leaves_help_raw(encoder: &DescriptorEncoder<'_>) -> bool {
    /// Compares what is written with the beginning that tells, and stops there.
    struct StartsWith(&'static str);

    impl fmt::Write for StartsWith {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let compared = text.len().min(self.0.len());
            let (same, rest) = self.0.split_at_checked(compared).ok_or(fmt::Error)?;
            if text.as_bytes()[..compared] != *same.as_bytes() {
                return Err(fmt::Error);
            }
            self.0 = rest;
            Ok(())
        }
    }

    let mut start = StartsWith("DescriptorEncoder(Text(");
    fmt::write(&mut start, format_args!("{encoder:?}")).is_ok() && start.0.is_empty()
}

/// A help with the two escapes that the text formats know.
pub(crate) fn help(help: &'static str, escape: bool) -> Cow<'static, str> {
    if escape && help.contains(['\\', '\n']) {
        help.replace('\\', r"\\").replace('\n', r"\n").into()
    } else {
        help.into()
    }
}

pub(crate) fn sample(
    encoder: &mut MetricEncoder<'_>,
    shape: Shape,
    sample: &Sample<'_>,
    state_labels: &Labels,
    bounds: &Bounds,
) -> fmt::Result {
    let labels = AllLabels { of_state: state_labels, of_field: sample };
    let mut encoder = encoder.encode_family(&labels)?;
    if let Some(spread) = sample.spread() {
        return histogram(&mut encoder, spread, bounds);
    }
    match (shape, sample.amount()) {
        (Shape::Counter, Amount::Unsigned(value)) => counter(&mut encoder, &value),
        (Shape::Counter, amount) => counter(&mut encoder, &amount.as_f64()),
        (_, amount) => encoder.encode_gauge(&Gauge(amount)),
    }
}

fn counter(encoder: &mut MetricEncoder<'_>, value: &impl EncodeCounterValue) -> fmt::Result {
    encoder.encode_counter(value, None::<&Exemplar<NoLabelSet, f64>>)
}

/// Encoders that know no native histograms write the classic buckets only.
fn histogram(encoder: &mut MetricEncoder<'_>, spread: &Spread, bounds: &Bounds) -> fmt::Result {
    let native = Native::of(&spread.buckets);
    let native = NativeHistogram {
        schema: Distribution::SCHEMA,
        zero_threshold: 0.0,
        zero_count: native.zero,
        negative: NativeHistogramBuckets { spans: &[], deltas: &[] },
        positive: NativeHistogramBuckets { spans: &native.spans, deltas: &native.deltas },
        created: None,
    };
    let classic = bounds.classic(&spread.buckets);
    encoder.encode_histogram_with_native::<NoLabelSet>(spread.sum, spread.count, &classic, None, native)
}

struct Gauge(Amount);

impl EncodeGaugeValue for Gauge {
    fn encode(&self, encoder: &mut GaugeValueEncoder<'_>) -> fmt::Result {
        let as_float = |encoder: &mut GaugeValueEncoder<'_>| EncodeGaugeValue::encode(&self.0.as_f64(), encoder);
        match self.0 {
            // One encoding has no place for such a number, and would leave out everything that follows.
            Amount::Unsigned(value) => EncodeGaugeValue::encode(&value, encoder).or_else(|_| as_float(encoder)),
            Amount::Signed(value) => EncodeGaugeValue::encode(&value, encoder),
            Amount::Float(_) | Amount::Duration(_) => as_float(encoder),
        }
    }
}

/// The labels of a state, and those that a field gives its samples.
struct AllLabels<'a> {
    of_state: &'a Labels,
    of_field: &'a Sample<'a>,
}

impl EncodeLabelSet for AllLabels<'_> {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> fmt::Result {
        for (name, value) in self.of_state.iter() {
            label(encoder, name, |encoder| encoder.write_str(value))?;
        }
        for (name, value) in self.of_field.labels() {
            label(encoder, name, |encoder| match value {
                LabelValue::Name(name) => encoder.write_str(name),
                LabelValue::Index(index) => EncodeLabelValue::encode(&index, encoder),
            })?;
        }
        Ok(())
    }
}

/// Written out, and not by the implementations for pairs, as this is most of what a scrape does.
#[inline]
fn label(
    encoder: &mut LabelSetEncoder<'_>,
    name: &str,
    value: impl FnOnce(&mut LabelValueEncoder<'_>) -> fmt::Result,
) -> fmt::Result {
    let mut encoder = encoder.encode_label();
    let mut encoder = encoder.encode_label_key()?;
    encoder.write_str(name)?;
    let mut encoder = encoder.encode_label_value()?;
    value(&mut encoder)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::help;

    #[test]
    fn a_help_escapes_backslashes_and_line_breaks_and_no_quotes() {
        assert_eq!(help("a \"b\" \\ c\nd", true), "a \"b\" \\\\ c\\nd");
        assert_eq!(help("a \"b\" \\ c\nd", false), "a \"b\" \\ c\nd");
    }
}
