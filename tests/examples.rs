//! The examples check what they show: each ends well.

#![cfg(not(atomic_state_loom))]

use std::process::Command;

macro_rules! examples {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            let output = Command::new(env!("CARGO"))
                .args(["run", "--quiet", "--package", "atomic-state-examples", "--example", stringify!($name)])
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .env_remove("RUSTFLAGS")
                .output()
                .expect("cargo starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    )*};
}

examples! {
    worker_pool_expanded
    minimal_counter
    ticket_limit
    static_state
    save_and_restore
    request_metrics
    fold_shards
    periodic_worker
    per_thread
}
