import { Refusal } from '../refusal.ts';

/** 404 `receipt.bad`: the code opens nothing; it is not said whether anything is there. */
export function receiptBad(): Refusal {
  return new Refusal(404, 'receipt.bad', 'Không tìm thấy phiếu với mã này. Kiểm tra lại từng ký tự của mã phiếu.', {
    issues: [{ path: 'x-dvc-receipt', message: 'mã phiếu không đúng' }],
  });
}
