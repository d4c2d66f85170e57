import type { Acts } from '#rules/acts.ts';
import type { Dossier, Pause } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { DossierLife } from './dossier-life.ts';
import type { DateChange } from './lateness.ts';

/** A dossier and what was done about it, as they stood at one moment. */
export interface SeenDossier {
  readonly dossier: Dossier;
  readonly acts: Acts;
  /** Rewritten promised dates. */
  readonly changes: readonly DateChange[];
}

/** Acts that have happened by `now`; one that has not is known not to have. */
function actsAt(acts: Acts, now: LocalTime): Acts {
  const entries = Object.entries(acts) as [keyof Acts, LocalTime | readonly LocalTime[] | null][];
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (value === null || typeof value === 'string') return [key, value !== null && value <= now ? value : null];
      return [key, value.filter((time) => time <= now)];
    }),
  );
}

function stateAt(life: DossierLife, pauses: readonly Pause[], now: LocalTime): Dossier['state'] {
  const { dossier, givenUp } = life;
  if (givenUp) {
    if (givenUp <= now) return dossier.state;
  } else if (dossier.returned && dossier.returned <= now) return 'returned';
  else if (dossier.ready && dossier.ready <= now) return 'ready';
  const open = pauses.find(({ to }) => to === null);
  if (open) return open.kind === 'supplement' ? 'waitingSupplement' : 'waitingPayment';
  return life.acts.handedOver && life.acts.handedOver > now ? 'received' : 'processing';
}

/** The dossier as its back office showed it at `now`; `null` when it had not come yet. */
export function seenAt(life: DossierLife, now: LocalTime): SeenDossier | null {
  const { dossier, received } = life;
  if (received > now) return null;
  const until = (time: LocalTime | null) => (time !== null && time <= now ? time : null);
  const pauses = dossier.pauses.filter(({ from }) => from <= now).map((pause) => ({ ...pause, to: until(pause.to) }));
  const handlers = dossier.handlers?.filter(({ from }) => from <= now);
  const moved = life.moved && life.moved.at <= now ? life.moved : null;
  return {
    dossier: {
      ...dossier,
      officer: handlers?.at(-1)?.officer ?? dossier.officer,
      state: stateAt(life, pauses, now),
      promised: moved ? moved.to : dossier.promised,
      reappointed: life.reappointed.filter(({ at }) => at <= now).map(({ date }) => date),
      ready: until(dossier.ready),
      returned: until(dossier.returned),
      pauses,
      supplements: pauses.filter(({ kind }) => kind === 'supplement').length,
      steps: dossier.steps?.map((step) => ({ ...step, ended: until(step.ended) })) ?? null,
      ...(handlers && { handlers }),
    },
    acts: actsAt(life.acts, now),
    changes: moved ? [moved] : [],
  };
}
