import { useAdmin } from '../../admin-context.ts';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';

const PARTS = [
  { path: '', label: 'quality.part.forms' },
  { path: 'xac-nhan-nhanh', label: 'quality.part.looks' },
] as const;

/** The parts of the screen; those who may not read officers' acts see none to choose. */
export function QualityParts({ here }: { here: (typeof PARTS)[number]['path'] }) {
  const { session } = useAdmin();
  if (session.role === 'viewer') return null;
  return (
    <nav aria-label={text('quality.parts')}>
      <ul class="choose">
        {PARTS.map(({ path, label }) => (
          <li key={path}>
            <a
              href={linkTo(path ? ['chat-luong', path] : ['chat-luong'])}
              aria-current={here === path ? 'true' : undefined}
            >
              {text(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
