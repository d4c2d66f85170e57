import type { UnitRequest } from '#wire/unit.ts';
import { Refusal } from '../refusal.ts';

/** Scopes reach one level down, so a parent has no parent itself. @throws Refusal 422 `unit.parent`. */
export function requireParent({ unit, parent }: UnitRequest, known: ReadonlyMap<string, UnitRequest>): void {
  if (parent === null) return;
  const wrong = (message: string) =>
    new Refusal(422, 'unit.parent', `Trường parent: ${message}. Sửa đơn vị cấp trên của ${unit} rồi gửi lại.`, {
      issues: [{ path: 'parent', message }],
    });
  const above = known.get(parent);
  if (!above) throw wrong(`không có đơn vị ${parent}`);
  if (above.parent !== null) throw wrong(`${parent} đã trực thuộc ${above.parent}, chỉ có một bậc trực thuộc`);
  if ([...known.values()].some((each) => each.parent === unit))
    throw wrong(`${unit} đang có đơn vị trực thuộc, chỉ có một bậc trực thuộc`);
}
