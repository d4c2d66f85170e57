import { flagState, standingVerdicts } from '#rules/flag-state.ts';
import { scrub } from '#rules/scrub.ts';
import { type FlagStands, flagStands, flagVerdictRequest } from '#wire/flag.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { flagAnswersOf } from '../store/flag-answers.ts';
import { flagVerdictsOf, insertFlagVerdict } from '../store/flag-verdicts.ts';
import { replanned } from '../store/replanned.ts';
import { flagAsked } from './flag-asked.ts';
import { check, readJson } from './read-json.ts';
import { requireProvince } from './require-province.ts';
import type { Route } from './route.ts';

export const flagVerdictRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/flags/verdicts',
    who: ['reviewer', 'province-admin'],
    scope: 'unit',
    summary:
      'What whoever looked into a flag found: accepted, to be verified, or the verdict before taken back. Changes no score.',
    body: flagVerdictRequest,
    example: {
      period: 'ky-cho-y-kien',
      flag: 'differingCounts//',
      verdict: 'accepted',
      note: 'Đã xem bảng đính chính, giải trình đúng.',
    },
    answer: flagStands,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { period, flag, verdict, note } = check(flagVerdictRequest, await readJson(c, 16_384));
      const { unit } = await flagAsked(db, principal, tenant, { period, flag });
      if (unit === '') requireProvince(principal);
      const by = actorOf(principal);
      const text = scrub(note).text;
      const state = await replanned(async () => {
        const before = await flagVerdictsOf(db, tenant, period, [flag]);
        if (verdict === 'withdrawn' && standingVerdicts(before).length === 0)
          throw new Refusal(409, 'flag.verdict', 'Dấu hiệu này không còn kết luận nào để lấy lại. Tải lại để xem.');
        const at = now();
        const revision = (before.at(-1)?.revision ?? 0) + 1;
        const next = { flag, revision, verdict, text, by, at: at.toISOString() };
        const entry = {
          actor: by,
          action: 'flags.verdict',
          subject: `${period}/${flag}`,
          detail: { verdict, revision },
        };
        await withAudit(db, tenant, at, entry, [insertFlagVerdict(tenant, period, next)]);
        const answers = await flagAnswersOf(db, tenant, period, [flag]);
        return flagState(answers.length, [...before, next]);
      });
      return c.json({ flag, state } satisfies FlagStands, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
