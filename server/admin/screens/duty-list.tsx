import { useState } from 'preact/hooks';
import { formatDateTime } from '#rules/format.ts';
import type { DutyFinding } from '#wire/duties.ts';
import { useAdmin } from '../admin-context.ts';
import { filterBy } from '../filter-by.ts';
import { Field } from '../parts/field.tsx';
import { FindingItem } from '../parts/finding-item.tsx';
import { Form } from '../parts/form.tsx';
import { Paged } from '../parts/paged.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import type { Pages } from '../use-pages.ts';
import { ApologyDialog } from './apology-dialog.tsx';

export const STATES: readonly DutyFinding['state'][] = ['breached', 'pending', 'unknown', 'doubt'];

/** Duties a letter of apology keeps or breaks. */
const OF_LETTERS: readonly string[] = ['apology', 'reappointments'];

interface DutyListProps {
  place: Place;
  state: DutyFinding['state'];
  /** '' = every one. */
  duty: string;
  pages: Pages<DutyFinding>;
  duties: readonly Option[];
  /** A letter was put on record or taken back. */
  onChanged: () => void;
}

/** What was breached, lies ahead or is not known, dossier by dossier. */
export function DutyList({ place, state, duty, pages, duties, onChanged }: DutyListProps) {
  const { session } = useAdmin();
  const [letters, setLetters] = useState<string | null>(null);
  const enters = session.role === 'province-admin' || session.role === 'unit-admin';
  return (
    <>
      <h2>{text('duties.list')}</h2>
      <RadioField
        legend={text('duties.state')}
        value={state}
        onValue={(value) =>
          filterBy(place, {
            hien: value,
            // Of most duties nothing tells in most provinces: what is asked for is what can be put on record here.
            ...(value === 'unknown' && !duty && { viec: 'apology' }),
          })
        }
        options={STATES.map((value) => ({
          value,
          label: text(`duties.${value}`),
        }))}
      />
      {state !== 'doubt' && (
        <SelectField
          label={text('duties.duty')}
          value={duty}
          onValue={(viec) => filterBy(place, { viec })}
          options={[{ value: '', label: text('duties.all') }, ...duties]}
        />
      )}
      <Paged of={pages} none={text('duties.none')}>
        {(rows) => (
          <ol class="findings">
            {rows.map((finding) => (
              <FindingItem
                key={`${finding.dossier} ${finding.duty}`}
                {...finding}
                title={
                  <>
                    <strong class="code">{finding.dossier}</strong> · {finding.title}
                    {finding.by && ` · ${text('duties.by', { by: formatDateTime(finding.by) })}`}
                  </>
                }
              >
                {enters && OF_LETTERS.includes(finding.duty) && (
                  <button type="button" class="button" onClick={() => setLetters(finding.dossier)}>
                    {text('duties.letter', { dossier: finding.dossier })}
                  </button>
                )}
              </FindingItem>
            ))}
          </ol>
        )}
      </Paged>
      {enters && <OtherDossier onOpen={setLetters} />}
      {letters !== null && (
        <ApologyDialog
          dossier={letters}
          onClose={(changed) => {
            setLetters(null);
            if (changed) onChanged();
          }}
        />
      )}
    </>
  );
}

/** A dossier that is not in the list, by its code. */
function OtherDossier({ onOpen }: { onOpen: (dossier: string) => void }) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <details>
      <summary>{text('duties.letter.other')}</summary>
      <Form
        fault={null}
        onSubmit={() => {
          setTried(true);
          if (code.trim()) onOpen(code.trim());
        }}
      >
        <Field
          label={text('duties.letter.dossier')}
          value={code}
          onValue={setCode}
          error={tried && !code.trim() ? text('duties.letter.code') : undefined}
        />
        <div class="actions">
          <button type="submit" class="button">
            {text('duties.letter.open')}
          </button>
        </div>
      </Form>
    </details>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}
