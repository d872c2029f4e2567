//! `#[value]`: the last value set.

use super::{Cell, Demand, Kind, Method, NUMBER_ORDERINGS, Setting, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind {
    name: "value",
    module: "value",
    types: "a number of up to 64 bits, `bool`, `Duration`, an enum that derives `Variants`, or a type that implements \
            `StoredValue`",
    optional_misfits: &[(Sort::Optional, "one `Option` is enough: `None` is `None`")],
    fits: "StoredValue",
    bound: Some("StoredValue"),
    cell: Cell::Of("LastValue"),
    methods: &[
        Method {
            key: "set",
            prefix: Some("set_"),
            arguments: &[("latest", Type::Value)],
            does: "Replaces `{field}` by `latest`.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(Type::Value),
            shares: Shares::ReadsAll,
            does: "The last value of `{field}` at some moment during the call.",
            ..Method::PLAIN
        },
        Method {
            key: "swap",
            arguments: &[("latest", Type::Value)],
            returns: Some(Type::Value),
            does: "Replaces `{field}` by `latest`, and returns the value before.",
            ..Method::PLAIN
        },
        Method {
            key: "update",
            arguments: &[("change", Type::Change)],
            returns: Some(Type::Value),
            does: "Replaces `{field}` by what `change` makes of it, and returns the value before. If another thread \
                   changes it meanwhile, `change` is called again with that thread's value: no change is lost.",
            ..Method::PLAIN
        },
        Method {
            key: "take",
            returns: Some(Type::Value),
            demand: Some(&IS_AN_OPTION),
            does: "Returns `{field}` and leaves `None`. If several threads take, each value goes to one of them.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::StartAt, Setting::Unit],
    orderings: NUMBER_ORDERINGS,
    several: true,
    words: Words {
        starts: "Values start at zero, `false`, `None` or their enum's first variant.",
        takes: "Values stay.",
        merges: "Values keep the larger one.",
    },
    ..Kind::PLAIN
};

const IS_AN_OPTION: Demand = Demand {
    is_met_by: |sort| sort == Sort::Optional,
    otherwise: "leaves `None`: write the type in an `Option`, or use `swap`",
    constant: "__IS_OPTIONAL",
    check: "value::assert_leaves_none",
};
