import { formatCount, formatDate, formatList } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { lastDay } from '#rules/period.ts';
import type { PeriodCheck } from '#wire/results.ts';
import { type Db, oneOrNull } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';

async function count(db: Db, sql: string, params: readonly string[]): Promise<number> {
  return (await oneOrNull<{ n: number }>(db, sql, params))?.n ?? 0;
}

/** Units named in one sentence; the rest as a number. */
function named(units: readonly { name: string }[]): string {
  const shown = units.slice(0, 5).map((u) => u.name);
  const more = units.length - shown.length;
  return formatList(more > 0 ? [...shown, `${formatCount(more)} đơn vị khác`] : shown);
}

/** What stands between `today` and closing `period`: what blocks it and what should be looked at first. */
export async function checkPeriod(db: Db, tenant: string, period: StoredPeriod, today: IsoDate): Promise<PeriodCheck> {
  const { period: id, from, to } = period;
  const blocking: PeriodCheck['blocking'] = [];
  const advisory: PeriodCheck['advisory'] = [];
  const last = lastDay({ id, kind: period.kind, from, to });

  if (period.state !== 'open') blocking.push({ code: 'period.state', message: 'Kỳ này đã chốt.' });
  if (today < last)
    blocking.push({
      code: 'period.running',
      message: `Kỳ chưa kết thúc (đến hết ngày ${formatDate(last)}). Chốt sau khi hết kỳ.`,
    });
  if (today === last)
    advisory.push({
      code: 'period.lastDay',
      message: 'Hôm nay là ngày cuối kỳ. Phiếu gửi sau khi chốt không vào kỳ này.',
    });

  const units = await db.all<{ unit: string; name: string; facts: number; scores: number }>(
    `select u.unit, u.name,
       (select count(*) from unit_facts f where f.tenant = u.tenant and f.period = ? and f.unit = u.unit) as facts,
       (select count(*) from (select 1 from self_scores s join dossiers d on d.tenant = s.tenant and d.code = s.dossier
         where s.tenant = u.tenant and d.unit = u.unit and d.ended_day >= ? and d.ended_day < ? limit 1) as any_score) as scores
     from units u where u.tenant = ? and u.from_day < ? and (u.to_day is null or u.to_day > ?) order by u.name`,
    [id, from, to, tenant, to, from],
  );
  if (units.length === 0)
    blocking.push({ code: 'units.none', message: 'Chưa có đơn vị nào trong kỳ. Thêm đơn vị trước khi chốt.' });
  const silent = units.filter((u) => u.facts === 0 && u.scores === 0);
  if (silent.length)
    advisory.push({
      code: 'unit.notEvaluated',
      message: `${formatCount(silent.length)}/${formatCount(units.length)} đơn vị không tự chấm và không khai số liệu: ${named(silent)}.`,
    });
  const undeclared = units.filter((u) => u.facts === 0 && u.scores > 0);
  if (undeclared.length)
    advisory.push({
      code: 'unit.factsMissing',
      message: `${formatCount(undeclared.length)} đơn vị chưa khai số liệu chỉ số 5, 6, 8, 9, sẽ ghi «chưa đủ chỉ số»: ${named(undeclared)}.`,
    });
  const unpromised = await count(
    db,
    `select count(*) as n from dossiers where tenant = ? and ended_day >= ? and ended_day < ? and promised is null`,
    [tenant, from, to],
  );
  if (unpromised)
    advisory.push({
      code: 'dossier.unpromised',
      message: `${formatCount(unpromised)} hồ sơ không có ngày hẹn trả nên không tính được thời hạn.`,
    });

  return {
    blocking,
    advisory,
    counts: {
      units: units.length,
      dossiers: await count(
        db,
        'select count(*) as n from dossiers where tenant = ? and ended_day >= ? and ended_day < ?',
        [tenant, from, to],
      ),
      responses: await count(db, 'select count(*) as n from responses where tenant = ? and period = ?', [tenant, id]),
      selfScores: await count(
        db,
        `select count(distinct s.dossier) as n from self_scores s join dossiers d on d.tenant = s.tenant and d.code = s.dossier
         where s.tenant = ? and d.ended_day >= ? and d.ended_day < ?`,
        [tenant, from, to],
      ),
    },
  };
}
