import type { ComponentType } from 'preact';
import { useAdmin } from '../admin-context.ts';
import type { Api } from '../api.ts';
import { type Load, useLoad } from '../use-load.ts';
import type { SetUpPartProps } from './set-up.tsx';

/** A part that stands by itself and asks for what it edits; within the steps it is handed that together with the state of them all. */
export function alone<T>(
  key: string,
  ask: (api: Api, signal: AbortSignal) => Promise<T>,
  Part: ComponentType<SetUpPartProps & { held: Load<T> }>,
): ComponentType<SetUpPartProps> {
  return function Alone(props: SetUpPartProps) {
    const { api } = useAdmin();
    const held = useLoad(key, (signal) => ask(api, signal));
    return <Part {...props} held={held} />;
  };
}
