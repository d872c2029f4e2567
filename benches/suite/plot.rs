//! Draws times over numbers of threads.

use std::path::Path;

use plotters::prelude::*;

use crate::measure::Outcome;

/// A line for each contender, of nanoseconds on a logarithmic scale, in a file of the package's folder.
pub(crate) fn lines(file: &str, threads: &[usize], outcomes: &[Outcome]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    draw(&path, threads, outcomes).expect("the plot can be drawn and written");
    println!("\nwritten: {}", path.display());
}

fn draw(path: &Path, threads: &[usize], outcomes: &[Outcome]) -> Result<(), Box<dyn std::error::Error>> {
    let times = || outcomes.iter().flat_map(|outcome| outcome.names().map(|name| outcome.of(name)));
    let (least, most) = (times().fold(f64::MAX, f64::min), times().fold(0.0, f64::max));
    let area = SVGBackend::new(path, (900, 560)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption("Time of a record, as its thread sees it", ("sans-serif", 20))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(64)
        .build_cartesian_2d((1_f64..11.5).log_scale(), (least * 0.8..most * 1.3).log_scale())?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .x_desc("threads")
        .y_desc("nanoseconds")
        .x_labels(threads.len())
        .x_label_formatter(&|threads| format!("{threads:.0}"))
        .draw()?;
    for (index, name) in outcomes[0].names().enumerate() {
        let color = Palette99::pick(index).to_rgba();
        #[allow(clippy::cast_precision_loss, reason = "there are few threads")]
        let points: Vec<_> =
            threads.iter().zip(outcomes).map(|(threads, outcome)| (*threads as f64, outcome.of(name))).collect();
        // Those of this crate stand out.
        let width = if ["per_thread", "local"].contains(&name) { 4 } else { 1 };
        chart
            .draw_series(LineSeries::new(points, color.stroke_width(width)))?
            .label(name.replace('`', ""))
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(width)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()?;
    area.present()?;
    Ok(())
}
