import type { PortalKey, PortalKeyLine, Session, SingleSignOnOffer } from '#wire/access.ts';
import type { Appraisal, Appraisals } from '#wire/appraisal.ts';
import type { RescorePreview } from '#wire/comparison.ts';
import type { Desk } from '#wire/desk.ts';
import type { EnrolledDevice } from '#wire/device.ts';
import type { DutiesPage } from '#wire/duties.ts';
import type { ImportView } from '#wire/import.ts';
import type { Officer } from '#wire/officer.ts';
import type {
  AcknowledgeRequest,
  CorrectRequest,
  PeriodRequest,
  PublishRequest,
  ReasonRequest,
  RescorePreviewRequest,
  RescoreRequest,
  SealRequest,
} from '#wire/period.ts';
import type { PetitionsPage } from '#wire/petition.ts';
import type { PortalOrigins } from '#wire/portal-origin.ts';
import type { Outcome, Problem } from '#wire/problem.ts';
import type { Procedure } from '#wire/procedure.ts';
import type { PeriodProgress } from '#wire/progress.ts';
import type { Recording } from '#wire/recording.ts';
import type { Period, PeriodCheck, PeriodSnapshots, Received } from '#wire/results.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import type { Tenant } from '#wire/tenant.ts';
import type { User } from '#wire/user.ts';
import { accessCalls } from './access-calls.ts';
import { apologyCalls } from './apology-calls.ts';
import { auditCalls } from './audit-calls.ts';
import { caseCalls } from './case-calls.ts';
import { flagCalls } from './flag-calls.ts';
import { kioskCalls } from './kiosk-calls.ts';
import { linkCalls } from './link-calls.ts';
import { objectionCalls } from './objection-calls.ts';
import { paperCalls } from './paper-calls.ts';
import { privacyCalls } from './privacy-calls.ts';
import { publishedCalls } from './published-calls.ts';
import { qualityCalls } from './quality-calls.ts';
import { reportCalls } from './report-calls.ts';
import { resultCalls } from './results-calls.ts';
import { sampleCalls } from './sample-calls.ts';
import { searchCalls } from './search-calls.ts';
import { setUpCalls } from './set-up-calls.ts';
import { text } from './text.ts';
import { timelinessCalls } from './timeliness-calls.ts';
import { todayCalls } from './today-calls.ts';
import { unitCalls } from './unit-calls.ts';
import { webhookCalls } from './webhook-calls.ts';

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

export type Send = (path: string, init?: RequestInit) => Promise<Response>;
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** One request; its JSON answer. */
export type Call = <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal) => Promise<T>;
/** One request; the answer as it came. */
export type Ask = (method: Method, path: string, body?: unknown) => Promise<Response>;

/** The field a refusal is about, by its path in the request: what was wrong with it, or `undefined`. */
export function issueOf(fault: ApiFault | null, path: string): string | undefined {
  return fault?.problem.issues?.find((issue) => issue.path === path)?.message;
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem;
  } catch {
    return { code: 'server.fault', message: text('fault.server') };
  }
}

