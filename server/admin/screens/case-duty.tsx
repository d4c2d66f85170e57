import { formatCount } from '#rules/format.ts';
import { useAdmin } from '../admin-context.ts';
import { linkTo } from '../place.ts';
import { repliesTo } from '../replies-to.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

/** How many opinions wait for a reply, for whoever replies to them; nothing where none does. */
export function CaseDuty() {
  const { api, session } = useAdmin();
  const list = useLoad(repliesTo(session) ? 'case-duty' : null, (signal) => api.cases({ state: 'open' }, signal));
  if (!list.value) return null;
  const { counts, late } = list.value;
  const open = counts.new + counts.taken;
  if (open === 0) return null;
  return (
    <p class={late > 0 ? 'note' : undefined}>
      <a href={linkTo(['gop-y'])}>{text('today.cases', { open: formatCount(open), late: formatCount(late) })}</a>
    </p>
  );
}
