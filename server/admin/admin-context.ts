import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import type { Api } from './api.ts';

export interface Admin {
  readonly api: Api;
  readonly session: Session;
  /** Another one after signing in anew, and once what was refused is let through: then it is asked for again. */
  readonly admitted: string;
  /** What is known of the session changed: the province has another name. */
  readonly onSession: (session: Session) => void;
}

export const AdminContext = createContext<Admin | null>(null);

/** Who is signed in and the way to the server. @throws outside a signed-in screen. */
export function useAdmin(): Admin {
  const admin = useContext(AdminContext);
  if (!admin) throw new Error('useAdmin: no session above this component');
  return admin;
}
