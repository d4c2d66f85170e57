import { expect, test } from 'vitest';
import { killedOften } from '../server/killed-often.ts';

test('a hundred kills under mixed load lose nothing and double nothing', async () => {
  const { acknowledged, unanswered } = await killedOften(100);
  console.info(`xác nhận ${acknowledged}, không được trả lời ${unanswered}`);
  expect(acknowledged).toBeGreaterThan(2000);
});
