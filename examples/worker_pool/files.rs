//! Finds the files to work on.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use crate::PoolState;

/// The folder of the workspace that this example belongs to.
pub(crate) fn own_sources() -> &'static Path {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR"));
    examples.parent().unwrap_or(examples)
}

/// The files of a folder.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) paths: Vec<PathBuf>,
    /// Their sizes together, at the time of listing.
    pub(crate) bytes: u64,
    /// Folders that could not be listed to their end.
    pub(crate) problems: Vec<(PathBuf, io::Error)>,
}

/// Lists the regular files under `root`, or as many as it finds before the state is told to stop.
///
/// Leaves out hidden folders (such as `.git`) and `target`, and follows no links. Goes on without a folder that it
/// cannot list. Hands what it has found so far to `report` after each file.
///
/// # Errors
///
/// When `root` itself cannot be listed.
pub(crate) fn list(root: &Path, state: &PoolState, mut report: impl FnMut(&Files)) -> io::Result<Files> {
    let mut files = Files::default();
    let mut folders = files.add_folder(fs::read_dir(root)?, state, &mut report)?;
    while let Some(folder) = folders.pop() {
        if state.is_stopping() {
            break;
        }
        let listed = fs::read_dir(&folder).and_then(|entries| files.add_folder(entries, state, &mut report));
        match listed {
            Ok(inner) => folders.extend(inner),
            Err(error) => files.problems.push((folder, error)),
        }
    }
    Ok(files)
}

impl Files {
    /// Adds the files that stand directly in a folder, and returns the folders that do.
    fn add_folder(
        &mut self,
        entries: fs::ReadDir,
        state: &PoolState,
        report: &mut impl FnMut(&Files),
    ) -> io::Result<Vec<PathBuf>> {
        let mut folders = Vec::new();
        for entry in entries {
            if state.is_stopping() {
                break;
            }
            folders.extend(self.add(&entry?)?);
            report(self);
        }
        Ok(folders)
    }

    /// Adds the entry if it is a file, and returns it if it is a folder to list.
    fn add(&mut self, entry: &DirEntry) -> io::Result<Option<PathBuf>> {
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let name = entry.file_name();
            let left_out = name == "target" || name.as_encoded_bytes().starts_with(b".");
            return Ok((!left_out).then(|| entry.path()));
        }
        if kind.is_file() {
            // A size only scales the progress bar. The file's worker will find out whether the file can be read.
            self.bytes += entry.metadata().map_or(0, |metadata| metadata.len());
            self.paths.push(entry.path());
        }
        Ok(None)
    }
}
