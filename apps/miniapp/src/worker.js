// Only for browsers: the page itself, for a phone without network. Its scripts are in the browser's own cache under names that never
// change their content, and what was read stays with the log-in: nothing of a person is kept here.

const SHELL = 'shell';

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add('/')));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { mode, url } = event.request;
  if (mode === 'navigate' && new URL(url).pathname === '/') event.respondWith(newestPage(event));
});

/** A connection that carries nothing refuses nothing either. */
const PATIENCE_MS = 3_000;

async function newestPage(event) {
  const cache = await caches.open(SHELL);
  const coming = fetch(event.request).then(async (reply) => {
    if (reply.ok) await cache.put('/', reply.clone());
    return reply;
  });
  // What comes too late is there the next time.
  event.waitUntil(coming.catch(() => undefined));
  const kept = await cache.match('/');
  if (kept === undefined) return coming.catch(() => Response.error());
  return Promise.race([coming.catch(() => kept), new Promise((give) => setTimeout(give, PATIENCE_MS, kept))]);
}
