import type { Conversion, GroupIndex } from './qd766-index.ts';
import {
  countedByReading,
  EXEMPT_COMMUNE,
  emptyGives,
  FITTED,
  indexRow,
  NOTE,
  readingOf766,
} from './qd766-index-sources.ts';

const LINEAR: Conversion = { kind: 'linear' };
const FULL_AT_80: Conversion = { kind: 'fullAt', percent: 80 };

type Own = Pick<GroupIndex, 'id' | 'name' | 'numerator' | 'denominator' | 'max'> & Partial<GroupIndex>;

/**
 * The note gives these rows by name alone, or without the whole they are a part of; what is counted then follows the name, which is
 * our reading. The portal leaves a row of this group empty when there is nothing to count; it is not nought.
 */
const row = (own: Own) =>
  indexRow({ group: '4', convert: LINEAR, empty: emptyGives('kept'), cite: countedByReading(FITTED), ...own });

const DIGITISED: Own = {
  id: '4.2',
  name: 'Hồ sơ thực hiện số hóa',
  numerator: 'Hồ sơ có thành phần được số hóa và có kết quả điện tử',
  denominator: 'Hồ sơ thuộc diện số hóa',
  max: 400,
};

const OTHERS: readonly GroupIndex[] = [
  row({
    id: '4.1',
    name: 'Hồ sơ có kết quả giải quyết điện tử',
    numerator: 'Hồ sơ được trả kết quả điện tử',
    denominator: 'Hồ sơ đã giải quyết',
    max: 600,
  }),
  row({
    id: '4.chungThuc',
    name: 'Chứng thực bản sao điện tử từ bản chính',
    numerator: 'Hồ sơ chứng thực bản sao điện tử từ bản chính',
    denominator: 'Hồ sơ chứng thực bản sao từ bản chính',
    max: 200,
  }),
  row({
    id: '4.3',
    name: 'Hồ sơ khai thác, sử dụng lại dữ liệu số hóa',
    numerator: 'Hồ sơ khai thác, sử dụng lại dữ liệu đã số hóa',
    denominator: 'Hồ sơ đã tiếp nhận',
    max: 200,
    convert: FULL_AT_80,
  }),
  row({
    id: '4.4',
    name: 'Hồ sơ số hóa kết nối, chia sẻ để tái sử dụng',
    numerator: 'Hồ sơ số hóa được kết nối, chia sẻ để tái sử dụng',
    denominator: 'Hồ sơ đã số hóa',
    max: 400,
    cite: readingOf766(
      'Mọi số của Cổng được xem đều là 0 % nên chưa chứng minh được cách quy đổi; tính theo tỷ lệ, đếm theo tên chỉ số.',
    ),
  }),
  row({
    id: '4.5a',
    name: 'Thủ tục hành chính sử dụng Cơ sở dữ liệu quốc gia về dân cư',
    numerator: 'Thủ tục sử dụng Cơ sở dữ liệu quốc gia về dân cư',
    denominator: 'Thủ tục cần dữ liệu dân cư',
    max: 200,
    exempt: EXEMPT_COMMUNE,
  }),
  row({
    id: '4.5b',
    name: 'Hồ sơ sử dụng Cơ sở dữ liệu quốc gia về dân cư',
    numerator: 'Hồ sơ sử dụng Cơ sở dữ liệu quốc gia về dân cư',
    denominator: 'Hồ sơ của thủ tục cần dữ liệu dân cư',
    max: 200,
    exempt: EXEMPT_COMMUNE,
  }),
];

/** Group 4, 22 points, as the portal scored in September 2026: digitised dossiers by their share up to 100 %. */
export const DIGITISED_INDICES_2022: readonly GroupIndex[] = [
  ...OTHERS,
  row({
    ...DIGITISED,
    rivals: [
      {
        max: 400,
        convert: FULL_AT_80,
        says: 'Bản mô tả tháng 10/2026 cho đủ điểm từ 80 %.',
        cite: NOTE,
      },
    ],
  }),
];

/** The same group by the note of October 2026: digitised dossiers earn all from 80 % on. */
export const DIGITISED_INDICES_2026: readonly GroupIndex[] = [
  ...OTHERS,
  row({
    ...DIGITISED,
    convert: FULL_AT_80,
    cite: countedByReading(NOTE),
    rivals: [
      {
        max: 400,
        convert: LINEAR,
        says: 'Điểm Cổng tháng 9/2026 tính theo tỷ lệ đến 100 %, không có ngưỡng.',
        cite: FITTED,
      },
    ],
  }),
];
