import { useId } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Reminders } from '../configuration.ts';
import { texts } from '../language.ts';
import { ManagedNote } from './managed-note.tsx';
import { Section, type SectionProps } from './section.tsx';
import { SwitchRow } from './switch-row.tsx';
import { useMayNotify } from './use-may-notify.ts';

const say = texts(
  {
    title: 'Nhắc việc',
    morning: 'Nhắc buổi sáng ngày làm việc',
    at: 'Giờ nhắc',
    quietFrom: 'Yên lặng từ',
    quietTo: 'Yên lặng đến',
    what: 'Đếm hồ sơ quá hạn, đến hạn và cần xin lỗi theo lần đọc danh sách gần nhất. Trình duyệt phải đang mở.',
    blocked: 'Trình duyệt chưa cho hiện thông báo, nên chưa nhắc được.',
    allow: 'Cho phép thông báo',
  },
  {
    title: 'Reminders',
    morning: 'Morning summary on working days',
    at: 'Time',
    quietFrom: 'Quiet from',
    quietTo: 'Quiet until',
    what: 'Counts what is overdue, due and owed an apology in the list read last. The browser must be open.',
    blocked: 'The browser does not allow notices yet, so nothing can be said.',
    allow: 'Allow notices',
  },
);

type Clock = Exclude<keyof Reminders, 'morning'>;
const CLOCKS: readonly Clock[] = ['at', 'quietFrom', 'quietTo'];

/** The morning summary and its quiet hours. The browser's permission for notices is asked for only when it is turned on. */
export function RemindersSection({ state, doing: { run } }: SectionProps) {
  const id = useId();
  const { reminders } = state.preferences;
  const managed = state.managed.reminders ?? {};
  const [mayNotify, lookAgain] = useMayNotify();
  const set = (change: Partial<Reminders>, allowed?: Promise<boolean>): void =>
    void run({ type: 'panel.configure', configuration: { reminders: change } }, allowed).then(lookAgain);
  const ask = (): Promise<boolean> => browser.permissions.request({ permissions: ['notifications'] });
  return (
    <Section id="nhac-viec" title={say('title')}>
      <SwitchRow
        label={say('morning')}
        on={reminders.morning}
        managed={managed.morning !== undefined}
        onSwitch={(on) => set({ morning: on }, on ? ask() : undefined)}
      />
      {reminders.morning && !mayNotify && (
        <p class="note">
          {say('blocked')}{' '}
          <button type="button" onClick={() => void ask().then(lookAgain)}>
            {say('allow')}
          </button>
        </p>
      )}
      <div class="clocks">
        {CLOCKS.map((clock) => (
          <p key={clock}>
            <label for={`${id}-${clock}`}>{say(clock)}</label>
            <input
              id={`${id}-${clock}`}
              type="time"
              required
              value={reminders[clock]}
              readOnly={managed[clock] !== undefined}
              aria-describedby={managed[clock] === undefined ? undefined : `${id}-${clock}-managed`}
              onChange={({ currentTarget: { value } }) => value && set({ [clock]: value })}
            />
            {managed[clock] !== undefined && <ManagedNote id={`${id}-${clock}-managed`} />}
          </p>
        ))}
      </div>
      <p class="meta">{say('what')}</p>
    </Section>
  );
}
