/** What of a service worker is used here: the compiler's own list of it cannot stand beside that of pages. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Waits) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetches) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}
interface Waits {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetches extends Waits {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;
/** Both are put in by the build. */
const CACHE = 'kiosk-__VERSION__';
const FILES = '__FILES__' as unknown as readonly string[];

/** A version is whole or not there: one file missing and the earlier one goes on. */
worker.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
    await worker.skipWaiting();
  };
  event.waitUntil(keep());
});

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

/** The program itself from the tablet; what is asked of the server goes to the server. */
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith('/kiosk/')) return;
  const file = request.mode === 'navigate' ? '/kiosk/' : pathname;
  event.respondWith(caches.match(file).then((kept) => kept ?? fetch(request)));
});

export {};
