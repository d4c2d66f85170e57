import type { Session } from '#wire/access.ts';
import type { FindingsPage, IndicatorRow, Period, PeriodCheck, Results, UnitResult } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';

/** Invented figures of one closed quarter; no test computes with them, they only have to be shown right. */
export const SESSION: Session = {
  tenant: 'mau',
  tenantName: 'Tỉnh Mẫu',
  login: 'lan',
  role: 'province-admin',
  unit: null,
  csrf: 'csrf-1',
  expires: '2026-11-10T14:00:00.000Z',
  secondStepNeeded: false,
};

export const UNIT: Unit = {
  unit: 'so-a',
  name: 'Sở A',
  parent: null,
  level: 'province',
  from: '2025-07-01',
  to: null,
};

export const OPEN: Period = {
  period: '2026-q4',
  label: 'Quý IV/2026',
  from: '2026-10-01',
  lastDay: '2026-12-31',
  ruleset: 'tt01-2018',
  rulesetTitle: 'Chín chỉ số theo Thông tư 01/2018/TT-VPCP',
  rulesetCite: 'Điều 13 TT 01/2018/TT-VPCP',
  caveats: [],
  decision: 'QĐ 1/QĐ-UBND',
  state: 'open',
  closedAt: null,
  sealedAt: null,
  sealing: false,
  publishedAt: null,
  embargoed: false,
  withdrawnAt: null,
  withdrawnReason: null,
  snapshot: null,
  parts: [],
  outdated: false,
};
export const CLOSED: Period = {
  ...OPEN,
  period: '2026-q3',
  label: 'Quý III/2026',
  from: '2026-07-01',
  lastDay: '2026-09-30',
  state: 'closed',
  closedAt: '2026-10-05T03:02:00.000Z',
  snapshot: '2026-q3.1',
};

export const CHECK: PeriodCheck = {
  blocking: [],
  advisory: [{ code: 'unit.unevaluated', message: '2 đơn vị chưa tự chấm quý này.', kept: null }],
  counts: { units: 3, dossiers: 824, responses: 420, selfScores: 800 },
};

const LABELS = [
  'Tổng thời gian giải quyết',
  'Thời gian của từng cơ quan, đơn vị',
  'Số lần liên hệ nơi tiếp nhận hồ sơ',
  'Số cơ quan phải liên hệ',
  'Thực hiện cơ chế một cửa, một cửa liên thông',
  'Công khai thủ tục hành chính',
  'Thái độ của công chức, viên chức',
  'Tiếp thu, giải trình phản ánh, kiến nghị',
  'Tiến độ cung cấp dịch vụ công trực tuyến',
];

function row(indicator: number): IndicatorRow {
  const asked = [1, 3, 4, 7].includes(indicator);
  return {
    indicator,
    label: LABELS[indicator - 1] ?? '',
    citizen: asked ? { points: 17, n: 210, because: null } : null,
    computed: { points: 16, n: 412, because: null },
    self: indicator === 5 ? null : { points: 20, n: 400, because: null },
    appraised: null,
    official: {
      points: asked ? 17 : 16,
      n: asked ? 210 : 412,
      because: null,
      series: asked ? 'citizen' : 'computed',
      cite: 'Điều 14 TT 01/2018/TT-VPCP',
    },
    selfMinusComputed: { tenths: 4, n: 400 },
  };
}

export function unitResult(unit: string, name: string, more: Partial<UnitResult> = {}): UnitResult {
  return {
    unit,
    name,
    level: 'province',
    total: 159,
    max: 180,
    missing: [],
    grade: 'excellent',
    gradeLabel: 'Xuất sắc',
    satisfactionLabel: 'Rất hài lòng',
    because: '15,9 ≥ 15 → Xuất sắc',
    cite: 'Điều 15 TT 01/2018/TT-VPCP',
    rows: LABELS.map((_, i) => row(i + 1)),
    n: { dossiers: 412, official: 210, officerLink: 12, open: 3, selfScores: 400 },
    punctuality: { early: 201, onTime: 198, overdue: 13, unknown: 0, otherPeriod: 0 },
    satisfactionShare: { value: 905, n: 210, low: 858, high: 937 },
    rank: 1,
    ...more,
  };
}

export const RESULTS: Results = {
  period: CLOSED,
  snapshot: {
    snapshot: 'mau.7F3A',
    number: 1,
    reason: 'chốt kỳ',
    createdAt: '2026-10-05T03:02:00.000Z',
    factsHash: 'ab12',
    contentHash: 'cd34',
    citizenFrozenFrom: null,
    auditHead: '9c41d0aa77e2f0',
    parts: [],
    acknowledged: [],
  },
  choices: [
    {
      key: 'index7.scale',
      label: 'Thang điểm của chỉ số 7',
      value: 'Theo thời hạn và phản ánh',
      reason: 'Điều 13 chấm thái độ theo thời hạn và việc không bị phản ánh.',
      cite: 'Điều 13 TT 01/2018/TT-VPCP (cách hiểu)',
    },
  ],
  units: [
    unitResult('so-a', 'Sở Ánh Dương'),
    unitResult('so-b', 'Sở Biển Xanh', {
      total: 132,
      max: 160,
      missing: [5],
      grade: null,
      gradeLabel: null,
      satisfactionLabel: null,
      because: 'chưa đủ chỉ số',
      rank: null,
    }),
    unitResult('so-c', 'Sở Cánh Đồng', {
      total: 149,
      grade: 'good',
      gradeLabel: 'Tốt',
      satisfactionLabel: 'Hài lòng',
      because: '12 ≤ 14,9 < 15 → Tốt',
      rank: 2,
    }),
  ],
  officers: [
    {
      officer: 'CB-0117',
      unit: 'so-a',
      total: 85,
      max: 100,
      missing: [],
      completion: 'full',
      completionLabel: 'Hoàn thành 100 % nhiệm vụ',
      because: '8,5 ≥ 5,0',
      n: { dossiers: 120 },
    },
  ],
};

export const FINDINGS: readonly FindingsPage[] = [
  {
    findings: [
      {
        dossier: 'H99.01-260710-0042',
        series: 'computed',
        indicator: 1,
        points: 0,
        because: 'Trễ hạn 2 ngày 3 giờ làm việc.',
        cite: 'Điều 13 TT 01/2018/TT-VPCP',
        evidence: [
          { label: 'Hẹn trả', value: '24/07/2026 17:00' },
          { label: 'Có kết quả', value: '29/07/2026 10:30' },
        ],
      },
    ],
    next: 'H99.01-260710-0042',
  },
  {
    findings: [
      {
        dossier: 'H99.01-260711-0007',
        series: 'computed',
        indicator: 1,
        points: 20,
        because: 'Trước hạn 2 ngày làm việc.',
        cite: 'Điều 13 TT 01/2018/TT-VPCP',
        evidence: [],
      },
    ],
    next: null,
  },
];
