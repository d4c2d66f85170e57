import { useDesk } from '../../desk.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { goTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';
import { DueList } from './due-list.tsx';
import { WaitingList } from './waiting-list.tsx';

const OF_DOSSIERS = ['overdue', 'dueSoon', 'letter'] as const;
const OF_UNITS = ['appraisal', 'unscored', 'fault'] as const;

/** The lists behind the lines of today: `#/viec-den-han?loai=<kind>&don-vi=<unit>`. What is chosen stays in the address. */
export function DueScreen({ place }: { place: Place }) {
  const { units } = useDesk();
  const wanted = place.query.get('loai');
  const unit = place.query.get('don-vi') ?? '';
  const ofUnits = OF_UNITS.find((each) => each === wanted);
  const ofDossiers = OF_DOSSIERS.find((each) => each === wanted) ?? 'overdue';
  const kind = ofUnits ?? ofDossiers;
  const choose = (loai: string, chosen: string) =>
    goTo(['viec-den-han'], { loai, ...(chosen && { 'don-vi': chosen }) });
  return (
    <>
      <h1 tabIndex={-1}>{text('due.title')}</h1>
      <div class="actions">
        <SelectField
          label={text('due.kind')}
          value={kind}
          onValue={(loai) => choose(loai, unit)}
          options={[...OF_DOSSIERS, ...OF_UNITS].map((value) => ({ value, label: text(`today.key.${value}`) }))}
        />
        {units.length > 1 && (
          <UnitSelect
            none={text('due.anyUnit')}
            units={units}
            value={unit}
            onValue={(chosen) => choose(kind, chosen)}
          />
        )}
      </div>
      {ofUnits ? <WaitingList kind={ofUnits} unit={unit} /> : <DueList kind={ofDossiers} unit={unit} />}
    </>
  );
}
