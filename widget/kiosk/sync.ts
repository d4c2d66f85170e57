import type { Lang } from '#rules/surveys/survey.ts';
import type { HandOver, HandOverTaken, KioskEnrolled, KioskSettings, KioskStaff } from '#wire/kiosk.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { all, eraseEverything, get, put, remove, storageFailed } from './database.ts';
import { LeftForms } from './left-forms.ts';
import { localTime } from './opening.ts';
import { countKept, deliverDue, hurryAll } from './outbox.ts';
import { type Answer, ask } from './server.ts';

const BEACON_MS = 300_000;
const BEACON_AGAIN_MS = 30_000;
const DELIVERY_MS = 15_000;
const DAY_MS = 86_400_000;
/** Put in by the build. */
const VERSION = '__VERSION__';

type Battery = { getBattery?: () => Promise<{ readonly level: number }> };

/** What the tablet knows of itself and has to bring to the server. Times of this page by `performance.now`. */
export class Sync {
  key: string | null = null;
  settings: KioskSettings | null = null;
  queue = 0;
  refused = 0;
  sending = false;
  /** Milliseconds since 1970 of the last delivery since this page was opened. */
  sent: number | null = null;
  /** The key is worth nothing any more; what was kept stays until a new code comes. */
  revoked = false;
  wiped = false;
  readonly version = VERSION;
  readonly #surveys = new Map<string, ServedSurvey>();
  readonly #left = new LeftForms();
  readonly #changed: () => void;
  #answered: number | null = null;
  /** Server's clock minus this tablet's. */
  #ahead = 0;
  #beaconAt = 0;
  #deliverAt = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async start(): Promise<void> {
    this.key = (await get<string>('self', 'key')) ?? null;
    this.revoked = (await get<boolean>('self', 'revoked')) ?? false;
    this.settings = (await get<KioskSettings>('self', 'settings')) ?? null;
    this.#ahead = (await get<number>('self', 'ahead')) ?? 0;
    for (const survey of await all<ServedSurvey>('surveys')) this.#keep(survey);
    await this.#left.start();
    this.queue = await countKept();
    if (!this.key || this.revoked) return;
    // A tablet that was here before need not wait for a line to show its question.
    const heard = this.beacon();
    if (!this.settings) await heard;
  }

  /** Milliseconds since 1970 as the server last said. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  survey(which: 'quick' | 'full', lang: Lang): ServedSurvey | undefined {
    const { id, version } = this.settings?.[which] ?? {};
    return this.#surveys.get(`${id} ${version} ${lang}`);
  }

  /** @returns what the server refuses it for, `null` when it was not reached, '' when the tablet is enrolled. */
  async enrol(code: string): Promise<string | null> {
    const { body, status, problem } = await ask<KioskEnrolled>('POST', '/v1/kiosk/enrol', null, { code });
    if (!body) return status === null ? null : (problem.message ?? '');
    this.key = body.key;
    this.revoked = false;
    await put('self', 'key', body.key);
    await remove('self', ['revoked', 'settings']);
    void navigator.storage?.persist?.();
    await this.beacon();
    return '';
  }

  /** One sign of life; the answer is how to work from now on. */
  async beacon(): Promise<void> {
    const { key } = this;
    this.#beaconAt = performance.now() + BEACON_AGAIN_MS;
    if (!key || this.revoked) return;
    const level = await (navigator as Battery).getBattery?.().then(
      (battery) => Math.round(battery.level * 100),
      () => null,
    );
    const recent = this.#answered !== null && Date.now() - this.#answered < DAY_MS;
    const answer = await ask<KioskSettings>('POST', '/v1/kiosk/beacon', key, {
      queue: this.queue,
      lastAnswer: recent ? localTime((this.#answered ?? 0) + this.#ahead).slice(0, 13) : null,
      version: VERSION,
      battery: level ?? null,
      fault: storageFailed() ? 'storage' : this.refused ? 'refused' : null,
    });
    if (answer.body) this.#beaconAt = performance.now() + BEACON_MS;
    await this.#heard(answer);
    if (answer.body && !this.wiped) void this.#left.send(key);
  }

  /** @returns the menu, or what the server answered instead. */
  async staff(pin: string): Promise<Answer<KioskStaff>> {
    const answer = await ask<KioskStaff>('POST', '/v1/kiosk/staff', this.key, { pin });
    if (answer.body) await this.#take(answer.body.settings);
    return answer;
  }

  async change(change: Readonly<Record<string, unknown>>): Promise<Answer<KioskSettings>> {
    const answer = await ask<KioskSettings>('PUT', '/v1/kiosk/settings', this.key, change);
    await this.#heard(answer);
    return answer;
  }

  async leave(pin: string): Promise<Answer<object>> {
    const answer = await ask<object>('POST', '/v1/kiosk/leave', this.key, { pin });
    if (answer.body) await this.#erase();
    return answer;
  }

  async handOver(): Promise<HandOver | null> {
    if (!this.key || this.revoked || !navigator.onLine) return null;
    const answer = await ask<{ handOver: HandOver | null }>('GET', '/v1/kiosk/hand-over', this.key);
    return answer.body?.handOver ?? null;
  }

  takeUp(handOver: string): Promise<Answer<HandOverTaken>> {
    return ask<HandOverTaken>('POST', '/v1/kiosk/hand-over/take', this.key, { handOver });
  }

  /** Notes that a form was left unsent, to be told when there is a line. */
  left(survey: string, question: string | null): void {
    const { settings } = this;
    if (!settings || question === null) return;
    const day = localTime(this.now()).slice(0, 10);
    void this.#left.add(`/v1/left/${settings.tenant}/${settings.unit}/${survey}/${question}?on=${day}`);
  }

  /** An answer was kept: it goes out at once. */
  kept(): void {
    this.#answered = Date.now();
    this.#deliverAt = 0;
  }

  /** The network is back. */
  async online(): Promise<void> {
    await hurryAll();
    await Promise.all([this.deliver(), this.beacon()]);
  }

  /** Called every second. */
  async tick(): Promise<void> {
    const at = performance.now();
    if (at >= this.#beaconAt) await this.beacon();
    if (at >= this.#deliverAt) await this.deliver();
  }

  async deliver(): Promise<void> {
    if (this.sending) return;
    this.#deliverAt = performance.now() + DELIVERY_MS;
    const { key } = this;
    if (!key || this.revoked || !navigator.onLine) this.queue = await countKept();
    else {
      this.sending = true;
      for (let more = true; more; ) {
        const { left, received, refused, revoked } = await deliverDue(key);
        this.queue = left;
        this.refused += refused;
        if (received) this.sent = Date.now();
        if (revoked) await this.#revoke();
        more = left > 0 && received > 0;
      }
      this.sending = false;
    }
    await this.#obey();
    this.#changed();
  }

  async #heard({ body, problem }: Answer<KioskSettings>): Promise<void> {
    if (body) await this.#take(body);
    else if (problem.code === 'key.revoked' || problem.code === 'key.bad') await this.#revoke();
    this.#changed();
  }

  async #take(settings: KioskSettings): Promise<void> {
    this.settings = settings;
    this.#ahead = Date.parse(settings.now) - Date.now();
    // A tablet with a wrong clock knows the hours also where it is opened without a line.
    await put('self', 'ahead', this.#ahead);
    await put('self', 'settings', settings);
    for (const { id, version } of [settings.quick, settings.full])
      for (const lang of ['vi', 'en'] as const) await this.#load(id, version, lang);
    await this.#obey();
  }

  async #load(id: string, version: number, lang: Lang): Promise<void> {
    if (this.#surveys.has(`${id} ${version} ${lang}`)) return;
    const { body } = await ask<ServedSurvey>('GET', `/v1/surveys/${id}?version=${version}&lang=${lang}`, null);
    if (!body?.questions) return;
    this.#keep(body);
    await put('surveys', `${id} ${version} ${lang}`, body);
  }

  #keep(survey: ServedSurvey): void {
    this.#surveys.set(`${survey.id} ${survey.version} ${survey.lang}`, survey);
  }

  async #revoke(): Promise<void> {
    this.revoked = true;
    await put('self', 'revoked', true);
  }

  /** Erases the tablet when it was told to, once its answers have arrived or at once, and tells first that it does. */
  async #obey(): Promise<void> {
    const { wipe } = this.settings ?? {};
    if (!wipe || this.wiped || this.revoked || (wipe === 'delivered' && this.queue > 0)) return;
    const { body } = await ask<object>('POST', '/v1/kiosk/wiped', this.key);
    if (body || wipe === 'now') await this.#erase();
  }

  async #erase(): Promise<void> {
    this.wiped = true;
    this.key = null;
    this.settings = null;
    this.queue = 0;
    this.#surveys.clear();
    this.#left.clear();
    await eraseEverything();
  }
}
