//! The keys of one attribute, and the values that they take.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Ident, Lit, Path, Visibility};

use super::suggest::unknown_key;
use crate::errors::Errors;
use crate::parse::{Argument, Value};

/// Arguments whose keys the attribute knows, each key once.
pub(super) struct Arguments(Vec<Argument>);

impl Arguments {
    /// `attribute` is its name in messages.
    pub(super) fn new(attribute: &str, keys: &[&str], arguments: Vec<Argument>, errors: &mut Errors) -> Self {
        let mut accepted: Vec<Argument> = Vec::new();
        for argument in arguments {
            let key = &argument.key;
            if !keys.iter().any(|known| key == known) {
                errors.at(key, unknown_key(key, attribute, keys));
            } else if accepted.iter().any(|earlier| earlier.key == *key) {
                errors.at(key, format!("`{key}` is given twice: remove this one"));
            } else {
                accepted.push(argument);
            }
        }
        Self(accepted)
    }

    fn get(&self, key: &str) -> Option<&Argument> {
        self.0.iter().find(|argument| argument.key == key)
    }

    pub(super) fn key(&self, key: &str) -> Option<&Ident> {
        self.get(key).map(|argument| &argument.key)
    }

    /// The name of an item to generate.
    pub(super) fn name(&self, key: &str, errors: &mut Errors) -> Option<Ident> {
        let argument = self.get(key)?;
        match &argument.value {
            Some(Value::Name(name)) if syn::parse2::<Ident>(name.to_token_stream()).is_ok() => {
                return Some(name.clone());
            }
            Some(Value::Name(keyword)) => {
                errors.at(keyword, format!("`{keyword}` is a keyword: choose another name"));
            }
            Some(Value::Literal(literal @ Lit::Str(string))) => {
                errors.at(literal, format!("a name is written without quotes: `{key} = {}`", string.value()));
                return string.parse().ok();
            }
            _ => argument.expected(&format!("a name, as in `{key} = some_name`"), errors),
        }
        None
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
        let tokens = match &argument.value {
            Some(value @ (Value::Path(_) | Value::Name(_))) => value.to_token_stream(),
            _ => TokenStream::new(),
        };
        let path = Path::parse_mod_style.parse2(tokens).ok();
        if path.is_none() {
            argument.expected(&format!("a path without quotes, as in `{key} = ::some::path`"), errors);
        }
        path
    }

    /// The path to a type, which may have parameters.
    pub(super) fn type_path(&self, key: &str, errors: &mut Errors) -> Option<Path> {
        let argument = self.get(key)?;
        let tokens = match &argument.value {
            Some(value @ (Value::Path(_) | Value::Name(_))) => value.to_token_stream(),
            _ => TokenStream::new(),
        };
        let path = syn::parse2(tokens).ok();
        if path.is_none() {
            argument.expected(&format!("a type without quotes, as in `{key} = SomeState`"), errors);
        }
        path
    }

    pub(super) fn text(&self, key: &str, example: &str, errors: &mut Errors) -> Option<String> {
        let argument = self.get(key)?;
        match &argument.value {
            Some(Value::Literal(Lit::Str(text))) if !text.value().trim().is_empty() => return Some(text.value()),
            _ => argument.expected(&format!("a text in quotes, as in `{key} = \"{example}\"`"), errors),
        }
        None
    }

    /// A key that has no value: itself, where it is there.
    pub(super) fn word_alone(&self, key: &str, errors: &mut Errors) -> Option<&Ident> {
        let argument = self.get(key)?;
        if let Some(value) = &argument.value {
            errors.at(value, format!("`{key}` takes no value: write the word alone"));
        }
        Some(&argument.key)
    }

    /// One of several words.
    pub(super) fn word(&self, key: &str, example: &str, errors: &mut Errors) -> Option<Ident> {
        let argument = self.get(key)?;
        match &argument.value {
            Some(Value::Name(word)) => return Some(word.clone()),
            _ => argument.expected(&format!("a word without quotes, as in `{key} = {example}`"), errors),
        }
        None
    }
}

impl Argument {
    /// Reports that the value is not what it must be.
    fn expected(&self, what: &str, errors: &mut Errors) {
        match &self.value {
            Some(value) => errors.at(value, format!("expected {what}")),
            None => errors.at(&self.key, format!("`{}` needs a value: {what}", self.key)),
        }
    }
}
