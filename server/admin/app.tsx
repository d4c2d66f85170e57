import { useEffect, useState } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import { AdminContext } from './admin-context.ts';
import { type Api, type ApiFault, faultOf } from './api.ts';
import { Dialog } from './parts/dialog.tsx';
import { FaultText } from './parts/fault-text.tsx';
import { goTo, usePlace } from './place.ts';
import { FirstAdmin } from './screens/first-admin.tsx';
import { SecondStepFirst, SecondStepOwed } from './screens/second-step-first.tsx';
import { SignIn, SignInForm } from './screens/sign-in.tsx';
import { SsoCode } from './screens/sso-code.tsx';
import { Shell } from './shell.tsx';
import { text } from './text.ts';
import { useLanguage } from './use-language.ts';

/** Who may see what: first admin by its link, sign-in, or the signed-in shell, over which signing in again is a dialog. */
export function App({ api }: { api: Api }) {
  const place = usePlace();
  // Everything below speaks another language at once.
  useLanguage();
  const [session, setSession] = useState<Session | null>(null);
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [expired, setExpired] = useState(false);
  // The province began to ask for a second step while somebody was at work.
  const [owed, setOwed] = useState(false);
  const [lifted, setLifted] = useState(0);
  // Signed in here, rather than found signed in.
  const [entered, setEntered] = useState(false);

  async function look(): Promise<void> {
    setFault(null);
    try {
      enter(await api.session());
    } catch (error) {
      const found = faultOf(error);
      if (found.status !== 401) setFault(found);
    }
    setAsked(true);
  }
  function enter(found: Session): void {
    setExpired(false);
    setSession(found);
  }
  function enterByForm(signedIn: Session): void {
    setEntered(true);
    enter(signedIn);
  }
  /** Signed in again over the page: what was typed on it stays, also where a second step is owed now. */
  function enterAgain(found: Session): void {
    setOwed(found.secondStepNeeded);
    enter({ ...found, secondStepNeeded: false });
  }
  function lift(): void {
    setOwed(false);
    setLifted((n) => n + 1);
  }
  function goOn(): void {
    setEntered(true);
    setSession((found) => found && { ...found, secondStepNeeded: false });
  }
  async function leave(): Promise<void> {
    try {
      await api.signOut();
    } catch (error) {
      const found = faultOf(error);
      // An ended session is out already; otherwise the cookie still lives and that must be said.
      if (found.status !== 401) return setFault(found);
    }
    setOwed(false);
    setSession(null);
    goTo([]);
  }
  useEffect(() => {
    api.whenExpired(() => setExpired(true));
    api.whenOwed(() => setOwed(true));
    void look();
  }, []);

  const signIn = place.path[0] === 'dang-nhap';
  useEffect(() => {
    // Whoever is signed in already has nothing to do at the sign-in link.
    if (session && signIn) goTo([]);
  }, [session, signIn]);

  const first = place.path[0] === 'bat-dau' ? place.path[1] : undefined;
  if (first)
    return (
      <FirstAdmin
        api={api}
        token={first}
        onSession={(signedIn) => {
          goTo([]);
          enterByForm(signedIn);
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
  const coded = signIn && place.path[2] === 'ma' ? place.path[1] : undefined;
  if (!session && coded !== undefined) return <SsoCode api={api} tenant={coded} onSession={enterByForm} />;
  if (!session) return <SignIn api={api} tenant={signIn ? place.path[1] : undefined} onSession={enterByForm} />;
  return (
    <AdminContext.Provider value={{ api, session, admitted: `${session.csrf} ${lifted}`, onSession: enter }}>
      {session.secondStepNeeded ? (
        <SecondStepFirst onDone={goOn} onSignOut={leave} />
      ) : (
        <Shell place={place} entered={entered} onSignOut={leave} />
      )}
      {owed && !session.secondStepNeeded && !expired && (
        <Dialog title={text('second.owed.title')} closeButton={false} must onClose={() => {}}>
          <SecondStepOwed onDone={lift} onSignOut={leave} />
        </Dialog>
      )}
      {expired && (
        <Dialog title={text('signIn.title')} closeButton={false} must onClose={() => {}}>
          <p>{text('session.expired')}</p>
          <SignInForm api={api} tenant={session.tenant} login={session.login} onSession={enterAgain} />
        </Dialog>
      )}
    </AdminContext.Provider>
  );
}
