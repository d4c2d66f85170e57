import type { Kiosk } from './kiosk.ts';
import { STAFF_WORDS } from './staff-words.ts';

const LONGEST_PIN = 8;

/** What staff do at the tablet. The PIN is in memory while the menu is open, for the server checks it with every change. */
export class StaffDesk {
  readonly #kiosk: Kiosk;

  constructor(kiosk: Kiosk) {
    this.#kiosk = kiosk;
  }

  open(): void {
    const { sync } = this.#kiosk;
    if (!sync.key || sync.revoked) return;
    if (navigator.onLine) this.#kiosk.show({ is: 'pin', digits: '', fault: '', busy: false });
    else this.#kiosk.show({ is: 'staff', pin: '', staff: null, note: STAFF_WORDS.offline, leaving: false });
  }

  /** A digit, or '' for taking the last one back. */
  digit(digit: string): void {
    const { screen } = this.#kiosk;
    if (screen.is !== 'pin' || screen.busy) return;
    const digits = digit === '' ? screen.digits.slice(0, -1) : `${screen.digits}${digit}`.slice(0, LONGEST_PIN);
    this.#kiosk.show({ ...screen, digits, fault: '' });
  }

  async enter(): Promise<void> {
    const { screen, sync } = this.#kiosk;
    if (screen.is !== 'pin' || screen.busy || screen.digits.length < 4) return;
    const pin = screen.digits;
    this.#kiosk.show({ ...screen, busy: true });
    const { body, status, problem } = await sync.staff(pin);
    if (this.#kiosk.screen.is !== 'pin') return;
    if (body) this.#kiosk.show({ is: 'staff', pin, staff: body, note: '', leaving: false });
    else if (status === null)
      this.#kiosk.show({ is: 'staff', pin: '', staff: null, note: STAFF_WORDS.offline, leaving: false });
    else this.#kiosk.show({ is: 'pin', digits: '', fault: problem.message ?? '', busy: false });
  }

  async change(change: Readonly<Record<string, unknown>>): Promise<void> {
    const { screen, sync } = this.#kiosk;
    if (screen.is !== 'staff' || !screen.staff) return;
    const { body, problem } = await sync.change({ pin: screen.pin, ...change });
    // Locked meanwhile: it stays locked.
    if (this.#kiosk.screen.is !== 'staff') return;
    const note = body ? STAFF_WORDS.saved : (problem.message ?? STAFF_WORDS.offline);
    const staff = body ? { ...screen.staff, settings: body } : screen.staff;
    this.#kiosk.show({ ...screen, staff, note });
  }

  async deliver(): Promise<void> {
    await this.#kiosk.sync.online();
    this.#kiosk.activity();
  }

  ask(leaving: boolean): void {
    const { screen } = this.#kiosk;
    if (screen.is === 'staff') this.#kiosk.show({ ...screen, leaving });
  }

  async leave(): Promise<void> {
    const { screen, sync } = this.#kiosk;
    if (screen.is !== 'staff') return;
    const { body, problem } = await sync.leave(screen.pin);
    if (body) this.#kiosk.reset();
    else this.#kiosk.show({ ...screen, leaving: false, note: problem.message ?? STAFF_WORDS.offline });
  }

  assist(): void {
    this.#kiosk.begin({ stage: 'returned', assisted: true });
  }

  try(): void {
    this.#kiosk.reset();
    this.#kiosk.test = true;
    this.#kiosk.activity();
  }
}
