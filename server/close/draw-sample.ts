import { createHash } from 'node:crypto';
import { type Drawn, drawSample, listHash, type Sha256, seedOf } from '#rules/sample/draw.ts';
import { drawableOf, frameHash, fromLines, unitFrame, unitLines } from '#rules/sample/frame.ts';
import type { Drawable } from '#rules/sample/strata.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { pagesOfPoints, unitsWithFindings } from '../store/dossier-points.ts';
import { holdState } from '../store/period-hold.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { insertSample, insertSampled, type StoredSample, samplesOf } from '../store/samples.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

interface Order {
  readonly period: StoredPeriod;
  readonly number: string;
  readonly source: string;
  readonly actor: string;
}

/** @throws Refusal 409 `sample.open`, `sample.year` or `sample.sealed`: nothing to draw from, or nothing can be given any more. */
function requireDrawable(period: StoredPeriod): string {
  if (partsOf(period).length > 0)
    throw new Refusal(409, 'sample.year', 'Kỳ này gộp từ các quý. Rút mẫu thẩm định ở từng quý.');
  if (period.state === 'sealed')
    throw new Refusal(409, 'sample.sealed', 'Kỳ này đã khóa sổ nên không rút mẫu nữa. Mẫu đã rút vẫn còn.');
  if (period.state !== 'closed' || period.snapshot === null)
    throw new Refusal(409, 'sample.open', 'Kỳ này chưa chốt nên chưa rút mẫu được. Chốt kỳ trước, rồi lấy số sau đó.');
  return period.snapshot;
}

/** The dossiers of one unit as the drawing sees them; no more of a province is held at once. */
export async function drawablesOf(db: Db, tenant: string, snapshot: string, unit: string): Promise<Drawable[]> {
  const all: Drawable[] = [];
  for await (const page of pagesOfPoints(db, tenant, snapshot, unit))
    all.push(...page.map(({ dossier, computed, self }) => drawableOf(unit, dossier, computed, self)));
  return all;
}

/**
 * Draws the dossiers of a closed period to be reviewed, by the findings kept with its snapshot: read once, of which
 * a line of text is kept for each. A list drawn anew counts from then on; the one before is kept. The log keeps the number and the hash of
 * the list.
 * @throws Refusal 409 `sample.year`, `sample.sealed`, `sample.open`, `sample.none` (findings no longer kept), `sample.same` (that
 * number was used already).
 */
export async function drawReview(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  { period, number, source, actor }: Order,
): Promise<StoredSample> {
  const snapshot = requireDrawable(period);
  const earlier = await samplesOf(db, tenant, period.period);
  if (earlier.some((sample) => sample.number === number && sample.snapshot === snapshot))
    throw new Refusal(409, 'sample.same', 'Số này đã dùng cho mẫu của bản chốt này. Dùng số của lần quay khác.', {
      issues: [{ path: 'number', message: 'số đã dùng' }],
    });
  const lines = new Map<string, string>();
  for (const unit of await unitsWithFindings(db, tenant, snapshot))
    lines.set(unit, unitLines(await drawablesOf(db, tenant, snapshot, unit)));
  if (lines.size === 0)
    throw new Refusal(409, 'sample.none', 'Bản chốt không còn kết luận của hồ sơ nào nên không rút mẫu được.');
  const frame = frameHash(
    [...lines].map(([unit, text]) => unitFrame(unit, text, sha256)),
    sha256,
  );
  const seed = seedOf(frame, number, sha256);
  const drawn: Drawn[] = [];
  let whole = 0;
  for (const [unit, text] of lines) {
    const all = fromLines(unit, text);
    whole += all.length;
    drawn.push(...drawSample(all, seed, sha256));
  }
  const at = now();
  const sample: StoredSample = {
    ...{ sample: (earlier[0]?.sample ?? 0) + 1, snapshot, number, source, frameHash: frame, seed },
    ...{ listHash: listHash(drawn, sha256), size: drawn.length, whole, actor, at: at.toISOString() },
  };
  const detail = { sample: sample.sample, snapshot, number, size: drawn.length, listHash: sample.listHash };
  await withAudit(db, tenant, at, { actor, action: 'sample.draw', subject: period.period, detail }, [
    holdState(tenant, period.period, 'closed'),
    insertSample(tenant, period.period, sample),
    ...insertSampled(tenant, period.period, sample.sample, drawn),
  ]);
  return sample;
}
