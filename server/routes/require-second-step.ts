import type { CountedSignIn } from '../count-sign-in.ts';
import { Refusal } from '../refusal.ts';
import { codeIsRight } from '../second-step-code.ts';
import type { Services } from '../services.ts';
import { secondStepOrNull } from '../store/second-steps.ts';
import { codeWrong } from './code-wrong.ts';

/**
 * What a right password leads to: in, or to the code of the second step where the account has one. A wrong code counts as a wrong password
 * does, and a password that is right forgives no wrong code.
 * @returns whether the account has a second step, which was shown.
 * @throws Refusal 401 `code.needed` or `code.wrong`, 429 `tries.many`.
 */
export async function requireSecondStep(
  services: Services,
  tried: CountedSignIn,
  { tenant, login, code }: { readonly tenant: string; readonly login: string; readonly code?: string | undefined },
): Promise<boolean> {
  const step = await secondStepOrNull(services.db, tenant, login);
  if (step?.confirmedAt && code === undefined) {
    await tried.undecided();
    throw new Refusal(
      401,
      'code.needed',
      'Tài khoản này có mã hai bước. Mở ứng dụng mã trên điện thoại rồi nhập mã 6 chữ số, hoặc nhập một mã dự phòng.',
    );
  }
  if (step?.confirmedAt && !(await codeIsRight(services, tenant, login, step, code ?? '')))
    await tried.wrong(codeWrong(401));
  await tried.right();
  return Boolean(step?.confirmedAt);
}
