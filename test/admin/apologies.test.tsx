// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Apology } from '#wire/apology.ts';
import type { DutiesPage, DutyCounts } from '#wire/duties.ts';
import type { Api } from '../../server/admin/api.ts';
import { Duties } from '../../server/admin/screens/duties.tsx';
import {
  button,
  choose,
  fakeServer,
  Here,
  hide,
  pageText,
  pick,
  press,
  refusedBecause,
  show,
  signedIn,
  type,
  write,
} from './mount.tsx';
import { CLOSED, UNIT } from './sample.ts';

afterEach(hide);

const PLACE = {
  'GET /v1/units': { body: { units: [UNIT] } },
  'GET /v1/periods': { body: { periods: [CLOSED] } },
};

describe('letters of apology', () => {
  const CODE = 'H99.01-1';
  const LETTER: Apology = {
    dossier: CODE,
    sent: '2026-11-04T10:00',
    promised: '2026-11-12T17:00',
    reason: 'verification',
  };
  const counts: DutyCounts = {
    ...{ period: '2026-q3', unit: 'so-a', dossiers: 3, overdue: { inTime: 0, late: 0, none: 0, unknown: 1 } },
    duties: [{ duty: 'apology', title: 'Xin lỗi', met: 0, breached: 0, pending: 0, unknown: 1 }],
  };
  const finding: DutiesPage['findings'][number] = {
    ...{ dossier: CODE, officer: null, duty: 'apology', title: 'Xin lỗi', state: 'unknown', by: null, cite: null },
    ...{ because: 'Dữ liệu không ghi văn bản xin lỗi.', evidence: [] },
  };
  const page = (findings: DutiesPage['findings']) => ({
    body: { period: '2026-q3', unit: 'so-a', findings, next: null, counts },
  });
  function province(letters: Apology[], more: Parameters<typeof fakeServer>[0] = {}) {
    const list = 'GET /v1/duties?period=2026-q3&unit=so-a&state=';
    return fakeServer({
      ...PLACE,
      [`${list}breached&counts=1`]: page([]),
      [`${list}unknown&duty=apology`]: page([finding]),
      [`${list}unknown&duty=apology&counts=1`]: page([finding]),
      [`GET /v1/apologies?dossier=${CODE}`]: () => ({
        body: { dossier: CODE, promised: '2026-11-05T17:00', reappointed: letters.map(() => LETTER.promised), letters },
      }),
      ...more,
    });
  }
  async function openLetters(api: Api): Promise<void> {
    await show(signedIn(api, <Here of={Duties} />));
    await pick('Xem', 'Chưa rõ');
    await press(button(`Văn bản xin lỗi của ${CODE}`));
  }

  it('are put on record from the list of what is not known, and what was refused stands at its field', async () => {
    const letters: Apology[] = [];
    let answer = refusedBecause('promised', 'sớm hơn ngày hẹn trả');
    const { api, sent } = province(letters, { 'POST /v1/apologies': () => answer });
    await openLetters(api);
    expect(pageText()).toContain('Hẹn trả: 05/11/2026 17:00. Hẹn lại: không có.');
    expect(pageText()).toContain('Chưa ghi văn bản nào của hồ sơ này.');
    await press(button('Ghi văn bản'));
    expect(pageText()).toContain('chọn ngày và giờ gửi văn bản');
    expect(sent.some(({ method }) => method === 'POST')).toBe(false);
    await type('Gửi văn bản lúc', LETTER.sent);
    await type('Hẹn lại', '2026-11-12T17:00');
    await choose('Lý do chậm', 'verification');
    await press(button('Ghi văn bản'));
    expect(pageText()).toContain('sớm hơn ngày hẹn trả');
    answer = { body: { outcomes: [{ outcome: 'created', id: CODE }] } } as unknown as typeof answer;
    letters.push(LETTER);
    await press(button('Ghi văn bản'));
    expect(sent.findLast(({ method }) => method === 'POST')?.body).toEqual([LETTER]);
    expect(pageText()).toContain('Đã ghi văn bản gửi 04/11/2026 10:00.');
    expect(pageText()).toContain('chỉ cho hẹn lại một lần');
    expect(pageText()).toContain('hẹn lại: 12/11/2026 17:00 · Phải xác minh, kiểm tra thêm');
    const before = sent.length;
    await press(button('Đóng'));
    expect(document.querySelector('dialog')).toBeNull();
    const asked = sent.slice(before).map(({ path }) => path);
    expect(new Set(asked), 'counts and list are asked for anew').toEqual(
      new Set(['/v1/duties?period=2026-q3&unit=so-a&state=unknown&duty=apology&counts=1']),
    );
  });

  it('are put right under the same moment of sending, or taken back with a reason', async () => {
    const letters = [LETTER];
    const { api, sent } = province(letters, {
      'POST /v1/apologies': { body: { outcomes: [{ outcome: 'updated', id: CODE }] } },
      'POST /v1/apologies/withdraw': () => {
        letters.length = 0;
        return { body: { dossier: CODE, promised: null, reappointed: null, letters } };
      },
    });
    await openLetters(api);
    await choose('Lý do chậm', 'system');
    await press(button('Lưu phần đã sửa'));
    expect(sent.findLast(({ method }) => method === 'POST')?.body).toEqual([{ ...LETTER, reason: 'system' }]);
    expect(pageText()).toContain('Đã sửa văn bản gửi 04/11/2026 10:00.');
    await write('Lý do rút, ít nhất 10 ký tự; không ghi tên người', 'Ghi nhầm hồ sơ khác.');
    await press(button('Rút văn bản'));
    expect(sent.findLast(({ method }) => method === 'POST')?.body).toEqual({
      dossier: CODE,
      sent: LETTER.sent,
      reason: 'Ghi nhầm hồ sơ khác.',
    });
    expect(pageText()).toContain('Đã rút văn bản gửi 04/11/2026 10:00.');
    expect(pageText()).toContain('Chưa ghi văn bản nào');
  });

  it('of a dossier that is not in the list are opened by its code; a code that is not on record is told', async () => {
    const { api } = province([], {
      'GET /v1/apologies?dossier=H99.01-9': {
        ...{ status: 422, body: { code: 'dossier.unknown', message: 'Chưa có hồ sơ H99.01-9 trên máy chủ.' } },
      },
    });
    await show(signedIn(api, <Here of={Duties} />));
    await press(button('Mở văn bản xin lỗi'));
    expect(pageText()).toContain('ghi mã hồ sơ');
    await type('Mã hồ sơ', ' H99.01-9 ');
    await press(button('Mở văn bản xin lỗi'));
    expect(pageText()).toContain('Chưa có hồ sơ H99.01-9 trên máy chủ.');
  });
});
