import type { GroupIndex } from './qd766-index.ts';
import { emptyGives, FITTED, indexRow } from './qd766-index-sources.ts';

const row = (own: Pick<GroupIndex, 'id' | 'portalCode' | 'name' | 'numerator' | 'denominator' | 'max'>) =>
  indexRow({ ...own, group: '1', convert: { kind: 'linear' }, empty: emptyGives('notObserved'), cite: FITTED });

/** Group 1, 18 points: each row by its share, with no threshold. */
export const DISCLOSURE_INDICES: readonly GroupIndex[] = [
  row({
    id: '1.1',
    portalCode: 'PUBLISH_ON_TIME',
    name: 'Thủ tục hành chính được công bố đúng hạn',
    numerator:
      'Thủ tục có quyết định công bố ký trước ngày văn bản quy định thủ tục có hiệu lực ít nhất 20 ngày làm việc (bộ) hoặc 5 ngày làm việc (tỉnh)',
    denominator: 'Thủ tục được công bố trong kỳ',
    max: 600,
  }),
  row({
    id: '1.2',
    portalCode: 'PUBLIC_UPDATE_ON_TIME',
    name: 'Thủ tục hành chính được cập nhật, công khai đúng hạn',
    numerator:
      'Thủ tục được công khai trong 10 ngày làm việc (bộ) hoặc 5 ngày làm việc (tỉnh) kể từ ngày có quyết định công bố',
    denominator: 'Thủ tục phải công khai',
    max: 400,
  }),
  row({
    id: '1.3',
    portalCode: 'PUBLIC_CONTENT_FULL',
    name: 'Thủ tục hành chính được công khai đầy đủ nội dung',
    numerator: 'Thủ tục có đủ tên, trình tự, cách thức, thành phần hồ sơ, thời hạn, đối tượng và cơ quan thực hiện',
    denominator: 'Thủ tục đã công khai',
    max: 200,
  }),
  row({
    id: '1.4',
    portalCode: 'DOSSIER_SYNC',
    name: 'Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia',
    numerator: 'Hồ sơ đã đồng bộ có ngày tiếp nhận trong kỳ',
    denominator: 'Số lớn hơn giữa hồ sơ báo cáo Bộ chỉ số và hồ sơ đã đồng bộ',
    max: 600,
  }),
];
