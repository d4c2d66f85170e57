import type { Role } from '#wire/access.ts';
import { linkTo } from '../place.ts';
import { isOpenTo, type ScreenEntry, screens } from '../screens/index.ts';
import { text } from '../text.ts';

interface NavigationProps {
  role: Role;
  here: ScreenEntry | undefined;
  /** On a phone: whether the list is unfolded. */
  listed: boolean;
}

/** The screens open to the role; under the one that is open, the books kept for it. */
export function Navigation({ role, here, listed }: NavigationProps) {
  const open = screens.filter((s) => isOpenTo(role, s));
  const booksOf = ({ path }: ScreenEntry) => open.filter(({ under }) => under === path);
  // An inspector has no screen above the one of opinions.
  const tops = open.filter(({ under }) => under === undefined || !open.some(({ path }) => path === under));
  const link = (s: ScreenEntry) => (
    <a href={linkTo(s.path ? [s.path] : [])} aria-current={s === here ? 'page' : undefined}>
      {text(s.label)}
    </a>
  );
  return (
    <nav id="cac-muc" class={listed ? 'groups listed' : 'groups'} aria-label={text('app.nav')}>
      <ul>
        {tops.map((s) => {
          const unfolded = s === here || here?.under === s.path;
          const books = unfolded ? booksOf(s) : [];
          return (
            <li key={s.path}>
              {link(s)}
              {books.length > 0 && (
                <ul>
                  {books.map((book) => (
                    <li key={book.path}>{link(book)}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
