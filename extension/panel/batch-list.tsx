import { useState } from 'preact/hooks';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import { sayPoints } from '../score-values.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import type { BatchItem } from './batch-items.ts';
import { say } from './batch-words.ts';

const SHOWN = 50;

interface ExceptionsProps {
  readonly items: readonly BatchItem[];
  readonly onOpen: (code: string) => void;
}

/** Dossiers that are confirmed one by one, each with why. */
export function Exceptions({ items, onOpen }: ExceptionsProps) {
  return (
    <ul class="list exceptions">
      {items.map(({ seen: { reading }, reasons }) => (
        <li key={reading.code}>
          <button type="button" onClick={() => onOpen(reading.code)}>
            <span class="code">{reading.code}</span>
            <span class="meta">{reasons.map((reason) => say(reason)).join('; ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface CleanProps extends ExceptionsProps {
  readonly left: ReadonlySet<string>;
  readonly onMark: (code: string, marked: boolean) => void;
}

/** Dossiers without a remark: space marks, Enter opens. */
export function CleanList({ items, left, onMark, onOpen }: CleanProps) {
  const [shown, setShown] = useState(SHOWN);
  const rest = items.length - shown;
  return (
    <>
      <p class="meta">{say('keys')}</p>
      <ul class="plain marks">
        {items.slice(0, shown).map(({ seen, values }) => {
          const { code } = seen.reading;
          const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
          return (
            <li key={code}>
              <label>
                <input
                  type="checkbox"
                  checked={!left.has(code)}
                  onChange={({ currentTarget }) => onMark(code, currentTarget.checked)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    event.preventDefault();
                    onOpen(code);
                  }}
                />
                <span class="code">{code}</span>
                <span class="about">
                  {mark && (
                    <span class={`badge ${mark.status}`}>
                      <StatusIcon status={mark.status} /> {mark.text}
                    </span>
                  )}
                  <span class="meta">{say('points', { points: sayPoints(values?.['1']?.points ?? null, '—') })}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" onClick={() => setShown(shown + SHOWN)}>
          {say('more', { n: Math.min(rest, SHOWN) })}
        </button>
      )}
    </>
  );
}
