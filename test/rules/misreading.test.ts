import { describe, expect, it } from 'vitest';
import {
  countMisreading,
  type MisreadingCount,
  misreading,
  misreadingNotes,
  NO_MISREADING,
} from '#rules/misreading.ts';
import { binhThuan2019 } from '#rules/surveys/binh-thuan-2019.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';

/** Three legacy forms and three new ones about dossiers with no contact on record, and one of each without a record. */
function counted(): MisreadingCount {
  const none = { contacts: 0 } as const;
  return [
    misreading(binhThuan2019, { l3: 'one', l4: 'one' }, none),
    misreading(binhThuan2019, { l3: 'one', l4: 'none' }, none),
    misreading(binhThuan2019, { l3: 'none' }, none),
    misreading(binhThuan2019, { l3: 'one', l4: 'one' }, {}),
    misreading(danhgia2026, { q3: 'extra1' }, none),
    misreading(danhgia2026, { q3: 'extra0' }, none),
    misreading(danhgia2026, { q3: 'unknown' }, none),
    misreading(danhgia2026, { q3: 'extra1' }, {}),
  ].reduce(countMisreading, NO_MISREADING);
}

describe('the count of misreadings', () => {
  it('counts those suspected over those that could be compared', () => {
    // Question 3: forms 1, 2 of 1, 2, 3. Question 4: form 1 of 1, 2. New form: the first of the two that answered with a record.
    expect(counted()).toEqual({
      suspectedMisreading: { 3: { k: 2, n: 3 }, 4: { k: 1, n: 2 } },
      unrecordedSupplement: { k: 1, n: 2 },
    });
  });

  it('starts from nothing compared and changes no count it was given', () => {
    counted();
    expect(NO_MISREADING).toEqual({ suspectedMisreading: {}, unrecordedSupplement: { k: 0, n: 0 } });
    const one = countMisreading(NO_MISREADING, misreading(binhThuan2019, { l3: 'one' }, { contacts: 0 }));
    countMisreading(one, misreading(binhThuan2019, { l3: 'one' }, { contacts: 0 }));
    expect(one.suspectedMisreading).toEqual({ 3: { k: 1, n: 1 } });
  });
});

describe('the count in words', () => {
  it('says of each part how many of how many, what it may be, and that no answer is scored again', () => {
    expect(misreadingNotes(counted(), binhThuan2019.misread.cite)).toEqual([
      {
        indicator: 3,
        k: 2,
        n: 3,
        cite: binhThuan2019.misread.cite,
        because:
          'Chỉ số 3: 2/3 phiếu cũ chọn ô hay bị hiểu sai trong khi hồ sơ không ghi nhận lần liên hệ nào; đếm riêng, điểm giữ nguyên.',
      },
      {
        indicator: 4,
        k: 1,
        n: 2,
        cite: binhThuan2019.misread.cite,
        because:
          'Chỉ số 4: 1/2 phiếu cũ chọn ô hay bị hiểu sai trong khi hồ sơ không ghi nhận lần liên hệ nào; đếm riêng, điểm giữ nguyên.',
      },
      {
        indicator: null,
        k: 1,
        n: 2,
        cite: {
          act: 'TT 01/2018/TT-VPCP',
          article: '9',
          certainty: 'reading',
          note: 'Yêu cầu bổ sung phải có Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu số 02).',
        },
        because:
          '1/2 phiếu nói phải bổ sung trong khi hồ sơ không ghi nhận lần bổ sung nào; có thể cơ quan chỉ yêu cầu bằng lời.',
      },
    ]);
  });

  it('says nothing where nothing could be compared, and zero of n where it could', () => {
    const { cite } = binhThuan2019.misread;
    expect(misreadingNotes(NO_MISREADING, cite)).toEqual([]);
    const none = countMisreading(NO_MISREADING, misreading(binhThuan2019, { l3: 'none' }, { contacts: 0 }));
    expect(misreadingNotes(none, cite).map(({ indicator, k, n }) => [indicator, k, n])).toEqual([[3, 0, 1]]);
  });
});
