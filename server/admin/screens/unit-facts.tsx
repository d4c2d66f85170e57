import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { linkTo } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { when } from '../when.ts';
import { UnitFactsForm } from './unit-facts-form.tsx';
import { UnitFactsHistory } from './unit-facts-history.tsx';

/** What of the period decides who may tell facts and what becomes of them. */
const NOTES: Partial<Record<Period['state'], TextKey>> = {
  waiting: 'facts.closed',
  closed: 'facts.provisional',
  sealed: 'facts.correct',
};

/** What only the unit itself can state for a period: indicators 5, 6, 8 and 9. */
export function UnitFactsScreen({ period }: { period: Period }) {
  const { api } = useAdmin();
  const declared = useLoad(`unit facts ${period.period}`, (signal) => api.unitFacts(period.period, signal));
  const [chosen, setChosen] = useState<string | null>(null);

  return (
    <section aria-labelledby="so-lieu">
      <h2 id="so-lieu">{text('facts.title', { label: period.label })}</h2>
      <p>{text('facts.intro')}</p>
      {NOTES[period.state] && <p class="note">{text(NOTES[period.state] ?? 'facts.closed')}</p>}
      <Loaded of={declared}>
        {({ units: list, facts, recorded }) => {
          const silent = list.filter((unit) => !facts.some((each) => each.unit === unit.unit));
          const unit = list.find((each) => each.unit === chosen) ?? (list.length === 1 ? list[0] : undefined);
          const known = facts.find((each) => each.unit === unit?.unit);
          const petitions = recorded.find((each) => each.unit === unit?.unit);
          return (
            <>
              <p>
                {text('facts.count', {
                  done: formatCount(list.length - silent.length),
                  all: formatCount(list.length),
                })}
              </p>
              {silent.length > 0 && (
                <details>
                  <summary>{text('facts.silent', { n: silent.length })}</summary>
                  <ul>
                    {silent.map((each) => (
                      <li key={each.unit}>{each.name}</li>
                    ))}
                  </ul>
                </details>
              )}
              <UnitSelect units={list} value={unit?.unit ?? ''} onValue={setChosen} />
              {unit && (
                <>
                  <p class="muted">
                    {known
                      ? text('facts.declared', {
                          by: known.declaredBy.replace(/^user:/, ''),
                          time: when(known.declaredAt),
                        })
                      : text('facts.undeclared')}
                  </p>
                  {petitions && (
                    <p class="note">
                      {text('facts.recorded', {
                        received: formatCount(petitions.received),
                        onTime: formatCount(petitions.onTime),
                        prolonged: formatCount(petitions.prolonged),
                      })}
                    </p>
                  )}
                  <UnitFactsForm
                    key={unit.unit}
                    period={period}
                    unit={unit}
                    facts={known?.facts ?? {}}
                    onSaved={declared.again}
                  />
                  {known && <UnitFactsHistory key={known.declaredAt} period={period.period} unit={unit.unit} />}
                </>
              )}
            </>
          );
        }}
      </Loaded>
      <p>
        <a href={linkTo(['ky', period.period])}>{text('facts.back')}</a>
      </p>
    </section>
  );
}
