import type { IsoDate } from '#rules/law.ts';
import type { UnitSpan } from '#rules/units/unit-tree.ts';
import { drawHabits, type Habits, honestHabits } from './habits.ts';
import { between, chance, oneOf, pick, type Random, randomFrom, seedOf } from './random.ts';

/** What is simulated exists nowhere: a province code in no list of provinces, and «Mẫu» in every name. */
export const PROVINCE = { code: 'H99', name: 'Tỉnh Mẫu' } as const;

export interface SimulatedProcedure {
  readonly procedure: string;
  readonly name: string;
  readonly sector: string;
  /** Working days. */
  readonly limitDays: number;
  /** Other agencies that have a part in it. */
  readonly agencies: number;
}

export interface SimulatedUnit {
  readonly unit: string;
  readonly name: string;
  readonly level: 'province' | 'commune';
  /** First part of its dossier codes: `H99.07`. */
  readonly prefix: string;
  readonly officers: readonly string[];
  /** Those of them who give themselves more than the facts do. */
  readonly inflating: readonly string[];
  readonly procedures: readonly SimulatedProcedure[];
  readonly habits: Habits;
  /** How many dossiers it gets, against the others. */
  readonly weight: number;
}

export interface SimulatedProvince {
  readonly units: readonly SimulatedUnit[];
  readonly procedures: readonly SimulatedProcedure[];
  /** The units with their parents from day to day, and the districts and communes that were there before them. */
  readonly spans: readonly UnitSpan[];
}

const FOUNDED: IsoDate = '2018-01-01';
/** Districts end, communes merge and come directly under the province (NĐ 118/2025/NĐ-CP). */
const TWO_TIERS: IsoDate = '2025-07-01';
const COMMUNES_OF_A_DISTRICT = 8;

const SECTORS = ['Đất đai', 'Hộ tịch', 'Chứng thực', 'Hoạt động xây dựng', 'Hộ kinh doanh', 'Người có công'];

const two = (n: number) => String(n).padStart(2, '0');

function simulateProcedures(random: Random): SimulatedProcedure[] {
  return Array.from({ length: 24 }, (_, i) => {
    const limitDays = Number(pick(random, { '1': 4, '3': 4, '5': 5, '8': 3, '10': 4, '15': 3, '20': 1 }));
    const sector = SECTORS[i % SECTORS.length] as string;
    return {
      procedure: `9.${String(i + 1).padStart(6, '0')}`,
      name: `Thủ tục mẫu số ${i + 1}`,
      sector,
      limitDays,
      agencies: limitDays < 5 ? 0 : between(random, 0, 2),
    };
  });
}

/** How many officers a unit has, and whether some of them inflate as real ones are said to. */
export interface Staff {
  /** `null` = 2 to 5. */
  readonly each: number | null;
  readonly honest: boolean;
}

function simulateUnit(
  random: Random,
  place: number,
  level: SimulatedUnit['level'],
  number: number,
  procedures: readonly SimulatedProcedure[],
  { each, honest }: Staff,
): SimulatedUnit {
  const [code, name] =
    level === 'province' ? ['so', 'Sở'] : chance(random, 25) ? ['phuong', 'Phường'] : (['xa', 'Xã'] as const);
  const drawn = between(random, 2, 5);
  const officers = Array.from({ length: each ?? drawn }, (_, i) => `CB-${two(place)}-${i + 1}`);
  const own = Array.from({ length: level === 'province' ? 5 : 8 }, () => oneOf(random, procedures));
  return {
    unit: `${code}-mau-${two(number)}`,
    name: `${name} Mẫu ${number}`,
    level,
    prefix: `${PROVINCE.code}.${two(place)}`,
    officers,
    inflating: officers.filter(() => chance(random, 20) && !honest),
    procedures: [...new Set(own)],
    habits: honest ? honestHabits(drawHabits(random)) : drawHabits(random),
    weight: between(random, 40, 160),
  };
}

function spansOf(units: readonly SimulatedUnit[]): UnitSpan[] {
  const communes = units.filter(({ level }) => level === 'commune');
  const districtOf = (i: number) => `huyen-mau-${two(Math.floor(i / COMMUNES_OF_A_DISTRICT) + 1)}`;
  const districts = [...new Set(communes.map((_, i) => districtOf(i)))];
  const open = { from: FOUNDED, to: null, successors: [] };
  return [
    ...districts.map((unit, i) => ({
      ...{ unit, name: `Huyện Mẫu ${i + 1}`, level: 'district' as const, parent: [{ from: FOUNDED, value: null }] },
      ...{ from: FOUNDED, to: TWO_TIERS, successors: [] },
    })),
    ...units.flatMap(({ unit, name, level }): UnitSpan[] => {
      const place = communes.findIndex((each) => each.unit === unit);
      if (place < 0) return [{ unit, name, level, parent: [{ from: FOUNDED, value: null }], ...open }];
      const district = { from: FOUNDED, value: districtOf(place) };
      const span: UnitSpan = { unit, name, level, parent: [district, { from: TWO_TIERS, value: null }], ...open };
      // Every third commune took a smaller one in when the districts ended.
      if (place % 3 !== 0) return [span];
      const merged = { unit: `${unit}-cu`, name: `${name} (cũ)`, level, parent: [district] };
      return [span, { ...merged, from: FOUNDED, to: TWO_TIERS, successors: [unit] }];
    }),
  ];
}

/** A province of `count` units, one in five a department and the others communes; the same for the same seed. */
export function simulateProvince(
  seed: number,
  count: number,
  staff: Staff = { each: null, honest: false },
): SimulatedProvince {
  const procedures = simulateProcedures(randomFrom(seedOf(seed, 0)));
  const departments = Math.max(1, Math.round(count / 5));
  const units = Array.from({ length: count }, (_, i) => {
    const random = randomFrom(seedOf(seed, 1, i));
    return i < departments
      ? simulateUnit(random, i + 1, 'province', i + 1, procedures, staff)
      : simulateUnit(random, i + 1, 'commune', i + 1 - departments, procedures, staff);
  });
  return { units, procedures, spans: spansOf(units) };
}
