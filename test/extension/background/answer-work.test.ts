import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWork, performWork } from '../../../extension/background/answer-work.ts';
import { settings } from '../../../extension/background/settings.ts';
import type {
  Answered,
  HandedOver,
  ObjectionDraft,
  OwnFlag,
  OwnObjections,
  SurveyLink,
} from '../../../extension/work-messages.ts';
import { dossierBody } from '../../server/dossier-body.ts';
import { idOf, KIOSK, NOW, responseOf } from '../../server/test-server.ts';
import { type AtWork, atWork } from '../at-work.ts';

const CODE = 'H99.01-261102-0001';
const TEXT = 'Danh sách chưa ghi lần tạm dừng chờ bổ sung.';
const OBJECTION: ObjectionDraft = { id: idOf(1), period: '2026-q4', dossier: CODE, indicator: 1, text: TEXT };

let work: AtWork;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  work = await atWork();
  const { 'province-admin': admin } = work.server.credentials.mau;
  await work.server.request('POST', '/v1/dossiers', [dossierBody({ code: CODE, officer: 'CB-01' })], admin);
});
afterEach(async () => {
  vi.useRealTimers();
  await work.close();
});

const given = async <T>(asked: Promise<Answered<unknown>>): Promise<T> => {
  const answer = await asked;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as T;
};
const object = (objection: ObjectionDraft) => performWork(work.db, { type: 'panel.object', objection });
const own = () => given<OwnObjections>(answerWork(work.db, { type: 'panel.objections' }));
const close = () => work.server.db.run("update periods set state = 'closed', snapshot = 'x' where tenant = 'mau'");

it('an objection is raised once however often it is sent, and comes back with its state and answer', async () => {
  expect((await own()).periods).toEqual([]);
  expect(await object(OBJECTION)).toMatchObject({ ok: false, message: expect.stringContaining('không nhận ý kiến') });
  await close();
  expect(await object(OBJECTION)).toEqual({ ok: true });
  expect(await object(OBJECTION)).toEqual({ ok: true });
  const { reviewer } = work.server.credentials.mau;
  const answer = { state: 'declined', answer: 'Danh sách đã ghi đủ các lần tạm dừng.' };
  await work.server.request('POST', `/v1/objections/${OBJECTION.id}/answer`, answer, reviewer);
  const { periods, objections } = await own();
  expect(periods).toEqual([{ period: '2026-q4', label: 'Quý IV/2026', takes: true }]);
  expect(objections).toMatchObject([{ text: TEXT, ...answer, due: '2026-11-17' }]);
});

it('another officer at the same browser finds none of them, and objects about no dossier that is not his', async () => {
  await close();
  await object(OBJECTION);
  await work.another();
  expect((await own()).objections).toEqual([]);
  expect(await object({ ...OBJECTION, id: idOf(2) })).toMatchObject({
    ok: false,
    message: expect.stringContaining('không có phần việc của Anh/Chị'),
  });
});

it('what a close asks an officer comes with its period, and is answered once however often it is sent', async () => {
  await close();
  for (const officer of ['CB-01', 'CB-09']) {
    const id = `scoreBurst/so-a/${officer}`;
    const said = {
      sentence: `Câu của ${officer}`,
      explanations: ['Đã xem trước.'],
      evidence: [],
      certainty: 'reading',
    };
    const seen = { n: 60, k: 60, value: 60, low: null, high: null, unit: 'count', usual: null, p: 0 };
    const body = { id, check: 'scoreBurst', family: 'self', about: { unit: 'so-a', officer }, ...said, ...seen };
    await work.server.db.run(
      `insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body)
       values ('mau', 'x', ?, 'scoreBurst', 'self', 'so-a', ?, ?)`,
      [id, officer, JSON.stringify(body)],
    );
  }
  const asked = () => given<readonly OwnFlag[]>(answerWork(work.db, { type: 'panel.flags' }));
  const [mine, ...others] = await asked();
  expect([mine?.label, mine?.flag.sentence, mine?.flag.state, others]).toEqual([
    'Quý IV/2026',
    'Câu của CB-01',
    'new',
    [],
  ]);
  const answer = { id: idOf(1), period: '2026-q4', flag: mine?.flag.id ?? '', text: TEXT };
  const say = () => performWork(work.db, { type: 'panel.answerFlag', answer });
  expect([await say(), await say()]).toEqual([{ ok: true }, { ok: true }]);
  expect((await asked())[0]?.flag).toMatchObject({ state: 'answered', answers: [{ by: 'officer:CB-01', text: TEXT }] });
  const another = { ...answer, id: idOf(2), flag: 'scoreBurst/so-a/CB-09' };
  expect(await performWork(work.db, { type: 'panel.answerFlag', answer: another })).toMatchObject({ ok: false });
});

