import type { SamplesView } from '#wire/sample.ts';
import type { Services } from '../services.ts';
import { pointsOfDossiers } from '../store/dossier-points.ts';
import { sampledDossiers } from '../store/samples.ts';
import { callerAs } from './caller.ts';
import { TENANT } from './province.ts';

const SOURCE = 'Xổ số kiến thiết (số giả định), 5 số cuối giải đặc biệt của ngày sau ngày chốt';

/**
 * The dossiers of a closed period that are drawn for review, and what the appraiser gave for the time of all of them, or of one in three:
 * mostly as the system computed, now and then a step less.
 */
export async function fillSample(services: Services, period: string, whole: boolean): Promise<void> {
  const admin = await callerAs(services, 'quantri');
  const { sample } = (await admin('/v1/samples', { period, number: '70426', source: SOURCE })) as SamplesView;
  if (!sample) return;
  const drawn = await sampledDossiers(services.db, TENANT, period, sample.sample);
  const given: object[] = [];
  for (const [i, { unit, code }] of drawn.entries()) {
    if (!whole && i % 3 > 0) continue;
    const [found] = await pointsOfDossiers(services.db, TENANT, sample.snapshot, unit, [code]);
    const computed = found?.computed[1] ?? 10;
    const points = i % 7 === 3 ? Math.max(0, computed - 10) : computed;
    given.push({
      period,
      unit,
      dossier: code,
      indicator: 1,
      points,
      reason: 'Đối chiếu với hồ sơ giấy lưu tại đơn vị.',
    });
  }
  const reviewer = await callerAs(services, 'thamdinh');
  await reviewer('/v1/appraisals', given.slice(0, 500));
}
