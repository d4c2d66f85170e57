import { useState } from 'preact/hooks';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Field } from '../../parts/field.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { text } from '../../text.ts';
import { FileLinks } from './file-links.tsx';

/** The forms of the back-office systems and the notice to one unit. @param period a closed one. */
export function UnitDocuments({ period }: { period: string }) {
  const { session } = useAdmin();
  const { units } = useDesk();
  const [unit, setUnit] = useState(session.unit ?? units[0]?.unit ?? '');
  const [part, setPart] = useState('1');
  const of = `/v1/periods/${encodeURIComponent(period)}`;
  const ofUnit = `${of}/units/${encodeURIComponent(unit)}`;
  return (
    <section>
      <h2>{text('reports.forms')}</h2>
      <p>{text('reports.forms.intro')}</p>
      {units.length > 1 && <UnitSelect units={units} value={unit} onValue={setUnit} />}
      {unit && (
        <>
          <h3>{text('reports.notice')}</h3>
          <FileLinks address={`${ofUnit}/notice`} label={text('reports.notice')} forms={['docx', 'html']} />
          <h3>{text('reports.mau01')}</h3>
          <Field label={text('reports.part')} help={text('reports.part.help')} value={part} onValue={setPart} digits />
          <FileLinks
            address={`${ofUnit}/mau-01`}
            label={text('reports.mau01')}
            query={/^[1-9]\d{0,2}$/.test(part) ? `?part=${part}` : ''}
            forms={['xlsx', 'docx', 'html']}
          />
          <h3>{text('reports.mau02')}</h3>
          <FileLinks address={`${ofUnit}/mau-02`} label={text('reports.mau02')} forms={['xlsx', 'docx', 'html']} />
        </>
      )}
      {session.unit === null && (
        <>
          <h3>{text('reports.mau03')}</h3>
          <FileLinks address={`${of}/mau-03`} label={text('reports.mau03')} forms={['xlsx', 'docx', 'html']} />
        </>
      )}
    </section>
  );
}
