import type { IsoDate } from '#rules/law.ts';
import type { Services } from '../services.ts';
import { callerAs } from './caller.ts';

const SOURCE = 'Cổng Dịch vụ công quốc gia (số giả định)';

/** Counts of the national portal for a period, and a list of PAR criteria for the year, both invented. */
export async function fillResults(services: Services, period: string, today: IsoDate): Promise<void> {
  const admin = await callerAs(services, 'quantri');
  const count = (id: string, numerator: number, denominator: number) => ({ id, numerator, denominator });
  const counts = [count('1.1', 38, 40), count('1.2', 40, 40), count('1.3', 1990, 2000), count('5.2', 57, 60)];
  await admin(`/v1/periods/${period}/qd766`, { unit: null, source: SOURCE, counts }, 'PUT');

  const year = Number(today.slice(0, 4));
  const linear = (from: string, least: string, most: string) => ({
    kind: 'linear',
    below: '0',
    from: { ratio: from, points: least },
    to: { ratio: '100', points: most },
  });
  const onTime = (level: 'province' | 'commune') => ({ ratio: `onTime.${level}`, conversion: linear('80', '1', '2') });
  await admin(
    '/v1/par-criteria',
    {
      year,
      act: 'Bộ tiêu chí giả định của Tỉnh Mẫu',
      certainty: 'secondary',
      criteria: [
        { id: '3.1', name: 'Hồ sơ cấp tỉnh giải quyết đúng hạn', max: '2', source: onTime('province') },
        { id: '3.2', name: 'Hồ sơ cấp xã giải quyết đúng hạn', max: '2', source: onTime('commune') },
        {
          ...{ id: '3.3', name: 'Phản ánh, kiến nghị được trả lời đúng hạn', max: '1' },
          source: { ratio: 'petitions.onTime', conversion: linear('90', '0,5', '1') },
        },
        { id: '3.4', name: 'Kế hoạch rà soát thủ tục ban hành kịp thời', max: '0,5', source: null },
        { id: '3.5', name: 'Điều tra xã hội học', max: '3', source: null },
      ],
    },
    'PUT',
  );
  await admin(
    '/v1/par-criteria/declared',
    { year, id: '3.4', points: '0,5', evidence: 'Kế hoạch số 01/KH-UBND (giả định)' },
    'PUT',
  );
}
