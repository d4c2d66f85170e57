import { useEffect, useState } from 'preact/hooks';
import type { HandedOver, KioskPlace, Stage } from '../work-messages.ts';
import { say } from './citizen-words.ts';
import { Problem } from './problem.tsx';
import { useAnswer } from './use-answer.ts';
import { useDoing } from './use-doing.ts';

/** As often as the tablet itself asks. */
const POLL_MS = 4_000;
const UNDER_WAY: ReadonlySet<HandedOver['state']> = new Set(['waiting', 'taken']);

interface Props {
  readonly code: string;
  readonly stage: Stage;
}

function sentence({ state, wasTaken, counter, code }: HandedOver): string {
  return say(state === 'gone' && wasTaken ? 'goneTaken' : state, { counter, code });
}

function Places({ code, stage, onDone }: Props & { onDone: () => void }) {
  const { answer } = useAnswer({ type: 'panel.places' }, code);
  const { busy, problem, run } = useDoing();
  if (!answer) return <p class="loading">{say('loading')}</p>;
  if (!answer.ok) return <Problem text={answer.message} />;
  if (answer.value.length === 0) return <p>{say('noPlace')}</p>;
  const send = async (place: KioskPlace): Promise<void> => {
    if (await run({ type: 'panel.handOver', code, stage, place })) onDone();
  };
  return (
    <>
      <ul class="plain" aria-label={say('places')}>
        {answer.value.map((place) => (
          <li key={place.kiosk}>
            {place.ready ? (
              <button type="button" aria-disabled={busy} onClick={() => void send(place)}>
                {say('sendTo', { counter: place.counter })}
              </button>
            ) : (
              <span class="meta">{say('asleep', { counter: place.counter })}</span>
            )}
          </li>
        ))}
      </ul>
      <Problem text={problem} />
      <p class="meta">{say('recorded')}</p>
    </>
  );
}

/** Hands the open dossier to the tablet at a counter and follows it; one at a time, as the tablet takes one. */
export function KioskPart({ code, stage }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { answer, again } = useAnswer({ type: 'panel.handedOver' }, null);
  const { busy, problem, run } = useDoing();
  const last = answer?.ok ? answer.value : null;
  const underWay = last !== null && UNDER_WAY.has(last.state);
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => void again(), POLL_MS);
    return () => clearInterval(timer);
  }, [underWay, again]);
  const done = async (act: 'panel.takeBack' | 'panel.handOverSeen'): Promise<void> => {
    await run({ type: act });
    await again();
  };
  return (
    <>
      <p role="status">{last && sentence(last)}</p>
      {last?.state === 'waiting' && (
        <button type="button" aria-disabled={busy} onClick={() => void done('panel.takeBack')}>
          {say('takeBack')}
        </button>
      )}
      {last && !underWay && (
        <button type="button" aria-disabled={busy} onClick={() => void done('panel.handOverSeen')}>
          {say('dismiss')}
        </button>
      )}
      <Problem text={problem ?? (answer && !answer.ok ? answer.message : null)} />
      {!underWay && (
        <button type="button" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {say('toKiosk')}
        </button>
      )}
      {choosing && !underWay && (
        <Places
          code={code}
          stage={stage}
          onDone={() => {
            setChoosing(false);
            void again();
          }}
        />
      )}
    </>
  );
}
