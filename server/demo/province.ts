import type { UnitFacts } from '#rules/facts.ts';
import type { TenantDecision } from '#rules/rulesets/ruleset.ts';
import { type Habits, ORDINARY } from '../simulate/habits.ts';
import { PROVINCE, type SimulatedProcedure, type SimulatedUnit } from '../simulate/province.ts';

/** A province that does not exist. Everything here is invented; pages of this tenant carry the watermark. */
export const TENANT = 'mau';
export const TENANT_NAME = PROVINCE.name;
/** The unit whose back office the demo shows. */
export const SHOWN_UNIT = 'so-xay-dung';
export const WATERMARK = 'Dữ liệu giả định để trình diễn';

export const DECISION: TenantDecision = {
  act: 'QĐ 99/QĐ-UBND (giả định) của UBND Tỉnh Mẫu',
  ruleset: 'tt01-2018',
  from: '2025-07-01',
  to: null,
};

export const PROCEDURES: Readonly<Record<string, Pick<SimulatedProcedure, 'name' | 'sector' | 'limitDays'>>> = {
  '1.009972': {
    name: 'Thẩm định báo cáo nghiên cứu khả thi đầu tư xây dựng',
    sector: 'Hoạt động xây dựng',
    limitDays: 15,
  },
  '1.009974': { name: 'Cấp giấy phép xây dựng mới', sector: 'Hoạt động xây dựng', limitDays: 10 },
  '1.009975': { name: 'Cấp giấy phép xây dựng sửa chữa, cải tạo', sector: 'Hoạt động xây dựng', limitDays: 10 },
  '1.012783': { name: 'Đăng ký biến động quyền sử dụng đất', sector: 'Đất đai', limitDays: 8 },
  '1.012784': { name: 'Tách thửa hoặc hợp thửa đất', sector: 'Đất đai', limitDays: 12 },
  '2.000889': { name: 'Cấp đổi giấy chứng nhận quyền sử dụng đất', sector: 'Đất đai', limitDays: 5 },
  '2.000635': { name: 'Cấp bản sao trích lục hộ tịch', sector: 'Hộ tịch', limitDays: 1 },
  '2.000815': { name: 'Chứng thực bản sao từ bản chính', sector: 'Chứng thực', limitDays: 1 },
  '1.001193': { name: 'Đăng ký khai sinh', sector: 'Hộ tịch', limitDays: 1 },
  '1.001612': { name: 'Đăng ký thành lập hộ kinh doanh', sector: 'Thành lập doanh nghiệp', limitDays: 3 },
  '2.000720': { name: 'Đăng ký thay đổi nội dung hộ kinh doanh', sector: 'Thành lập doanh nghiệp', limitDays: 3 },
  '1.005280': { name: 'Đăng ký hoạt động hợp tác xã', sector: 'Hợp tác xã', limitDays: 5 },
};

/** @throws Error for a procedure the story does not know. */
function detailsOf(procedure: string) {
  const details = PROCEDURES[procedure];
  if (!details) throw new Error(`no procedure ${procedure} in the story`);
  return details;
}

/** A unit of the story. */
export interface DemoUnit extends SimulatedUnit {
  /** Dossiers of a period. */
  readonly dossiers: number;
  /** `null` = the unit declares nothing. */
  readonly facts: UnitFacts | null;
}

function facts(
  level: 'province' | 'commune',
  wholeCycle: number,
  online: number,
  petitions: { received: number; onTime: number; prolonged: number },
): UnitFacts {
  return {
    oneStop: { listed: 60, receivedAndReturned: 60, wholeCycle, level },
    disclosure: 'both',
    petitions,
    online: {
      eligibleProcedures: 60,
      onlineProcedures: 40,
      dossiers: 400,
      onlineDossiers: online,
      abandonedOrOverdue: 0,
    },
  };
}

const none = { received: 0, onTime: 0, prolonged: 0 };

/** What the units have in common: their list shows neither transfers nor what ended without a result. */
const story: Habits = {
  ...ORDINARY,
  secondRequests: 40,
  payments: 0,
  transfers: 0,
  movedDates: 0,
  withoutResult: 0,
  online: 40,
  post: 10,
  elsewhere: 0,
  answered: 42,
};
const good: Habits = { ...story, early: 80, onTime: 18, polite: 92, supplements: 4, selfScored: 55 };
const fair: Habits = { ...story, early: 52, onTime: 38, polite: 80, supplements: 12, selfScored: 45 };
const poor: Habits = { ...story, early: 25, onTime: 40, polite: 58, supplements: 30, selfScored: 60 };

