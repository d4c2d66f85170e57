import { agreedVersion, STEPS_NAMED_IN } from '../consent-text.ts';
import type { Database, StoredDossier } from './database.ts';
import { dossierBody } from './dossier-body.ts';
import { enqueueDossiers } from './queue.ts';
import { settings } from './settings.ts';

/**
 * Queues the dossiers that changed since they were last queued; none before the officer agreed to send, and no step of them before he agreed
 * to a text that names the steps.
 */
export async function queueReadings(db: Database, stored: readonly StoredDossier[], made: number): Promise<number> {
  const [device, consent] = await Promise.all([settings.kept('device'), settings.kept('consent')]);
  if (!device || !consent) return 0;
  const steps = agreedVersion(consent) >= STEPS_NAMED_IN;
  const bodies = stored.flatMap(({ reading, queued }) => {
    const body = dossierBody(steps ? reading : { ...reading, steps: null }, device.unit);
    return body && JSON.stringify(body) !== queued ? [body] : [];
  });
  await enqueueDossiers(db, bodies, made);
  return bodies.length;
}

/**
 * The same for dossiers an officer acts on now. A browser that ended between reading a page and queueing it has them on the disk alone, and
 * the server would refuse what is said of a dossier it does not know.
 */
export async function queueKnown(db: Database, codes: readonly string[], made: number): Promise<void> {
  const stored = await Promise.all(codes.map((code) => db.get('dossiers', code)));
  await queueReadings(
    db,
    stored.filter((each) => each !== undefined),
    made,
  );
}
