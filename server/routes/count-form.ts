import { localDay } from '../clock.ts';
import { faultPlace, log } from '../log.ts';
import type { Services } from '../services.ts';
import { type Step, stepOn } from '../store/survey-steps.ts';

/** Counts what a form went through; a count that cannot be written keeps nobody from the form. */
export async function countForm({ db, now }: Services, tenant: string, step: Step): Promise<void> {
  try {
    await db.batch(await stepOn(db, tenant, localDay(now()), step));
  } catch (error) {
    log.warn(faultPlace(error), 'survey steps');
  }
}
