import type { Acts } from '#rules/acts.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { UnitFacts } from '#rules/facts.ts';
import { addRecord, ownersOf, type PeriodSums } from '#rules/period-sums.ts';
import { counts, findingsOf, type ScoredRecord, scoreRecord, scoringContext } from '#rules/score-record.ts';
import { coursesOf } from '../store/courses.ts';
import { actsOf } from '../store/dossier-acts.ts';
import { promiseChangesOf } from '../store/dossier-changes.ts';
import type { DossierFindings } from '../store/findings.ts';
import { linkSeqs } from '../store/link-seqs.ts';
import { periodDossiers } from '../store/period-dossiers.ts';
import { verifiedPetitions } from '../store/petitions.ts';
import { type StoredSelfScore, standingSelfScores } from '../store/self-scores.ts';
import type { CloseContext } from './context.ts';
import type { CountSink, SunkDossier } from './count-sinks.ts';
import type { OrderedHash } from './facts-hash.ts';
import type { JoinedAnswers } from './joined-answers.ts';
import { ownWords, selfFindings } from './self-findings.ts';
import { timeOf } from './time-of.ts';
import { addDifference, officerIn, type PointsOf, pointsOf, type UnitGathered } from './unit-tally.ts';

/** Where what was found goes, beside the sums. */
export interface DossierSinks {
  /** `null` = answers are not joined to dossiers any more. */
  readonly joined: JoinedAnswers | null;
  readonly hash: OrderedHash;
  put(found: DossierFindings): void;
  /** Told of every dossier that is read, also of those that count elsewhere. */
  readonly counts: readonly CountSink[];
  /** Called after each page. @param read dossiers of the page, also those that count elsewhere. */
  onPage(read: number): Promise<void>;
}

/** What the officer confirmed, without what was left empty. */
function confirmed({ values }: StoredSelfScore): PointsOf {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (value && value.points !== null ? [[id, value.points]] : [])),
  );
}

type Added = Pick<SunkDossier, 'owners' | 'computed' | 'self'>;
const ELSEWHERE: Added = { owners: {}, computed: {}, self: {} };
const NO_CHANGE: SunkDossier['changes'] = [];

/** Scores every dossier of the unit that counts in the period, for the computed and self series. */
export async function scoreDossiers(
  ctx: CloseContext,
  { unit: { unit }, tally, officers }: UnitGathered,
  declared: UnitFacts | null,
  { joined, hash, put, counts: sinks, onPage }: DossierSinks,
): Promise<void> {
  const { db, keys, tenant, period, on, office, choices } = ctx;
  // A unit that declares no petition at all has none on any dossier, whether or not it records them by dossier.
  const noPetition = declared?.petitions?.received === 0;
  const context = scoringContext(period, office, choices, noPetition);
  const sums: PeriodSums = { unit: tally.sums, officer: (code) => officerIn(officers, code) };
  const joins = joined !== null && keys.exists(tenant, period.id);

  function scored(
    dossier: Dossier,
    score: StoredSelfScore | undefined,
    verified: boolean | null | undefined,
    acts?: Acts,
  ) {
    const record = {
      dossier,
      ...(score && { self: confirmed(score) }),
      ...(verified !== undefined && { verifiedPetition: verified }),
      ...(acts && { acts }),
    };
    return scoreRecord(record, context);
  }

  /** Adds one dossier where it counts. @param seq of the answer about it. @returns what is counted of it beside the sums. */
  function add(each: ScoredRecord, score: StoredSelfScore | undefined, seq: number | undefined): Added {
    const { facts, counted: parts, record } = each;
    if (!parts.timeliness && !parts.rest) return ELSEWHERE;
    const { code } = record.dossier;
    const { verifiedPetition: petition } = record;
    hash.add(
      record.dossier,
      score?.values ?? null,
      petition === null ? 'pending' : (petition ?? null),
      record.acts ?? null,
    );
    const computed = findingsOf(each, 'computed');
    const self = (score ? selfFindings(score, on) : []).filter(({ indicator }) => counts(indicator, parts));
    const owners = ownersOf(each, choices);
    addRecord(each, owners, sums);
    tally.n.dossiers += 1;
    if (score) tally.n.selfScores += 1;
    tally.punctuality[parts.timeliness ? timeOf(facts) : 'otherPeriod'] += 1;
    const points = { computed: pointsOf(computed), self: pointsOf(self) };
    addDifference(tally, points.self, points.computed);
    for (const finding of computed) if (finding.points === null) tally.missing[finding.indicator] = finding.because;
    if (seq !== undefined) joined?.put(seq, { owners, facts, counted: parts, ...points });
    // Indicator 6 of the records is the unit's own, written once for the unit.
    const ofDossier = computed.filter(({ indicator }) => indicator !== 6);
    put({ dossier: code, computed: ofDossier, self, own: score ? ownWords(score) : [] });
    return { owners, ...points };
  }

  /** Of those whose date was set anew, which are few. */
  async function changesOf(dossiers: readonly Dossier[]): Promise<ReadonlyMap<string, SunkDossier['changes']>> {
    const moved = dossiers.flatMap(({ code, reappointed }) => (reappointed?.length ? [code] : []));
    return moved.length > 0 ? promiseChangesOf(db, tenant, moved) : new Map();
  }

  for await (const dossiers of periodDossiers(db, tenant, unit, period, choices['period.membership'])) {
    const codes = dossiers.map(({ code }) => code);
    const scores = await standingSelfScores(db, tenant, codes);
    const petitions = await verifiedPetitions(db, tenant, codes);
    const acts = await actsOf(db, tenant, codes);
    const changes = await changesOf(dossiers);
    const courses = await coursesOf(db, tenant, codes);
    const seqs = joins ? await linkSeqs(db, keys, tenant, period.id, 'returned', codes) : null;
    // One after the other: what is known of a thousand dossiers at a time is much to hold.
    for (const dossier of dossiers) {
      const { code } = dossier;
      const score = scores.get(code);
      const each = scored(dossier, score, petitions.get(code), acts.get(code));
      const told = {
        scored: each,
        ...add(each, score, seqs?.get(code)),
        score,
        changes: changes.get(code) ?? NO_CHANGE,
        course: courses.get(code),
      };
      for (const sink of sinks) sink.add(told);
    }
    await onPage(dossiers.length);
  }
}
