import { parseReceipt } from '#rules/receipt.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { ReceiptExport } from '#wire/receipt-export.ts';
import { receiptExport } from '#wire/receipt-export.ts';
import { localDay } from '../clock.ts';
import type { Services } from '../services.ts';
import { type HeldResponse, heldByReceiptOrNull } from '../store/held-responses.ts';
import { tenantOf } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';
import { receiptBad } from './receipt-bad.ts';
import { replyOrNull } from './reply-of.ts';
import type { Route } from './route.ts';

async function exportOf(services: Services, held: HeldResponse): Promise<ReceiptExport> {
  const { db, now } = services;
  const { tenant, id, receipt, period, editableUntil, linked, row } = held;
  const { unit, procedure, day, stage, channel, lang, proof, survey, version, answers, comment } = row;
  const { assisted, way, helper } = row;
  const known = findSurvey(survey, version);
  const words = known ? wordsOf(known, lang) : {};
  return {
    ...{ exportedOn: localDay(now()), receipt, id, office: (await tenantOf(db, tenant)).name, unit },
    unitName: (await unitOrNull(db, tenant, unit))?.name ?? unit,
    ...{ procedure, period, day, stage, channel, lang, proof, assisted, way, helper, survey, version },
    answers: Object.entries(answers).map(([question, answer]) => ({
      question,
      text: words[`${question}@${stage}`] ?? words[question] ?? question,
      answer,
      answerText: words[`${question}.${answer}`] ?? words[answer] ?? answer,
    })),
    ...{ comment, editableUntil, linkedToDossier: linked },
    reply: (await replyOrNull(services, tenant, receipt))?.reply ?? null,
  };
}

export const receiptExportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/receipts/:receipt/export',
    who: ['anyone'],
    scope: 'token',
    summary: 'Everything stored of one answer as a file for its giver, with the words of the form; until the seal.',
    cors: 'portals',
    answer: receiptExport,
    async handle(c, services) {
      await services.calls.receipts(c);
      const receipt = parseReceipt(c.req.param('receipt') ?? '');
      const held = receipt === null ? null : await heldByReceiptOrNull(services.db, services.keys, receipt);
      if (!held) throw receiptBad();
      return c.body(`${JSON.stringify(await exportOf(services, held), null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="phieu-danh-gia.json"',
        'cache-control': 'no-store',
      });
    },
  },
];
