import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Response as ResponseBody } from '#wire/response.ts';
import type { Db } from '../../server/store/db.ts';
import { type Answer, type Book, checkBook, knownOf } from './load-book.ts';
import { type As, type Caller, idOf, responseOf } from './test-server.ts';

const OPTIONS = ['s1', 's2', 's3', 's4', 's5'] as const;
/** The server has nothing against it and did not do it: full, busy, or enough from that address for now. */
const NOT_NOW = [429, 503];

function dossierOf(code: string, promised: string) {
  const times = { received: '2026-11-02T08:00', promised, reappointed: [], returned: null, pauses: [] };
  const rest = { procedure: null, officer: 'CB-01', channel: null, supplements: null, limitDays: null };
  return { code, unit: 'so-a', state: 'ready', ready: '2026-11-04T10:00', ...times, ...rest };
}

/** `work` for each of `all`, some at a time. */
async function together<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += 16) await Promise.all(all.slice(from, from + 16).map(work));
}

/**
 * Citizens, officers and administrators who remember what was acknowledged to them, each with things of its own, so that what
 * the server must hold is known to the last one. Nobody takes a refusal for an acknowledgement.
 */
export function mixedLoad(credentials: Readonly<Record<Caller, As>>, pauseMs = 30) {
  let n = 0;
  /** So many at once come from many places. */
  let calls = 0;
  const answers: Answer[] = [];
  const dossiers: Book['dossiers'] = new Map();
  const scores: Book['scores'] = new Map();
  const facts: Book['facts'] = { sure: undefined, maybe: [] };
  const book: Book = { answers, dossiers, scores, facts };
  const seen = { acknowledged: 0, put: 0, untimed: 0, unanswered: 0, slowestMs: 0, acknowledgedAt: 0, longestGapMs: 0 };

  function acknowledge(): void {
    const now = performance.now();
    seen.acknowledged += 1;
    if (seen.acknowledgedAt > 0) seen.longestGapMs = Math.max(seen.longestGapMs, now - seen.acknowledgedAt);
    seen.acknowledgedAt = now;
  }

  /** The status, or `null` when no answer came. */
  async function call(url: string, method: string, path: string, body: unknown, as: As = {}) {
    const start = performance.now();
    calls += 1;
    try {
      const text = body === undefined ? null : JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${calls % 250}`, ...as };
      const response = await fetch(url + path, { method, headers, body: text });
      const value = response.status === 204 ? null : await response.json();
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - start);
      if (NOT_NOW.includes(response.status)) {
        seen.put += 1;
        if (!response.headers.has('retry-after')) seen.untimed += 1;
        await sleep(pauseMs);
      } else if (response.status < 300 && method !== 'GET' && value?.outcomes?.[0].outcome !== 'refused') acknowledge();
      return { status: response.status, value };
    } catch {
      seen.unanswered += 1;
      return null;
    }
  }
  /** Tries until the server has time and there is room. */
  async function patiently(url: string, method: string, path: string, body: unknown, as: As = {}) {
    for (;;) {
      const got = await call(url, method, path, body, as);
      if (got && !NOT_NOW.includes(got.status)) return got;
      await sleep(200);
    }
  }
  function done(status: number): boolean {
    if (status >= 300) expect(NOT_NOW).toContain(status);
    return status < 300;
  }

  async function send(url: string, answer: Answer): Promise<void> {
    const got = await call(url, 'POST', '/v1/responses', answer.first);
    if (!got || !done(got.status)) return;
    answer.receipt = got.value.receipt;
    answer.sure = answer.first;
  }
  async function answerAnew(url: string): Promise<Answer> {
    n += 1;
    const first = responseOf(n, { answers: { overall: OPTIONS[n % 5] ?? 's1' }, comment: `Góp ý ${n}.` });
    const answer: Answer = { first, sure: undefined, maybe: undefined, receipt: null };
    answers.push(answer);
    await send(url, answer);
    return answer;
  }
  /** An own answer that is settled, changed or erased. */
  async function changeOne(url: string, erase: boolean, mine: Answer): Promise<void> {
    const as = { 'x-dvc-receipt': mine.receipt ?? '' };
    const next = {
      ...(mine.sure as ResponseBody),
      answers: { overall: OPTIONS[(n + 2) % 5] ?? 's1' },
      comment: 'Đã sửa.',
    };
    mine.maybe = erase ? null : next;
    const path = `/v1/responses/${mine.first.id}`;
    const got = await (erase ? call(url, 'DELETE', path, undefined, as) : call(url, 'PUT', path, next, as));
    // Whoever is told to come again does not know whether it was done: a commit may be lost sight of at its very end.
    if (!got || !done(got.status)) return;
    mine.sure = mine.maybe;
    mine.maybe = undefined;
  }
  async function putDossier(url: string, code: string): Promise<void> {
    const sent = dossiers.get(code);
    const put = await call(url, 'POST', '/v1/dossiers', [dossierOf(code, sent?.maybe ?? '')], credentials.officer);
    if (sent && put && done(put.status) && put.value.outcomes[0].outcome !== 'refused') sent.sure = sent.maybe;
  }
  async function putScore(url: string, id: string, code: string): Promise<void> {
    const values = { 1: { shown: null, points: 10, note: 'Chấm theo phiếu hẹn.' } };
    const scored = await call(url, 'POST', '/v1/self-scores', [{ id, dossier: code, values }], credentials.officer);
    if (scored && done(scored.status) && scored.value.outcomes[0].outcome !== 'refused')
      scores.set(id, { code, sure: true });
  }
  async function officer(url: string): Promise<void> {
    n += 1;
    const code = `H99.01-261102-${String(n).padStart(5, '0')}`;
    const id = idOf(n);
    dossiers.set(code, { sure: undefined, maybe: `2026-11-${String(10 + (n % 18)).padStart(2, '0')}T17:00` });
    await putDossier(url, code);
    if (!dossiers.get(code)?.sure) return;
    scores.set(id, { code, sure: false });
    await putScore(url, id, code);
  }
  async function declare(url: string): Promise<void> {
    n += 1;
    facts.maybe.push(n);
    const body = { unit: 'so-b', period: '2026-q4', facts: { petitions: { received: n, onTime: 0, prolonged: 0 } } };
    const got = await call(url, 'POST', '/v1/unit-facts', [body], credentials['province-admin']);
    if (!got || !done(got.status) || got.value.outcomes[0].outcome === 'refused') return;
    facts.sure = body.facts.petitions.received;
    facts.maybe = [];
  }

  /** One client: does one thing after another until `over` or until nobody answers. */
  async function client(url: string, part: number, over: () => boolean): Promise<void> {
    const own: Answer[] = [];
    while (!over()) {
      const before = seen.unanswered;
      if (part === 0) await declare(url);
      else if (part < 4) await officer(url);
      else {
        const anew = await answerAnew(url);
        if (anew.sure) own.push(anew);
        const mine = own.shift();
        if (mine?.sure && part % 2 === 0) await changeOne(url, n % 3 === 0, mine);
      }
      if (seen.unanswered > before) return;
    }
  }

  return {
    seen,
    /** The body of an answer nobody has sent yet; sent once more by `settle`. */
    next(): string {
      n += 1;
      const first = responseOf(n, { comment: `Góp ý ${n}.` });
      answers.push({ first, sure: undefined, maybe: undefined, receipt: null });
      return JSON.stringify(first);
    },
    /** Loads the server with `clients` at once until `over`, or until it is gone; only one of several loads `declares`. */
    async run(url: string, over: () => boolean, clients = 16, declares = true): Promise<void> {
      const first = declares ? 0 : 1;
      await Promise.all(Array.from({ length: clients }, (_, part) => client(url, first + part, over)));
    },
    /** Sends what no answer came to once more, and asks what became of changes; `true` once everything is known. */
    async settle(url: string): Promise<boolean> {
      await together(
        answers.filter(({ sure }) => sure === undefined),
        (answer) => send(url, answer),
      );
      for (const answer of answers.filter(({ maybe }) => maybe !== undefined)) {
        const path = `/v1/responses/${answer.first.id}`;
        const got = await call(url, 'GET', path, undefined, { 'x-dvc-receipt': answer.receipt ?? '' });
        if (!got || NOT_NOW.includes(got.status)) return false;
        if (got.status === 404) expect(answer.maybe, 'an acknowledged answer is gone').toBeNull();
        else
          expect(
            [answer.sure, answer.maybe].map((known) => known?.answers),
            path,
          ).toContainEqual(got.value.answers);
        answer.sure =
          got.status === 404 ? null : { ...answer.first, answers: got.value.answers, comment: got.value.comment };
        answer.maybe = undefined;
      }
      return answers.every(({ sure }) => sure !== undefined);
    },
    /** Everybody whose answer stands as it was given sends it again, and hears the receipt heard before. */
    async repeat(url: string): Promise<void> {
      await together(
        answers.filter(({ sure, first }) => sure === first),
        async (answer) => {
          const got = await patiently(url, 'POST', '/v1/responses', answer.first);
          expect([got.status < 300, got.value.receipt], answer.first.id).toEqual([true, answer.receipt]);
        },
      );
    },
    /** Everybody sends again what was acknowledged to them, and makes it again what they had made of it. */
    async resend(url: string): Promise<void> {
      for (const answer of answers.filter(({ sure }) => sure !== undefined)) {
        const got = await patiently(url, 'POST', '/v1/responses', answer.first);
        if (got.status === 410) {
          expect(answer.sure, 'an answer kept is called erased').toBeNull();
          continue;
        }
        // 409: it is there as it was edited.
        if (got.status !== 409) answer.receipt = got.value.receipt;
        const as = { 'x-dvc-receipt': answer.receipt ?? '' };
        const path = `/v1/responses/${answer.first.id}`;
        const again = answer.sure
          ? await patiently(url, 'PUT', path, answer.sure, as)
          : await patiently(url, 'DELETE', path, undefined, as);
        expect(again.status, path).toBeLessThan(300);
      }
      for (const [code, sent] of dossiers) if (sent.sure) await putDossier(url, code);
      for (const [id, { code, sure }] of scores) if (sure) await putScore(url, id, code);
      await declare(url);
    },
    /** How many answers, dossiers and scores were acknowledged as stored for the first time. */
    stored: () =>
      answers.filter(({ receipt }) => receipt !== null).length +
      [...dossiers.values()].filter(({ sure }) => sure).length +
      [...scores.values()].filter(({ sure }) => sure).length,
    /** What the server must hold as of now; call it when nobody is sending. */
    known: () => knownOf(book),
    /** Every acknowledged thing is there as acknowledged last, nothing is there twice, counts are those of the rows. */
    check: (db: Db) => checkBook(db, book),
  };
}
