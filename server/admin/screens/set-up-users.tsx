import { useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { User } from '#wire/user.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Fold } from '../parts/fold.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { localDay } from '../when.ts';
import { SecondStepRule } from './second-step-rule.tsx';
import type { SetUpPartProps } from './set-up.tsx';
import { UserChange } from './user-change.tsx';
import { UserForm } from './user-form.tsx';
import { UserSignIn } from './user-sign-in.tsx';

/** Who may sign in, as what and for which unit. */
export function SetUpUsers({ units }: SetUpPartProps) {
  const { api, session } = useAdmin();
  const users = useLoad('users', (signal) => api.users(signal));
  const [changing, setChanging] = useState<User | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [helping, setHelping] = useState<User | null>(null);
  const [ending, setEnding] = useState<User | null>(null);
  const nameOf = (code: string | null) =>
    code === null ? text('app.whole') : (units.find((unit) => unit.unit === code)?.name ?? code);

  function changed({ login, role, unit }: User): void {
    users.again();
    const back = async () => {
      await api.changeUser(login, { role, unit });
      users.again();
      setDone({ said: text('undo.done') });
    };
    setDone({ said: text('users.changed', { login }), back });
  }

  return (
    <>
      <p>{text('users.intro')}</p>
      <UserForm units={units} onAdded={users.again} />
      <Loaded of={users}>
        {({ users: list }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <section class="scroll" aria-label={text('users.list', { n: list.length })} tabIndex={0}>
            <SortableTable
              caption={text('users.list', { n: list.length })}
              rows={list}
              rowKey={(user) => user.login}
              last={(user) => !user.active}
              columns={[
                { key: 'login', label: text('signIn.login'), by: (u) => u.login, cell: (u) => u.login },
                { key: 'role', label: text('users.role'), by: (u) => u.role, cell: (u) => text(`role.${u.role}`) },
                { key: 'unit', label: text('users.scope'), by: (u) => nameOf(u.unit), cell: (u) => nameOf(u.unit) },
                {
                  key: 'second',
                  label: text('setUp.second'),
                  by: (u) => Number(u.secondStep),
                  cell: (u) => text(u.secondStep ? 'users.second.yes' : 'users.second.no'),
                },
                {
                  key: 'created',
                  label: text('users.created'),
                  by: (u) => u.createdAt,
                  cell: (u) => <span class="whole">{formatDate(localDay(new Date(u.createdAt)))}</span>,
                },
                {
                  key: 'state',
                  label: text('devices.state'),
                  cell: (u) => {
                    if (!u.active) return <span class="muted">{text('users.ended')}</span>;
                    if (u.login === session.login) return text('users.self');
                    return (
                      <span class="actions">
                        <button
                          type="button"
                          class="button"
                          aria-label={text('users.change.named', { login: u.login })}
                          onClick={() => setChanging(u)}
                        >
                          {text('action.change')}
                        </button>
                        <button
                          type="button"
                          class="button"
                          aria-label={text('users.signIn.named', { login: u.login })}
                          onClick={() => setHelping(u)}
                        >
                          {text(u.waitUntil ? 'users.signIn.waits' : 'users.signIn')}
                        </button>
                        <button
                          type="button"
                          class="button danger"
                          aria-label={text('users.end.named', { login: u.login })}
                          onClick={() => setEnding(u)}
                        >
                          {text('users.end')}
                        </button>
                      </span>
                    );
                  },
                },
              ]}
            />
          </section>
        )}
      </Loaded>
      <Undo done={done} />
      <Fold summary={text('second.rule')}>
        <SecondStepRule users={users.value?.users ?? []} />
      </Fold>
      {changing && <UserChange user={changing} units={units} onDone={changed} onClose={() => setChanging(null)} />}
      {helping && (
        <UserSignIn
          user={helping}
          onDone={(said) => {
            users.again();
            setDone({ said });
          }}
          onClose={() => setHelping(null)}
        />
      )}
      {ending && (
        <Confirm
          title={text('users.end.ask', { login: ending.login })}
          effect={text('users.end.effect')}
          verb={text('users.end')}
          busy={text('state.saving')}
          run={async () => {
            await api.deactivateUser(ending.login);
            users.again();
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
