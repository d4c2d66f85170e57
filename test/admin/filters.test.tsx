// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Duties } from '../../server/admin/screens/duties.tsx';
import { Objections } from '../../server/admin/screens/objections.tsx';
import { DueScreen } from '../../server/admin/screens/today/due-screen.tsx';
import { choose, fakeServer, Here, hide, settle, show, signedIn } from './mount.tsx';
import { OPEN, UNIT } from './sample.ts';

afterEach(hide);

const NO_OBJECTIONS = { body: { objections: [], next: null, dueCite: 'TT 01/2018/TT-VPCP Điều 15' } };
const NO_DUE = {
  body: { at: '2026-11-10T09:00', kind: 'overdue', n: 0, whole: true, dayMinutes: 480, dossiers: [], next: null },
};
const OTHER = { ...UNIT, unit: 'so-b', name: 'Sở B' };
const at = async (hash: string) => {
  location.hash = hash;
  await act(() => new Promise<void>((done) => setTimeout(done)));
};

describe('filters of a list', () => {
  it('are read from the address and written to it, so that it opens the same list again', async () => {
    const { api, sent } = fakeServer({
      [`GET /v1/objections?period=${OPEN.period}&state=new`]: NO_OBJECTIONS,
      [`GET /v1/objections?period=${OPEN.period}&state=declined`]: NO_OBJECTIONS,
    });
    await at('#/y-kien?hien=new');
    await show(signedIn(api, <Here of={Objections} />, { periods: [OPEN], period: OPEN }));
    expect(sent.map(({ path }) => path)).toEqual([`/v1/objections?period=${OPEN.period}&state=new`]);
    await choose('Xem', 'declined');
    await settle();
    expect(location.hash).toBe('#/y-kien?hien=declined');
    expect(sent.at(-1)?.path).toBe(`/v1/objections?period=${OPEN.period}&state=declined`);
  });

  it('open the unit and the kind a line of today or of timeliness leads to', async () => {
    const { api, sent } = fakeServer({ 'GET /v1/due-dossiers?kind=overdue&unit=so-b': NO_DUE });
    await at('#/viec-den-han?loai=overdue&don-vi=so-b');
    await show(signedIn(api, <Here of={DueScreen} />, { units: [UNIT, OTHER] }));
    expect(sent.map(({ path }) => path)).toEqual(['/v1/due-dossiers?kind=overdue&unit=so-b']);
    await choose('Đơn vị', '');
    expect(location.hash).toBe('#/viec-den-han?loai=overdue');
    hide();
    const second = fakeServer({
      [`GET /v1/duties?period=${OPEN.period}&unit=so-b&state=doubt&counts=1`]: {
        body: { period: OPEN.period, unit: 'so-b', findings: [], next: null, counts: null },
      },
    });
    await at('#/viec-theo-luat?don-vi=so-b&hien=doubt');
    await show(signedIn(second.api, <Here of={Duties} />, { units: [UNIT, OTHER], periods: [OPEN], period: OPEN }));
    expect(second.sent.map(({ path }) => path)).toEqual([
      `/v1/duties?period=${OPEN.period}&unit=so-b&state=doubt&counts=1`,
    ]);
  });
});
