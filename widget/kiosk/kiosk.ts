import type { Lang } from '#rules/surveys/survey.ts';
import type { KioskAside, KioskSettings } from '#wire/kiosk.ts';
import type { Response } from '#wire/response.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { answerBody, newAnswerId } from './answer-body.ts';
import { FormRun, type RunOf } from './form-run.ts';
import { isOpen } from './opening.ts';
import { enqueue, takeBack } from './outbox.ts';
import type { Screen } from './screen.ts';
import { hush } from './speech.ts';
import { StaffDesk } from './staff-desk.ts';
import { Sync } from './sync.ts';
import type { WordKey } from './words.ts';

const UNDO_MS = 10_000;
/** A little longer, so that what is being taken back is never on its way already. */
const HOLD_MS = UNDO_MS + 2_000;
const THANKS_MS = 5_000;
const REFUSED_MS = 10_000;
const IDLE_MS = 60_000;
const WARNING_MS = 10_000;
const POLL_MS = 4_000;

/** What the screens show and do. Shows nothing itself; `changed` is called whenever something is to be shown anew. */
export class Kiosk {
  readonly sync: Sync;
  readonly desk: StaffDesk;
  screen: Screen = { is: 'starting' };
  lang: Lang = 'vi';
  large = false;
  /** Nothing is kept or sent until the screen is back at the question. */
  test = false;
  /** Seconds until the screen goes on by itself or clears what was answered; `null` = it waits. */
  left: number | null = null;
  /** The citizen is asked whether he is still there. */
  warning = false;
  readonly #changed: () => void;
  #until: number | null = null;
  #idleAt = 0;
  #pollAt = 0;
  #pressedAt = Number.NEGATIVE_INFINITY;
  #pressedBefore = Number.NEGATIVE_INFINITY;
  #busy = false;
  #declined = '';

