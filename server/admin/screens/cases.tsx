import { useAdmin } from '../admin-context.ts';
import { linkTo, type Place } from '../place.ts';
import { repliesTo } from '../replies-to.ts';
import { text } from '../text.ts';
import { CaseList } from './case-list.tsx';
import { CaseScreen } from './case-screen.tsx';
import { Comments } from './comments.tsx';
import { PublicReplies } from './quality/public-replies.tsx';

/**
 * What citizens wrote: opinions that wait for a reply `#/gop-y`, one of them `#/gop-y/ca/<id>`, comments of a closed period
 * `#/gop-y/y-kien`, what is said to all `#/gop-y/tra-loi-chung`.
 */
export function Cases({ place }: { place: Place }) {
  const { session } = useAdmin();
  const [, part, id] = place.path;
  const replies = repliesTo(session);
  if (replies && part === 'ca' && id) return <CaseScreen key={id} id={id} />;
  const toAll = part === 'tra-loi-chung' && session.role !== 'inspector';
  const comments = !toAll && (part === 'y-kien' || !replies);
  const title = toAll ? 'replies.title' : comments ? 'comments.title' : 'cases.title';
  return (
    <>
      <h1 tabIndex={-1}>{text(title)}</h1>
      <nav aria-label={text('cases.parts')}>
        <ul class="choose">
          {replies && (
            <li>
              <a href={linkTo(['gop-y'])} aria-current={comments || toAll ? undefined : 'true'}>
                {text('cases.title')}
              </a>
            </li>
          )}
          <li>
            <a href={linkTo(['gop-y', 'y-kien'])} aria-current={comments ? 'true' : undefined}>
              {text('comments.title')}
            </a>
          </li>
          {session.role !== 'inspector' && (
            <li>
              <a href={linkTo(['gop-y', 'tra-loi-chung'])} aria-current={toAll ? 'true' : undefined}>
                {text('replies.title')}
              </a>
            </li>
          )}
        </ul>
      </nav>
      {toAll ? <PublicReplies /> : comments ? <Comments place={place} /> : <CaseList place={place} />}
    </>
  );
}
