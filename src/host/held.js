// In the one file: every other file is held in the page itself, packed, and is unpacked when asked for.

const HELD = {}; // filled in when the site is staged

async function held(address) {
  const name = address.pathname.split("/").pop();
  const [type, packed] = HELD[name];
  const unpacked = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "content-type": type } });
}

// Five letters hold four bytes.
function bytes(text) {
  const out = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let at = 0, to = 0; at < text.length; at += 5) {
    let sum = 0;
    for (let next = at; next < at + 5; next += 1) {
      // What is missing at the end counts as the last letter.
      const code = next < text.length ? text.charCodeAt(next) : 121;
      // Two letters are left out, for they would end a script or a text.
      sum = sum * 85 + code - 35 - (code > 60) - (code > 92);
    }
    for (let shift = 24; shift >= 0 && to < out.length; shift -= 8) {
      out[to] = sum / 2 ** shift;
      to += 1;
    }
  }
  return out;
}
