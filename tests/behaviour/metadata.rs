//! `FIELDS` and `visit`.

use std::time::Duration;

use atomic_state::{AtomicState, Field, Kind, Value, Visitor};

#[derive(AtomicState)]
struct Server {
    /// Bytes sent
    /// to clients.
    ///
    /// Without headers.
    #[counter(unit = "bytes")]
    r#type: u64,
    #[counter]
    busy: Duration,
    #[flag]
    ready: bool,
    #[gauge]
    level: i8,
    #[max(unit = "bytes")]
    largest: Option<u32>,
    #[min]
    smallest: Option<u32>,
    /// The inner one.
    #[nested]
    inner: Inner,
    #[max]
    peak: u16,
}

#[derive(AtomicState)]
struct Inner {
    #[counter]
    hits: u8,
}

#[test]
fn fields_tell_name_help_kind_and_unit() {
    let [ty, busy, ready, level, largest, smallest, inner, peak] = Server::FIELDS else { panic!("eight fields") };
    assert_eq!((ty.name, ty.help, ty.kind, ty.unit), ("type", "Bytes sent to clients.", Kind::Counter, Some("bytes")));
    assert_eq!((busy.name, busy.help, busy.unit), ("busy", "", Some("seconds")));
    let kinds = [ready, level, largest, smallest, inner, peak].map(|field| field.kind);
    assert_eq!(kinds, [Kind::Flag, Kind::Gauge, Kind::Max, Kind::Min, Kind::Nested, Kind::Max]);
    assert_eq!((largest.unit, inner.help), (Some("bytes"), "The inner one."));
}

#[test]
fn a_nested_field_has_the_fields_of_its_struct() {
    let inner = Server::FIELDS[6];
    assert_eq!(inner.fields, Inner::FIELDS);
    assert_eq!(inner.fields[0].name, "hits");
}

#[derive(Default)]
struct Log(Vec<String>);

impl Visitor for Log {
    fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
        self.0.push(format!("{} {value:?}", field.name));
    }

    fn enter(&mut self, field: &'static Field, _: Option<usize>) {
        self.0.push(format!("enter {}", field.name));
    }

    fn leave(&mut self, field: &'static Field, _: Option<usize>) {
        self.0.push(format!("leave {}", field.name));
    }
}

#[test]
fn visit_shows_every_field_in_order() {
    let state = ServerState::new();
    state.record_type(1);
    state.record_busy(Duration::from_secs(2));
    state.set_ready();
    state.sub_level(3);
    state.record_largest(4);
    state.inner().record_hits(5);
    let mut log = Log::default();
    state.snapshot().visit(&mut log);
    assert_eq!(
        log.0,
        [
            "type Unsigned(1)",
            "busy Duration(2s)",
            "ready Bool(true)",
            "level Signed(-3)",
            "largest Unsigned(4)",
            "smallest Missing",
            "enter inner",
            "hits Unsigned(5)",
            "leave inner",
            "peak Unsigned(0)",
        ]
    );
}

#[test]
fn a_visitor_can_be_a_trait_object() {
    let mut log = Log::default();
    let visitor: &mut dyn Visitor = &mut log;
    InnerState::new().snapshot().visit(visitor);
    assert_eq!(log.0, ["hits Unsigned(0)"]);
}

#[test]
fn a_value_is_a_number_unless_it_is_missing_or_several() {
    for (value, expected) in [
        (Value::Unsigned(7), 7.0),
        (Value::Signed(-7), -7.0),
        (Value::Float(0.5), 0.5),
        (Value::Duration(Duration::from_millis(1500)), 1.5),
        (Value::Bool(false), 0.0),
        (Value::Bool(true), 1.0),
    ] {
        assert_eq!(value.as_f64(), Some(expected), "{value:?}");
    }
    assert_eq!(Value::Missing.as_f64(), None);
}
