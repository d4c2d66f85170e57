import { DvcKiosk } from './dvc-kiosk.ts';

const WORKER = '/kiosk/sw.js';

/** What of Trusted Types is used here: the page's own policy asks that the worker's address comes by one. */
interface TrustedUrls {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Registers the worker that keeps the program on the tablet, and takes a newer version up while nobody is answering. */
async function keepOffline(element: DvcKiosk): Promise<void> {
  // There on HTTPS and on this machine alone; elsewhere the page works while it stays open.
  if (!('serviceWorker' in navigator)) return;
  const renewed = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!renewed) return;
    const timer = setInterval(() => {
      if (element.kiosk.screen.is !== 'attract') return;
      clearInterval(timer);
      location.reload();
    }, 1000);
  });
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: TrustedUrls };
  const policy = trustedTypes?.createPolicy('dvc-kiosk', { createScriptURL: () => WORKER });
  await navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER, { scope: '/kiosk/' });
}

customElements.define('dvc-kiosk', DvcKiosk);
const element = document.querySelector<DvcKiosk>('dvc-kiosk');
if (element) void keepOffline(element).catch(() => undefined);
