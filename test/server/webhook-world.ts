import { Webhook } from 'standardwebhooks';
import type { WebhookIssued, WebhookLine } from '#wire/webhook.ts';
import { createApp } from '../../server/app.ts';
import { createGuardedFetch } from '../../server/guarded-fetch.ts';
import { deliverWebhooks } from '../../server/jobs/deliver-webhooks.ts';
import { type Came, httpsServer } from './https-server.ts';
import { testServer } from './test-server.ts';

export type List = { webhooks: WebhookLine[] };
export const ALL_KINDS = ['responses.weekly', 'period.closed', 'period.published'];
const HOUR = 3_600_000;

/** Whether one of the signatures of `came` is made with `secret`. */
export function isSignedBy(secret: string, came: Came | undefined): boolean {
  const { headers = {}, body = '' } = came ?? {};
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signature = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body);
  return (headers['webhook-signature'] ?? '').split(' ').includes(signature);
}

/** A server and a real HTTPS server it may reach although it is on this machine; `other.status` is what that answers. */
export async function webhookWorld() {
  const server = await testServer();
  const answers = { status: 204 };
  const https = await httpsServer((_, response) => response.writeHead(answers.status).end('không ai đọc câu này'));
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const fetchOut = createGuardedFetch({ allowed: ['127.0.0.1'], ca: https.ca, resolve });
  const services = { ...server.services, fetchOut };
  const app = createApp(services);

  async function call<Body>(method: string, path: string, body?: unknown, tenant: 'mau' | 'kia' = 'mau') {
    const sent = body === undefined ? null : JSON.stringify(body);
    const length: Record<string, string> = sent === null ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
    const headers = { 'content-type': 'application/json', ...length, ...server.credentials[tenant]['province-admin'] };
    const response = await app.request(path, { method, body: sent, headers });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
  }

  return {
    answers,
    server,
    services,
    /** What the other system was sent. */
    came: https.came,
    /** The other system goes away: connections are refused; and comes back. */
    goAway: https.close,
    comeBack: https.open,
    call,
    async add(kinds: readonly string[] = ALL_KINDS) {
      const url = `https://nhan.example:${https.port}/tin`;
      return (await call<WebhookIssued>('POST', '/v1/webhooks', { url, kinds })).body;
    },
    list: async () => (await call<List>('GET', '/v1/webhooks')).body.webhooks,
    deliver: (with_: Partial<typeof services> = {}) => deliverWebhooks({ ...services, ...with_ }, 'mau', 'bộ thử'),
    later(hours: number) {
      server.clock.now = new Date(server.clock.now.getTime() + hours * HOUR);
    },
    async close() {
      await https.close();
      await server.close();
    },
  };
}
export type WebhookWorld = Awaited<ReturnType<typeof webhookWorld>>;
