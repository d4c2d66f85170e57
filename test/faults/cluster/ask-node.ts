import { request } from 'node:https';

export interface Told {
  readonly status: number;
  readonly body: string;
}

/** What Patroni of a node says of itself; `null` when it does not answer within two seconds. */
export function askNode(ca: string, host: string, port: number, path: string): Promise<Told | null> {
  return new Promise((resolve) => {
    const asked = request({ ca, host, port, path, timeout: 2000, agent: false }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => {
        body += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', () => resolve(null));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
    asked.end();
  });
}
