import { group } from './case.ts';
import { type ParGiven, type ParTold, parRows, parTold } from './par-told.ts';

const PAR = 'QĐ 892/QĐ-BNV (cách hiểu)';

const received = { unit: 'so-mau', received: '2026-03-02T08:00', promised: '2027-01-05T17:00' } as const;

export const PAR_CHANNELS = group<ParGiven, ParTold>(
  'Tỷ lệ cải cách hành chính: cách nộp',
  parTold,
  parRows(PAR, [
    {
      name: 'Nộp trực tuyến thủ tục toàn trình',
      given: { dossier: { ...received, channel: 'online', procedure: '1.000001' } },
      expect: { online: 'numerator', 'online.whole': 'numerator', post: 'rest' },
    },
    {
      name: 'Nộp tại quầy thủ tục toàn trình: ở mẫu số của cả ba',
      given: { dossier: { ...received, channel: 'counter', procedure: '1.000001' } },
      expect: { online: 'rest', 'online.whole': 'rest', post: 'rest' },
    },
    {
      name: 'Nộp trực tuyến thủ tục không toàn trình: không vào tỷ lệ toàn trình',
      given: { dossier: { ...received, channel: 'online', procedure: '1.000002' } },
      expect: { online: 'numerator', post: 'rest' },
    },
    {
      name: 'Không biết thủ tục có toàn trình hay không: không rõ',
      given: { dossier: { ...received, channel: 'online', procedure: '1.000003' } },
      expect: { online: 'numerator', 'online.whole': 'unknown', post: 'rest' },
    },
    {
      name: 'Không ghi thủ tục: không rõ có toàn trình hay không',
      given: { dossier: { ...received, channel: 'online' } },
      expect: { online: 'numerator', 'online.whole': 'unknown', post: 'rest' },
    },
    {
      name: 'Nộp qua bưu chính',
      given: { dossier: { ...received, channel: 'post', procedure: '1.000002' } },
      expect: { online: 'rest', post: 'numerator' },
    },
    {
      name: 'Không rõ cách nộp thì không ở tử số, không ở mẫu số',
      given: { dossier: { ...received, procedure: '1.000001' } },
      expect: { online: 'unknown', 'online.whole': 'unknown', post: 'unknown' },
    },
    {
      name: 'Nhận phút đầu tiên của năm là trong năm',
      given: { dossier: { ...received, received: '2026-01-01T00:00', channel: 'post', procedure: '1.000002' } },
      expect: { online: 'rest', post: 'numerator' },
    },
    {
      name: 'Nhận phút cuối cùng của năm trước là ngoài năm',
      given: { dossier: { ...received, received: '2025-12-31T23:59', channel: 'post' } },
      expect: {},
    },
    {
      name: 'Nhận phút cuối cùng của năm là trong năm',
      given: { dossier: { ...received, received: '2026-12-31T23:59', channel: 'post', procedure: '1.000002' } },
      expect: { online: 'rest', post: 'numerator' },
    },
    {
      name: 'Nhận phút đầu tiên của năm sau là ngoài năm',
      given: { dossier: { ...received, received: '2027-01-01T00:00', channel: 'post' } },
      expect: {},
    },
  ]),
);
