//! What Prometheus and Grafana are told of the fleet.

use std::fmt::Write;
use std::net::SocketAddr;

use crate::Error;
use crate::state::Worker;

/// What the names of the metrics begin with.
pub(crate) const PREFIX: &str = "worker";

/// A configuration that scrapes the workers at these addresses.
pub(crate) fn config(addresses: &[SocketAddr]) -> String {
    let mut config = "\
# fleet --prometheus-config
global:
  scrape_interval: 1s
scrape_configs:
  - job_name: fleet
    static_configs:
      - targets:
"
    .to_owned();
    for address in addresses {
        writeln!(config, "          - \"{address}\"").expect("a string takes all");
    }
    config
}

/// The dashboard, from the fields of the state alone.
pub(crate) fn dashboard() -> Result<String, Error> {
    Ok(format!("{:#}", atomic_state_grafana::dashboard::<Worker>("Fleet", PREFIX)?))
}
