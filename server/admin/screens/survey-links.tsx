import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { SurveyLinksCount } from '#wire/survey-links.ts';
import { useAdmin } from '../admin-context.ts';
import type { LinkFile } from '../link-calls.ts';
import { faultIn, type TypedLinks, typedLinks, wantedOf } from '../links-typed.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { localDay } from '../when.ts';
import { SurveyLinkFields } from './survey-link-fields.tsx';

/** Hands the file to the browser, which asks where to keep it. */
function save({ name, content }: LinkFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file up a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const shown = (count: SurveyLinksCount) =>
  Object.fromEntries(
    Object.entries(count).map(([key, value]) => [key, typeof value === 'number' ? formatCount(value) : value]),
  );

/** A file of links for dossiers handed back: counted first, then made and saved, once. */
export function SurveyLinks(_: { place: Place }) {
  const { api } = useAdmin();
  const [typed, setTyped] = useState<TypedLinks>(() => typedLinks(localDay(new Date())));
  const [tried, setTried] = useState(false);
  const [count, setCount] = useState<SurveyLinksCount | null>(null);
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<LinkFile | null>(null);
  const change = (next: TypedLinks) => {
    setTyped(next);
    // What was counted was something else.
    setCount(null);
    setMade(null);
  };
  const preview = useAction(async () => setCount(await api.countLinks(wantedOf(typed, null))));
  return (
    <>
      <h1 tabIndex={-1}>{text('links.title')}</h1>
      <p>{text('links.intro')}</p>
      <p>{text('links.rules')}</p>
      <p class="note">{text('links.once')}</p>
      <Form
        fault={preview.fault}
        onSubmit={() => {
          setTried(true);
          setMade(null);
          if (!faultIn(typed)) void preview.run();
        }}
      >
        {preview.fault && <FaultText fault={preview.fault} />}
        <SurveyLinkFields typed={typed} onTyped={change} tried={tried} fault={preview.fault} />
        <div class="actions">
          <WorkButton label={text('links.count')} busyLabel={text('links.counting')} busy={preview.busy} />
        </div>
      </Form>
      <div role="status">
        {count && (
          <>
            <p>
              <strong>{text('links.found', shown(count))}</strong>
            </p>
            <p>{text('links.left', shown(count))}</p>
            {count.links === 0 && <p>{text('links.nothing')}</p>}
          </>
        )}
        {made && (
          <p class="note">{text('links.made', { ...shown(made.count), file: made.name, seed: made.count.seed })}</p>
        )}
      </div>
      {count && count.links > 0 && (
        <div class="actions">
          <button type="button" class="button primary" onClick={() => setAsking(true)}>
            {text('links.make')}
          </button>
        </div>
      )}
      {asking && count && (
        <Confirm
          title={text('links.make.title', shown(count))}
          effect={text('links.make.effect')}
          verb={text('links.make')}
          busy={text('links.making')}
          run={async () => {
            const file = await api.makeLinks(wantedOf(typed, count.seed));
            save(file);
            setMade(file);
            setCount(null);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
