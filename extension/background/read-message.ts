import { DOSSIER_STATES } from '#rules/dossier.ts';
import type { DossierReading } from '../hosts/host.ts';
import type { OverlayMessage, PanelMessage, PanelView, ReadingCount, ScoreValues } from '../messages.ts';
import { readConfiguration } from '../read-configuration.ts';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isCode = (value: unknown): value is string =>
  isText(value, 60) && /^[A-Za-z0-9][A-Za-z0-9./_-]{3,59}$/.test(value);
const isTime = (value: unknown): boolean =>
  value === null || (isText(value, 16) && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value));
const isNote = (value: unknown): boolean => value === null || isText(value, 500);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isView = (value: unknown): value is PanelView => value === 'today' || value === 'dossier' || value === 'score';

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
  'source',
]);
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
    (value.steps === null || (Array.isArray(value.steps) && value.steps.length <= 50 && value.steps.every(isStep))) &&
    Array.isArray(value.dateOnly) &&
    value.dateOnly.length <= 5
  );
}

function isReadingCount(value: unknown): value is ReadingCount {
  return isObject(value) && [value.total, value.read, value.noCode, value.noDate, value.duplicates].every(isCount);
}

/** A message of a back-office page, or `null`. A page is a stranger: every field is looked at. */
export function readOverlayMessage(value: unknown): OverlayMessage | null {
  if (!isObject(value)) return null;
  const { type, readings, count, code, view, hidden } = value;
  if (type === 'overlay.start') return { type };
  if (type === 'overlay.hide' && typeof hidden === 'boolean') return { type, hidden };
  if (type === 'overlay.open' && (code === null || isCode(code)) && isView(view)) return { type, code, view };
  if (type !== 'overlay.reading' || !Array.isArray(readings) || !isReadingCount(count)) return null;
  return readings.length <= MOST_ROWS && readings.every(isReading) ? { type, readings, count } : null;
}

const INDICATORS = new Set(['1', '2', '3', '4', '6', '7']);
const isPoints = (value: unknown): boolean => value === null || value === 0 || value === 10 || value === 20;

function isScoreValues(value: unknown): value is ScoreValues {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([indicator, each]) =>
      INDICATORS.has(indicator) &&
      isObject(each) &&
      isPoints(each.shown) &&
      isPoints(each.points) &&
      (each.note === undefined || isText(each.note, 500)) &&
      (each.evidence === undefined || isText(each.evidence, 200)),
  );
}

/** A message of the extension's own pages, or `null`. */
export function readPanelMessage(value: unknown): PanelMessage | null {
  if (!isObject(value)) return null;
  const { type, server, code, label, agreed, origin, enabled, officer, pin, view, hidden, values } = value;
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
    case 'panel.score':
      return isCode(code) && isScoreValues(values) ? { type, code, values } : null;
    default:
      return null;
  }
}
