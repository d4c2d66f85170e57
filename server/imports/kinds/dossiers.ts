import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { codeDay } from '#rules/date-checks/of-code.ts';
import { type DossierBody, dossier } from '#wire/dossier.ts';
import { Refusal } from '../../refusal.ts';
import { dossierLine, planDossiers } from '../../store/plan-dossiers.ts';
import { unitsOf } from '../../store/units.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { isCellFault } from '../read-cell.ts';
import { readProcedureCode } from '../read-code.ts';
import type { ReadRow } from '../read-row.ts';
import { dossierColumns } from './dossier-columns.ts';
import { courseOf, pausesOf, reappointedOf, stepsOf } from './dossier-lists.ts';
import { dossierUndo } from './dossier-undo.ts';
import { channelOf, readState } from './dossier-words.ts';
import { officerFinder } from './officer-finder.ts';
import { unitFinder } from './unit-finder.ts';

/** A code, or a name that holds one; a bare name tells no procedure. */
function procedureOf(row: ReadRow): string | null {
  const code = row.procedure('procedure');
  if (code !== null) return code;
  const found = /(?<![\d.])[1-9]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?(?!\d)/.exec(
    row.text('procedureName') ?? '',
  );
  const read = readProcedureCode(found?.[0]);
  return isCellFault(read) ? null : read.value;
}

/** Working days; a limit in hours is not one of days. */
function limitOf(row: ReadRow): number | null {
  const unit = row.text('durationUnit');
  if (unit !== null && unit !== '0' && !/^(?:ngày|day)/i.test(unit)) return null;
  const text = row.text('limitDays');
  const days = text === null ? null : /^(\d+(?:[.,]\d+)?)\s*ngày/i.exec(text);
  if (days) return Number((days[1] ?? '').replace(',', '.'));
  if (text !== null && /không quy định|giờ|buổi/i.test(text)) return null;
  return row.decimal('limitDays');
}

/** The day written in the code against the day of receipt: something to look at, no fault. */
function noticeCodeDay(row: ReadRow, { office }: Taking, item: Record<'code' | 'received', string> & object): void {
  const dossier = item as DossierBody;
  const context = { dossier, acts: dossier.acts ?? {}, changes: [], office, choices: DEFAULT_CHOICES };
  for (const { because } of codeDay(context)) row.notice('code', 'code.day', because);
}

async function open(taking: Taking) {
  const unitOf = unitFinder(await unitsOf(taking.db, taking.tenant), taking.options.unit);
  const officerOf = await officerFinder(taking.db, taking.tenant);

  function toItem(row: ReadRow): unknown {
    const received = row.moment('received', 'opening');
    const ready = row.moment('ready', 'closing');
    const returned = row.moment('returned', 'closing');
    const promised = row.moment('promised', 'closing');
    const channel = channelOf(row);
    const submitted = row.moment('acts.submitted', 'opening');
    const code = row.code('code');
    const item = {
      code,
      unit: unitOf(row),
      procedure: procedureOf(row),
      officer: officerOf(row, 'officer'),
      channel,
      state: readState(row, { ready, returned, received }),
      received,
      promised,
      reappointed: reappointedOf(row, promised),
      ready,
      returned,
      pauses: pausesOf(row),
      supplements: row.count('supplements'),
      limitDays: limitOf(row),
      steps: stepsOf(row),
      receivedBy: officerOf(row, 'receivedBy'),
      ...courseOf(row),
      ...(channel === 'online' && submitted ? { acts: { submitted } } : {}),
    };
    if (code !== null && received !== null) noticeCodeDay(row, taking, { ...item, code, received });
    return item;
  }
  return {
    toItem,
    async plan(items: readonly DossierBody[], at: Date) {
      const { outcomes, statements, written, counts } = await planDossiers(taking.db, taking.tenant, items, taking, at);
      let next = 0;
      const planned = outcomes.map((outcome) => {
        if (outcome instanceof Refusal) return outcome;
        if (outcome.outcome === 'repeated' || outcome.outcome === 'refused')
          return { outcome: 'repeated' as const, before: null, after: null };
        const { before = null, after } = written[next++] as (typeof written)[number];
        return { outcome: outcome.outcome, before, after };
      });
      return { planned, statements, action: 'dossiers.put', detail: counts };
    },
  };
}

/** Dossiers of a back office: its own exports, OpenCPS, iGate, the national record. */
export const dossiers: ImportKindOf<DossierBody> = {
  kind: 'dossiers',
  title: 'Hồ sơ',
  who: ['province-admin', 'unit-admin'],
  columns: dossierColumns,
  schema: dossier,
  keyOf: (item) => item.code,
  open,
  inLine: (db, tenant, work) => dossierLine(db, tenant, work),
  undo: dossierUndo,
};
