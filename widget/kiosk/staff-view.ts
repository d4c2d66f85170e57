import { html, type TemplateResult } from 'lit';
import type { KioskStaff } from '#wire/kiosk.ts';
import { fill } from './fill.ts';
import type { Kiosk } from './kiosk.ts';
import { localTime } from './opening.ts';
import type { Screen } from './screen.ts';
import { STAFF_WORDS as WORDS } from './staff-words.ts';

type StaffScreen = Extract<Screen, { is: 'staff' }>;

/** How the tablet stands and what staff may change. Never shows an answer. */
export function staffView(kiosk: Kiosk, { staff, note, leaving }: StaffScreen): TemplateResult {
  const { sync, settings, desk } = kiosk;
  const sent = sync.sent === null ? WORDS['sent.none'] : fill(WORDS.sent, { time: localTime(sync.sent).slice(11) });
  return html`<h1 tabindex="-1">${WORDS.menu}</h1>
    <p class="actions">
      <span>${fill(WORDS.queue, { n: sync.queue })} · ${sent}</span>
      <button type="button" aria-disabled=${sync.sending} @click=${() => desk.deliver()}>
        ${sync.sending ? WORDS.syncing : WORDS.sync}
      </button>
    </p>
    ${sync.refused ? html`<p class="error">${fill(WORDS.refused, { n: sync.refused })}</p>` : ''}
    <p role="status">${note}</p>
    <p>${WORDS.hours}: ${hoursToday(kiosk)}</p>
    ${staff ? changes(kiosk, staff) : ''}
    ${
      staff
        ? html`<p class="actions">
            <button type="button" @click=${() => desk.assist()}>${WORDS.assist}</button>
            <button type="button" @click=${() => desk.try()}>${WORDS.test}</button>
            <button type="button" @click=${() => desk.change({ paused: !settings?.paused })}>
              ${settings?.paused ? WORDS.resume : WORDS.pause}
            </button>
            <button type="button" @click=${() => desk.ask(true)}>${WORDS.leave}</button>
          </p>`
        : ''
    }
    ${leaving ? leave(kiosk) : ''}
    <p class="actions"><button type="button" class="main" @click=${() => kiosk.reset()}>${WORDS.lock}</button></p>
    <p class="help">${fill(WORDS.version, { version: sync.version, kiosk: settings?.kiosk ?? '' })}</p>`;
}

function hoursToday({ settings, sync }: Kiosk): string {
  const day = localTime(sync.now()).slice(0, 10);
  const known = settings?.opening.find((each) => each.day === day);
  if (!known) return WORDS['hours.unknown'];
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return known.sessions.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ') || WORDS['hours.none'];
}

function changes(kiosk: Kiosk, { settings, officers }: KioskStaff): TemplateResult {
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const officer = String(form.get('officer') ?? '');
    void kiosk.desk.change({
      counter: form.get('counter'),
      officer: officer === '' ? null : officer,
      mode: form.get('mode'),
      lang: form.get('lang'),
    });
  };
  const radio = (name: 'mode' | 'lang', value: 'quick' | 'full' | 'vi' | 'en') =>
    html`<label class="option">
      <input type="radio" name=${name} value=${value} ?checked=${settings[name] === value} />
      <span>${WORDS[value]}</span>
    </label>`;
  return html`<form autocomplete="off" @submit=${save} @input=${() => kiosk.activity()}>
    <label for="counter">${WORDS.counter}</label>
    <input id="counter" name="counter" maxlength="40" autocomplete="off" value=${settings.counter} />
    <label for="officer">${WORDS.officer}</label>
    <select id="officer" name="officer">
      <option value="" ?selected=${settings.officer === null}>${WORDS['officer.none']}</option>
      ${officers.map(
        ({ officer, label }) =>
          html`<option value=${officer} ?selected=${settings.officer === officer}>${label}</option>`,
      )}
    </select>
    <fieldset><legend>${WORDS.mode}</legend>${radio('mode', 'quick')}${radio('mode', 'full')}</fieldset>
    <fieldset><legend>${WORDS.lang}</legend>${radio('lang', 'vi')}${radio('lang', 'en')}</fieldset>
    <button type="submit">${WORDS.save}</button>
  </form>`;
}

const leave = ({ desk, sync }: Kiosk) =>
  html`<div class="note" role="alert">
    <p>${WORDS['leave.ask']}</p>
    ${sync.queue ? html`<p>${fill(WORDS['leave.queue'], { n: sync.queue })}</p>` : ''}
    <p class="actions">
      <button type="button" @click=${() => desk.leave()}>${WORDS['leave.do']}</button>
      <button type="button" @click=${() => desk.ask(false)}>${WORDS.cancel}</button>
    </p>
  </div>`;
