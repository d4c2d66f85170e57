import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { goTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';

/** The unit a screen is about, from its address (`?don-vi=`); '' = the whole province, for who may see it. */
export function useScope(place: Place): string {
  const { session } = useAdmin();
  return place.query.get('don-vi') ?? session.unit ?? '';
}

/** Chooses the province or one unit, into the address; nothing where there is one unit alone. */
export function ScopeChoice({ place }: { place: Place }) {
  const { session } = useAdmin();
  const { units } = useDesk();
  const unit = useScope(place);
  if (units.length < 2) return null;
  return (
    <div class="filters">
      <label>
        {text('results.unit')}
        <select
          value={unit}
          onChange={(event) => {
            const { 'don-vi': _, ...rest } = Object.fromEntries(place.query);
            const chosen = event.currentTarget.value;
            goTo(place.path, chosen === '' ? rest : { ...rest, 'don-vi': chosen });
          }}
        >
          {session.unit === null && <option value="">{text('qd766.province')}</option>}
          {units.map((each) => (
            <option key={each.unit} value={each.unit}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
