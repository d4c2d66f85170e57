import { useAdmin } from '../admin-context.ts';
import { linkTo, type Place } from '../place.ts';
import { repliesTo } from '../replies-to.ts';
import { text } from '../text.ts';
import { CaseList } from './case-list.tsx';
import { CaseScreen } from './case-screen.tsx';
import { Comments } from './comments.tsx';

/**
 * What citizens wrote: opinions that wait for a reply `#/gop-y`, one of them `#/gop-y/ca/<id>`, comments of a closed period
 * `#/gop-y/y-kien`.
 */
export function Cases({ place }: { place: Place }) {
  const { session } = useAdmin();
  const [, part, id] = place.path;
  const replies = repliesTo(session);
  if (replies && part === 'ca' && id) return <CaseScreen key={id} id={id} />;
  const comments = part === 'y-kien' || !replies;
  return (
    <>
      <h1 tabIndex={-1}>{text(comments ? 'comments.title' : 'cases.title')}</h1>
      {replies && (
        <nav aria-label={text('cases.parts')}>
          <ul class="choose">
            <li>
              <a href={linkTo(['gop-y'])} aria-current={comments ? undefined : 'true'}>
                {text('cases.title')}
              </a>
            </li>
            <li>
              <a href={linkTo(['gop-y', 'y-kien'])} aria-current={comments ? 'true' : undefined}>
                {text('comments.title')}
              </a>
            </li>
          </ul>
        </nav>
      )}
      {comments ? <Comments place={place} /> : <CaseList place={place} />}
    </>
  );
}
