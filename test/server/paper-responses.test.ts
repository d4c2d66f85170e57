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
