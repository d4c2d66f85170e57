import type { Choices } from '#rules/choices.ts';
import type { DossierFacts } from '#rules/facts.ts';
import type { Series } from '#rules/finding.ts';
import { group } from './case.ts';
import { type DossierExpect, dossierCase, runDossier } from './scored-dossier.ts';

const EARLY = 'Kết quả có trước hạn: ngắn hơn thời gian quy định.';
const ON_TIME = 'Kết quả có đúng hạn: bằng thời gian quy định.';
const LATE = 'Kết quả có sau hạn hoặc đã quá hạn: dài hơn thời gian quy định.';
const UNKNOWN = 'Không có thông tin kết quả có trước, đúng hay sau hạn.';
const ON_SPOT = 'Kết quả có ngay khi nộp, không có giấy hẹn.';
const NO_STEP = 'Không có thời gian thực hiện của từng đơn vị; không lấy tổng thời gian thay vào.';
const NOT_ASKED = 'Người dân không biết thời gian của từng cơ quan; chỉ số 2 lấy từ hệ thống.';

const of =
  (indicator: 1 | 2 | 6) =>
  (name: string, series: Series, facts: DossierFacts, expect: DossierExpect, choices: Partial<Choices> = {}) =>
    dossierCase(name, { indicator, series, facts, choices }, expect);
const [one, two, six] = [of(1), of(2), of(6)];
const slowest = { 'index2.agencies': 'slowest' } as const;
const reading = 'index2.agencies' as const;

/** Ngắn hơn 2, bằng 1, dài hơn 0; công khai cả hai hình thức 2, một hình thức 1, không chính xác 0. */
export const INDICATORS = group('Chỉ số 1, 2 và 6 của một hồ sơ', runDossier, [
  one('Người dân nói có kết quả trước hạn', 'citizen', { punctuality: 'early' }, { points: 20, because: EARLY }),
  one('Người dân nói có kết quả đúng hạn', 'citizen', { punctuality: 'onTime' }, { points: 10, because: ON_TIME }),
  one('Người dân nói có kết quả sau hạn', 'citizen', { punctuality: 'overdue' }, { points: 0, because: LATE }),
  one('Người dân không trả lời câu về thời gian', 'citizen', {}, { points: null, because: UNKNOWN }),
  one('Hệ thống ghi xong trước hạn', 'computed', { punctuality: 'early' }, { points: 20, because: EARLY }),
  one('Hệ thống ghi xong đúng hạn', 'computed', { punctuality: 'onTime' }, { points: 10, because: ON_TIME }),
  one('Hệ thống ghi quá hạn', 'computed', { punctuality: 'overdue' }, { points: 0, because: LATE }),
  one('Hệ thống không có ngày', 'computed', {}, { points: null, because: UNKNOWN }),
  one('Cán bộ nêu sự kiện trước hạn', 'self', { punctuality: 'early' }, { points: 20, because: EARLY }),
  one('Cán bộ nêu sự kiện đúng hạn', 'self', { punctuality: 'onTime' }, { points: 10, because: ON_TIME }),
  one('Cán bộ nêu sự kiện quá hạn', 'self', { punctuality: 'overdue' }, { points: 0, because: LATE }),
  one('Cán bộ để trống thời gian', 'self', {}, { points: null, because: UNKNOWN }),
  one(
    'Kết quả ngay khi nộp thì không có ngày hẹn để so',
    'citizen',
    { punctuality: 'onSpot' },
    {
      points: null,
      because: 'Kết quả có ngay khi nộp, không có ngày hẹn để so sánh.',
      reading: 'index1.onSpot',
    },
  ),
  one(
    'Kết quả ngay khi nộp, địa phương coi là trước hạn',
    'citizen',
    { punctuality: 'onSpot' },
    { points: 20, because: ON_SPOT, reading: 'index1.onSpot' },
    { 'index1.onSpot': 'early' },
  ),
  one(
    'Kết quả ngay khi nộp, địa phương coi là đúng hạn',
    'citizen',
    { punctuality: 'onSpot' },
    { points: 10, because: ON_SPOT, reading: 'index1.onSpot' },
    { 'index1.onSpot': 'onTime' },
  ),

  two(
    'Bước của đơn vị xong trước hạn của bước',
    'computed',
    { stepPunctuality: 'early' },
    { points: 20, because: 'Đơn vị làm xong bước của mình trước hạn của bước.' },
  ),
  two(
    'Bước của đơn vị xong đúng hạn của bước',
    'computed',
    { stepPunctuality: 'onTime' },
    { points: 10, because: 'Đơn vị làm xong bước của mình đúng hạn của bước.' },
  ),
  two(
    'Bước của đơn vị quá hạn của bước',
    'computed',
    { stepPunctuality: 'overdue' },
    { points: 0, because: 'Đơn vị làm bước của mình quá hạn của bước.' },
  ),
  two(
    'Biết tổng thời gian nhưng không biết thời gian của bước',
    'computed',
    { punctuality: 'early' },
    { points: null, because: NO_STEP },
  ),
  two(
    'Người dân không được hỏi về từng cơ quan',
    'citizen',
    { stepPunctuality: 'early' },
    { points: null, because: NOT_ASKED },
  ),
  two(
    'Lấy bước chậm nhất không biến câu của người dân thành điểm',
    'citizen',
    { stepPunctuality: 'early' },
    {
      points: null,
      because: NOT_ASKED,
    },
    slowest,
  ),
  two(
    'Lấy bước chậm nhất: vẫn trước hạn',
    'computed',
    { stepPunctuality: 'early' },
    { points: 20, because: 'Bước chậm nhất trong các cơ quan xong trước hạn của bước.', reading },
    slowest,
  ),
  two(
    'Lấy bước chậm nhất: đúng hạn',
    'computed',
    { stepPunctuality: 'onTime' },
    { points: 10, because: 'Bước chậm nhất trong các cơ quan xong đúng hạn của bước.', reading },
    slowest,
  ),
  two(
    'Lấy bước chậm nhất: quá hạn',
    'computed',
    { stepPunctuality: 'overdue' },
    { points: 0, because: 'Bước chậm nhất trong các cơ quan quá hạn của bước.', reading },
    slowest,
  ),
  two('Lấy bước chậm nhất nhưng không đọc được bước nào', 'computed', {}, { points: null, because: NO_STEP }, slowest),
  two(
    'Cán bộ nêu bước của mình đúng hạn',
    'self',
    { stepPunctuality: 'onTime' },
    { points: 10, because: 'Đơn vị làm xong bước của mình đúng hạn của bước.' },
  ),

  six(
    'Công khai đúng và đủ tại chỗ và trên mạng',
    'citizen',
    { disclosure: 'both' },
    { points: 20, because: 'Công khai đúng và đủ cả tại nơi nộp và trên mạng.' },
  ),
  six(
    'Công khai đúng và đủ bằng một hình thức',
    'citizen',
    { disclosure: 'one' },
    { points: 10, because: 'Công khai đúng và đủ bằng một hình thức.' },
  ),
  six(
    'Công khai sai hoặc cũ',
    'citizen',
    { disclosure: 'faulty' },
    { points: 0, because: 'Công khai thiếu, sai hoặc đã cũ.' },
  ),
  six(
    'Không ai cho biết việc công khai thủ tục của hồ sơ',
    'computed',
    {},
    { points: null, because: 'Không có thông tin về việc công khai thủ tục.' },
  ),
]);
