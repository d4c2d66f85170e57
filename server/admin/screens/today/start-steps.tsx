import { formatCount } from '#rules/format.ts';
import { useDesk } from '../../desk.ts';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';

/** What stands between an empty province and its first answer, each step with its link. */
export function StartSteps() {
  const { units } = useDesk();
  const steps = [
    { to: ['thiet-lap', 'tinh'], label: text('start.tenant'), state: '' },
    {
      to: ['thiet-lap', 'don-vi'],
      label: text('start.units'),
      state: `${units.length > 0 ? '✓ ' : ''}${text('start.unitCount', { n: formatCount(units.length) })}`,
    },
    { to: ['ky'], label: text('start.period'), state: text('start.noPeriod') },
  ];
  return (
    <section aria-labelledby="bat-dau">
      <h2 id="bat-dau">{text('start.title')}</h2>
      <ol>
        {steps.map(({ to, label, state }) => (
          <li key={label}>
            <a href={linkTo(to)}>{label}</a> <span class="muted">{state}</span>
          </li>
        ))}
      </ol>
      <p>{text('start.then')}</p>
    </section>
  );
}
