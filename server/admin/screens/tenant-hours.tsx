import type { Weekday } from '#rules/calendar/date.ts';
import { Field } from '../parts/field.tsx';
import { text } from '../text.ts';

/** Monday first, as a week is written. */
export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** What stands in the fields of each weekday, and of a make-up day. */
export interface HoursTyped {
  readonly days: Readonly<Record<Weekday, string>>;
  readonly counted: readonly Weekday[];
  readonly extra: string;
}

interface TenantHoursProps {
  value: HoursTyped;
  onValue: (value: HoursTyped) => void;
  /** What is wrong with a day; `extra` is the make-up day, `counted` the ticks. */
  errorOf: (part: Weekday | 'extra' | 'counted') => string | undefined;
}

/** Office hours of each weekday, and which of them count as working days of a deadline. */
export function TenantHours({ value, onValue, errorOf }: TenantHoursProps) {
  const counted = (day: Weekday, on: boolean) =>
    onValue({ ...value, counted: on ? [...value.counted, day] : value.counted.filter((each) => each !== day) });
  const countedError = errorOf('counted');
  return (
    <fieldset aria-describedby={countedError ? 'gio-giup gio-loi' : 'gio-giup'}>
      <legend>{text('tenant.hours')}</legend>
      <p class="help" id="gio-giup">
        {text('tenant.hours.help')}
      </p>
      {countedError && (
        <p class="error" id="gio-loi">
          {countedError}
        </p>
      )}
      <div class="week">
        {WEEK.map((day) => (
          <div key={day}>
            <Field
              label={text(`weekday.${day}`)}
              value={value.days[day]}
              onValue={(typed) => onValue({ ...value, days: { ...value.days, [day]: typed } })}
              error={errorOf(day)}
            />
            <label class="option">
              <input
                type="checkbox"
                checked={value.counted.includes(day)}
                aria-label={text('tenant.counted.named', { day: text(`weekday.${day}`) })}
                onChange={(event) => counted(day, event.currentTarget.checked)}
              />
              <span>{text('tenant.counted')}</span>
            </label>
          </div>
        ))}
        <div>
          <Field
            label={text('tenant.extra')}
            value={value.extra}
            onValue={(extra) => onValue({ ...value, extra })}
            error={errorOf('extra')}
          />
          <p class="help">{text('tenant.extra.help')}</p>
        </div>
      </div>
    </fieldset>
  );
}
