import { useRef, useState } from 'preact/hooks';
import { texts } from '../language.ts';
import type { PanelAct } from '../messages.ts';
import type { PackAct } from '../pack-messages.ts';
import type { WorkAct } from '../work-messages.ts';
import { askDo } from './ask.ts';

const say = texts(
  { notAllowed: 'Trình duyệt chưa cho quyền. Bấm lại, rồi chọn Cho phép.' },
  { notAllowed: 'The browser has not given the permission. Press again, then choose Allow.' },
);

type Act = PanelAct | WorkAct | PackAct;

/** A sentence for the officer and the id of the field it is about. */
interface Fault {
  readonly field: string;
  readonly sentence: string;
}

/**
 * One request at a time, with the sentence of its refusal. `run` resolves to whether it was done; `refuse` shows the sentence of a
 * form that is not ready to be asked, and puts the focus where it is to be mended.
 */
export function useDoing(): {
  busy: boolean;
  problem: string | null;
  run: (act: Act, before?: Promise<boolean>) => Promise<boolean>;
  refuse: (fault: Fault) => void;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const perform = async (act: Act, before?: Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const allowed = before ? await before.catch(() => false) : true;
    const refusal = allowed ? await askDo(act) : say('notAllowed');
    setProblem(refusal);
    setBusy(false);
    running.current = null;
    return refusal === null;
  };
  const run = async (act: Act, before?: Promise<boolean>): Promise<boolean> => {
    // The button stays focusable while busy: a second press is held back here. A setting waits for the one before it instead.
    while (running.current) {
      if (act.type !== 'panel.configure') return false;
      await running.current;
    }
    running.current = perform(act, before);
    return running.current;
  };
  const refuse = ({ field, sentence }: Fault): void => {
    setProblem(sentence);
    document.getElementById(field)?.focus();
  };
  return { busy, problem, run, refuse };
}
