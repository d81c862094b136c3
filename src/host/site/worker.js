// Keeps the standalone page for when there is no network: every file of one version, or none.
//
// The list below is made when the site is staged. A changed list is another worker: it fetches all
// that it lists, holds each file against its digest, and waits until no page of the version before
// is open. So no page ever meets files of two versions.

const LISTED = {}; // filled in when the site is staged
const VERSION = ""; // filled in when the site is staged

// Others may keep things under the same origin, and this page may stand there twice.
const OURS = `naltrexone-explainer ${registration.scope} `;
const CACHE = OURS + VERSION;
const address = (name) => new URL(name, registration.scope).href;
// The page goes by two names, and is kept by that which no server sends elsewhere.
const PAGES = [address(""), address("index.html")];

// The name in the list of what an address stands for, if it is ours.
function listed(asked) {
  const url = new URL(asked);
  url.search = url.hash = "";
  if (PAGES.includes(url.href)) return "";
  const name = url.href.startsWith(registration.scope) ? url.href.slice(registration.scope.length) : undefined;
  return name in LISTED ? name : undefined;
}

addEventListener("install", (event) => {
  const wanted = Object.entries(LISTED).map(([name, integrity]) => {
    // What has its hash in its name need not be asked for again.
    const cache = /-[0-9a-f]{8}\./.test(name) ? "default" : "no-cache";
    return new Request(address(name), { cache, integrity });
  });
  event.waitUntil(caches.open(CACHE).then((kept) => kept.addAll(wanted)));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(OURS) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const name = listed(request.url);
  if (name === undefined || request.method !== "GET") return;
  if (request.mode !== "navigate" || name === "") event.respondWith(answer(event, name));
});

// The kept file, for our page alone: another page below this address gets what its server sends.
async function answer({ request, clientId }, name) {
  if (request.mode !== "navigate") {
    const asking = await clients.get(clientId);
    if (!asking || listed(asking.url) !== "") return fetch(request);
  }
  const kept = await caches.open(CACHE);
  const found = await kept.match(address(name), { ignoreVary: true });
  if (!found) return fetch(request);
  // A browser takes no answer to a navigation that came by way of another address.
  return found.redirected ? new Response(found.body, { headers: found.headers }) : found;
}
