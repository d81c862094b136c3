// Put before the glue: what stands between one copy of the program and the page.
//
// A fault inside the program is told to its element and goes no further; after one, the copy is
// never entered again, since its memory may be in any state.

export const guard = { dead: false, report: () => {}, level: 2 };
// What the glue hears of a copy that is dead: nothing, in whatever shape it looks for.
const NOTHING = [0, 0, 0, 0];
let depth = 0;
let failed;

// The program's entrances, each with its fault caught where the page would have got it.
function guarded(entrances) {
  const safe = {};
  for (const [name, entrance] of Object.entries(entrances)) {
    safe[name] = typeof entrance === "function" ? (...given) => enter(entrance, given) : entrance;
  }
  return safe;
}

function enter(entrance, given) {
  if (guard.dead) return NOTHING;
  depth += 1;
  try {
    return entrance(...given);
  } catch (fault) {
    // Not thrown on: between two entrances may stand an event, whose faults are told to the page.
    guard.dead = true;
    failed ??= fault;
    return NOTHING;
  } finally {
    depth -= 1;
    if (!depth && failed) {
      const fault = failed;
      failed = undefined;
      guard.report(fault);
    }
  }
}

// A heading at the level that the page around asks for; the explainer's own begin at the second.
export function level(heading) {
  const own = /^h([2-6])$/.exec(heading.localName)?.[1];
  if (!own) return heading;
  if (guard.level === 2) heading.removeAttribute("aria-level");
  else heading.setAttribute("aria-level", Number(own) + guard.level - 2);
  return heading;
}
