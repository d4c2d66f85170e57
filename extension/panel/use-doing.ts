import { useState } from 'preact/hooks';
import type { PanelMessage } from '../messages.ts';
import { askDo } from './ask.ts';

type Act = Exclude<PanelMessage, { type: 'panel.state' }>;

/** One request at a time, with the sentence of its refusal. `run` resolves to whether it was done. */
export function useDoing(): {
  busy: boolean;
  problem: string | null;
  run: (act: Act, before?: Promise<boolean>) => Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (act: Act, before?: Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const allowed = before ? await before.catch(() => false) : true;
    const refusal = allowed ? await askDo(act) : 'Trình duyệt chưa được phép. Bấm lại và chọn Cho phép.';
    setProblem(refusal);
    setBusy(false);
    return refusal === null;
  };
  return { busy, problem, run };
}
