import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answered, WorkAnswers, WorkQuestion } from '../work-messages.ts';
import { askFor } from './ask.ts';

/**
 * The answer to a question of the panel, asked when shown, whenever `key` changes and when `again` is called. `null` = none came yet;
 * an answer to an older question never takes the place of a newer one.
 */
export function useAnswer<Type extends WorkQuestion['type']>(
  question: Extract<WorkQuestion, { type: Type }>,
  key: unknown,
): { answer: Answered<WorkAnswers[Type]> | null; again: () => Promise<void> } {
  const [answer, setAnswer] = useState<Answered<WorkAnswers[Type]> | null>(null);
  const asked = useRef(0);
  const message = useRef(question);
  message.current = question;
  const again = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const found = await askFor<Type>(message.current);
    if (mine === asked.current) setAnswer(found);
  }, []);
  useEffect(() => {
    void again();
    return () => {
      asked.current += 1;
    };
  }, [key]);
  return { answer, again };
}
