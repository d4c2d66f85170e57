import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findSurvey } from '../../server/rules/surveys/index.ts';
import { served } from '../../server/rules/surveys/served.ts';
import { servedSurvey } from '../../server/wire/survey.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly receipt: string | undefined;
  readonly body: { readonly id: string; readonly answers: Record<string, string>; readonly [key: string]: unknown };
}

/**
 * What the server answers to the next sends, in turn; afterwards it accepts. `hangUp` = stored, but no answer arrives; a
 * `body` of text = a page of somebody in between.
 */
export type Reply =
  | { readonly status: number; readonly body: unknown; readonly retryAfter?: string; readonly lang?: string }
  | 'hangUp';

/** A real HTTP server that keeps to the contract of responses, invitations and surveys, for as long as a test runs. */
export async function standInServer(port = 0) {
  const received: Received[] = [];
  const stored = new Map<string, Received['body']>();
  const replies: Reply[] = [];
  const asked: string[] = [];
  let invitation: Reply = { status: 404, body: { code: 'token.bad', message: 'Đường dẫn không đúng.' } };

  let texts = Promise.resolve();
  let invitations = Promise.resolve();
  let withdrawn = false;
  let unknownUnit: ((path: string) => string | null) | undefined;

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type, x-dvc-receipt');
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
    response.setHeader('access-control-expose-headers', 'retry-after');
    const text = await read(request);
    const answer = (status: number, body: unknown, lang = 'vi') => {
      const page = typeof body === 'string';
      const type = page ? 'text/html' : 'application/json';
      response.writeHead(status, { 'content-type': type, 'content-language': lang });
      response.end(page ? body : JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return answer(200, {});
    asked.push(`${request.method} ${path}`);
    if (path.startsWith('/v1/invitations/')) {
      await invitations;
      if (invitation !== 'hangUp') return answer(invitation.status, invitation.body, invitation.lang);
    }
    const [, id] = /^\/v1\/surveys\/([^?]+)/.exec(path) ?? [];
    if (id) {
      await texts;
      const survey = findSurvey(id);
      if (!survey) return answer(404, { code: 'survey.unknown', message: `Không có phiếu ${id}.` });
      if (unknownUnit) return answer(422, { code: 'unit.unknown', message: `Không có đơn vị ${unknownUnit(path)}.` });
      if (withdrawn) return answer(410, { code: 'survey.gone', message: 'Không còn dùng.' });
      const { searchParams: query } = new URL(path, 'http://x');
      if (query.get('unit') === 'khong-co')
        return answer(422, { code: 'unit.unknown', message: 'Trang này chưa gắn đúng đơn vị.' });
      const lang = query.get('lang') === 'en' ? 'en' : 'vi';
      return answer(200, servedSurvey.parse(served(survey, lang)));
    }
    if (!path.startsWith('/v1/responses')) return answer(404, { code: 'not.found', message: 'Không có.' });
    const body = JSON.parse(text) as Received['body'];
    const header = request.headers['x-dvc-receipt'];
    received.push({ method: request.method ?? '', path, receipt: header?.toString(), body });
    const reply = replies.shift();
    if (reply && reply !== 'hangUp') {
      if (reply.retryAfter) response.setHeader('retry-after', reply.retryAfter);
      return answer(reply.status, reply.body, reply.lang);
    }
    const repeated = stored.has(body.id);
    stored.set(body.id, body);
    if (reply === 'hangUp') return request.socket.destroy();
    const by = body.reply ? { replyBy: '2026-12-02' } : {};
    return answer(repeated ? 200 : 201, { id: body.id, receipt: 'K7M29QXD4T', editableUntil: '2026-12-10', ...by });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stored,
    replies,
    asked,
    invite: (reply: Reply) => {
      invitation = reply;
    },
    /** From now on no unit is known. */
    noUnit: () => {
      unknownUnit = (path) => new URL(path, 'http://x').searchParams.get('unit');
    },
    withdraw: () => {
      withdrawn = true;
    },
    /** Keeps surveys back until `release`. */
    holdTexts: () => {
      const { held, release } = hold();
      texts = held;
      return { release };
    },
    /** Keeps what links open back until `release`. */
    holdInvitations: () => {
      const { held, release } = hold();
      invitations = held;
      return { release };
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function hold() {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { held, release };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
