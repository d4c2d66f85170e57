import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaperResponse } from '#wire/paper-response.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { everythingOf } from './route-calls.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const FORM: PaperResponse = {
  form: '2026/0117',
  unit: 'so-a',
  dossier: CODE,
  day: '2026-11-06',
  survey: 'danhgia-2026',
  version: 1,
  stage: 'returned',
  lang: 'vi',
  answers: { overall: 's4', q1: 'on', q3: 'extra0' },
};

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  const { mau } = server.credentials;
  await server.request('POST', '/v1/dossiers', [dossierBody()], mau.device);
  await server.request(
    'POST',
    '/v1/dossiers',
    [dossierBody({ code: `${CODE}-B`, unit: 'so-b' })],
    mau['province-admin'],
  );
});
afterEach(() => server.close());

const enter = (...forms: readonly object[]) =>
  outcomesOf(server, '/v1/paper-responses', forms, server.credentials.mau['unit-admin']);
const stored = () =>
  server.db.all<{ proof: string; channel: string; day: string }>(
    "select proof, channel, day from responses where tenant = 'mau' order by seq",
  );

describe('a paper form', () => {
  test('is official evidence when its dossier is on record, an open answer when it is not or none is named', async () => {
    const { dossier: _, ...unnamed } = FORM;
    const unknown = { ...FORM, form: '3', dossier: 'H99.01-261102-9999' };
    expect(await enter(FORM, { ...unnamed, form: '2' }, unknown)).toEqual(['created', 'created', 'created']);
    const of = (proof: string) => ({ proof, channel: 'paper', day: '2026-11-06' });
    expect((await stored()).map((row) => JSON.stringify(row)).sort()).toEqual(
      [of('open'), of('open'), of('paper')].map((row) => JSON.stringify(row)).sort(),
    );
  });

  test('typed twice counts once: the same answers agree, others are told and the first stay', async () => {
    expect(await enter(FORM)).toEqual(['created']);
    expect(await enter(FORM)).toEqual(['repeated']);
    expect(await enter({ ...FORM, answers: { overall: 's1', q1: 'after', q3: 'extra0' } })).toEqual(['form.differs']);
    expect(await enter({ ...FORM, dossier: undefined }), 'another dossier is another content').toEqual([
      'form.differs',
    ]);
    expect(await stored()).toHaveLength(1);
  });

  test('about a dossier that has its answer is refused, as any second answer is', async () => {
    expect(await enter(FORM, { ...FORM, form: '118' })).toEqual(['created', 'token.used']);
  });

  test('is refused by name: day to come, no period, another unit, an answer the survey does not have', async () => {
    expect(
      await enter(
        { ...FORM, form: '1', day: '2026-11-11' },
        { ...FORM, form: '2', day: '2026-09-30' },
        { ...FORM, form: '3', dossier: `${CODE}-B` },
        { ...FORM, form: '4', unit: 'so-b' },
        { ...FORM, form: '5', answers: { overall: 's9' } },
        { ...FORM, form: '6', name: 'Nguyễn Văn A' },
      ),
    ).toEqual(['date.future', 'period.none', 'dossier.unit', 'scope.denied', 'answer.unknown', 'body.invalid']);
    expect(await stored()).toEqual([]);
  });

  test('leaves neither its number nor the code of its dossier beside the answer or in the log', async () => {
    await enter(FORM);
    const { dossiers, ...rest } = await everythingOf(server, 'mau');
    expect(JSON.stringify(dossiers)).toContain(CODE);
    for (const trace of ['2026/0117', CODE]) expect(JSON.stringify(Object.values(rest))).not.toContain(trace);
  });
});

describe('a paper form entered just now', () => {
  const admin = () => server.credentials.mau['unit-admin'];
  const post = async (form: object) =>
    (
      await server.request<{ outcomes: { outcome: string; undo?: string }[] }>(
        'POST',
        '/v1/paper-responses',
        [form],
        admin(),
      )
    ).body.outcomes[0];
  const back = async (form: object, undo = '', as = admin()) => {
    const { status, body } = await server.request<{ code?: string } | null>(
      'POST',
      '/v1/paper-responses/undo',
      { form, undo },
      as,
    );
    return body?.code ?? status;
  };
  const tallied = () =>
    server.db.all<{ n: number }>("select n from tallies where tenant = 'mau' and n <> 0").then((rows) => rows.length);

  test('is taken back with all it counted, and entered anew, corrected', async () => {
    const undo = (await post(FORM))?.undo;
    expect(await tallied()).toBeGreaterThan(0);
    expect(await back(FORM, undo)).toBe(204);
    expect([await stored(), await tallied()]).toEqual([[], 0]);
    expect(await server.db.all("select 1 from links where tenant = 'mau'")).toEqual([]);
    expect((await post({ ...FORM, answers: { overall: 's1', q1: 'on', q3: 'extra0' } }))?.outcome).toBe('created');
    expect(await back(FORM, undo), 'what takes one entry back does not take another').toBe('undo.late');
    expect(await stored()).toHaveLength(1);
  });

  test('is taken back by its clerk alone, as it was entered, within a minute', async () => {
    const undo = (await post(FORM))?.undo ?? '';
    expect(await back(FORM, undo, server.credentials.mau['province-admin'])).toBe('undo.late');
    expect(await back({ ...FORM, answers: { overall: 's1' } }, undo)).toBe('undo.late');
    const later = new Date(server.clock.now.getTime() + 61_000);
    const forged = undo.replace(/^[^Z]*Z/, new Date(later.getTime() + 60_000).toISOString());
    expect(forged).not.toBe(undo);
    expect(await back(FORM, forged)).toBe('undo.late');
    server.clock.now = later;
    expect(await back(FORM, undo)).toBe('undo.late');
    expect(await stored()).toHaveLength(1);
    expect((await post(FORM))?.undo, 'a repeat entered nothing').toBeUndefined();
  });
});
