import { labelKey } from '#rules/labels.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { type PaperResponse, paperResponse } from '#wire/paper-response.ts';
import { Refusal } from '../../refusal.ts';
import type { IntakeItem } from '../../store/intake-item.ts';
import { planIntake } from '../../store/intake-plan.ts';
import { judgePaper } from '../../store/paper-forms.ts';
import { idHash } from '../../store/receipts.ts';
import { tenantOf } from '../../store/tenants.ts';
import { unitsOf } from '../../store/units.ts';
import type { ImportKindOf, Planned, Taking } from '../kind.ts';
import type { ReadRow } from '../read-row.ts';
import { paperColumns, questionCodes } from './paper-columns.ts';
import { surveyOfHeader } from './paper-headers.ts';
import { paperUndo } from './paper-undo.ts';
import { unitFinder } from './unit-finder.ts';

const STAGES: ReadonlyMap<string, PaperResponse['stage']> = new Map([
  ['returned', 'returned'],
  ['da co ket qua', 'returned'],
  ['nhan ket qua', 'returned'],
  ['submitted', 'submitted'],
  ['moi nop', 'submitted'],
  ['nop ho so', 'submitted'],
]);
const ASSISTED: ReadonlyMap<string, NonNullable<PaperResponse['assisted']>> = new Map([
  ['self', 'self'],
  ['tu ghi', 'self'],
  ['relative', 'relative'],
  ['nguoi nha', 'relative'],
  ['volunteer', 'volunteer'],
  ['tinh nguyen vien', 'volunteer'],
  ['cong tac vien', 'volunteer'],
  ['officer', 'officer'],
  ['can bo', 'officer'],
]);
const WAYS: ReadonlyMap<string, NonNullable<PaperResponse['way']>> = new Map([
  ['counter', 'counter'],
  ['tai quay', 'counter'],
  ['phone', 'phone'],
  ['dien thoai', 'phone'],
  ['home', 'home'],
  ['tai nha', 'home'],
]);

/** Options of a form by code and by text, for each question. */
function optionsOf(survey: Survey): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const words = wordsOf(survey, 'vi');
  return new Map(
    survey.questions.map(({ code, options }) => {
      const named = options.flatMap((option): [string, string][] => {
        const said = words[`${code}.${option.code}`] ?? words[option.code] ?? '';
        return said === ''
          ? [[labelKey(option.code), option.code]]
          : [
              [labelKey(said), option.code],
              [labelKey(option.code), option.code],
            ];
      });
      return [code, new Map(named)];
    }),
  );
}

/** What tells a form: the part of its receipt's mark without the day, so that no day of an answer stands in the journal. */
const keyOf = ({ id }: IntakeItem) => idHash(id).slice(11);

async function open({ db, tenant, keys, options, mayTouch }: Taking) {
  const unitOf = unitFinder(await unitsOf(db, tenant), options.unit);
  const { survey: usual } = await tenantOf(db, tenant);
  const forms = new Map<Survey, ReturnType<typeof optionsOf>>();
  const judged = new WeakMap<PaperResponse, IntakeItem | Refusal>();

  /** As the row says, else as the header over its number, else the one in use. */
  function surveyOf(row: ReadRow): Survey | null {
    const [id, version] = row.text('survey')?.split('/') ?? [];
    if (id === undefined) return surveyOfHeader(row.headerOf('form')) ?? findSurvey(usual);
    return findSurvey(id, version === undefined ? undefined : Number(version));
  }

  function answersOf(row: ReadRow, survey: Survey): Record<string, string> {
    const form = forms.get(survey) ?? optionsOf(survey);
    forms.set(survey, form);
    const remedy = 'Câu trả lời không có trong mẫu phiếu. Ghi mã hoặc nguyên văn một phương án.';
    const answers = questionCodes.flatMap((code) => {
      const answer = row.word(`answers.${code}`, form.get(code) ?? new Map<string, string>(), remedy);
      return answer === null ? [] : [[code, answer] as const];
    });
    return Object.fromEntries(answers);
  }

  function toItem(row: ReadRow): unknown {
    const survey = surveyOf(row);
    if (!survey)
      return row.fault('survey', 'survey.unknown', 'Không có mẫu phiếu này. Ghi mã mẫu, ví dụ danhgia-2026.');
    const [dossier, procedure, comment] = [row.code('dossier'), row.procedure('procedure'), row.text('comment')];
    const way = row.word('way', WAYS, 'Ghi «tại quầy», «điện thoại» hoặc «tại nhà», hoặc để trống.');
    const helper = row.code('helper');
    const assisted = row.word(
      'assisted',
      ASSISTED,
      'Ghi «tự ghi», «người nhà», «tình nguyện viên» hoặc «cán bộ», hoặc để trống.',
    );
    return {
      form: row.code('form'),
      unit: unitOf(row),
      day: row.day('day'),
      survey: survey.id,
      version: survey.version,
      stage: row.word('stage', STAGES, 'Ghi «đã có kết quả» hoặc «mới nộp».') ?? 'returned',
      answers: answersOf(row, survey),
      ...(dossier !== null && { dossier }),
      ...(procedure !== null && { procedure }),
      ...(comment !== null && { comment }),
      ...(assisted !== null && { assisted }),
      ...(way !== null && { way }),
      ...(helper !== null && { helper }),
    };
  }

  async function judge(item: PaperResponse, at: Date): Promise<IntakeItem | Refusal> {
    try {
      return await judgePaper({ db, keys, now: () => at, mayTouch }, tenant, item);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  return {
    toItem,
    async identify(items: readonly PaperResponse[], at: Date) {
      const known = [];
      for (const item of items) {
        const found = await judge(item, at);
        judged.set(item, found);
        // A refused one is no other's double.
        known.push(
          found instanceof Refusal
            ? { key: `refused ${known.length}`, hash: '' }
            : { key: keyOf(found), hash: found.bodyHash.slice(0, 32) },
        );
      }
      return known;
    },
    async plan(items: readonly PaperResponse[], at: Date) {
      const found = items.map((item) => judged.get(item) as IntakeItem | Refusal);
      const ready = found.filter((one) => !(one instanceof Refusal)) as IntakeItem[];
      const { statements, outcomes } = await planIntake(db, keys, at, ready);
      const planned = found.map((one): Planned | Refusal => {
        if (one instanceof Refusal) return one;
        const outcome = outcomes.get(one) as Exclude<ReturnType<typeof outcomes.get>, undefined>;
        if (outcome instanceof Refusal) return outcome;
        return outcome.status === 'created'
          ? { outcome: 'created', before: null, after: { bodyHash: one.bodyHash } }
          : { outcome: 'repeated', before: null, after: null };
      });
      return { planned, statements, action: 'paper.enter', detail: { n: ready.length } };
    },
  };
}

/** Paper forms typed into a table. They enter by the way of every answer; neither number nor dossier is stored. */
export const paperForms: ImportKindOf<PaperResponse> = {
  kind: 'paper-forms',
  title: 'Phiếu giấy',
  who: ['province-admin', 'unit-admin'],
  columns: paperColumns,
  schema: paperResponse,
  keyOf: ({ form }) => form,
  // Numbers, dossiers, answers and days could be tried out against a hash.
  hashed: (key) => key === 'unit',
  open,
  undo: paperUndo,
};
