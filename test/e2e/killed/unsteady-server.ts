import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pick, type Random } from '../../../server/simulate/random.ts';
import { type TestServer, testServer } from '../../server/test-server.ts';

/**
 * What befalls one request: nothing · an answer that comes late · 503 of the server, or of what stands before it · a
 * connection cut before, or after all was stored · a hotel's sign-in page.
 */
export type Trouble = 'none' | 'slow' | 'busy' | 'gateway' | 'cut' | 'unanswered' | 'hotel';
/** How often each trouble comes. */
export type Weather = Readonly<Partial<Record<Trouble, number>>>;

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

/** The real server on a real database, behind a line that fails by chance. */
export async function unsteadyServer(random: Random) {
  const server: TestServer = await testServer();
  /** Comments of answers the server refused for good. */
  const refused = new Set<string>();
  /** By id: the comments it was sent with. */
  const sent = new Map<string, Set<string>>();
  let weather: Weather = { none: 1 };
  let stored = () => {};

  async function pass(request: IncomingMessage, text: string): Promise<Response> {
    const { url = '/', method = 'GET', headers } = request;
    const kept = Object.entries(headers).filter(([name]) =>
      /^(content-|accept|authorization|origin|access-|x-dvc)/.test(name),
    );
    const answer = await server.app.request(url, {
      method,
      headers: Object.fromEntries(kept) as Record<string, string>,
      body: text || null,
    });
    if (text && url.startsWith('/v1/responses')) {
      const { id, comment } = JSON.parse(text) as { id: string; comment: string };
      sent.set(id, (sent.get(id) ?? new Set()).add(comment));
      if (answer.status >= 300 && answer.status < 500 && answer.status !== 429) refused.add(comment);
    }
    if (text && answer.status < 300) stored();
    return answer;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await read(request);
    const trouble = pick(random, weather as Record<Trouble, number>);
    if (trouble === 'cut') return void request.socket.destroy();
    if (trouble === 'busy') {
      response.writeHead(503, { ...CORS, 'content-type': 'application/json', 'retry-after': '1' });
      return void response.end(JSON.stringify({ code: 'busy', message: 'Đang bận.' }));
    }
    if (trouble === 'gateway') return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>');
    if (trouble === 'hotel')
      return void response.writeHead(200, { ...CORS, 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>');
    if (trouble === 'slow') await pause(50 + random() * 700);
    const answered = await pass(request, text);
    if (trouble === 'unanswered') return void request.socket.destroy();
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  }

  const front = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    ...{ server, refused, sent },
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    turn(next: Weather) {
      weather = next;
    },
    /** Calls `tell` whenever the server has stored something. */
    onStored(tell: () => void) {
      stored = tell;
    },
    async close() {
      await new Promise((resolve) => front.close(resolve).closeAllConnections());
      await server.close();
    },
  };
}
export type UnsteadyServer = Awaited<ReturnType<typeof unsteadyServer>>;
