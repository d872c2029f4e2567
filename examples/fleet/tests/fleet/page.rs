//! The page, as a browser shows it.

use serde_json::{Value, json};

use crate::browser::Page;
use crate::fleet::Fleet;
use crate::{http, wait_for};

/// What the page shows of each field, as text and as numbers.
const SHOWN: &str = "
Object.fromEntries([...document.querySelectorAll('section')].map(section => [section.dataset.name, {
    text: section.innerText,
    values: JSON.parse(section.dataset.values ?? 'null'),
    plot: [...section.querySelectorAll('.line')].map(line => line.getAttribute('d')),
    bands: [...section.querySelectorAll('rect')].map(band => band.getAttribute('fill')),
}]))";

/// The values of each field in a snapshot, in the order of the page.
fn snapshot(address: &str) -> Value {
    let mut fields = serde_json::Map::new();
    for value in http::get(address, "/snapshot").json().as_array().expect("a snapshot is a list") {
        let name = value["name"].as_str().expect("a value has a name");
        let values = fields.entry(name).or_insert_with(|| json!([]));
        values.as_array_mut().expect("a list").push(value["value"].clone());
    }
    fields.into()
}

fn bytes(fields: &Value) -> u64 {
    fields["bytes_processed"][0].as_u64().expect("a number of bytes")
}

fn shown_values(shown: &Value) -> Value {
    let fields = shown.as_object().expect("the page shows fields");
    fields.iter().map(|(name, field)| (name.clone(), field["values"].clone())).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn the_numbers_on_the_page_move_and_match() {
    let mut fleet = Fleet::start(1, &["--linger", "600"]);
    let address = fleet.workers[&1].address.clone();
    let Some(mut page) = Page::open(&format!("http://{address}/")) else { return };

    // What it shows comes after one snapshot and before another one, again and again, without a reload.
    page.call("Runtime.enable", &json!({}));
    for _ in 0..3 {
        let before = bytes(&snapshot(&address));
        let shown = wait_for("the page shows newer numbers", || {
            let shown = page.value(SHOWN);
            let bytes = shown["bytes_processed"]["values"][0].as_u64()?;
            (bytes > before).then_some(shown)
        });
        assert!(bytes(&shown_values(&shown)) <= bytes(&snapshot(&address)));
    }
    it_plots(&mut page);
    it_shows_rates(&mut page);
    it_follows_the_pointer(&mut page);
    it_is_light_or_dark(&mut page);

    fleet.signal("TERM");
    let last = wait_for("the page shows the last numbers", || {
        let (shown, snapshot) = (page.value(SHOWN), snapshot(&address));
        let is_last = snapshot["phase"][0] == "stopped" && shown_values(&shown) == snapshot;
        is_last.then_some(shown)
    });
    it_writes_them_for_people(&last);

    fleet.signal("TERM");
    assert_eq!(fleet.exit_status().code(), Some(0));
    wait_for("the page says that nobody answers", || {
        let said = page.value("document.querySelector('#link').innerText");
        said.as_str()?.contains("no answer").then_some(())
    });
}

fn it_plots(page: &mut Page) {
    wait_for("there is a line for each value", || {
        let shown = page.value(SHOWN);
        let lines = |name: &str| {
            shown[name]["plot"].as_array().map_or(0, |lines| lines.iter().filter(|line| is_line(line)).count())
        };
        let all = ("bytes_processed", "jobs", "latency", "in_flight");
        let counts = (lines(all.0), lines(all.1), lines(all.2), lines(all.3));
        (counts == (1, 3, 3, 1) && !shown["phase"]["bands"].as_array()?.is_empty()).then_some(())
    });
}

/// Whether a line has several points.
fn is_line(path: &Value) -> bool {
    path.as_str().is_some_and(|path| path.matches('L').count() >= 2)
}

/// While the fleet works, a counter's large number is what it gains in a second.
fn it_shows_rates(page: &mut Page) {
    wait_for("there is a rate for each counter", || {
        let shown = page.value(SHOWN);
        let rate = |name: &str| {
            let text = shown[name]["text"].as_str()?;
            let number = text.lines().find_map(|line| line.strip_suffix("/ s"))?.trim();
            number.trim_end_matches([' ', 'k', 'M']).parse::<f64>().ok().filter(|&rate| rate > 0.0)
        };
        rate("bytes_processed").and(rate("jobs"))
    });
}

fn it_follows_the_pointer(page: &mut Page) {
    let place = page.value(
        "(({ left, top, width, height }) => [left + width * 0.9, top + height / 2])
            (document.querySelector('main .plot').getBoundingClientRect())",
    );
    page.call("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": place[0], "y": place[1] }));
    let cursors = |page: &mut Page| page.value("document.querySelectorAll('.cursor').length");
    wait_for("each plot has a cursor", || (cursors(page) == 11).then_some(()));
    page.call("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": 1, "y": 1 }));
    wait_for("the cursors are gone", || (cursors(page) == 0).then_some(()));
}

fn it_is_light_or_dark(page: &mut Page) {
    let [light, dark] = ["light", "dark"].map(|scheme| {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        page.call("Emulation.setEmulatedMedia", &json!({ "features": features }));
        let colour = page.value("getComputedStyle(document.body).backgroundColor");
        let numbers = colour.as_str().expect("a colour is text").trim_start_matches("rgb(").trim_end_matches(')');
        numbers.split(", ").map(|number| number.parse::<u32>().expect("a number")).sum::<u32>()
    });
    assert!(light > 600 && dark < 150, "light is {light}, dark is {dark}");
}

fn it_writes_them_for_people(shown: &Value) {
    let text = |name: &str| shown[name]["text"].as_str().expect("a field has text").to_owned();
    assert!(text("phase").contains("stopped") && text("stopping").contains("yes"), "{shown}");
    assert!(text("bytes_processed").contains(&with_commas(bytes(&shown_values(shown)))), "{shown}");
    assert!(text("bytes_processed").contains("Bytes that went through finished jobs."), "{shown}");
    for (label, jobs) in ["search", "resize", "upload"].iter().zip(shown["jobs"]["values"].as_array().unwrap()) {
        let jobs = with_commas(jobs.as_u64().expect("a number"));
        let text = text("jobs");
        let line = text.lines().find(|line| line.contains(label)).expect("a line for each variant");
        assert!(line.ends_with(&jobs), "{line} does not end with {jobs}");
    }
    let quantiles = text("latency");
    assert!(["p50", "p90", "p99"].iter().all(|quantile| quantiles.contains(quantile)), "{quantiles}");
    assert!(quantiles.contains(" ms in all"), "{quantiles}");
}

fn with_commas(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}
