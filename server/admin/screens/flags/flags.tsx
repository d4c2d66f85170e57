import { useAdmin } from '../../admin-context.ts';
import { PeriodPick } from '../../parts/period-unit.tsx';
import type { Place } from '../../place.ts';
import { text } from '../../text.ts';
import { FlagList } from './flag-list.tsx';
import { OneFlag } from './one-flag.tsx';

/** What the close of a period asks officers and units: `#/can-xem-lai?phep=&don-vi=&hien=`, one of them `?muc=<flag>`. */
export function Flags({ place }: { place: Place }) {
  const { session } = useAdmin();
  const flag = place.query.get('muc') ?? '';
  return (
    <PeriodPick>
      {(period) =>
        flag ? (
          <OneFlag key={`${period.period} ${flag}`} period={period} id={flag} />
        ) : (
          <>
            <h1 tabIndex={-1}>{text('flags.title')}</h1>
            <p>
              {text('flags.intro')} <a href={`/cong-khai/${session.tenant}/cach-kiem-tra`}>{text('sample.method')}</a>
            </p>
            <FlagList key={period.period} period={period} place={place} />
          </>
        )
      }
    </PeriodPick>
  );
}
