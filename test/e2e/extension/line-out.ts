import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it left the browser. */
export interface Left {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: string;
  /** Of its answer; 0 = it got none. */
  status: number;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * A proxy through which everything a browser sends has to go, its tabs and its background alike; all is kept as it came, and passed on
 * within this machine alone. What asks for a sealed line is written down and turned away: nothing of this machine does.
 */
export async function openLineOut() {
  const left: Left[] = [];
  const proxy = createServer(async (request, response) => {
    const { method = '', url = '', rawHeaders, headers } = request;
    const body = await read(request);
    const one: Left = { method, url, headers: rawHeaders, body: body.toString(), status: 0 };
    left.push(one);
    if (new URL(url).hostname !== '127.0.0.1') return void response.destroy();
    const onward = send(url, { method, headers }, (answer) => {
      one.status = answer.statusCode ?? 0;
      response.writeHead(one.status, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy()).end(body);
  });
  proxy.on('connect', (request, socket) => {
    left.push({ method: 'CONNECT', url: request.url ?? '', headers: request.rawHeaders, body: '', status: 0 });
    socket.destroy();
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  return {
    left,
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop: () => new Promise((done) => proxy.close(done).closeAllConnections()),
  };
}
