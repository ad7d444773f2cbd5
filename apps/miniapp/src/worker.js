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
  if (mode === 'navigate' && new URL(url).pathname === '/') event.respondWith(newestPage(event.request));
});

async function newestPage(request) {
  const cache = await caches.open(SHELL);
  try {
    const reply = await fetch(request);
    if (reply.ok) await cache.put('/', reply.clone());
    return reply;
  } catch {
    return (await cache.match('/')) ?? Response.error();
  }
}
