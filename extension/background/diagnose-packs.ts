import { healthSentence } from '../health-words.ts';
import { texts } from '../language.ts';
import { keyFingerprint } from './open-signed-file.ts';
import { heldBundle, heldKey } from './province-packs.ts';
import { settings } from './settings.ts';

const say = texts(
  { read: 'Cách đọc', file: 'Gói của tỉnh', key: 'Khóa của tỉnh', refused: 'Gói không được nhận', none: 'chưa có' },
  { read: 'Read by', file: 'Pack of the province', key: 'Key of the province', refused: 'Pack refused', none: 'none' },
);

/** Lines of the diagnosis on how pages are read: counts, names of packs and the fingerprint; nothing of a page. */
export async function packLines(): Promise<readonly string[]> {
  const [health, bundle, key, trouble] = await Promise.all([
    settings.kept('health'),
    heldBundle(),
    heldKey(),
    settings.kept('packTrouble'),
  ]);
  const packs = bundle?.packs.map(({ id, version }) => `${id}@${version}`).join(', ');
  return [
    ...Object.entries(health ?? {}).map(
      ([site, each]) => `${say('read')} ${site}: ${each.by}. ${healthSentence(each)} ${each.at}`,
    ),
    `${say('file')}: ${bundle ? `${bundle.sequence}, ${bundle.expires}, ${packs}` : say('none')}`,
    `${say('key')}: ${key ? `${await keyFingerprint(key.key)} (${key.by})` : say('none')}`,
    ...(trouble ? [`${say('refused')}: ${trouble.refusal} ${trouble.at}`] : []),
  ];
}
