//! The page described for search engines, in the vocabulary of schema.org.

use super::words::plain;
use anyhow::Result;
use naltrexone_explainer::content::files::Files;
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
    let cited: Vec<_> = files
        .sources
        .iter()
        .filter(|source| !source.machine_assisted)
        .collect();
    let citation = |source: &&naltrexone_explainer::content::files::written::Source| {
        json!({
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": source.publisher,
            "datePublished": source.date,
            "url": source.url,
        })
    };
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
        "citation": cited.iter().map(citation).collect::<Vec<_>>(),
    }))
}

/// JSON that cannot end the script element it stands in.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_the_element() {
        assert_eq!(safe("{\"a\":\"</script>\"}"), "{\"a\":\"\\u003c/script>\"}");
    }
}
