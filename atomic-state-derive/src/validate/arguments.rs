//! The keys of one attribute, and the values that they take.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Ident, Lit, Path, TypePath, Visibility};

use super::suggest::{meant, unknown_key};
use crate::errors::Errors;
use crate::parse::{Argument, Transition, Value};

/// Arguments by key, each key once. A misspelt key counts as the key that was probably meant.
pub(super) struct Arguments {
    accepted: Vec<(&'static str, Argument)>,
    /// Those that are one too many, whose names may be used all the same.
    more: Vec<(&'static str, Argument)>,
}

/// The name that a key gives to a method.
pub(super) enum Name {
    Given(Ident),
    /// `_`: the method is left out.
    LeftOut,
}

impl Arguments {
    /// `attribute` is its name in messages.
    pub(super) fn new(
        attribute: &str,
        keys: &[&'static str],
        arguments: impl IntoIterator<Item = Argument>,
        errors: &mut Errors,
    ) -> Self {
        let (mut accepted, mut more): (Vec<(&str, Argument)>, Vec<_>) = Default::default();
        for mut argument in arguments {
            let known = keys.iter().copied().find(|known| argument.key == known);
            if known.is_none() && !argument.reported {
                errors.at(&argument.key, unknown_key(&argument.key, attribute, keys));
                argument.reported = true;
            }
            let Some(key) = known.or_else(|| meant(&argument.key, keys)) else { continue };
            if let Some(earlier) = accepted.iter_mut().find(|(earlier, _)| *earlier == key) {
                if !argument.reported {
                    errors.at(&argument.key, format!("`{key}` is given twice: remove this one"));
                }
                // Of two, the later one was meant; a misspelt one gives way.
                argument.reported = true;
                if known.is_some() {
                    std::mem::swap(&mut earlier.1, &mut argument);
                    earlier.1.reported = true;
                }
                more.push((key, argument));
            } else {
                accepted.push((key, argument));
            }
        }
        Self { accepted, more }
    }

    /// The arguments of an attribute that is a mistake itself: nothing more is reported of them.
    pub(super) fn unchecked(keys: &[&'static str], arguments: impl IntoIterator<Item = Argument>) -> Self {
        Self::new("", keys, arguments, &mut Errors::default())
    }

    fn get(&self, key: &str) -> Option<&Argument> {
        self.accepted.iter().find(|(known, _)| *known == key).map(|(_, argument)| argument)
    }

    /// Names for methods that are one too many.
    pub(super) fn more_names(&self) -> impl Iterator<Item = (&'static str, Ident)> {
        self.more.iter().filter_map(|(key, argument)| Some((*key, argument.meant.clone()?)))
    }

    /// The user's key, unless it is misspelt or a mistake otherwise: then nothing more is to be said of it.
    pub(super) fn key(&self, key: &str) -> Option<&Ident> {
        self.get(key).filter(|argument| !argument.reported).map(|argument| &argument.key)
    }

    /// Whether the key was meant, though it may be a mistake.
    pub(super) fn is_meant(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The name of an item to generate.
    pub(super) fn name(&self, key: &str, errors: &mut Errors) -> Option<Name> {
        let argument = self.get(key)?;
        let message = match &argument.value {
            _ if argument.reported => return argument.meant.clone().map(Name::Given),
            Some(Value::Name(name)) if name == "_" => return Some(Name::LeftOut),
            Some(Value::Name(name)) if is_name(name) => return Some(Name::Given(name.clone())),
            Some(Value::Name(keyword)) => format!("`{keyword}` is a keyword: choose another name"),
            Some(Value::Literal(Lit::Str(text))) => match text.parse::<Ident>() {
                Ok(name) => format!("a name is written without quotes: `{key} = {name}`"),
                Err(_) => format!("`{}` is no name: write the name alone, as in `{key} = some_name`", text.value()),
            },
            _ => String::new(),
        };
        if message.is_empty() {
            argument.expected(&format!("a name, as in `{key} = some_name`"), errors);
        } else if !argument.reported {
            errors.at(&argument.value, message);
        }
        argument.meant.clone().map(Name::Given)
    }

    pub(super) fn visibility(&self, key: &str, errors: &mut Errors) -> Option<Visibility> {
        let argument = self.get(key)?;
        if let Some(Value::Visibility(vis)) = &argument.value {
            return Some(vis.clone());
        }
        argument.expected(&format!("a visibility, as in `{key} = pub(crate)`"), errors);
        None
    }

    /// The path to a module or crate.
    pub(super) fn path(&self, key: &str, errors: &mut Errors) -> Option<Path> {
        let argument = self.get(key)?;
        let path = argument.tokens().and_then(|tokens| Path::parse_mod_style.parse2(tokens).ok());
        if path.is_none() {
            argument.expected(&format!("a path without quotes, as in `{key} = ::some::path`"), errors);
        }
        path
    }

    pub(super) fn ty(&self, key: &str, errors: &mut Errors) -> Option<TokenStream> {
        let argument = self.get(key)?;
        let tokens = argument.tokens().filter(|tokens| syn::parse2::<TypePath>(tokens.clone()).is_ok());
        if tokens.is_none() {
            argument.expected(&format!("a type without quotes, as in `{key} = SomeState`"), errors);
        }
        tokens
    }

    /// A part of a metric's name.
    pub(super) fn unit(&self, key: &str, errors: &mut Errors) -> Option<String> {
        let argument = self.get(key)?;
        let is_part = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_';
        match &argument.value {
            Some(Value::Literal(Lit::Str(text))) if !text.value().is_empty() && text.value().chars().all(is_part) => {
                return Some(text.value());
            }
            Some(Value::Literal(Lit::Str(_))) => {
                let example = format!("a part of a metric's name, of `a` to `z`, digits and `_`: `{key} = \"bytes\"`");
                argument.expected(&example, errors);
            }
            _ => argument.expected(&format!("a text in quotes, as in `{key} = \"bytes\"`"), errors),
        }
        None
    }

    /// A text that is not empty.
    pub(super) fn text(&self, key: &str, errors: &mut Errors) -> Option<String> {
        let argument = self.get(key)?;
        match &argument.value {
            Some(Value::Literal(Lit::Str(text))) if !text.value().is_empty() => return Some(text.value()),
            _ => argument.expected(&format!("a text in quotes, as in `{key} = \"timed_out\"`"), errors),
        }
        None
    }

    /// A label's name.
    pub(super) fn label(&self, key: &str, errors: &mut Errors) -> Option<String> {
        let argument = self.get(key)?;
        let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        match &argument.value {
            Some(Value::Literal(Lit::Str(text)))
                if text.value().chars().all(is_part)
                    && text.value().starts_with(|sign: char| !sign.is_ascii_digit()) =>
            {
                return Some(text.value());
            }
            Some(Value::Literal(Lit::Str(_))) => {
                let example = format!("a label's name, of letters, digits and `_`: `{key} = \"reason\"`");
                argument.expected(&example, errors);
            }
            _ => argument.expected(&format!("a text in quotes, as in `{key} = \"reason\"`"), errors),
        }
        None
    }

    pub(super) fn boolean(&self, key: &str, errors: &mut Errors) -> Option<bool> {
        let argument = self.get(key)?;
        if let Some(Value::Literal(Lit::Bool(boolean))) = &argument.value {
            return Some(boolean.value);
        }
        argument.expected(&format!("`true` or `false`, as in `{key} = true`"), errors);
        None
    }

    /// Any constant expression.
    pub(super) fn constant(&self, key: &str, errors: &mut Errors) -> Option<TokenStream> {
        let argument = self.get(key)?;
        if argument.value.is_none() {
            argument.expected(&format!("a constant, as in `{key} = 100`"), errors);
        }
        argument.value.as_ref().map(ToTokens::to_token_stream)
    }

    /// The moves in the parentheses after a key. Empty without the key.
    pub(super) fn transitions(&self, key: &str, errors: &mut Errors) -> Vec<Transition> {
        let Some(argument) = self.get(key) else { return Vec::new() };
        let tokens = argument.tokens().unwrap_or_default();
        let moves = match Transition::all_in(tokens) {
            Ok(moves) if moves.is_empty() => Err(None),
            moves => moves,
        };
        moves.unwrap_or_else(|wrong| {
            let place = wrong.map_or_else(|| argument.key.to_token_stream(), TokenTree::into_token_stream);
            if !argument.reported {
                let example = format!("`{key}(Ready => Draining | Stopped, …)`");
                errors.at(place, format!("write the moves from variant to variant: {example}"));
            }
            Vec::new()
        })
    }

    /// A key without a value: the key itself, if it is there.
    pub(super) fn word_alone(&self, key: &str, errors: &mut Errors) -> Option<&Ident> {
        let argument = self.get(key)?;
        if let (Some(value), false) = (&argument.value, argument.reported) {
            errors.at(value, format!("`{key}` takes no value: write the word alone"));
        }
        Some(&argument.key)
    }

    /// One of several words.
    pub(super) fn word(&self, key: &str, example: &str, errors: &mut Errors) -> Option<Ident> {
        let argument = self.get(key)?;
        match &argument.value {
            _ if argument.reported => {}
            Some(Value::Name(word)) => return Some(word.clone()),
            Some(Value::Tokens(_)) => argument.expected(&format!("one word, as in `{key} = {example}`"), errors),
            _ => argument.expected(&format!("a word without quotes, as in `{key} = {example}`"), errors),
        }
        None
    }
}

impl Argument {
    fn tokens(&self) -> Option<TokenStream> {
        match &self.value {
            Some(value @ (Value::Tokens(_) | Value::Name(_))) => Some(value.to_token_stream()),
            _ => None,
        }
    }

    /// Reports that the value is not what it must be.
    fn expected(&self, what: &str, errors: &mut Errors) {
        match &self.value {
            _ if self.reported => {}
            Some(value) => errors.at(value, format!("expected {what}")),
            None => errors.at(&self.key, format!("`{}` needs a value: {what}", self.key)),
        }
    }
}

fn is_name(word: &Ident) -> bool {
    syn::parse2::<Ident>(word.to_token_stream()).is_ok()
}
