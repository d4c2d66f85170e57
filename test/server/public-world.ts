import { quarter } from '#rules/period.ts';
import type { Services } from '../../server/services.ts';
import { allOf, bringOut, every, FACT_FORM, type RebuiltProvince, type RebuiltUnit, rebuild } from './seeds-rebuilt.ts';

/** A province with two quarters sealed and published. */
export const OPEN_PROVINCE = 'congkhai';

type Row = readonly [unit: string, name: string, dossiers: number, of: number, then: number];

/** Dossiers and the mean of their indices in the first quarter and in the second. Sở Nhỏ is hidden, and Sở Ít beside it. */
const DEPARTMENTS: readonly Row[] = [
  ['so-tu-phap', 'Sở Tư pháp', 40, 20, 20],
  ['so-nn-mt', 'Sở Nông nghiệp và Môi trường', 30, 18, 19],
  ['so-xay-dung', 'Sở Xây dựng', 40, 14, 20],
  ['so-cong-thuong', 'Sở Công Thương', 20, 8, 9],
  ['so-it', 'Sở Ít', 10, 10, 10],
  ['so-nho', 'Sở Nhỏ', 3, 10, 10],
];
const COMMUNES: readonly Row[] = [
  ['xa-song', 'Xã Sông Mẫu', 40, 19, 19],
  ['xa-nui', 'Xã Núi Mẫu', 40, 18, 15],
  ['phuong-ben', 'Phường Bến Mẫu', 40, 5, 6],
];

function unitsIn(second: boolean): RebuiltUnit[] {
  const unit =
    (level: RebuiltUnit['level']) =>
    ([code, name, dossiers, of, then]: Row): RebuiltUnit => ({
      ...{ unit: code, name, level, dossiers },
      ...{ of: every(second ? then : of), declared: { ...allOf(20), 8: 10 } },
    });
  return [...DEPARTMENTS.map(unit('province')), ...COMMUNES.map(unit('commune'))];
}

const provinceIn = (second: boolean): RebuiltProvince => ({
  ...{ tenant: OPEN_PROVINCE, name: 'Tỉnh Mở', code: 'H98', form: FACT_FORM, units: unitsIn(second) },
  decision: { act: 'QĐ 2/QĐ-UBND (Mẫu)', ruleset: 'tt01-2018', from: '2025-07-01', to: null },
  period: quarter(2026, second ? 2 : 1),
  days: second
    ? { received: '2026-05-12', before: '2026-05-18', promised: '2026-05-19', after: '2026-05-20' }
    : { received: '2026-02-03', before: '2026-02-09', promised: '2026-02-10', after: '2026-02-11' },
});

/** Fills and publishes both quarters. */
export async function openProvince(services: Pick<Services, 'db' | 'keys'>): Promise<void> {
  for (const second of [false, true]) {
    await rebuild(services, provinceIn(second));
    await bringOut(services, provinceIn(second));
  }
}
