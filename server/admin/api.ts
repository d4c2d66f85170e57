import type { Session } from '#wire/access.ts';
import type { EnrolledDevice } from '#wire/device.ts';
import type { Officer } from '#wire/officer.ts';
import type { Problem } from '#wire/problem.ts';
import type { FindingsPage, Period, PeriodCheck, Received, Results } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { text } from './text.ts';

/** A request that did not succeed. `status` 0: the server was not reached. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }
}

/** Whatever was thrown, as something a screen can print. */
export function faultOf(error: unknown): ApiFault {
  return error instanceof ApiFault ? error : new ApiFault(0, { code: 'network', message: text('fault.network') });
}

/** One line of the list of portal keys; the key itself is never shown again. Empty `units` = every unit. */
export interface PortalKeyLine {
  readonly id: string;
  readonly label: string;
  readonly units: readonly string[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export type Send = (path: string, init?: RequestInit) => Promise<Response>;
type Method = 'GET' | 'POST' | 'DELETE';

async function problemOf(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem;
  } catch {
    return { code: 'server.fault', message: text('fault.server') };
  }
}

/** Every call the admin app makes. Each rejects with {@link ApiFault}; 401 on any but the first look is told to `onExpired`. */
export function createApi(send: Send) {
  let csrf = '';
  let onExpired: () => void = () => {};

  async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (method !== 'GET' && csrf) headers['x-dvc-csrf'] = csrf;
    const answer = await send(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
    const problem = await problemOf(answer);
    if (answer.status === 401 && csrf) {
      onExpired();
      throw new ApiFault(401, { code: 'session.expired', message: text('session.expired') });
    }
    throw new ApiFault(answer.status, problem);
  }

  const keep = (session: Session): Session => {
    csrf = session.csrf;
    return session;
  };
  const at = encodeURIComponent;

  return {
    whenExpired(tell: () => void) {
      onExpired = tell;
    },
    session: () => call<Session>('GET', '/v1/session').then(keep),
    async signIn(tenant: string, login: string, password: string): Promise<Session> {
      csrf = '';
      return keep(await call<Session>('POST', '/v1/session', { tenant, login, password }));
    },
    async signOut(): Promise<void> {
      await call<void>('DELETE', '/v1/session');
      csrf = '';
    },
    firstAdmin: (token: string, login: string, password: string) =>
      call<Session>('POST', '/v1/first-admin', { token, login, password }).then(keep),

    received: (signal?: AbortSignal) => call<Received>('GET', '/v1/received', undefined, signal),
    periods: (signal?: AbortSignal) => call<{ periods: Period[] }>('GET', '/v1/periods', undefined, signal),
    check: (period: string, signal?: AbortSignal) =>
      call<PeriodCheck>('GET', `/v1/periods/${at(period)}/check`, undefined, signal),
    close: (period: string) => call<Period>('POST', `/v1/periods/${at(period)}/close`, {}),
    seal: (period: string) => call<Period>('POST', `/v1/periods/${at(period)}/seal`, {}),
    publish: (period: string) => call<Period>('POST', `/v1/periods/${at(period)}/publish`, {}),
    results: (period: string, signal?: AbortSignal) =>
      call<Results>('GET', `/v1/periods/${at(period)}/results`, undefined, signal),
    findings(period: string, unit: string, series: 'computed' | 'self', indicator: number, after: string | null) {
      const query = new URLSearchParams({ series, indicator: String(indicator), ...(after ? { after } : {}) });
      return call<FindingsPage>('GET', `/v1/periods/${at(period)}/units/${at(unit)}/findings?${query}`);
    },

    units: (signal?: AbortSignal) => call<{ units: Unit[] }>('GET', '/v1/units', undefined, signal),
    enrol: (unit: string, label: string) =>
      call<{ code: string; expires: string }>('POST', '/v1/enrolments', { unit, label }),
    devices: (signal?: AbortSignal) => call<{ devices: EnrolledDevice[] }>('GET', '/v1/devices', undefined, signal),
    revokeDevice: (device: string) => call<void>('DELETE', `/v1/devices/${at(device)}`),
    officers: (signal?: AbortSignal) => call<{ officers: Officer[] }>('GET', '/v1/officers', undefined, signal),
    addOfficer: (officer: Officer & { pin: string }) => call<Officer>('POST', '/v1/officers', officer),
    portalKeys: (signal?: AbortSignal) => call<{ keys: PortalKeyLine[] }>('GET', '/v1/portal-keys', undefined, signal),
    addPortalKey: (label: string, units: string[]) =>
      call<{ key: string; id: string }>('POST', '/v1/portal-keys', { label, units }),
    revokePortalKey: (id: string) => call<void>('DELETE', `/v1/portal-keys/${at(id)}`),
  };
}

export type Api = ReturnType<typeof createApi>;
