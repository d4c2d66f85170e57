import { Refusal } from '../refusal.ts';

/** 409 `period.sealing`: part of the answers may be cut loose already, so nothing can be made of them but the seal itself. */
export function sealingRefusal(): Refusal {
  return new Refusal(409, 'period.sealing', 'Khóa sổ kỳ này đã bắt đầu và chưa xong. Bấm Khóa sổ để làm tiếp.');
}
