import { useState } from 'preact/hooks';
import type { User } from '#wire/user.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { type TextKey, text } from '../text.ts';
import { when } from '../when.ts';

interface UserSignInProps {
  user: User;
  onDone: (said: string) => void;
  onClose: () => void;
}

interface Act {
  readonly verb: TextKey;
  readonly ask: TextKey;
  readonly effect: TextKey;
  readonly done: TextKey;
  readonly run: (login: string) => Promise<void>;
}

type Said = Omit<Act, 'run'>;
const SIGN_OUT: Said = {
  ...{ verb: 'users.signOut', ask: 'users.signOut.ask' },
  ...{ effect: 'users.signOut.effect', done: 'users.signOut.done' },
};
const RESET: Said = {
  ...{ verb: 'users.second.reset', ask: 'users.second.ask' },
  ...{ effect: 'users.second.effect', done: 'users.second.done' },
};
const UNBIND: Said = {
  ...{ verb: 'users.sso.unbind', ask: 'users.sso.ask' },
  ...{ effect: 'users.sso.effect', done: 'users.sso.done' },
};
const UNLOCK: Said = {
  ...{ verb: 'users.unlock', ask: 'users.unlock.ask' },
  ...{ effect: 'users.unlock.effect', done: 'users.unlock.done' },
};

/** What an admin does for an account that cannot sign in, or must not stay signed in. */
export function UserSignIn({ user: { login, secondStep, sso, waitUntil }, onDone, onClose }: UserSignInProps) {
  const { api } = useAdmin();
  const [asked, setAsked] = useState<Act | null>(null);
  const acts: readonly Act[] = [
    { ...SIGN_OUT, run: api.signOutUser },
    ...(secondStep ? [{ ...RESET, run: api.resetSecondStep }] : []),
    ...(sso ? [{ ...UNBIND, run: api.unbindSso }] : []),
    ...(waitUntil ? [{ ...UNLOCK, run: api.unlockUser }] : []),
  ];
  return (
    <Dialog title={text('users.signIn.named', { login })} onClose={onClose}>
      <p>{text(secondStep ? 'users.second.is' : 'users.second.none')}</p>
      {sso && <p>{text('users.sso.is')}</p>}
      {waitUntil && <p class="note">{text('users.waits', { until: when(waitUntil) })}</p>}
      <div class="actions">
        {acts.map((act) => (
          <button key={act.verb} type="button" class="button danger" onClick={() => setAsked(act)}>
            {text(act.verb)}
          </button>
        ))}
      </div>
      {asked && (
        <Confirm
          title={text(asked.ask, { login })}
          effect={text(asked.effect)}
          verb={text(asked.verb)}
          busy={text('state.saving')}
          run={async () => {
            await asked.run(login);
            onDone(text(asked.done, { login }));
          }}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
