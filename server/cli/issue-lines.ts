import type * as z from 'zod';

/** More would scroll the first ones away. */
const MOST = 20;
const LONGEST = 60;

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    body,
  );
}

/** ` (đang là "22.75")`; nothing where the fault lies inside a group or a list, or in a name. */
function given({ code, path }: z.core.$ZodIssue, body: unknown): string {
  const value = valueAt(body, path);
  if (value === undefined || code === 'unrecognized_keys' || code === 'invalid_key') return '';
  if (typeof value === 'object' && value !== null) {
    if (code !== 'invalid_type') return '';
    return ` (đang là một ${Array.isArray(value) ? 'danh sách' : 'nhóm mục'})`;
  }
  const text = JSON.stringify(value);
  return ` (đang là ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text})`;
}

/** Faults of `body` one a line, `- field: what to write (what is there)`: the first 20, and how many more there are. */
export function issueLines(issues: readonly z.core.$ZodIssue[], body: unknown): string[] {
  const lines = issues.slice(0, MOST).map((issue) => {
    const line = `- ${issue.path.join('.') || '(gốc)'}: ${issue.message}${given(issue, body)}`;
    // What a file holds must not steer the terminal.
    return line.replace(/\p{Cc}/gu, ' ');
  });
  return issues.length > MOST ? [...lines, `… còn ${issues.length - MOST} mục nữa.`] : lines;
}
