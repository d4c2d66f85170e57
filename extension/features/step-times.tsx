import { dayMinutes } from '#rules/calendar/office-hours.ts';
import { endOf } from '#rules/dossier.ts';
import { formatWorkingTime } from '#rules/format.ts';
import { type StepTime, stepTimes } from '#rules/step-time.ts';
import { language, texts } from '../language.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import type { Feature, Seen } from './feature.ts';

const say = texts(
  {
    name: 'Thời gian từng bước của hồ sơ',
    title: 'Từng bước',
    step: 'Bước',
    limit: 'Hạn',
    actual: 'Thực tế',
    days: '{n} ngày',
    none: '—',
    running: '{time}, đang làm',
    late: 'trễ',
    inTime: 'kịp',
    read: 'Trang không ghi lúc xong bước có dấu *; tính đến khi bước sau bắt đầu (cách hiểu).',
  },
  {
    name: 'Time of each step of the dossier',
    title: 'Step by step',
    step: 'Step',
    limit: 'Limit',
    actual: 'Actual',
    days: '{n} days',
    none: '—',
    running: '{time}, running',
    late: 'late',
    inTime: 'in time',
    read: 'The page shows no end of the steps marked *; counted to the start of the next one (our reading).',
  },
);

function Actual({ time, day }: { time: StepTime; day: number }) {
  const { minutes, status, endRead } = time;
  if (minutes === null) return <>{say('none')}</>;
  const words = formatWorkingTime(minutes, day, { lang: language(), mark: true });
  if (status === 'running') return <>{say('running', { time: words })}</>;
  const judged = status !== 'unknown';
  return (
    <>
      {words}
      {endRead && ' *'}
      {judged && (
        <>
          {' '}
          <StatusIcon status={status} /> <span class="meta">{status === 'overdue' ? say('late') : say('inTime')}</span>
        </>
      )}
    </>
  );
}

function Steps({ seen }: { seen: Seen }) {
  const { reading, dossier, now, office, settings } = seen;
  const steps = reading.steps ?? [];
  const finished = dossier !== null && endOf(dossier) !== null;
  const times = stepTimes(steps, finished, now, office, settings.choices.granularity);
  const limitOf = (n: number | null): string =>
    n === null ? say('none') : say('days', { n: language() === 'vi' ? String(n).replace('.', ',') : n });
  return (
    <>
      <table class="steps">
        <caption>{say('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('step')}</th>
            <th scope="col">{say('limit')}</th>
            <th scope="col">{say('actual')}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((time, i) => (
            <tr key={`${i}-${steps[i]?.name}`}>
              <td>{steps[i]?.name}</td>
              <td>{limitOf(steps[i]?.limitDays ?? null)}</td>
              <td>
                <Actual time={time} day={dayMinutes(office.hours)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {times.some(({ endRead }) => endRead) && <p class="meta">{say('read')}</p>}
    </>
  );
}

/** What each step took against its own limit, as the detail page shows them. Nobody who did a step is read or shown. */
export const stepTime: Feature = {
  id: 'step-times',
  name: () => say('name'),
  explain: (seen) => (seen.reading.steps?.length ? <Steps seen={seen} /> : null),
};