/** Every call the admin app makes. Each rejects with {@link ApiFault}; 401 on any but the first look is told to `onExpired`, a second step that is owed to `onOwed`. */
export function createApi(send: Send) {
  let csrf = '';
  let onExpired: () => void = () => {};
  let onOwed: () => void = () => {};

  async function ask(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined && !(body instanceof Blob)) headers['content-type'] = 'application/json';
    if (method !== 'GET' && csrf) headers['x-dvc-csrf'] = csrf;
    const answer = await send(path, {
      method,
      headers,
      credentials: 'same-origin',
      // A file is sent as it is read from the disk.
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (answer.ok) return answer;
    const problem = await problemOf(answer);
    if (answer.status === 401 && csrf) {
      onExpired();
      throw new ApiFault(401, { code: 'session.expired', message: text('session.expired') });
    }
    if (problem.code === 'second.needed') onOwed();
    throw new ApiFault(answer.status, problem);
  }
  async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const answer = await ask(method, path, body, signal);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  const keep = (session: Session): Session => {
    csrf = session.csrf;
    return session;
  };
  const at = encodeURIComponent;
  const many = async (path: string, items: readonly unknown[]): Promise<Outcome[]> =>
    (await call<{ outcomes: Outcome[] }>('POST', path, items)).outcomes;
  /** One item sent as a list of one: its refusal is the call's own. */
  async function one(path: string, item: unknown): Promise<void> {
    const [outcome] = await many(path, [item]);
    if (outcome?.outcome === 'refused') throw new ApiFault(outcome.status, outcome.problem);
  }

  return {
    whenExpired(tell: () => void) {
      onExpired = tell;
    },
    /** A call was refused because the province asks the account for a second step. */
    whenOwed(tell: () => void) {
      onOwed = tell;
    },
    sso: (signal?: AbortSignal) => call<SingleSignOnOffer>('GET', '/v1/sso', undefined, signal),
    session: () => call<Session>('GET', '/v1/session').then(keep),
    async signIn(tenant: string, login: string, password: string, code?: string): Promise<Session> {
      csrf = '';
      return keep(await call<Session>('POST', '/v1/session', { tenant, login, password, ...(code ? { code } : {}) }));
    },
    /** After the single sign-on: the code of the account it meant. */
    signInCode: (code: string) => call<Session>('POST', '/v1/sso/code', { code }).then(keep),
    async signOut(): Promise<void> {
      await call<void>('DELETE', '/v1/session');
      csrf = '';
    },
    changePassword: (current: string, password: string) =>
      call<void>('PUT', '/v1/session/password', { current, password }),
    firstAdmin: (token: string, login: string, password: string) =>
      call<Session>('POST', '/v1/first-admin', { token, login, password }).then(keep),

    desk: (signal?: AbortSignal) => call<Desk>('GET', '/v1/desk', undefined, signal),
    received: (signal?: AbortSignal) => call<Received>('GET', '/v1/received', undefined, signal),
    openPeriod: (period: PeriodRequest) => call<Period>('POST', '/v1/periods', period),
    check: (period: string, signal?: AbortSignal) =>
      call<PeriodCheck>('GET', `/v1/periods/${at(period)}/check`, undefined, signal),
    close: (period: string) => call<Period>('POST', `/v1/periods/${at(period)}/close`, {}),
    seal: (period: string, request: SealRequest) => call<Period>('POST', `/v1/periods/${at(period)}/seal`, request),
    publish: (period: string, request: PublishRequest) =>
      call<Period>('POST', `/v1/periods/${at(period)}/publish`, request),
    cancelPublication: (period: string) => call<Period>('POST', `/v1/periods/${at(period)}/publish/cancel`, {}),
    reopen: (period: string, request: ReasonRequest) =>
      call<Period>('POST', `/v1/periods/${at(period)}/reopen`, request),
    previewRescore: (period: string, request: RescorePreviewRequest) =>
      call<RescorePreview>('POST', `/v1/periods/${at(period)}/rescore/preview`, request),
    rescore: (period: string, request: RescoreRequest) =>
      call<Period>('POST', `/v1/periods/${at(period)}/rescore`, request),
    correct: (period: string, request: CorrectRequest) =>
      call<Period>('POST', `/v1/periods/${at(period)}/correct`, request),
    withdraw: (period: string, request: ReasonRequest) =>
      call<Period>('POST', `/v1/periods/${at(period)}/withdraw`, request),
    acknowledge: (period: string, request: AcknowledgeRequest) =>
      call<Period>('POST', `/v1/periods/${at(period)}/check/acknowledge`, request),
    snapshots: (period: string, signal?: AbortSignal) =>
      call<PeriodSnapshots>('GET', `/v1/periods/${at(period)}/snapshots`, undefined, signal),
    progress: (period: string, signal?: AbortSignal) =>
      call<PeriodProgress>('GET', `/v1/periods/${at(period)}/progress`, undefined, signal),

    imports: (signal?: AbortSignal) => call<{ imports: ImportView[] }>('GET', '/v1/imports', undefined, signal),
    sendImport: (query: Readonly<Record<string, string>>, file: Blob) =>
      call<ImportView>('POST', `/v1/imports?${new URLSearchParams(query)}`, file),
    stopImport: (id: string) => call<ImportView>('POST', `/v1/imports/${at(id)}/stop`, {}),
    undoImport: (id: string) => call<ImportView>('POST', `/v1/imports/${at(id)}/undo`, {}),

    petitions: (after: string, unit = '') =>
      call<PetitionsPage>('GET', `/v1/petitions?after=${at(after)}${unit && `&unit=${at(unit)}`}`),
    putPetitions: (petitions: readonly unknown[]) => many('/v1/petitions', petitions),
    recordings: (signal?: AbortSignal) => call<{ recordings: Recording[] }>('GET', '/v1/recordings', undefined, signal),
    putRecording: (recording: Recording) => one('/v1/recordings', recording),
    duties: (query: Readonly<Record<string, string>>) =>
      call<DutiesPage>('GET', `/v1/duties?${new URLSearchParams(query)}`),
    appraisals(period: string, unit: string, dossier: string, signal?: AbortSignal) {
      const query = new URLSearchParams({ period, unit, ...(dossier && { dossier }) });
      return call<Appraisals>('GET', `/v1/appraisals?${query}`, undefined, signal);
    },
    appraise: (appraisal: Appraisal) => one('/v1/appraisals', appraisal),
    servedSurvey: (id: string, signal?: AbortSignal) =>
      call<ServedSurvey>('GET', `/v1/surveys/${at(id)}`, undefined, signal),
    procedures: (signal?: AbortSignal) => call<{ procedures: Procedure[] }>('GET', '/v1/procedures', undefined, signal),
    putProcedure: (procedure: unknown) => one('/v1/procedures', procedure),
    putProcedures: (procedures: readonly unknown[]) => many('/v1/procedures', procedures),
    tenant: (signal?: AbortSignal) => call<Tenant>('GET', '/v1/tenant', undefined, signal),
    changeTenant: (settings: Omit<Tenant, 'tenant'>) => call<Tenant>('PUT', '/v1/tenant', settings),
    users: (signal?: AbortSignal) => call<{ users: User[] }>('GET', '/v1/users', undefined, signal),
    addUser: (user: Pick<User, 'login' | 'role' | 'unit'> & { password: string }) =>
      call<User>('POST', '/v1/users', user),
    deactivateUser: (login: string) => call<void>('DELETE', `/v1/users/${at(login)}`),
    enrol: (unit: string, label: string) =>
      call<{ code: string; expires: string }>('POST', '/v1/enrolments', { unit, label }),
    devices: (signal?: AbortSignal) => call<{ devices: EnrolledDevice[] }>('GET', '/v1/devices', undefined, signal),
    revokeDevice: (device: string) => call<void>('DELETE', `/v1/devices/${at(device)}`),
    officers: (signal?: AbortSignal) => call<{ officers: Officer[] }>('GET', '/v1/officers', undefined, signal),
    addOfficer: (officer: Officer & { pin: string }) => call<Officer>('POST', '/v1/officers', officer),
    portalKeys: (signal?: AbortSignal) => call<{ keys: PortalKeyLine[] }>('GET', '/v1/portal-keys', undefined, signal),
    addPortalKey: (label: string, units: string[]) => call<PortalKey>('POST', '/v1/portal-keys', { label, units }),
    portalOrigins: (signal?: AbortSignal) => call<PortalOrigins>('GET', '/v1/portal-origins', undefined, signal),
    putPortalOrigins: (origins: string[]) => call<PortalOrigins>('PUT', '/v1/portal-origins', { origins }),
    ...accessCalls(call),
    ...apologyCalls(call, one),
    ...auditCalls(call),
    ...caseCalls(call),
    ...flagCalls(call, one),
    ...kioskCalls(call),
    ...linkCalls(ask, call),
    ...objectionCalls(call, one),
    ...paperCalls(call, many),
    ...timelinessCalls(call),
    ...todayCalls(call),
    ...privacyCalls(call),
    ...resultCalls(call),
    ...reportCalls(call),
    ...publishedCalls(call),
    ...qualityCalls(call),
    ...sampleCalls(call),
    ...searchCalls(call),
    ...setUpCalls(call),
    ...unitCalls(call, one, many),
    ...webhookCalls(call),
    revokePortalKey: (id: string) => call<void>('DELETE', `/v1/portal-keys/${at(id)}`),
  };
}

export type Api = ReturnType<typeof createApi>;
