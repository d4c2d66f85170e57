import { formatCount } from '#rules/format.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

/** What stands between an empty province and its first answer, each step with its state and its link. */
export function StartSteps() {
  const { api } = useAdmin();
  const tenant = useLoad('tenant', (signal) => api.tenant(signal));
  const units = useLoad('units', (signal) => api.units(signal));
  return (
    <Loaded of={tenant}>
      {({ decision }) => (
        <Loaded of={units}>
          {({ units: list }) => {
            const steps = [
              {
                to: ['thiet-lap', 'tinh'],
                done: decision !== null,
                label: text('start.tenant'),
                state: decision?.act ?? text('start.noDecision'),
              },
              {
                to: ['thiet-lap', 'don-vi'],
                done: list.length > 0,
                label: text('start.units'),
                state: text('start.unitCount', { n: formatCount(list.length) }),
              },
              { to: ['ky'], done: false, label: text('start.period'), state: text('start.noPeriod') },
            ];
            return (
              <section aria-labelledby="bat-dau">
                <h2 id="bat-dau">{text('start.title')}</h2>
                <ol>
                  {steps.map((step) => (
                    <li key={step.label}>
                      <a href={linkTo(step.to)}>{step.label}</a>{' '}
                      <span class="muted">
                        {step.done ? '✓ ' : ''}
                        {step.state}
                      </span>
                    </li>
                  ))}
                </ol>
                <p>{text('start.then')}</p>
              </section>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
