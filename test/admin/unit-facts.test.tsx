// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { Periods } from '../../server/admin/screens/periods.tsx';
import { factsOf, faultIn, typedFacts } from '../../server/admin/unit-facts-typed.ts';
import { button, fakeServer, hide, pageText, pick, press, refusedBecause, show, signedIn, type } from './mount.tsx';
import { OPEN, UNIT } from './sample.ts';

afterEach(hide);

describe('what a unit declares', () => {
  it('is sent for the groups that are filled in, with the level of the unit; an empty group is not declared', () => {
    const empty = typedFacts({});
    expect(factsOf(empty, 'commune')).toEqual({});
    const counts = { 'oneStop.listed': '1.200', 'oneStop.receivedAndReturned': '1200', 'oneStop.wholeCycle': '0' };
    const typed = { counts: { ...empty.counts, ...counts }, disclosure: 'one' as const };
    const facts = {
      oneStop: { listed: 1200, receivedAndReturned: 1200, wholeCycle: 0, level: 'commune' },
      disclosure: 'one',
    };
    expect(factsOf(typed, 'commune')).toEqual(facts);
    expect(factsOf(typedFacts(factsOf(typed, 'commune')), 'commune')).toEqual(facts);
  });

  it('is faulty where a group is half filled in or a count is no whole number', () => {
    const typed = { counts: { 'petitions.received': '4', 'petitions.onTime': '3,5' }, disclosure: '' as const };
    expect(faultIn(typed, 'petitions', 'received')).toBeNull();
    expect(faultIn(typed, 'petitions', 'onTime')).toBe('count');
    expect(faultIn(typed, 'petitions', 'prolonged')).toBe('part');
    expect(faultIn(typed, 'online', 'dossiers')).toBeNull();
  });

  it('keeps the counts of whole services, which may stay empty beside a full group', () => {
    const online = {
      eligibleProcedures: 60,
      onlineProcedures: 40,
      dossiers: 400,
      onlineDossiers: 140,
      abandonedOrOverdue: 0,
    };
    for (const facts of [{ online }, { online: { ...online, wholeProcedures: 30, wholeDossiers: 0 } }]) {
      const typed = typedFacts(facts);
      expect(factsOf(typed, 'province')).toEqual(facts);
      expect(faultIn(typed, 'online', 'wholeProcedures')).toBeNull();
    }
    const alone = { counts: { 'online.wholeDossiers': '3' }, disclosure: '' as const };
    expect(faultIn(alone, 'online', 'dossiers')).toBe('part');
    expect(faultIn({ ...alone, counts: { 'online.wholeDossiers': '-3' } }, 'online', 'wholeDossiers')).toBe('count');
  });

  it('shows beside its group what the server does not take', async () => {
    const { api, sent } = fakeServer({
      'GET /v1/units': { body: { units: [UNIT] } },
      'GET /v1/periods': { body: { periods: [OPEN] } },
      'GET /v1/unit-facts?period=2026-q4': { body: { units: [UNIT], facts: [], recorded: [] } },
      'POST /v1/unit-facts': refusedBecause('facts.petitions', 'không được lớn hơn số đã nhận'),
    });
    await show(signedIn(api, <Periods place={placeOf('#/ky/2026-q4/so-lieu')} />));
    expect(pageText()).toContain('0/1 đơn vị đã khai.');
    await pick(
      'Chỉ số 6. Công khai các thủ tục hành chính',
      'Chính xác, đầy đủ, kịp thời bằng một trong hai hình thức',
    );
    await type('Số phản ánh, kiến nghị phải trả lời trong kỳ', '4');
    await type('Số trả lời đúng hạn', '5');
    await type('Số để kéo dài', '0');
    await press(button('Lưu số liệu'));
    expect(sent.at(-1)?.body).toMatchObject([{ facts: { disclosure: 'one', petitions: { received: 4 } } }]);
    const group = document.querySelector('fieldset.invalid');
    expect(group?.querySelector('legend')?.textContent).toContain('Chỉ số 8.');
    expect(group?.textContent).toContain('Một số trong nhóm này không được lớn hơn số đã nhận.');
  });
});
