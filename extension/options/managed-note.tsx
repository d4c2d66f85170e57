import { texts } from '../language.ts';

const say = texts({ managed: 'Do tỉnh thiết lập.' }, { managed: 'Set by the province.' });

/** Stands beside what the province settled: it is shown and cannot be changed here. */
export function ManagedNote({ id }: { id?: string }) {
  return (
    <span class="meta" id={id}>
      {' '}
      {say('managed')}
    </span>
  );
}
