//! Finds the files to work on.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::PoolState;

/// The workspace that this example belongs to.
pub(crate) const OWN_SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The files of a folder.
#[derive(Default)]
pub(crate) struct Files {
    pub(crate) paths: Vec<PathBuf>,
    /// Their sizes together, at the time of listing.
    pub(crate) bytes: u64,
}

/// Lists the regular files under `root`, or as many as it finds before the state is told to stop.
///
/// Leaves out hidden folders (such as `.git`) and `target`, and follows no links. Reports folders that it cannot list,
/// and goes on without them.
///
/// # Errors
///
/// When `root` itself cannot be listed.
pub(crate) fn list(root: &Path, state: &PoolState) -> io::Result<Files> {
    let mut files = Files::default();
    let mut folders = list_one(root, &mut files)?;
    while let Some(folder) = folders.pop() {
        if state.is_stopping() {
            break;
        }
        match list_one(&folder, &mut files) {
            Ok(inner) => folders.extend(inner),
            Err(error) => eprintln!("skipped folder {}: {error}", folder.display()),
        }
    }
    Ok(files)
}

/// Adds the files that stand directly in `folder`, and returns the folders that do.
fn list_one(folder: &Path, files: &mut Files) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let name = entry.file_name();
            if name != "target" && !name.as_encoded_bytes().starts_with(b".") {
                folders.push(entry.path());
            }
        } else if kind.is_file() {
            // A size only scales the progress bar; whether the file can be read, its worker will find out.
            files.bytes += entry.metadata().map_or(0, |metadata| metadata.len());
            files.paths.push(entry.path());
        }
    }
    Ok(folders)
}
