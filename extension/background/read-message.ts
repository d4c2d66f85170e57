import { isIsoDate } from '#rules/calendar/date.ts';
import { DOSSIER_STATES } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { ApologyReason } from '#wire/apology.ts';
import type { DatedField, DossierReading } from '../hosts/host.ts';
import type { OverlayMessage, PanelMessage, PanelView, ReadingCount } from '../messages.ts';
import { readConfiguration } from '../read-configuration.ts';
import type { Look } from '../site-health.ts';
import { isCode, isEntries, isObject, isScoreValues, isSeconds, isText } from './message-parts.ts';
import { readWorkMessage } from './read-work-message.ts';

const isMoment = (value: unknown): value is LocalTime =>
  isText(value, 16) && /^[^T]+T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && isIsoDate(value.slice(0, 10));
const isTime = (value: unknown): boolean => value === null || isMoment(value);
const isNote = (value: unknown): boolean => value === null || isText(value, 500);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const VIEWS: ReadonlySet<unknown> = new Set(['today', 'dossier', 'score', 'batch', 'teach']);
const isView = (value: unknown): value is PanelView => VIEWS.has(value);

const STATES: ReadonlySet<unknown> = new Set([null, ...DOSSIER_STATES]);
const READING_FIELDS = new Set([
  'code',
  'procedureName',
  'procedure',
  'state',
  'status',
  'received',
  'promised',
  'reappointed',
  'ready',
  'returned',
  'dateOnly',
  'hostVerdict',
  'supplements',
  'steps',
  'submittedOnline',
  'limitDays',
  'source',
]);
const DATED_FIELDS: ReadonlySet<unknown> = new Set([
  'received',
  'promised',
  'reappointed',
  'ready',
  'returned',
] satisfies DatedField[]);
const MOST_ROWS = 1_000;

const isAmount = (value: unknown, most: number): boolean =>
  value === null || (typeof value === 'number' && value >= 0 && value <= most);

function isStep(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.keys(value).length === 4 &&
    isText(value.name, 120) &&
    isAmount(value.limitDays, 3_650) &&
    isTime(value.started) &&
    isTime(value.ended)
  );
}

function isReading(value: unknown): value is DossierReading {
  return (
    isObject(value) &&
    Object.keys(value).every((key) => READING_FIELDS.has(key)) &&
    isCode(value.code) &&
    STATES.has(value.state) &&
    (value.source === 'list' || value.source === 'detail') &&
    [value.received, value.promised, value.reappointed, value.ready, value.returned].every(isTime) &&
    [value.procedureName, value.procedure, value.status, value.hostVerdict].every(isNote) &&
    isAmount(value.supplements, 100) &&
    Number.isInteger(value.supplements ?? 0) &&
    isTime(value.submittedOnline ?? null) &&
    isAmount(value.limitDays ?? null, 3_650) &&
    (value.steps === null || (Array.isArray(value.steps) && value.steps.length <= 50 && value.steps.every(isStep))) &&
    Array.isArray(value.dateOnly) &&
    value.dateOnly.length <= DATED_FIELDS.size &&
    value.dateOnly.every((field) => DATED_FIELDS.has(field))
  );
}

function isReadingCount(value: unknown): value is ReadingCount {
  if (!isObject(value)) return false;
  return [value.total, value.read, value.noCode, value.noDate, value.duplicates, value.others ?? 0].every(isCount);
}

function isLook(value: unknown): value is Look {
  return (
    isObject(value) &&
    Object.keys(value).length === 3 &&
    isReadingCount(value.count) &&
    typeof value.unreadable === 'boolean' &&
    isText(value.by, 60) &&
    /^[a-z:0-9-]+$/.test(value.by)
  );
}

/** A message of a back-office page, or `null`. A page is a stranger: every field is looked at. */
export function readOverlayMessage(value: unknown): OverlayMessage | null {
  if (!isObject(value)) return null;
  const { type, readings, count, code, view, hidden, look } = value;
  if (type === 'overlay.start') return { type, first: value.first === true };
  if (type === 'overlay.hide' && typeof hidden === 'boolean') return { type, hidden };
  if (type === 'overlay.open' && (code === null || isCode(code)) && isView(view)) return { type, code, view };
  if (type === 'overlay.look' && isLook(look)) return { type, look };
  if (type !== 'overlay.reading' || !Array.isArray(readings) || !isReadingCount(count)) return null;
  return readings.length <= MOST_ROWS && readings.every(isReading) ? { type, readings, count } : null;
}

const REASONS = new Set<unknown>([
  'coordination',
  'verification',
  'workload',
  'system',
  'other',
] satisfies ApologyReason[]);
const isReason = (value: unknown): value is ApologyReason => REASONS.has(value);

/** A message of the extension's own pages, or `null`. */
export function readPanelMessage(value: unknown): PanelMessage | null {
  if (!isObject(value)) return null;
  const {
    type,
    server,
    code,
    label,
    agreed,
    origin,
    enabled,
    officer,
    pin,
    view,
    hidden,
    values,
    seconds,
    promised,
    reason,
  } = value;
  switch (type) {
    case 'panel.state':
    case 'panel.forget':
    case 'panel.leave':
    case 'panel.send':
    case 'panel.stored':
    case 'panel.diagnose':
    case 'panel.erase':
      return { type };
    case 'panel.configure': {
      const { configuration, faults } = readConfiguration(value.configuration);
      return faults.length === 0 ? { type, configuration } : null;
    }
    case 'panel.enrol':
      return isText(server, 300) && isText(code, 40) && isText(label, 80) ? { type, server, code, label } : null;
    case 'panel.consent':
      return typeof agreed === 'boolean' ? { type, agreed } : null;
    case 'panel.site':
      return isText(origin, 300) && typeof enabled === 'boolean' ? { type, origin, enabled } : null;
    case 'panel.person':
      return isText(officer, 40) && isText(pin, 8) ? { type, officer, pin } : null;
    case 'panel.select':
      return (code === null || isCode(code)) && isView(view) ? { type, code, view } : null;
    case 'panel.hide':
      return typeof hidden === 'boolean' ? { type, hidden } : null;
    case 'panel.letter':
      return isCode(code) && isMoment(promised) && isReason(reason) ? { type, code, promised, reason } : null;
    case 'panel.draft':
      return isCode(code) && (value.entries === null || isEntries(value.entries))
        ? { type, code, entries: value.entries }
        : null;
    case 'panel.score':
      return isCode(code) && isScoreValues(values) && isSeconds(seconds) ? { type, code, values, seconds } : null;
    default:
      return readWorkMessage(value);
  }
}
