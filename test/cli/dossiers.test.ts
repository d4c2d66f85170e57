import { describe, expect, it } from 'vitest';
import type { dossiersResult } from '../../server/cli/dossiers-result.ts';
import { run } from '../../server/cli/run.ts';

type Input = ReturnType<typeof JSON.parse>;

async function cli(args: readonly string[], input = '') {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async () => input,
  });
  return { code, out, err };
}

async function example(change: (input: Input) => void = () => {}) {
  const input: Input = JSON.parse((await cli(['dossiers', '--example'])).out);
  change(input);
  return JSON.stringify(input);
}

async function judged(change?: (input: Input) => void, ...options: string[]) {
  const { code, out, err } = await cli(['dossiers', '-', ...options], await example(change));
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ReturnType<typeof dossiersResult>;
}

const one = (facts: object) => (input: Input) => {
  input.dossiers = [{ dossier: { ...input.dossiers[0].dossier, ...facts } }];
};
const OPEN = { state: 'processing', ready: null, returned: null, promised: null, steps: null };

describe('cli dossiers', () => {
  it('says where each dossier of its own example stands, by hand-worked dates', async () => {
    const { dossiers, now } = await judged();
    expect(now).toBe('2026-11-20T10:00');
    // Ready 06/11 15:00, promised 09/11 17:00: 2 hours of Friday and 8 of Monday. Again from 10/11 the five days promised to 10/11
    // of the list, which shows 24/11 and so thirteen: 11, 12, 13, 16, 17, 18, 19, 20, 23, 25, 26, 27, 30/11, 01/12.
    expect(dossiers.map(({ code, standing: { status, due, minutes } }) => [code, status, due, minutes])).toEqual([
      ['H99.01-261102-0001', 'early', '2026-11-09T17:00', 600],
      ['H99.01-261103-0002', 'onTime', '2026-12-01T16:00', 3150],
      ['H99.01-261104-0003', 'paused', '2026-11-09T17:00', null],
    ]);
    expect(dossiers[1]?.standing).toMatchObject({
      basis: 'promised',
      because: 'Hạn 01/12/2026 16:00, chưa có kết quả.',
      restarted: 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP',
      ends: null,
      dayMinutes: 480,
    });
    // 05/11 17:00 to 06/11 09:00 is an hour and a half of office time.
    expect(dossiers.map(({ steps }) => steps)).toEqual([
      [
        {
          unit: 'so-mau',
          officer: 'CB-02',
          due: '2026-11-05T17:00',
          ended: '2026-11-06T09:00',
          status: 'overdue',
          minutes: 90,
          fault: null,
        },
      ],
      [],
      [],
    ]);
  });

  it('prints every duty with its article and every date that does not fit', async () => {
    const { dossiers } = await judged();
    for (const { duties } of dossiers) expect(duties).toHaveLength(12);
    const of = (i: number, id: string) => dossiers[i]?.duties.find(({ duty }) => duty === id);
    expect(of(1, 'forward')).toMatchObject({
      title: 'Chuyển hồ sơ giấy đến cơ quan có thẩm quyền',
      state: 'breached',
      by: '2026-11-04T17:00',
      citeText: 'điểm a khoản 1 Điều 20 NĐ 118/2025/NĐ-CP',
    });
    expect(of(1, 'handOver')?.citeText).toBe('khoản 2 Điều 18 NĐ 309/2026/NĐ-CP (cách hiểu)');
    // Asked on 04/11: the fifteenth day is 19/11.
    expect(of(2, 'supplementOpen')).toMatchObject({ state: 'breached', by: '2026-11-19T17:00' });
    expect(of(2, 'reappointments')).toMatchObject({ state: 'unknown' });
    expect(of(0, 'forward')).toMatchObject({ state: 'unknown', citeText: null });
    expect(dossiers.map(({ dateChecks }) => dateChecks.map(({ check }) => check))).toEqual([
      [],
      ['promisedWhenClosed', 'promiseAndLimit', 'movedAfterExpiry'],
      ['codeDay'],
    ]);
    expect(dossiers[2]?.dateChecks[0]?.citeText).toBe('QĐ 20/2020/QĐ-TTg (chưa kiểm chứng)');
  });

  it('draws up the table of the period, whole and by unit, with what adds up', async () => {
    const { statistics } = await judged();
    expect(statistics).toMatchObject({
      period: { from: '2026-10-01', to: '2027-01-01' },
      citeText: 'Biểu II.06a/VPCP/KSTT',
      columns: { total: 'Tổng số hồ sơ' },
      total: {
        unit: null,
        row: { total: 3, inPeriod: 3, online: 1, direct: 2, solved: 1, early: 1, open: 2, within: 2, late: 0 },
        beside: { paused: 1, placeUnknown: 0, notReceived: 0 },
        faults: [],
      },
    });
    expect(statistics?.units.map(({ unit, row }) => [unit, row.total])).toEqual([
      ['so-mau', 2],
      ['xa-mau', 1],
    ]);
    const without = await judged((input) => {
      delete input.period;
    });
    expect(without.statistics).toBe(null);
  });

  it('lists the dossiers whose deadline a later calendar moves, and only when asked', async () => {
    const facts = { ...OPEN, code: 'H99.01-240411-0001', received: '2024-04-11T08:00', limitDays: 11 };
    const { touched } = await judged(one(facts), '--calendar-before', '2024-04-11');
    expect(touched).toEqual([
      {
        code: 'H99.01-240411-0001',
        basis: 'legal',
        before: '2024-04-29T17:00',
        after: '2024-05-02T17:00',
        because: 'Thời hạn theo quy định đổi theo lịch.',
      },
    ]);
    expect((await judged(one(facts), '--calendar-before', '2024-04-12')).touched).toEqual([]);
    expect((await judged(one(facts))).touched).toBe(null);
  });

  it('counts a legal limit from the competent agency, in the hours and by the choices given', async () => {
    const legal = (competentReceived: string | null) =>
      judged((input) => {
        one({ ...OPEN, code: 'H99.01-261116-0001', received: '2026-11-16T08:00', limitDays: 3 })(input);
        input.dossiers[0].acts = { competentReceived };
        input.choices = { compareWith: 'legal' };
        for (const day of Object.keys(input.hours.sessions)) input.hours.sessions[day] = [{ from: 480, to: 960 }];
      });
    // From 17/11: 18, 19, 20/11; from 16/11 it would end on 19/11.
    const [found] = (await legal('2026-11-17T09:00')).dossiers;
    expect(found?.standing).toMatchObject({ due: '2026-11-20T16:00', basis: 'legal', status: 'dueSoon' });
    expect(found?.standing.ends).toMatch(/^Thời hạn theo ngày làm việc \(cách hiểu\): Văn bản không ghi giờ hết hạn/);
    expect((await legal(null)).dossiers[0]?.standing).toMatchObject({ due: null, status: 'unknown' });
  });

  it('a dossier of before the first decree is still judged by what its dates say', async () => {
    const { dossiers } = await judged((input) => {
      one({ ...OPEN, code: 'H99.01-180611-0001', received: '2018-06-11T08:00', limitDays: 3 })(input);
      input.choices = { compareWith: 'legal' };
    });
    expect(dossiers[0]?.standing).toMatchObject({ due: '2018-06-14T17:00', status: 'overdue' });
    expect(dossiers[0]?.duties[3]).toMatchObject({ duty: 'handOver', state: 'unknown', cite: null });
  });

  it.each<[string, (input: Input) => void]>([
    ['now', (input) => delete input.now],
    ['period.lastDay', (input) => (input.period.lastDay = '2026-09-30')],
    ['dossiers.1.dossier.code', (input) => (input.dossiers[1].dossier.code = input.dossiers[0].dossier.code)],
    ['dossiers.0.dossier.received', (input) => (input.dossiers[0].dossier.received = '2026-02-30T08:00')],
    ['dossiers.0.acts', (input) => (input.dossiers[0].acts.lạ = null)],
    ['dossiers.0.acts.apologies', (input) => (input.dossiers[0].acts.apologies = null)],
    ['dossiers.1.changes.0.to', (input) => delete input.dossiers[1].changes[0].to],
    ['choices', (input) => (input.choices = { granularity: 'năm' })],
    ['hours.counted', (input) => (input.hours.counted = [])],
  ])('wrong input names «%s» and ends with 2', async (field, spoil) => {
    const { code, out, err } = await cli(['dossiers', '-'], await example(spoil));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(field);
  });

  it('a day that is none names the option', async () => {
    const { code, err } = await cli(['dossiers', '-', '--calendar-before', 'hôm-qua'], await example());
    expect(code).toBe(2);
    expect(err).toContain('--calendar-before: «hôm-qua» không phải là ngày. Viết dạng 2024-04-11.');
  });

  it('--help explains every field of the input and of the result', async () => {
    const { code, out } = await cli(['dossiers', '--help']);
    expect(code).toBe(0);
    const { dossier, acts, changes } = JSON.parse(await example()).dossiers[1];
    const fields = [...Object.keys(dossier), ...Object.keys(acts), ...Object.keys(changes[0])];
    const top = ['now', 'period', 'choices', 'hours', '--calendar-before', '→ statistics', '→ touched', 'dateChecks'];
    for (const field of [...fields, ...top, 'receivedBy', 'handlers', 'steps', 'submitted', 'errorFound'])
      expect(out).toContain(field);
  });
});
