//! The pages of a worker: `/` for people, `/metrics` for Prometheus, and `/snapshot` as JSON.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use atomic_state::LiveState;
use atomic_state_prometheus_client::StateCollector;
use axum::extract::State;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use futures_lite::{Stream, StreamExt};
use prometheus_client::encoding::{prometheus_text, text as openmetrics_text};
use prometheus_client::registry::Registry;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::feed::Feed;
use crate::prometheus::PREFIX;
use crate::{Error, reading};

const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What is served. None of it knows what the state's fields are.
pub(crate) struct Service {
    registry: Registry,
    feed: Feed,
    snapshot: Box<dyn Fn() -> Value + Send + Sync>,
}

impl Service {
    pub(crate) fn new<S>(title: &str, state: &Arc<S>) -> Result<Arc<Self>, Error>
    where
        S: LiveState<Snapshot: Send> + Send + Sync + 'static,
    {
        let collector = StateCollector::<S>::new(PREFIX)?;
        collector.add(&[], state)?;
        let mut registry = Registry::default();
        registry.register_collector(Box::new(collector));
        let feed = Feed::new(title, &state.snapshot());
        let seen = Arc::clone(state);
        let service = Arc::new(Self { registry, feed, snapshot: Box::new(move || snapshot(&*seen)) });
        let (filled, state) = (Arc::clone(&service), Arc::clone(state));
        tokio::spawn(async move { filled.feed.fill(&*state).await });
        Ok(service)
    }

    /// Answers until it is time to end. Other paths are answered with 404, and other methods with 405.
    pub(crate) async fn serve(self: Arc<Self>, listener: TcpListener, end: impl Future<Output = ()> + Send + 'static) {
        let routes = Router::new()
            .route("/", get(async || Html(include_str!("page.html"))))
            .route("/metrics", get(metrics))
            .route("/snapshot", get(async |State(service): State<Arc<Self>>| Json((service.snapshot)())))
            .route("/events", get(events))
            .with_state(Arc::clone(&self));
        let ended = async move {
            end.await;
            // Else their readers would keep their connections open.
            self.feed.close();
        };
        // It never fails: it goes on after connections that cannot be accepted.
        let _ = axum::serve(listener, routes).with_graceful_shutdown(ended).await;
    }
}

/// All values under their names.
fn snapshot<S: LiveState>(state: &S) -> Value {
    let snapshot = state.snapshot();
    let named = reading::fields(&snapshot).into_iter().zip(reading::values(&snapshot));
    named.map(|(field, value)| json!({ "name": field["name"], "label": field["label"], "value": value })).collect()
}

async fn events(State(service): State<Arc<Service>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    Sse::new(service.feed.events().map(Ok))
}

/// The metrics in the form that the scraper asks for: `OpenMetrics`, or that of Prometheus.
async fn metrics(State(service): State<Arc<Service>>, headers: HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT).and_then(|accepted| accepted.to_str().ok()).unwrap_or_default();
    let mut page = String::new();
    let (content_type, written) = if accepted.contains("application/openmetrics-text") {
        (OPENMETRICS, openmetrics_text::encode(&mut page, &service.registry))
    } else {
        (prometheus_text::CONTENT_TYPE, prometheus_text::encode(&mut page, &service.registry))
    };
    match written {
        Ok(()) => ([(CONTENT_TYPE, HeaderValue::from_static(content_type))], page).into_response(),
        Err(fmt::Error) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
