import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView } from '#wire/import.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { ImportForm } from './import-form.tsx';
import { ImportList } from './import-list.tsx';

const LOOK_MS = 3000;
const MOVING: readonly ImportView['state'][] = ['running', 'undoing'];

/** Files taken in: a new one, and those before it: `#/nhap?loai=<kind>`. */
export function Imports({ place }: { place: Place }) {
  const { api } = useAdmin();
  const imports = useLoad('imports', (signal) => api.imports(signal));
  const [resumed, setResumed] = useState<ImportView | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const resume = (one: ImportView) => {
    setResumed(one);
    // What is asked for next stands under it.
    heading.current?.focus();
  };
  const moving = imports.value?.imports.some(({ state }) => MOVING.includes(state)) ?? false;
  useEffect(() => {
    if (!moving) return;
    const look = setTimeout(imports.again, LOOK_MS);
    return () => clearTimeout(look);
  }, [moving, imports.at]);
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {text('imports.title')}
      </h1>
      <p>{text('imports.intro')}</p>
      <ImportForm
        key={resumed?.id ?? ''}
        resumed={resumed}
        wanted={place.query.get('loai') ?? ''}
        onEnd={imports.again}
      />
      <Loaded of={imports}>
        {({ imports: list }) => <ImportList place={place} imports={list} onResume={resume} onChange={imports.again} />}
      </Loaded>
    </>
  );
}
