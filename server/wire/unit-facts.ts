import * as z from 'zod';
import { periodId, unitCode } from './ids.ts';
import { unitLevel } from './unit.ts';

const count = z.int().min(0).max(100_000_000);

/** Each count and the one it is a part of. */
const PARTS_ONLINE = [
  ['onlineProcedures', 'eligibleProcedures', 'số thủ tục đủ điều kiện'],
  ['onlineDossiers', 'dossiers', 'số hồ sơ'],
  ['abandonedOrOverdue', 'onlineDossiers', 'số hồ sơ trực tuyến'],
  ['wholeProcedures', 'onlineProcedures', 'số thủ tục trực tuyến'],
  ['wholeDossiers', 'onlineDossiers', 'số hồ sơ trực tuyến'],
] as const;

/** What only the unit or a national system can state for a period (indicators 5, 6, 8, 9). Absent = not known. */
export const unitFacts = z.strictObject({
  unit: unitCode,
  period: periodId,
  facts: z
    .strictObject({
      oneStop: z
        .strictObject({
          listed: count,
          receivedAndReturned: count,
          wholeCycle: count,
          level: z.enum(['province', 'district', 'commune']),
        })
        .refine(
          (f) => f.receivedAndReturned <= f.listed && f.wholeCycle <= f.listed,
          'không được lớn hơn số TTHC đã niêm yết',
        )
        .optional(),
      disclosure: z.enum(['both', 'one', 'faulty']).optional(),
      petitions: z
        .strictObject({ received: count, onTime: count, prolonged: count })
        .refine((f) => f.onTime <= f.received && f.prolonged <= f.received, 'không được lớn hơn số đã nhận')
        .optional(),
      online: z
        .strictObject({
          eligibleProcedures: count,
          onlineProcedures: count,
          dossiers: count,
          onlineDossiers: count,
          abandonedOrOverdue: count,
          wholeProcedures: count.optional(),
          wholeDossiers: count.optional(),
        })
        .superRefine((facts, context) => {
          for (const [part, whole, words] of PARTS_ONLINE)
            if ((facts[part] ?? 0) > facts[whole])
              context.addIssue({ code: 'custom', path: [part], message: `không được lớn hơn ${words} (${whole})` });
        })
        .optional(),
    })
    .refine((facts) => Object.keys(facts).length > 0, 'cần ít nhất một số liệu; chưa có số liệu thì chưa khai'),
  /** Why a sealed period is corrected; required there. No personal data. */
  reason: z.string().trim().min(10, 'ghi lý do ít nhất 10 ký tự').max(300).optional(),
});
export type UnitFactsBody = z.infer<typeof unitFacts>;

/** What is on record for one unit and period. Instants are UTC. */
export const declaredFacts = z.object({
  unit: unitCode,
  facts: unitFacts.shape.facts,
  declaredBy: z.string(),
  declaredAt: z.string(),
});
export type DeclaredFacts = z.infer<typeof declaredFacts>;

/** GET /v1/unit-facts?period= — what the caller's units declared, and the petitions they put on record one by one. */
export const unitFactsList = z.object({
  /** The caller's units that are judged in the period, with the name and level they have in it. */
  units: z.array(z.object({ unit: unitCode, name: z.string(), level: unitLevel })),
  facts: z.array(declaredFacts),
  /** Counts of the units that put every petition on record: they are scored by these, not by what they declared. */
  recorded: z.array(z.object({ unit: unitCode, received: count, onTime: count, prolonged: count })),
});
export type UnitFactsList = z.infer<typeof unitFactsList>;
