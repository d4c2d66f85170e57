import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { checkDuties } from '#rules/duties/check-duties.ts';
import { quarter } from '#rules/period.ts';
import { endOf766, supplementSpans, withoutSpans } from '#rules/qd766/end.ts';
import { onTime766 } from '#rules/qd766/on-time.ts';
import { simulate } from '../../server/simulate/simulate.ts';

const PERIOD = quarter(2026, 1);
const END = '2026-04-01T00:00';
const NOW = '2026-03-31T23:59';

const records = (() => {
  const { province, recordsOf } = simulate({ seed: 766, units: 12, dossiers: 4000, period: PERIOD });
  return province.units.flatMap((unit) => [...recordsOf(unit)]);
})();

const judged = records.map(({ dossier, acts = {} }) => ({
  dossier,
  portal: onTime766({ dossier }, END, DEFAULT_OFFICE),
  findings: checkDuties({ dossier, acts, now: NOW, office: DEFAULT_OFFICE, choices: DEFAULT_CHOICES }),
}));

describe('what duties say of QĐ 766, against its own definition of on time', () => {
  it('a dossier that waits and is told to be late by it is late by it', () => {
    const told = judged.flatMap(({ dossier, portal, findings }) =>
      findings
        .filter(({ because }) => because.includes('766') && dossier.pauses.some(({ to }) => to === null))
        .map(() => portal),
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { onTime } of told) expect(onTime).toBe(false);
  });

  it('the deadline after a supplement is never given as its own', () => {
    const clocks = judged.flatMap(({ dossier, portal, findings }) =>
      findings
        .filter(({ duty, by }) => duty === 'clockAfterSupplement' && by !== null)
        .map((finding) => ({ dossier, portal, finding })),
    );
    expect(clocks.length).toBeGreaterThan(50);
    let apart = 0;
    for (const { dossier, portal, finding } of clocks) {
      expect(finding.because).not.toContain('766');
      // Where the two definitions come to different verdicts, the sentence must not claim the other's.
      const end = endOf766({ dossier }, END).at;
      const spans = end ? supplementSpans(dossier, end) : [];
      if (!end || !dossier.promised || spans.length === 0 || !dossier.ready) continue;
      expect(portal.onTime).toBe(withoutSpans(end, spans) <= dossier.promised);
      if (portal.onTime !== (finding.state === 'met')) apart += 1;
    }
    expect(apart).toBeGreaterThan(0);
  });
});