it('a link made here has an officer behind it', async () => {
  const link = await given<SurveyLink>(answerWork(work.db, { type: 'panel.invite', code: CODE, stage: 'returned' }));
  expect(link.expires).toBe('2027-01-09');
  const token = link.url.split('/').at(-1) ?? '';
  await work.server.request('POST', '/v1/responses', responseOf(1, { token, procedure: undefined }));
  expect(await work.server.db.all('select proof from responses')).toEqual([{ proof: 'officerLink' }]);
  expect(await given(answerWork(work.db, { type: 'panel.slip' }))).toEqual({ code: CODE, ...link });
});

it('a hand-over is followed to its end, and told of to nobody else', async () => {
  const place = { kiosk: KIOSK('mau'), counter: 'Quầy 01', ready: true };
  const state = async () => (await given<HandedOver | null>(answerWork(work.db, { type: 'panel.handedOver' })))?.state;
  const act = (type: 'panel.takeBack' | 'panel.handOverSeen') => performWork(work.db, { type });
  const over = () => performWork(work.db, { type: 'panel.handOver', code: CODE, stage: 'returned', place });
  expect(await given(answerWork(work.db, { type: 'panel.places' }))).toEqual([{ ...place, ready: false }]);
  expect(await state()).toBeUndefined();
  expect(await over()).toEqual({ ok: true });
  expect(await state()).toBe('waiting');
  expect(await act('panel.takeBack')).toEqual({ ok: true });
  expect(await state()).toBe('takenBack');
  await act('panel.handOverSeen');
  expect(await state()).toBeUndefined();
  await over();
  const { kiosk } = work.server.credentials.mau;
  type Waiting = { handOver: { handOver: string } };
  const { body } = await work.server.request<Waiting>('GET', '/v1/kiosk/hand-over', undefined, kiosk);
  await work.server.request('POST', '/v1/kiosk/hand-over/take', { handOver: body.handOver.handOver }, kiosk);
  expect(await state()).toBe('taken');
  expect(await act('panel.takeBack')).toMatchObject({
    ok: false,
    message: expect.stringContaining('không lấy lại được'),
  });
  work.server.clock.now = new Date(NOW.getTime() + 11 * 60_000);
  expect(await given(answerWork(work.db, { type: 'panel.handedOver' }))).toMatchObject({
    state: 'gone',
    wasTaken: true,
  });
  await work.another();
  expect(await state()).toBeUndefined();
});

it('the unit’s count needs no person; without the server there is no figure', async () => {
  await settings.setSession('person', null);
  expect(await given(answerWork(work.db, { type: 'panel.figures' }))).toEqual({
    open: { label: 'Quý IV/2026', received: 0 },
    published: null,
  });
  await work.reach(false);
  expect(await answerWork(work.db, { type: 'panel.figures' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('Không kết nối được máy chủ'),
  });
});

it('before somebody agreed to sending, and after he took it back, not even the code of a dossier leaves', async () => {
  await settings.keep('consent', null);
  const asked = vi.spyOn(globalThis, 'fetch');
  const place = { kiosk: KIOSK('mau'), counter: 'Quầy 01', ready: true };
  const refused = { ok: false, message: 'Anh/Chị chưa đồng ý gửi. Xem trước dữ liệu rồi bấm Đồng ý gửi.' };
  expect(await answerWork(work.db, { type: 'panel.invite', code: CODE, stage: 'returned' })).toEqual(refused);
  expect(await answerWork(work.db, { type: 'panel.standing', codes: [CODE] })).toEqual(refused);
  expect(await performWork(work.db, { type: 'panel.handOver', code: CODE, stage: 'returned', place })).toEqual(refused);
  expect(await object(OBJECTION)).toEqual(refused);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

it('what asks for a person says so, and a session the server ended is ended here', async () => {
  await work.server.db.run('delete from person_tokens');
  const answer = await answerWork(work.db, { type: 'panel.places' });
  expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('Phiên làm việc đã hết') });
  expect(await settings.session('person')).toBeNull();
  expect(await answerWork(work.db, { type: 'panel.places' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('Chưa rõ ai đang làm việc'),
  });
});
