import { formatDate, formatList } from '#rules/format.ts';
import { useAdmin } from '../admin-context.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

/** Who continues the work of a unit that ended; nothing for one that goes on. */
export function ContinuedBy({ unit }: { unit: string }) {
  const { api } = useAdmin();
  const ended = useLoad('successors', (signal) => api.unitSuccessors(signal));
  const own = ended.value?.units.find((each) => each.unit === unit);
  if (!own || own.successors.length === 0) return null;
  const heirs = formatList(
    own.successors.map(({ name, share }) => (share === null ? name : `${name} (${String(share).replace('.', ',')} %)`)),
  );
  return <p class="note">{text('result.continued', { to: formatDate(own.to), heirs })}</p>;
}
