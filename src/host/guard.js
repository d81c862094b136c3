// Put before the glue: what stands between one copy of the program and the page.
//
// A fault inside the program is told to its element and goes no further; after one, the copy is
// never entered again, since its memory may be in any state.

export const guard = { dead: false, report: () => {}, level: 2 };
let depth = 0;

// The program's entrances, each with its fault caught where the page would have got it.
function guarded(entrances) {
  const safe = {};
  for (const [name, entrance] of Object.entries(entrances)) {
    safe[name] = typeof entrance === "function" ? (...given) => enter(entrance, given) : entrance;
  }
  return safe;
}

function enter(entrance, given) {
  if (guard.dead) return undefined;
  depth += 1;
  try {
    return entrance(...given);
  } catch (fault) {
    guard.dead = true;
    if (depth > 1) throw fault;
    guard.report(fault);
    return undefined;
  } finally {
    depth -= 1;
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
