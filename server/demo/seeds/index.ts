import type { PublishedTable } from '#rules/published-table.ts';
import { BINH_DINH_2021 } from './binh-dinh-2021.ts';
import { BINH_THUAN_2020 } from './binh-thuan-2020.ts';
import { BINH_THUAN_2021 } from './binh-thuan-2021.ts';
import { PHU_THO_2018 } from './phu-tho-2018.ts';
import { TAY_NINH_2020 } from './tay-ninh-2020.ts';

/** Five public reports whose tables the pages reproduce and whose faults the checks must find. */
export const SEEDS: readonly PublishedTable[] = [
  PHU_THO_2018,
  TAY_NINH_2020,
  BINH_THUAN_2020,
  BINH_THUAN_2021,
  BINH_DINH_2021,
];
