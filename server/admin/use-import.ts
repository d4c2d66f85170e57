import { useEffect, useRef, useState } from 'preact/hooks';
import { clientId } from '#rules/client-id.ts';
import type { ImportView } from '#wire/import.ts';
import { useAdmin } from './admin-context.ts';
import { ApiFault, faultOf } from './api.ts';
import { text } from './text.ts';

/** How often a running import is asked how far it is. */
const LOOK_MS = 1000;

export interface Importing {
  /** `trial` and `real` while a file is under way. */
  readonly busy: 'trial' | 'real' | null;
  readonly view: ImportView | null;
  readonly fault: ApiFault | null;
  readonly send: (file: File, query: Readonly<Record<string, string>>, trial: boolean, id?: string) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly forget: () => void;
}

/** @throws ApiFault when the file was moved or saved anew since it was chosen: a browser then refuses to read it. */
async function requireReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new ApiFault(0, { code: 'file.changed', message: text('file.changed') });
  }
}

/** Sends one file at a time, read from the disk as it goes, and looks how far it is meanwhile. */
export function useImport(onEnd: () => void): Importing {
  const { api, session } = useAdmin();
  const [busy, setBusy] = useState<Importing['busy']>(null);
  const [view, setView] = useState<ImportView | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const id = useRef('');

  useEffect(() => {
    if (busy === null) return;
    const look = setInterval(() => {
      const asked = id.current;
      api
        .imports()
        .then(({ imports }) => {
          // Not begun yet, it is not among them.
          const now = imports.find((each) => each.id === asked);
          // A late look must not cover the report.
          if (now && asked === id.current) setView((last) => (last && last.state !== 'running' ? last : now));
        })
        // The line is gone: the file itself will tell.
        .catch(() => {});
    }, LOOK_MS);
    return () => clearInterval(look);
  }, [busy]);

  async function send(file: File, query: Readonly<Record<string, string>>, trial: boolean, given?: string) {
    id.current = given ?? clientId(session.tenant, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    setBusy(trial ? 'trial' : 'real');
    setFault(null);
    setView(null);
    try {
      const asked = { ...query, id: id.current, name: file.name.slice(-200), ...(trial ? { dryRun: '1' } : {}) };
      await requireReadable(file);
      setView(await api.sendImport(asked, file));
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(null);
      onEnd();
    }
  }

  return {
    busy,
    view,
    fault,
    send,
    stop: async () => setView(await api.stopImport(id.current)),
    forget() {
      setView(null);
      setFault(null);
    },
  };
}
