import { procedureId } from '#rules/figure-id.ts';
import { WIDEST_NOTE } from '#rules/mean-interval.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { ListedProcedure, ProcedureList, ProcedurePage } from '#wire/procedure-page.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { proceduresOf, type StoredProcedure } from '../store/procedures.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { type StoredSlice, slicesOf } from '../store/snapshot-slices.ts';
import { type StoredSnapshot, snapshotOrNull } from '../store/snapshots.ts';
import { unitNames } from '../store/unit-spans.ts';
import { unitsOf } from '../store/units.ts';
import { periodView } from './period-view.ts';
import { procedureAnswers } from './procedure-answers.ts';
import { sliceIndex, sliceTotal, together } from './slices.ts';
import { snapshotView } from './snapshot-view.ts';

const judged = (period: StoredPeriod, snapshot: StoredSnapshot) => ({
  choices: settledChoices(snapshot.choices),
  ruleset: rulesetById<PointsRuleset>(period.ruleset),
});

/** Slices of the units of `scope` alone. */
async function slicesWithin(db: Db, tenant: string, snapshot: string, scope: string | null): Promise<StoredSlice[]> {
  const slices = await slicesOf(db, tenant, snapshot);
  if (scope === null) return slices;
  const within = new Set((await unitsOf(db, tenant, scope)).map(({ unit }) => unit));
  return slices.filter(({ unit }) => within.has(unit));
}

function listed(
  procedure: string,
  known: StoredProcedure | undefined,
  slices: readonly StoredSlice[],
  by: ReturnType<typeof judged>,
): ListedProcedure {
  const slice = together(slices);
  return {
    procedure,
    name: known?.name ?? null,
    sector: known?.sector ?? null,
    dossiers: slice.dossiers,
    computed: sliceTotal(procedureId(procedure, 'computed'), slice, 'computed', by),
    self: sliceTotal(procedureId(procedure, 'self'), slice, 'self', by),
  };
}

/** The procedures a period has dossiers of, most dossiers first. */
export async function procedureList(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  scope: string | null,
  at: Date,
): Promise<ProcedureList> {
  const snapshot = period.snapshot ? await snapshotOrNull(db, tenant, period.snapshot) : null;
  const slices = snapshot ? await slicesWithin(db, tenant, snapshot.snapshot, scope) : [];
  const known = new Map((await proceduresOf(db, tenant)).map((each) => [each.procedure, each]));
  const codes = [...new Set(slices.map(({ procedure }) => procedure))];
  const procedures = codes.flatMap((code) => {
    const own = slices.filter(({ procedure }) => procedure === code);
    return snapshot ? [listed(code, known.get(code), own, judged(period, snapshot))] : [];
  });
  return {
    period: periodView(period, at),
    snapshot: snapshot && (await snapshotView(db, tenant, snapshot)),
    procedures: procedures.sort((a, b) => b.dossiers - a.dossiers || (a.procedure < b.procedure ? -1 : 1)),
    intervals: slices.length > 0 ? WIDEST_NOTE : null,
  };
}

/** One procedure of a closed period; `null` = it has no dossier within `scope`. */
export async function procedurePage(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  snapshot: StoredSnapshot,
  procedure: string,
  scope: string | null,
  at: Date,
): Promise<ProcedurePage | null> {
  const slices = (await slicesWithin(db, tenant, snapshot.snapshot, scope)).filter((s) => s.procedure === procedure);
  if (slices.length === 0) return null;
  const by = judged(period, snapshot);
  const known = (await proceduresOf(db, tenant)).find((each) => each.procedure === procedure);
  const names = await unitNames(db, tenant, period);
  const slice = together(slices);
  const answers =
    scope === null && procedure !== ''
      ? await procedureAnswers(db, tenant, period, procedure, by.choices)
      : { answers: [], answersBecause: 'Phiếu theo thủ tục chỉ xem được trên toàn tỉnh, không tách theo đơn vị.' };
  return {
    period: periodView(period, at),
    snapshot: await snapshotView(db, tenant, snapshot),
    procedure: listed(procedure, known, slices, by),
    rows: by.ruleset.perDossier.map((id) => ({
      ...{ indicator: id, label: INDICATOR_NAMES[id] },
      computed: sliceIndex(procedureId(procedure, `${id}/computed`), slice, 'computed', id, by),
      self: sliceIndex(procedureId(procedure, `${id}/self`), slice, 'self', id, by),
    })),
    units: slices.map((own) => ({
      ...{ unit: own.unit, name: names.get(own.unit) ?? own.unit, dossiers: own.dossiers },
      computed: sliceTotal(procedureId(procedure, `${own.unit}/computed`), together([own]), 'computed', by),
      self: sliceTotal(procedureId(procedure, `${own.unit}/self`), together([own]), 'self', by),
    })),
    ...answers,
    intervals: WIDEST_NOTE,
  };
}
