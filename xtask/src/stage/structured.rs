//! The page described for search engines, in the vocabulary of schema.org.

use super::words::plain;
use anyhow::Result;
use naltrexone_explainer::content::files::Files;
use naltrexone_explainer::content::files::written::{Fact, Source};
use serde_json::{Value, json};

/// A script element that browsers read as data and never run.
pub(super) fn script(files: &Files, language: &str) -> Result<String> {
    let data = description(files, language)?.to_string();
    Ok(format!(
        "<script type=\"application/ld+json\">{}</script>",
        safe(&data)
    ))
}

fn description(files: &Files, language: &str) -> Result<Value> {
    Ok(json!({
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": plain(files, "ui-page-title")?,
        "description": plain(files, "ui-page-description")?,
        "inLanguage": language,
        "isAccessibleForFree": true,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "audience": { "@type": "MedicalAudience", "audienceType": "Patient" },
        "about": {
            "@type": "Drug",
            "name": "naltrexone",
            "nonProprietaryName": "naltrexone",
            "dosageForm": [plain(files, "form-tablet")?, plain(files, "form-injection")?],
            "isProprietary": false,
        },
        "citation": cited(files).map(citation).collect::<Vec<_>>(),
    }))
}

/// The sources that a shown statement rests on, apart from machine-assisted sites.
fn cited(files: &Files) -> impl Iterator<Item = &Source> {
    files.sources.iter().filter(|source| {
        let rests_on = |fact: &Fact| fact.shown && fact.sources.contains(&source.id);
        !source.machine_assisted && files.facts.iter().any(rests_on)
    })
}

/// A source as a citation, without what is not known of it.
fn citation(source: &Source) -> Value {
    let known = [
        ("name", Some(source.title.as_str())),
        ("publisher", Some(source.publisher.as_str())),
        ("datePublished", Some(source.date.as_str())),
        ("url", source.url.as_deref()),
    ];
    let mut citation = json!({ "@type": "CreativeWork" });
    for (name, value) in known {
        if let (Some(value), Some(fields)) = (value, citation.as_object_mut())
            && !value.is_empty()
        {
            fields.insert(name.to_owned(), value.into());
        }
    }
    citation
}

/// JSON that cannot end the script element it stands in.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_names_only_what_is_known() {
        let source: Source = serde_json::from_value(json!({
            "id": "a", "title": "A label", "publisher": "", "date": "", "url": null,
            "seen_at": null, "kind": "label",
        }))
        .expect("a source as written");
        assert_eq!(
            citation(&source),
            json!({ "@type": "CreativeWork", "name": "A label" })
        );
    }

    #[test]
    fn a_text_cannot_end_the_element() {
        assert_eq!(safe("{\"a\":\"</script>\"}"), "{\"a\":\"\\u003c/script>\"}");
    }
}
