import { MOST_SIGNED } from '#rules/packs/pack-bundle.ts';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
import type { PackMessage } from '../pack-messages.ts';
import { isObject, isText } from './message-parts.ts';

/** A deed or question about how pages are read, from the extension's own pages, or `null`. */
export function readPackMessage(value: unknown): PackMessage | null {
  if (!isObject(value)) return null;
  const { type, origin, pack, file } = value;
  switch (type) {
    case 'panel.packs':
    case 'panel.pack-ask':
    case 'panel.pack-unpin':
      return { type };
    case 'panel.pack-forget':
      return isText(origin, 300) ? { type, origin } : null;
    case 'panel.pack-file':
      return isText(file, MOST_SIGNED) ? { type, file } : null;
    case 'panel.pack-keep': {
      const read = readHostPack(pack);
      return isText(origin, 300) && 'pack' in read ? { type, origin, pack: read.pack } : null;
    }
    default:
      return null;
  }
}
