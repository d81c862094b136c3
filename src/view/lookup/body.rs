//! A body seen from the front, the chosen area dark: the list beside it has the names.

use yew::{Html, html};

/// The outline, and the line between the legs.
const SKIN: &str = "M0 8C22 8 33 24 32 46C31 62 24 76 15 83L16 98C30 107 56 110 70 117C86 124 92 140 94 160C98 192 102 214 107 242C112 272 118 300 121 324C129 338 132 352 128 368C124 382 112 384 108 370C105 356 105 340 105 328C98 302 91 276 86 250C81 226 76 202 71 184C69 212 62 236 60 262C59 292 72 312 75 344C78 376 74 410 68 446L10 446C9 420 6 394 0 380C-6 394-9 420-10 446L-68 446C-74 410-78 376-75 344C-72 312-59 292-60 262C-62 236-69 212-71 184C-76 202-81 226-86 250C-91 276-98 302-105 328C-105 340-105 356-108 370C-112 384-124 382-128 368C-132 352-129 338-121 324C-118 300-112 272-107 242C-102 214-98 192-94 160C-92 140-86 124-70 117C-56 110-30 107-16 98L-15 83C-24 76-31 62-32 46C-33 24-22 8 0 8Z";

/// The organs: the area they belong to, their outline, and the lines inside.
const ORGANS: [(&str, &str, &str); 11] = [
    (
        "head",
        "M-20 40C-24 24-12 15 0 15S24 24 20 40C18 50 8 52 0 51S-18 50-20 40Z",
        "M-21 36C-15 29-10 41-3 33S9 25 20 31M-17 25C-11 20-8 28-2 23S8 17 14 21M-15 46C-9 40-4 50 4 43S13 38 18 42",
    ),
    (
        "mouth-throat",
        "M-7 66C-3 62 3 62 7 66C4 72-4 72-7 66ZM-4 78H4V100H-4Z",
        "M-4 84H4M-4 90H4M-4 96H4",
    ),
    (
        "chest",
        "M-8 128C-18 120-34 128-40 150-44 170-45 192-40 198-30 202-14 194-8 188Z",
        "",
    ),
    (
        "chest",
        "M8 128C18 120 34 128 40 150 44 170 45 192 40 198 30 202 22 196 18 190 18 176 14 166 8 164Z",
        "M0 102V126M0 126L-9 136M0 126L9 136",
    ),
    (
        "chest",
        "M6 168C14 166 20 172 19 182 16 192 8 196 2 200-4 194-6 182-3 174-1 170 2 168 6 168Z",
        "",
    ),
    (
        "liver",
        "M-44 208C-30 200-8 202 12 208 8 218-4 222-14 230-24 240-38 244-44 236-48 228-48 214-44 208Z",
        "",
    ),
    (
        "belly",
        "M16 204C26 200 40 206 43 220 45 236 34 246 20 246 10 246 2 242 0 236 8 234 14 228 15 220Z",
        "",
    ),
    (
        "belly",
        "M-40 256C-28 246 28 246 40 256 48 272 48 298 40 312 26 324-26 324-40 312-48 298-48 272-40 256Z",
        "M-30 266H26Q34 266 34 273T26 280H-24Q-32 280-32 287T-24 294H26Q33 294 33 300T26 307H-22",
    ),
    (
        "bladder",
        "M-14 334C-8 328 8 328 14 334 16 344 8 352 0 352S-16 344-14 334Z",
        "",
    ),
    (
        "muscles",
        "M-90 148a8 8 0 1 0 16 0a8 8 0 1 0-16 0M74 148a8 8 0 1 0 16 0a8 8 0 1 0-16 0M-105 250a8 8 0 1 0 16 0a8 8 0 1 0-16 0M89 250a8 8 0 1 0 16 0a8 8 0 1 0-16 0M-50 400a8 8 0 1 0 16 0a8 8 0 1 0-16 0M34 400a8 8 0 1 0 16 0a8 8 0 1 0-16 0",
        "",
    ),
    (
        "shot",
        "M50 322a9 9 0 1 0 18 0a9 9 0 1 0-18 0",
        "M59 317v10M54 322h10",
    ),
];

/// How many areas, from the first, stand in the list beside the drawing, each in an equal share of its height.
pub(super) const DRAWN: usize = 8;

/// Where the line to the name of each of them begins.
const ENDS: [(u16, u16); DRAWN] = [
    (16, 32),
    (12, 57),
    (3, 88),
    (26, 160),
    (36, 270),
    (4, 214),
    (102, 222),
    (82, 148),
];

/// The drawing with one area chosen, and its place in the list.
pub(super) fn body(chosen: &str, place: Option<usize>) -> Html {
    let skin = matches!(chosen, "skin" | "whole-body");
    let line = (0_u16..)
        .zip(ENDS)
        .find(|(at, _)| Some(usize::from(*at)) == place);
    html! {
        <svg class="body" viewBox="-136 0 272 446" aria-hidden="true">
            <path class={if skin { "skin chosen" } else { "skin" }} d={SKIN} />
            { for ORGANS.into_iter().map(|(area, outline, lines)| {
                let mind = area == "head" && matches!(chosen, "mood" | "sleep-energy");
                html! {
                    <g class={if area == chosen || mind { "organ chosen" } else { "organ" }}>
                        <path d={outline} />
                        if !lines.is_empty() { <path class="lines" d={lines} /> }
                    </g>
                }
            }) }
            if let Some((at, (x, y))) = line {
                <g class="lead-line">
                    <path d={format!("M{x} {y}L160 {}", 28 + at * 56)} />
                    <circle cx={x.to_string()} cy={y.to_string()} r="4" />
                </g>
            }
        </svg>
    }
}
