import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { issueLines } from '../../server/cli/issue-lines.ts';

const parts = (schema: z.ZodType, body: unknown) => {
  const parsed = schema.safeParse(body, { error: vietnameseError });
  return parsed.success ? [] : issueLines(parsed.error.issues, body);
};

describe('faults of fields', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['- a: còn thiếu, cần một nhóm mục { … }', z.strictObject({ a: z.strictObject({}) }), {}],
    ['- a: cần một danh sách [ … ] (đang là một nhóm mục)', z.strictObject({ a: z.array(z.int()) }), { a: {} }],
    ['- (gốc): cần một nhóm mục { … } (đang là một danh sách)', z.record(z.string(), z.int()), []],
    ['- (gốc): cần một số (đang là "3")', z.number(), '3'],
    ['- (gốc): cần một số nguyên (đang là 1.5)', z.int(), 1.5],
    ['- (gốc): cần true hoặc false (đang là null)', z.boolean(), null],
    ['- (gốc): cần một dòng chữ trong ngoặc kép (đang là 7)', z.string(), 7],
    ['- (gốc): phải từ 0 trở lên (đang là -1)', z.int().min(0), -1],
    ['- (gốc): phải lớn hơn 0 (đang là 0)', z.int().gt(0), 0],
    ['- (gốc): không được lớn hơn 10.000 (đang là 10001)', z.int().max(10_000), 10_001],
    ['- (gốc): phải nhỏ hơn 5 (đang là 5)', z.int().lt(5), 5],
    ['- (gốc): phải chia hết cho 5 (đang là 7)', z.int().multipleOf(5), 7],
    ['- (gốc): không được để trống (đang là "")', z.string().min(1), ''],
    ['- (gốc): cần ít nhất 2 ký tự (đang là "a")', z.string().min(2), 'a'],
    ['- (gốc): chỉ nhận nhiều nhất 2 ký tự (đang là "abc")', z.string().max(2), 'abc'],
    ['- (gốc): cần ít nhất 1 mục', z.array(z.int()).min(1), []],
    ['- (gốc): chỉ nhận nhiều nhất 1 mục', z.array(z.int()).max(1), [1, 2]],
    ['- (gốc): phải là một trong: x, y (đang là "z")', z.enum(['x', 'y']), 'z'],
    ['- a: còn thiếu, phải là một trong: x, y', z.object({ a: z.enum(['x', 'y']) }), {}],
    ['- (gốc): phải là x (đang là "z")', z.literal('x'), 'z'],
    ['- (gốc): phải là một trong: 0, 10 (đang là 5)', z.union([z.literal(0), z.literal(10)]), 5],
    ['- (gốc): cần một số, hoặc cần true hoặc false (đang là "a")', z.union([z.number(), z.boolean()]), 'a'],
    [
      '- (gốc): không theo dạng nào được nhận ở đây',
      z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })]),
      { c: 1 },
    ],
    [
      '- k: phải là một trong: a, b (đang là "c")',
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]),
      { k: 'c' },
    ],
    ['- (gốc): không có mục «b», «c» ở đây; bỏ đi hoặc sửa tên', z.strictObject({}), { b: 1, c: 2 }],
    [
      '- b: tên mục chưa đúng: phải là x',
      z.record(
        z.string().refine((key) => key === 'x', 'phải là x'),
        z.int(),
      ),
      { b: 1 },
    ],
    ['- (gốc): viết chưa đúng dạng (đang là "b")', z.string().regex(/a/), 'b'],
    ['- (gốc): cần một địa chỉ đầy đủ, ví dụ https://danhgia.tinh.gov.vn (đang là "b")', z.url(), 'b'],
    ['- (gốc): câu riêng (đang là 1)', z.string('câu riêng'), 1],
    ['- (gốc): chưa hợp lệ (đang là 1)', z.int().refine(() => false), 1],
  ])('%s', (line, schema, body) => {
    expect(parts(schema, body)).toEqual([line]);
  });

  it('show a long value cut, and no control character', () => {
    expect(parts(z.int(), 'a'.repeat(80))).toEqual([`- (gốc): cần một số (đang là "${'a'.repeat(59)}…)`]);
    expect(parts(z.strictObject({}), { 'a\u001bb': 1 })).toEqual([
      '- (gốc): không có mục «a b» ở đây; bỏ đi hoặc sửa tên',
    ]);
  });

  it('twenty are printed, and of more how many are left', () => {
    const of = (n: number) => parts(z.array(z.int()), Array(n).fill('a'));
    expect(of(20)).toHaveLength(20);
    expect(of(20).at(-1)).toMatch(/^- 19: /);
    expect(of(23)).toHaveLength(21);
    expect(of(23).at(-1)).toBe('… còn 3 mục nữa.');
  });
});
