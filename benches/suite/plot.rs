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
    // One step for each number of threads, and room for the names beside the lines.
    let steps = to_f64(threads.len() - 1);
    let mut chart = ChartBuilder::on(&area)
        .caption("Time of a record, as its thread sees it", ("sans-serif", 20))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(64)
        .build_cartesian_2d(0.0..steps * 1.6, (least * 0.8..most * 1.3).log_scale())?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .x_desc("threads")
        .y_desc("nanoseconds")
        .x_labels(2 * threads.len())
        .x_label_formatter(&|step| {
            let threads = threads.iter().enumerate().find(|(index, _)| (to_f64(*index) - step).abs() < 0.01);
            threads.map_or_else(String::new, |(_, threads)| threads.to_string())
        })
        .y_label_formatter(&|time| format!("{time:.0}"))
        .draw()?;
    let ends = outcomes.last().expect("there is a number of threads");
    let mut names: Vec<_> = ends.names().collect();
    // In the order in which the lines end, so that each name is near its line.
    names.sort_by(|one, other| ends.of(other).total_cmp(&ends.of(one)));
    for (index, name) in names.into_iter().enumerate() {
        // Those of this crate stand out.
        let style = match name {
            "per_thread" => BLACK.stroke_width(5),
            "local" => RED.stroke_width(3),
            _ => Palette99::pick(index + 1).to_rgba().stroke_width(2),
        };
        let points = outcomes.iter().enumerate().map(|(index, outcome)| (to_f64(index), outcome.of(name)));
        chart
            .draw_series(LineSeries::new(points, style))?
            .label(name.replace('`', ""))
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], style));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::MiddleRight)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()?;
    area.present()?;
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "there are few")]
fn to_f64(index: usize) -> f64 {
    index as f64
}