  constructor(changed: () => void) {
    this.#changed = changed;
    this.sync = new Sync(() => this.#settle());
    this.desk = new StaffDesk(this);
  }

  get settings(): KioskSettings | null {
    return this.sync.settings;
  }

  survey(which: 'quick' | 'full'): ServedSurvey | undefined {
    return this.sync.survey(which, this.lang) ?? this.sync.survey(which, 'vi');
  }

  get open(): boolean {
    return !this.settings || isOpen(this.settings, this.sync.now());
  }

  async start(): Promise<void> {
    await this.sync.start();
    this.reset();
  }

  show(screen: Screen, forMs: number | null = null): void {
    this.screen = screen;
    this.#until = forMs === null ? null : performance.now() + forMs;
    this.left = forMs === null ? null : Math.ceil(forMs / 1000);
    this.activity();
  }

  /** Back to the question: whatever was shown of the last citizen is gone. */
  reset(): void {
    hush();
    if (this.screen.is === 'form') this.sync.left(this.screen.run.survey.id, this.screen.run.leftAt);
    this.test = false;
    this.large = false;
    this.lang = this.settings?.lang ?? 'vi';
    this.#pollAt = performance.now() + POLL_MS;
    this.show(this.sync.key || this.sync.wiped ? { is: 'attract' } : { is: 'enrol', fault: '', busy: false });
  }

  /** Somebody is there. */
  activity(): void {
    this.#idleAt = performance.now() + IDLE_MS;
    this.warning = false;
    this.#changed();
  }

  speakTo(lang: Lang): void {
    hush();
    this.lang = lang;
    if (this.screen.is === 'form') this.screen.run.survey = this.survey('full') ?? this.screen.run.survey;
    this.activity();
  }

  enlarge(): void {
    this.large = !this.large;
    this.activity();
  }

  async enrol(code: string): Promise<void> {
    this.show({ is: 'enrol', fault: '', busy: true });
    const fault = await this.sync.enrol(code);
    if (fault === '') this.reset();
    else this.show({ is: 'enrol', fault: fault ?? 'network', busy: false });
  }

  /** One touch is an answer: kept before it is said to be, and for a while taken back as easily. */
  async press(option: string): Promise<void> {
    const { settings } = this;
    const survey = this.survey('quick');
    if (this.screen.is !== 'attract' || this.#busy || !settings || !survey) return;
    this.#busy = true;
    hush();
    const at = performance.now();
    const soon = at - this.#pressedAt < settings.intervalSeconds * 1000;
    const aside = this.test ? null : this.open ? (soon ? 'interval' : null) : 'outsideHours';
    this.#pressedBefore = this.#pressedAt;
    this.#pressedAt = at;
    const id = newAnswerId(settings);
    if (aside) await this.#keep({ id, aside } satisfies KioskAside, `saved.${aside}`);
    else {
      if (!this.test) await enqueue(answerBody(settings, survey, id, this.lang, { overall: option }), HOLD_MS);
      this.show({ is: 'topic', id, option }, UNDO_MS);
    }
    this.#busy = false;
  }

  async undo(): Promise<void> {
    if (this.screen.is !== 'topic') return;
    const { id } = this.screen;
    this.#pressedAt = this.#pressedBefore;
    const { test } = this;
    this.reset();
    this.test = test;
    await takeBack(id);
  }

  /** `null`: nothing to add. */
  async choose(topic: string | null): Promise<void> {
    const { settings, screen } = this;
    const survey = this.survey('quick');
    if (screen.is !== 'topic' || !settings || !survey || this.#busy) return;
    this.#busy = true;
    const answers = { overall: screen.option, ...(topic === null ? {} : { topic }) };
    await this.#keep(answerBody(settings, survey, screen.id, this.lang, answers), 'saved');
    this.#busy = false;
  }

  begin(of: RunOf): void {
    const survey = this.survey('full');
    if (survey) this.show({ is: 'form', run: new FormRun(survey, { ...of, test: this.test }), busy: false });
  }

  /** The citizen does not want to; the counter may hand over again. */
  decline(): void {
    if (this.screen.is === 'invited') this.#declined = this.screen.handOver.handOver;
    this.reset();
  }

  async accept(): Promise<void> {
    const { screen } = this;
    if (screen.is !== 'invited' || screen.busy) return;
    this.show({ ...screen, busy: true });
    const { body, problem } = await this.sync.takeUp(screen.handOver.handOver);
    if (!body) {
      this.show({ is: 'refused', message: problem.message ?? '' }, REFUSED_MS);
      return;
    }
    const { stage, token, unit, procedure, tail } = body;
    this.begin({ stage, dossier: { token, unit, procedure, tail } });
  }

  async send(): Promise<void> {
    const { screen, settings } = this;
    if (screen.is !== 'form' || screen.busy || !settings) return;
    const { run } = screen;
    if (!run.next()) {
      this.activity();
      return;
    }
    this.show({ ...screen, busy: true });
    this.#pressedAt = performance.now();
    const { dossier, assisted } = run.of;
    const comment = run.comment.trim();
    const body: Response = {
      seconds: run.seconds,
      ...answerBody(settings, run.survey, newAnswerId(settings), this.lang, run.given()),
      stage: run.stage,
      ...(dossier && { token: dossier.token, unit: dossier.unit }),
      ...(dossier?.procedure && { procedure: dossier.procedure }),
      ...(comment && { comment }),
      ...(assisted && { assisted: 'officer', way: 'counter' }),
    };
    await this.#keep({ ...body, channel: 'kiosk' }, 'saved');
  }

  /** Called every second. */
  async tick(): Promise<void> {
    const [at, { is }] = [performance.now(), this.screen];
    if (this.#until !== null) {
      this.left = Math.max(0, Math.ceil((this.#until - at) / 1000));
      if (at >= this.#until) this.#onward();
    } else if (is === 'form' || is === 'pin' || is === 'staff') {
      const idle = this.#idleAt - at;
      this.warning = is === 'form' && idle <= WARNING_MS;
      this.left = this.warning ? Math.max(0, Math.ceil(idle / 1000)) : null;
      if (idle <= 0) this.reset();
    } else if (is === 'attract' && at >= this.#pollAt) void this.#poll(at);
    this.#changed();
    await this.sync.tick();
  }

  #onward(): void {
    if (this.screen.is !== 'topic') this.reset();
    else {
      this.sync.kept();
      this.show({ is: 'said', word: this.test ? 'saved.test' : 'saved' }, THANKS_MS);
    }
  }

  async #poll(at: number): Promise<void> {
    this.#pollAt = at + POLL_MS;
    const handOver = await this.sync.handOver();
    if (!handOver || handOver.handOver === this.#declined || this.screen.is !== 'attract' || this.settings?.paused)
      return;
    const left = Date.parse(handOver.expires) - this.sync.now();
    if (left > 0) this.show({ is: 'invited', handOver, busy: false }, left);
  }

  /** Says "saved" once it is. */
  async #keep(body: Parameters<typeof enqueue>[0], word: WordKey): Promise<void> {
    const said = this.test ? 'saved.test' : (await enqueue(body)) ? word : 'saved.memory';
    this.sync.kept();
    this.show({ is: 'said', word: said }, THANKS_MS);
  }

  /** Something outside changed: a lock, new settings. Nobody in the midst of answering is interrupted. */
  #settle(): void {
    if (this.sync.wiped && this.screen.is !== 'attract') this.reset();
    else if (this.screen.is === 'attract' && this.left === null && !this.large)
      this.lang = this.settings?.lang ?? this.lang;
    this.#changed();
  }
}
