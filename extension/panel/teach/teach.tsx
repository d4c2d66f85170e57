import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
import type { PanelState } from '../../messages.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { Problem } from '../problem.tsx';
import { useDoing } from '../use-doing.ts';
import { usePacks } from '../use-packs.ts';
import { ChooseColumn } from './choose-column.tsx';
import { type Draft, draftOf, fits, packOf, withColumn, withoutColumn, withoutField } from './draft.ts';
import { NameColumn } from './name-column.tsx';
import { PackFile } from './pack-file.tsx';
import { ReadOut } from './read-out.tsx';
import { StatusMap } from './status-map.tsx';
import { meaningSay, say } from './teach-words.ts';
import { useTeach } from './use-teach.ts';

interface Props {
  readonly state: PanelState;
  readonly onBack: () => void;
}

function TaughtItem({ name, words, onRemove }: { name: string; words: readonly string[]; onRemove: () => void }) {
  return (
    <li>
      {[name, ...words].join(' · ')}{' '}
      <button type="button" aria-label={say('removeColumn', { meaning: name })} onClick={onRemove}>
        {say('remove')}
      </button>
    </li>
  );
}

/** Columns taught so far, each to be taken back. */
function Taught({ draft, onRemove }: { draft: Draft; onRemove: (draft: Draft) => void }) {
  if (draft.columns.length + draft.fields.length === 0) return <p>{say('nothingTaught')}</p>;
  return (
    <section aria-labelledby="day-cot">
      <h2 id="day-cot">{say('taught')}</h2>
      <ul class="plain">
        {draft.columns.map(({ meaning, place }) => (
          <TaughtItem
            key={meaning}
            name={meaningSay(meaning)}
            words={'header' in place ? [place.header] : []}
            onRemove={() => onRemove(withoutColumn(draft, meaning))}
          />
        ))}
        {draft.fields.map(({ meaning, place }) => (
          <TaughtItem
            key={`d${meaning}`}
            name={`${meaningSay(meaning)} (${say('ofDetail')})`}
            words={['label' in place ? place.label : place.selector]}
            onRemove={() => onRemove(withoutField(draft, meaning))}
          />
        ))}
      </ul>
    </section>
  );
}

/** Teaching one site (E8). The page is only pointed at; what is kept is confirmed here. */
export function Teach({ state, onBack }: Props) {
  const { teaching, again, look, choose, point, tryOut } = useTeach(state.sites);
  const { packs, reload } = usePacks();
  const { busy, problem, run } = useDoing();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { origin, pick, trial } = teaching;
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (origin && packs)
      setDraft((now) => (now?.origin === origin ? now : draftOf(origin, packs.taught[origin] ?? null)));
  }, [origin, packs]);
  const pack = draft && packOf(draft);
  const asked = JSON.stringify(pack);
  const checked = pack && readHostPack(pack);
  const [fault] = checked && 'faults' in checked ? checked.faults : [];
  useEffect(() => {
    if (pack && teaching.state === 'ready') tryOut(pack);
  }, [asked, teaching.state]);
  const change = (next: Draft): void => {
    setSaved(false);
    setDraft(next);
  };
  const take = (taken: HostPack): void => {
    if (origin) change({ ...draftOf(origin, taken), before: { ...taken, version: taken.version - 1 || 1 } });
  };
  const save = async (): Promise<void> => {
    if (!pack || fault || !origin || !(await run({ type: 'panel.pack-keep', origin, pack }))) return;
    setDraft(draftOf(origin, pack));
    setSaved(true);
    point(false);
    await reload();
  };
  const forget = async (): Promise<void> => {
    if (!origin || !(await run({ type: 'panel.pack-forget', origin }))) return;
    change(draftOf(origin, null));
    choose(null);
    await reload();
  };
  const kept = origin ? packs?.taught[origin] : undefined;
  const ofProvince = packs?.province?.packs.some(({ origins }) => origin && origins.includes(origin));
  return (
    <main class="teach">
      <button type="button" onClick={onBack}>
        {say('back')}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {say('title')}
      </h1>
      <p role="status">
        {teaching.state === 'ready' && origin
          ? say('which', { site: origin })
          : teaching.state !== 'ready' && say(teaching.state)}
      </p>
      {(teaching.state === 'none' || teaching.state === 'lost') && (
        <button type="button" onClick={() => void again()}>
          {say('again')}
        </button>
      )}
      {ofProvince && <p class="note">{say('provinceFirst')}</p>}
      {teaching.state === 'ready' && draft && origin && (
        <>
          <ChooseColumn
            lists={teaching.lists}
            chosen={pick}
            pointing={teaching.pointing}
            onPoint={point}
            onChoose={choose}
            onLook={() => {
              look();
              if (pack) tryOut(pack);
            }}
          />
          <NameColumn
            key={JSON.stringify(pick)}
            pick={pick}
            fault={pick && !fits(draft, pick) ? say('otherList') : null}
            onAdd={(what) => pick && change(withColumn(draft, pick, what))}
          />
          <Taught draft={draft} onRemove={change} />
          {trial && pack && <ReadOut trial={trial} />}
          <StatusMap
            unknown={trial?.unknownStatuses ?? []}
            statuses={draft.statuses}
            onSet={(words, to) => {
              const { [words]: _, ...others } = draft.statuses;
              change({ ...draft, statuses: to ? { ...others, [words]: to } : others });
            }}
          />
          <Problem text={fault ? say('unfit', { fault: `${fault.path}: ${fault.message}` }) : problem} />
          <p role="status">{saved && say('saved')}</p>
          <p class="choices">
            <button
              type="button"
              class="primary"
              aria-disabled={busy || !(trial?.count || trial?.detail)}
              onClick={() => (trial?.count || trial?.detail) && void save()}
            >
              {say('save')}
            </button>
            <button type="button" onClick={() => change(draftOf(origin, kept ?? null))}>
              {say('discard')}
            </button>
            {kept && (
              <ConfirmButton
                label={say('forget')}
                warning={say('forgetWarning')}
                busy={busy}
                onConfirm={() => void forget()}
              />
            )}
            <button
              type="button"
              onClick={() => void run({ type: 'panel.site', origin, enabled: false }).then((done) => done && onBack())}
            >
              {say('off')}
            </button>
          </p>
          <PackFile origin={origin} pack={pack} onPack={take} />
        </>
      )}
    </main>
  );
}
