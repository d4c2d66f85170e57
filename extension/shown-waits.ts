import type { Pause } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { StepReading } from './hosts/host.ts';

/** A wait the progress table shows: asked at `from`, over at `to`; `to: null` = the table shows no step after it. */
export type ShownWait = Pick<Pause, 'kind' | 'from' | 'to'>;

/** «Tạm dừng xử lý» and «Đang bổ sung điều kiện» say that something waits, not that papers were asked for. */
const ASKED = /^(?:yêu cầu (?:công dân |người dân |tổ chức )?|(?:đang )?chờ )bổ sung/iu;

/** Steps of the progress table that are requests for missing papers, by their names and nothing else. */
export function shownWaits(steps: readonly StepReading[] | null): readonly ShownWait[] {
  return (steps ?? []).flatMap(({ name, started, ended }, i, all) => {
    if (!started || !ASKED.test(name)) return [];
    const next: LocalTime | null = all.slice(i + 1).find((step) => step.started)?.started ?? null;
    const to = ended ?? next;
    return [{ kind: 'supplement', from: started, to: to && to > started ? to : null } as const];
  });
}
