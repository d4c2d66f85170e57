import { type Drawn, drawSample, listHash, seedOf } from '#rules/sample/draw.ts';
import { frameHash, unitFrame, unitLines } from '#rules/sample/frame.ts';
import { inStratum } from '#rules/sample/strata.ts';
import { type SampleInput, sampleInput } from '#wire/sample-input.ts';
import { sha256 } from '../close/draw-sample.ts';
import { jsonCommand } from './json-command.ts';
import { SAMPLE_EXAMPLE } from './sample-example.ts';

interface SampleResult {
  readonly frameHash: string;
  readonly seed: string;
  readonly listHash: string;
  readonly drawn: readonly Drawn[];
}

function sampleResult({ number, dossiers }: SampleInput): SampleResult {
  const all = dossiers.map(({ unit, code, stratum }) => inStratum(unit, code, stratum));
  const frames = [...new Set(all.map(({ unit }) => unit))].map((unit) =>
    unitFrame(unit, unitLines(all.filter((each) => each.unit === unit)), sha256),
  );
  const frame = frameHash(frames, sha256);
  const seed = seedOf(frame, number, sha256);
  const drawn = drawSample(all, seed, sha256);
  return { frameHash: frame, seed, listHash: listHash(drawn, sha256), drawn };
}

/** Draws a list again from all it was drawn from and the public number, so that anybody can hold it against what was published. */
export const sample = jsonCommand({
  name: 'sample',
  summary:
    'Rút lại mẫu thẩm định từ khung (GET /v1/samples/frame) trong tệp JSON («-» đọc từ đầu vào chuẩn), để so với số và các mã đã công bố.',
  details: [
    ['number', 'Số quay công khai, 4–12 chữ số.'],
    ['dossiers[].unit, .code', 'Đơn vị và mã hồ sơ; mọi hồ sơ của kỳ.'],
    [
      'dossiers[].stratum',
      'late hoặc onTime, rồi above, notAbove hoặc none: tự chấm cao hơn hệ thống, không cao hơn, không tự chấm.',
    ],
    ['→ frameHash, seed, listHash', 'Mã khung, mã hạt giống, mã danh sách: phải đúng như đã công bố.'],
    ['→ drawn[]', 'Hồ sơ được rút theo đơn vị, nhóm, thứ tự trong nhóm.'],
  ],
  schema: () => sampleInput,
  example: SAMPLE_EXAMPLE,
  dated: 'number',
  result: sampleResult,
});
