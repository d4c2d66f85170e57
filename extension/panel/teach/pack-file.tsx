import { useId, useState } from 'preact/hooks';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
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
async function packIn(file: File, origin: string): Promise<HostPack | string> {
  if (file.size > MOST_BYTES) return say('notPack', { fault: '> 256 KiB' });
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
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
  const id = useId();
  const [said, setSaid] = useState<string | null>(null);
  const take = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const found = await packIn(file, origin);
    input.value = '';
    if (typeof found === 'string') return setSaid(found);
    setSaid(say('imported', { name: found.name, version: found.version }));
    onPack(found);
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
      <label for={`${id}-file`}>{say('import')}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".json,application/json"
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      <p role="status">{said}</p>
    </div>
  );
}
