import { useEffect, useState } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import { AdminContext } from './admin-context.ts';
import { type Api, type ApiFault, faultOf } from './api.ts';
import { Dialog } from './parts/dialog.tsx';
import { FaultText } from './parts/fault-text.tsx';
import { goTo, usePlace } from './place.ts';
import { FirstAdmin } from './screens/first-admin.tsx';
import { SignIn, SignInForm } from './screens/sign-in.tsx';
import { Shell } from './shell.tsx';
import { text } from './text.ts';

/** Who may see what: first admin by its link, sign-in, or the signed-in shell, over which signing in again is a dialog. */
export function App({ api }: { api: Api }) {
  const place = usePlace();
  const [session, setSession] = useState<Session | null>(null);
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [expired, setExpired] = useState(false);

  async function look(): Promise<void> {
    setFault(null);
    try {
      setSession(await api.session());
    } catch (error) {
      const found = faultOf(error);
      if (found.status !== 401) setFault(found);
    }
    setAsked(true);
  }
  useEffect(() => {
    api.whenExpired(() => setExpired(true));
    void look();
  }, []);

  const first = place.path[0] === 'bat-dau' ? place.path[1] : undefined;
  if (first)
    return (
      <FirstAdmin
        api={api}
        token={first}
        onSession={(signedIn) => {
          goTo([]);
          setSession(signedIn);
        }}
      />
    );
  if (!asked) return <p class="wrap muted loading">{text('state.loading')}</p>;
  if (fault)
    return (
      <main class="wrap">
        <h1>{text('app.title')}</h1>
        <FaultText fault={fault} />
        <button type="button" class="button" onClick={look}>
          {text('state.again')}
        </button>
      </main>
    );
  if (!session) {
    const tenant = place.path[0] === 'dang-nhap' ? place.path[1] : undefined;
    return (
      <SignIn
        api={api}
        tenant={tenant}
        onSession={(signedIn) => {
          if (tenant !== undefined) goTo([]);
          setSession(signedIn);
        }}
      />
    );
  }
  return (
    <AdminContext.Provider value={{ api, session }}>
      <Shell
        place={place}
        onSignOut={async () => {
          await api.signOut();
          setSession(null);
          goTo([]);
        }}
      />
      {expired && (
        <Dialog title={text('signIn.title')} closeButton={false} must onClose={() => {}}>
          <p>{text('session.expired')}</p>
          <SignInForm
            api={api}
            tenant={session.tenant}
            login={session.login}
            onSession={(renewed) => {
              setExpired(false);
              setSession(renewed);
            }}
          />
        </Dialog>
      )}
    </AdminContext.Provider>
  );
}
