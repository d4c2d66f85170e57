import { addDays, isIsoDate } from '../calendar/date.ts';
import { FieldReader, type PackFault } from './field-reader.ts';
import { type HostPack, PACK_BOUNDS } from './host-pack.ts';
import { hostPackOf } from './read-host-pack.ts';

/** A pack that must no longer be used, up to and including a version, from wherever it came. */
export interface KilledPack {
  readonly id: string;
  readonly upTo: number;
  readonly reason: string;
}

/** A feature switched off on every browser of the province, by its name in `extension/features`. */
export interface KilledFeature {
  readonly id: string;
  readonly reason: string;
}

/** What a province signs: all its packs and what it takes back, in one file, so that none can be withheld without the others. */
export interface PackBundle {
  readonly format: 'dvc-packs/1';
  readonly tenant: string;
  /** Grows with every file signed; a smaller one is never taken back. */
  readonly sequence: number;
  readonly issued: string;
  /** Last day on which its packs are used. */
  readonly expires: string;
  readonly packs: readonly HostPack[];
  readonly killedPacks: readonly KilledPack[];
  readonly killedFeatures: readonly KilledFeature[];
}

/** Most characters of a signed file. */
export const MOST_SIGNED = 262_144;
export const BUNDLE_BOUNDS = { packs: 50, killed: 200, sequence: 1_000_000_000, days: 400, reason: 200 } as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

function dayOf(of: FieldReader, name: string): string {
  const day = of.pattern(name, DAY, 'ngày dạng 2026-11-24');
  if (day && !isIsoDate(day)) of.fault(name, 'không có ngày này');
  return isIsoDate(day) ? day : '2000-01-01';
}

/** The bundle in parsed JSON, or what is wrong with it. */
export function readPackBundle(value: unknown): { bundle: PackBundle } | { faults: readonly PackFault[] } {
  const faults: PackFault[] = [];
  const of = new FieldReader(value, '', faults);
  of.only(['format', 'tenant', 'sequence', 'issued', 'expires', 'packs', 'killedPacks', 'killedFeatures']);
  const bundle: PackBundle = {
    format: of.oneOf('format', ['dvc-packs/1'] as const),
    tenant: of.pattern('tenant', /^[a-z][a-z0-9]{1,11}$/, 'mã tỉnh: 2–12 chữ thường hoặc số'),
    sequence: of.whole('sequence', 1, BUNDLE_BOUNDS.sequence),
    issued: dayOf(of, 'issued'),
    expires: dayOf(of, 'expires'),
    packs: of.list('packs', 0, BUNDLE_BOUNDS.packs, hostPackOf),
    killedPacks: of.list('killedPacks', 0, BUNDLE_BOUNDS.killed, (each) => {
      each.only(['id', 'upTo', 'reason']);
      return {
        id: each.pattern('id', ID, 'mã gói'),
        upTo: each.whole('upTo', 1, PACK_BOUNDS.version),
        reason: each.text('reason', BUNDLE_BOUNDS.reason),
      };
    }),
    killedFeatures: of.list('killedFeatures', 0, BUNDLE_BOUNDS.killed, (each) => {
      each.only(['id', 'reason']);
      return { id: each.pattern('id', ID, 'mã tính năng'), reason: each.text('reason', BUNDLE_BOUNDS.reason) };
    }),
  };
  const { issued, expires, packs } = bundle;
  if (expires < issued) of.fault('expires', 'ngày hết hạn trước ngày ký');
  else if (expires > addDays(issued, BUNDLE_BOUNDS.days))
    of.fault('expires', `quá ${BUNDLE_BOUNDS.days} ngày từ ngày ký`);
  if (new Set(packs.map(({ id }) => id)).size < packs.length) of.fault('packs', 'có hai gói cùng mã');
  return faults.length > 0 ? { faults } : { bundle };
}

/** Whether the province took `pack` back. */
export function isKilled(pack: Pick<HostPack, 'id' | 'version'>, killed: readonly KilledPack[]): KilledPack | null {
  return killed.find(({ id, upTo }) => id === pack.id && pack.version <= upTo) ?? null;
}
