import type * as z from 'zod';
import { formatCount } from '#rules/format.ts';

/** What a schema asks for, in words of whoever writes the file. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'một dòng chữ trong ngoặc kép',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách [ … ]',
  object: 'một nhóm mục { … }',
  record: 'một nhóm mục { … }',
  null: 'null',
};

/** Formats that the schemas of `wire` leave without words of their own. */
const FORMATS: Readonly<Record<string, string>> = {
  url: 'cần một địa chỉ đầy đủ, ví dụ https://danhgia.tinh.gov.vn',
  date: 'cần một ngày dạng 2026-11-24',
};

const COUNTED: Readonly<Record<string, string>> = { string: 'ký tự', array: 'mục', set: 'mục', map: 'mục' };

const oneOf = (values: readonly unknown[]) =>
  values.length === 1 ? `phải là ${values[0]}` : `phải là một trong: ${values.join(', ')}`;

type Of<Code extends z.core.$ZodIssue['code']> = z.core.$ZodRawIssue<Extract<z.core.$ZodIssue, { code: Code }>>;

function tooSmall({ origin, minimum, inclusive }: Of<'too_small'>): string {
  const counted = COUNTED[origin];
  const least = formatCount(Number(minimum));
  if (counted) return minimum === 1 && origin === 'string' ? 'không được để trống' : `cần ít nhất ${least} ${counted}`;
  return inclusive === false ? `phải lớn hơn ${least}` : `phải từ ${least} trở lên`;
}

function tooBig({ origin, maximum, inclusive }: Of<'too_big'>): string {
  const counted = COUNTED[origin];
  const most = formatCount(Number(maximum));
  if (counted) return `chỉ nhận nhiều nhất ${most} ${counted}`;
  return inclusive === false ? `phải nhỏ hơn ${most}` : `không được lớn hơn ${most}`;
}

/** Several shapes were allowed: their values in one list, or what each asks for, as long as each asks one thing of the whole. */
function noShape(issue: Of<'invalid_union'>): string {
  if (Array.isArray(issue.options)) return oneOf(issue.options);
  const asked = (issue.errors ?? []).map((all) => (all.length === 1 && all[0]?.path.length === 0 ? all[0] : null));
  const values = asked.flatMap((one) => (one?.code === 'invalid_value' ? [one.values] : []));
  if (values.length > 0 && values.length === asked.length) return oneOf(values.flat());
  const words = asked.flatMap((one) => (one ? [one.message] : []));
  if (words.length > 0 && words.length === asked.length) return [...new Set(words)].join(', hoặc ');
  return 'không theo dạng nào được nhận ở đây';
}

/**
 * What is wrong with a field and what to write instead, in Vietnamese, for every fault a schema does not word itself; as zod's
 * `error` or `localeError`. Names neither the field nor its value: whoever prints knows both.
 */
export const vietnameseError: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = EXPECTED[issue.expected] ?? 'giá trị khác';
      return issue.input === undefined ? `còn thiếu, cần ${expected}` : `cần ${expected}`;
    }
    case 'invalid_value':
      return issue.input === undefined ? `còn thiếu, ${oneOf(issue.values)}` : oneOf(issue.values);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'viết chưa đúng dạng';
    case 'not_multiple_of':
      return `phải chia hết cho ${issue.divisor}`;
    case 'unrecognized_keys':
      return `không có mục ${issue.keys.map((key) => `«${key}»`).join(', ')} ở đây; bỏ đi hoặc sửa tên`;
    case 'invalid_key':
      return `tên mục chưa đúng: ${issue.issues.map(({ message }) => message).join('; ')}`;
    case 'invalid_union':
      return issue.input === undefined ? `còn thiếu, ${noShape(issue)}` : noShape(issue);
    default:
      return 'chưa hợp lệ';
  }
};
