//! What the command line asks for.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::files;

/// How long the example works if it is given no folder: long enough to see the progress and to press Ctrl-C.
const SHOW_FOR: Duration = Duration::from_millis(2500);

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Four workers read and hash the files of a folder, and record what they do in one shared state.

usage: worker_pool [FOLDER]

  FOLDER       read this folder once; without it, read the sources of this workspace
               again and again for 2.5 seconds
  -h, --help   print this text

Hidden folders and folders named `target` are left out. Ctrl-C stops the workers early; their
totals are exact then, too.

The exit code is 0 if the state agrees with what the workers return, 1 if it does not or if the
program cannot print, and 2 for wrong arguments or a folder that cannot be listed.
";

/// What the program is to do.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    /// Read this folder once, and then again until this much time has passed.
    Read {
        folder: PathBuf,
        at_least: Duration,
    },
}

/// Reads the arguments that follow the program's name.
///
/// # Errors
///
/// Says which argument is wrong.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut folder = None;
    for argument in arguments {
        if argument == "-h" || argument == "--help" {
            return Ok(Request::Help);
        }
        if argument.as_encoded_bytes().starts_with(b"-") {
            return Err(format!("unknown option {}", argument.to_string_lossy()));
        }
        if folder.replace(PathBuf::from(argument)).is_some() {
            return Err("more than one folder".to_owned());
        }
    }
    Ok(match folder {
        Some(folder) => Request::Read { folder, at_least: Duration::ZERO },
        None => Request::Read { folder: files::own_sources().to_owned(), at_least: SHOW_FOR },
    })
}
