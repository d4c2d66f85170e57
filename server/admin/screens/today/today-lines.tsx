import { formatCount } from '#rules/format.ts';
import type { TodayKey, TodayLine } from '#wire/today.ts';
import { useDesk } from '../../desk.ts';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';
import { clockTime } from '../../when.ts';

const SIGNS: Readonly<Record<TodayKey, string>> = {
  ...{ overdue: '■', dueSoon: '◐', letter: '✉', appraisal: '□' },
  ...{ case: '☏', objection: '✎', unscored: '△', fault: '!' },
};

/** The list a line opens, with its filter in the address. */
function listOf({ key, period }: TodayLine): string {
  if (key === 'case') return linkTo(['gop-y']);
  if (key === 'objection') return linkTo(['y-kien'], { ...(period && { ky: period }), hien: 'new' });
  return linkTo(['viec-den-han'], { loai: key });
}

function count({ key, n, of, dueToday, atLeast }: TodayLine): string {
  if (n === null) return '';
  const shown = of === null ? formatCount(n) : `${formatCount(n)}/${formatCount(of)}`;
  const whole = atLeast ? text('today.atLeast', { n: shown }) : shown;
  return dueToday
    ? text(key === 'case' || key === 'objection' ? 'today.dueBy' : 'today.dueToday', {
        n: whole,
        due: formatCount(dueToday),
      })
    : whole;
}

function oldest({ key, oldestDays, n, dueToday }: TodayLine): string {
  if (n === null || oldestDays === null) return dueToday ? text('today.now') : '';
  if (oldestDays === 0) return text(key === 'overdue' ? 'today.underDay' : 'today.now');
  return text('today.days', { n: formatCount(oldestDays) });
}

/** What is to be done, the longest delay first; each line opens its list. */
export function TodayLines({ lines, at }: { lines: readonly TodayLine[]; at: string }) {
  const { period: chosen, periods } = useDesk();
  // A line of another period than the head shows names it.
  const otherPeriod = ({ period }: TodayLine): string => {
    const other = period === chosen?.period ? undefined : periods.find((each) => each.period === period);
    return other ? ` · ${text('today.period', { label: other.label })}` : '';
  };
  if (lines.length === 0) return <p>{text('today.noDuty', { time: clockTime(at) })}</p>;
  const counted = lines.map(({ countedAt }) => countedAt).find((each) => each !== null);
  return (
    <>
      <table class="cards">
        <caption class="unseen">{text('today.duties')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('today.duty')}</th>
            <th scope="col" class="number">
              {text('today.count')}
            </th>
            <th scope="col" class="number">
              {text('today.oldest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} data-line={line.key}>
              <th scope="row" data-label={text('today.duty')}>
                <div>
                  <span aria-hidden="true">{SIGNS[line.key]} </span>
                  <a href={listOf(line)}>{text(`today.key.${line.key}`)}</a>
                  {otherPeriod(line)}
                  {line.countedAt && <span aria-hidden="true"> *</span>}
                </div>
              </th>
              {line.fault ? (
                <td colSpan={2} data-label={text('today.count')}>
                  <div class="error" lang="vi">
                    {line.fault}
                  </div>
                </td>
              ) : (
                <>
                  <td class="number" data-label={text('today.count')}>
                    <div data-count={line.key}>{count(line)}</div>
                  </td>
                  <td class="number" data-label={text('today.oldest')}>
                    <div>{oldest(line)}</div>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small muted">
        {text('today.checked', { time: clockTime(at) })}
        {counted && ` ${text('today.counted', { time: clockTime(counted) })}`}
      </p>
    </>
  );
}
