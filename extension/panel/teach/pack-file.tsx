import { useState } from 'preact/hooks';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
import { FileField } from '../file-field.tsx';
import { saveFile } from '../save-file.ts';
import { say } from './teach-words.ts';

interface Props {
  readonly origin: string;
  /** What would be exported, or `null`. */
  readonly pack: HostPack | null;
  readonly onPack: (pack: HostPack) => void;
}

const MOST_BYTES = 262_144;

/** A pack out of a file, or a sentence on why it cannot be used for this site. */
function packIn(text: string, origin: string): HostPack | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return say('notPack', { fault: 'JSON' });
  }
  const read = readHostPack(value);
  if ('faults' in read) {
    const [first] = read.faults;
    return say('notPack', { fault: `${first?.path}: ${first?.message}` });
  }
  return read.pack.origins.includes(origin) ? read.pack : say('otherSite', { sites: read.pack.origins.join(', ') });
}

/** A pack as a file: to hand on, to keep, or to send to the province for signing. */
export function PackFile({ origin, pack, onPack }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const take = (text: string): void => {
    const found = packIn(text, origin);
    const refused = typeof found === 'string';
    setSaid(refused ? found : say('imported', { name: found.name, version: found.version }));
    if (!refused) onPack(found);
  };
  return (
    <div>
      {pack && (
        <button
          type="button"
          onClick={() => saveFile(`${pack.id}.json`, 'application/json', `${JSON.stringify(pack, null, 2)}\n`)}
        >
          {say('export')}
        </button>
      )}
      <FileField label={say('import')} accept=".json,application/json" mostBytes={MOST_BYTES} onText={take} />
      <p role="status">{said}</p>
    </div>
  );
}
