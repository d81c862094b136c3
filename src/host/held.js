// In the one file: every other file is held in the page itself, packed, and is unpacked when asked for.

const HELD = {}; // filled in when the site is staged

async function held(address) {
  const name = address.pathname.split("/").pop();
  const [type, packed] = HELD[name];
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "content-type": type } });
}
