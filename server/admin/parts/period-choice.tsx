import { useDesk } from '../desk.ts';
import { text } from '../text.ts';

/** The one period every screen shows; nothing before the first is opened. */
export function PeriodChoice() {
  const { period, periods, choosePeriod } = useDesk();
  if (!period) return null;
  return (
    <label class="period">
      {text('app.period')}
      <select value={period.period} onChange={(event) => choosePeriod(event.currentTarget.value)}>
        {periods.map((each) => (
          <option key={each.period} value={each.period}>
            {each.label} · {text(`period.state.${each.state}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