/** `place` is the second part of its dossier codes, `first` the number of its first officer. */
const unit = (
  [place, code, name]: readonly [place: string, code: string, name: string],
  level: DemoUnit['level'],
  procedures: readonly string[],
  first: number,
  { dossiers, facts, ...habits }: Habits & Pick<DemoUnit, 'dossiers' | 'facts'>,
): DemoUnit => ({
  unit: code,
  name,
  level,
  prefix: `${PROVINCE.code}.${place}`,
  procedures: procedures.map((procedure) => ({ procedure, agencies: 0, ...detailsOf(procedure) })),
  officers: [0, 1, 2].map((i) => `CB-${String(first + i).padStart(4, '0')}`),
  inflating: [],
  habits,
  weight: 1,
  dossiers,
  facts,
});

const BUILDING = ['1.009972', '1.009974', '1.009975'];
const LAND = ['1.012783', '1.012784', '2.000889'];
const JUSTICE = ['2.000635', '2.000815', '1.001193'];
const TRADE = ['1.001612', '2.000720', '1.005280'];

export const UNITS: readonly DemoUnit[] = [
  unit(['01', 'so-xay-dung', 'Sở Xây dựng'], 'province', BUILDING, 117, {
    ...fair,
    dossiers: 420,
    facts: facts('province', 15, 140, { received: 6, onTime: 6, prolonged: 0 }),
  }),
  unit(['02', 'so-nn-mt', 'Sở Nông nghiệp và Môi trường'], 'province', LAND, 121, {
    ...poor,
    dossiers: 460,
    facts: facts('province', 8, 70, { received: 20, onTime: 18, prolonged: 0 }),
  }),
  unit(['03', 'so-tu-phap', 'Sở Tư pháp'], 'province', JUSTICE, 125, {
    ...good,
    dossiers: 320,
    facts: facts('province', 24, 220, none),
  }),
  unit(['04', 'so-cong-thuong', 'Sở Công Thương'], 'province', TRADE, 129, {
    ...good,
    dossiers: 240,
    facts: facts('province', 20, 160, none),
  }),
  unit(['05', 'so-noi-vu', 'Sở Nội vụ'], 'province', TRADE, 133, {
    ...fair,
    dossiers: 160,
    facts: facts('province', 10, 90, none),
  }),
  // Declares nothing and scores nothing: the province's decision grades it weak.
  unit(['06', 'so-dan-toc', 'Sở Dân tộc và Tôn giáo'], 'province', JUSTICE, 137, {
    ...fair,
    selfScored: 0,
    dossiers: 40,
    facts: null,
  }),
  unit(['07', 'xa-song-mau', 'Xã Sông Mẫu'], 'commune', [...JUSTICE, ...LAND], 201, {
    ...good,
    dossiers: 300,
    facts: facts('commune', 60, 200, none),
  }),
  unit(['08', 'xa-nui-mau', 'Xã Núi Mẫu'], 'commune', [...JUSTICE, ...LAND], 205, {
    ...fair,
    dossiers: 210,
    facts: facts('commune', 55, 80, { received: 3, onTime: 3, prolonged: 0 }),
  }),
  unit(['09', 'phuong-ben-mau', 'Phường Bến Mẫu'], 'commune', [...JUSTICE, ...BUILDING], 209, {
    ...poor,
    dossiers: 330,
    facts: facts('commune', 42, 50, { received: 12, onTime: 10, prolonged: 1 }),
  }),
  // Declares all but its online figures: one indicator is missing, so it has a total and no grade.
  unit(['10', 'phuong-cho-mau', 'Phường Chợ Mẫu'], 'commune', [...JUSTICE, ...TRADE], 213, {
    ...good,
    dossiers: 250,
    facts: { ...facts('commune', 60, 0, none), online: undefined },
  }),
  // Too few forms to be shown on its own.
  unit(['11', 'xa-dao-mau', 'Xã Đảo Mẫu'], 'commune', JUSTICE, 217, {
    ...fair,
    dossiers: 14,
    facts: facts('commune', 60, 120, none),
  }),
];
