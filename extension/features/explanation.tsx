import type { JSX } from 'preact';
import { texts } from '../language.ts';
import type { Seen } from './feature.ts';
import { FEATURES } from './index.ts';
import { runFeatures } from './run-features.ts';

const say = texts({ tasks: 'Việc cần làm', cite: 'Căn cứ: {cite}' }, { tasks: 'To do', cite: 'Basis: {cite}' });

/** What every feature has to say of one dossier, and what is to be done: the body of the card and of "Hồ sơ này". */
export function Explanation({ seen }: { seen: Seen }): JSX.Element {
  const parts = runFeatures(FEATURES, 'explain', (feature) => feature.explain?.(seen));
  const tasks = runFeatures(FEATURES, 'task', (feature) => feature.task?.(seen));
  return (
    <>
      {parts}
      {tasks.length > 0 && (
        <section class="tasks">
          <h3>{say('tasks')}</h3>
          <ol>
            {tasks.map((task) => (
              <li key={task.text}>
                {task.text} {task.cite && <span class="meta">{say('cite', { cite: task.cite })}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
