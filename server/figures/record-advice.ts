import { addDays } from '#rules/calendar/date.ts';
import { formatCount, formatDate, formatList } from '#rules/format.ts';
import type { Db } from '../store/db.ts';
import { openObjections } from '../store/objections.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { pendingPetitions } from '../store/petitions.ts';
import { petitionDifferences } from '../store/scored-facts.ts';
import { strandedUnits } from '../store/unit-successors.ts';
import { unitsOf } from '../store/units.ts';

/** Something to look at before a step, which blocks nothing. */
export interface Advice {
  readonly code: string;
  readonly message: string;
}

/** Sentences about the first five; the rest as a number. */
function listed(sentences: readonly string[]): string {
  const more = sentences.length - 5;
  return formatList(more > 0 ? [...sentences.slice(0, 5), `${formatCount(more)} đơn vị khác`] : sentences);
}

/** What the records beside the dossiers say should be looked at before the period is closed or sealed. */
export async function recordAdvice(db: Db, tenant: string, period: StoredPeriod): Promise<Advice[]> {
  const advice: Advice[] = [];
  const objections = await openObjections(db, tenant, period.period);
  if (objections > 0)
    advice.push({
      code: 'objection.open',
      message: `${formatCount(objections)} ý kiến về điểm chưa trả lời. Trả lời trước khi khóa sổ.`,
    });
  const differences = await petitionDifferences(db, tenant, period);
  if (differences.length > 0) {
    const names = new Map((await unitsOf(db, tenant)).map(({ unit, name }) => [unit, name]));
    advice.push({
      code: 'petition.differs',
      message: `Số phản ánh đơn vị khai khác số đã ghi từng vụ, điểm lấy theo số đã ghi: ${listed(
        differences.map(
          ({ unit, declared, recorded }) =>
            `${names.get(unit) ?? unit} (khai ${declared.received}, ghi ${recorded.received})`,
        ),
      )}.`,
    });
  }
  const pending = await pendingPetitions(db, tenant, period);
  if (pending > 0)
    advice.push({
      code: 'petition.pending',
      message: `${formatCount(pending)} phản ánh về thái độ hoặc sai quy định chưa có kết luận, nên chỉ số 7 của các hồ sơ đó chưa rõ. Ghi kết luận trước khi chốt.`,
    });
  const stranded = await strandedUnits(db, tenant, period.to);
  if (stranded.length > 0)
    advice.push({
      code: 'unit.noSuccessor',
      message: `Hồ sơ dở dang của đơn vị đã thôi hoạt động mà chưa khai đơn vị kế tục: ${listed(
        stranded.map(
          ({ name, to, dossiers }) =>
            `${name} (${formatCount(dossiers)} hồ sơ, đến hết ngày ${formatDate(addDays(to, -1))})`,
        ),
      )}.`,
    });
  return advice;
}
