import { useState } from 'preact/hooks';
import type { PortalSighting } from '#wire/portal-sighting.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { when } from '../when.ts';

function Line({ seen, onForget }: { seen: PortalSighting; onForget: () => void }) {
  const { origin, scriptAt, formAt, unit } = seen;
  return (
    <li>
      <strong>{origin}</strong>:{' '}
      {formAt ? (
        <span class="seen">{text('seen.form', { time: when(formAt), unit: unit ?? text('seen.anyUnit') })}</span>
      ) : (
        text(scriptAt ? 'seen.script' : 'seen.nothing', { time: scriptAt ? when(scriptAt) : '' })
      )}{' '}
      <button type="button" class="button" aria-label={text('seen.forget.named', { origin })} onClick={onForget}>
        {text('seen.forget')}
      </button>
      {!formAt && (
        <details>
          <summary>{text('seen.how')}</summary>
          <ul>
            <li>{text('seen.how.open')}</li>
            <li>{text('seen.how.csp', { origin: location.origin })}</li>
            <li>{text('seen.how.address')}</li>
          </ul>
        </details>
      )}
    </li>
  );
}

/** The live check: pages of the portal are seen by what their visitors' browsers ask of this server. */
export function SetUpSeen({ sightings, onChange }: { sightings: readonly PortalSighting[]; onChange: () => void }) {
  const { api } = useAdmin();
  const [typed, setTyped] = useState('');
  const origins = sightings.map(({ origin }) => origin);
  const put = async (list: readonly string[]) => {
    await api.putSightings(list);
    onChange();
  };
  const watch = useAction(async () => {
    // A whole address is pasted more often than a site.
    const origin = /^https?:\/\/[^/]+/.exec(typed.trim())?.[0] ?? typed.trim();
    await put([...new Set([...origins, origin])]);
    setTyped('');
  });
  const [done, setDone] = useState<Done | null>(null);
  const forget = useAction(async (origin: string) => {
    await put(origins.filter((each) => each !== origin));
    const back = async () => {
      await put(origins);
      setDone({ said: text('undo.done') });
    };
    setDone({ said: text('seen.forgotten', { origin }), back });
  });
  const fault = watch.fault && (issueOf(watch.fault, `origins.${origins.length}`) ?? issueOf(watch.fault, 'origins'));
  return (
    <section aria-labelledby="da-thay">
      <h2 id="da-thay">{text('seen.title')}</h2>
      <p>{text('seen.intro')}</p>
      <Form fault={watch.fault} onSubmit={() => typed.trim() !== '' && void watch.run()}>
        {watch.fault && <FaultText beside fault={watch.fault} />}
        <Field
          label={text('seen.origin')}
          help={text('seen.origin.help')}
          value={typed}
          onValue={setTyped}
          error={fault ?? undefined}
        />
        <div class="actions">
          <WorkButton label={text('seen.watch')} busyLabel={text('state.saving')} busy={watch.busy} />
        </div>
      </Form>
      {forget.fault && <FaultText fault={forget.fault} />}
      <Undo done={done} />
      <div role="status">
        <ul>
          {sightings.map((seen) => (
            <Line key={seen.origin} seen={seen} onForget={() => void forget.run(seen.origin)} />
          ))}
        </ul>
      </div>
    </section>
  );
}
