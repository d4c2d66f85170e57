import { Refusal } from '../refusal.ts';

/** 422 `stage.unknown`: the survey in force asks nothing at this step. @param doing what its reader can do about it. */
export function stageUnknown(doing: string): Refusal {
  return new Refusal(422, 'stage.unknown', `Phiếu đang dùng không hỏi ở bước này. ${doing}`, {
    issues: [{ path: 'stage', message: 'phiếu đang dùng không có bước này' }],
  });
}
