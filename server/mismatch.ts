import { Refusal } from './refusal.ts';

/** 422 `tenant.mismatch`: what field `path` names belongs to another province than the rest. */
export function mismatch(path: string, message: string): Refusal {
  return new Refusal(422, 'tenant.mismatch', `Trường ${path}: ${message}. Sửa cho cùng một tỉnh rồi gửi lại.`, {
    issues: [{ path, message }],
  });
}
