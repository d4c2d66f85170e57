import type { PanelState } from '../messages.ts';
import { AskedPart } from './asked-part.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import { say } from './objection-words.ts';

interface Props {
  readonly state: PanelState;
  readonly code: string;
}

/** What the officer holds against a score. */
export function ObjectionPart({ state, code }: Props) {
  return (
    <AskedPart state={state} question={{ type: 'panel.objections' }} title={say('title')} open={say('open')}>
      {({ periods, objections }, again) => {
        const taking = periods.filter(({ takes }) => takes);
        return (
          <>
            {taking.length > 0 ? (
              <ObjectionForm state={state} code={code} periods={taking} onSent={again} />
            ) : (
              <p>{say('noPeriod')}</p>
            )}
            <h3>{say('own')}</h3>
            <ObjectionList objections={objections} periods={periods} today={state.now.slice(0, 10)} />
          </>
        );
      }}
    </AskedPart>
  );
}
