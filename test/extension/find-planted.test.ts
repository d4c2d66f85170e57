import { expect, it } from 'vitest';
import { plantedIn } from './fixtures/find-planted.ts';
import { PLANTED } from './fixtures/planted.ts';

const [name] = PLANTED.names;

it.each([
  ['as it is', name],
  ['in small letters', name.toLowerCase()],
  ['decomposed', name.normalize('NFD')],
  ['without marks', 'Nguyen Van Gia Dinh'],
  ['with other spaces', 'NGUYỄN  VĂN\nGIẢ\u00a0ĐỊNH'],
  ['in an address', `/v1/x?ten=${encodeURIComponent(name)}`],
  ['in a form', new URLSearchParams({ name }).toString()],
  ['as JSON of ASCII alone', '{"n":"NGUY\\u1ec4N V\\u0102N GI\\u1ea2 \\u0110\\u1ecaNH"}'],
])('finds a name %s', (_, text) => {
  expect(plantedIn(`…${text}…`)).toEqual(['nguyen van gia dinh']);
});

it('finds numbers however grouped, one part of an address, an e-mail', () => {
  expect(plantedIn('gọi 0912.345.678 hay 84-903-111-222')).toEqual(['0912345678', '903111222']);
  expect(plantedIn('{"at":"ap hu cau"}')).toEqual(['ap hu cau']);
  expect(plantedIn('Khong.That@thu-nghiem.example')).toEqual(['khong.that@thu-nghiem.example']);
});

it('finds every planted text, and nothing in what an office says of itself', () => {
  for (const text of Object.values(PLANTED).flat()) expect(plantedIn(text)).not.toEqual([]);
  expect(plantedIn('H99.01-261110-0042 Đăng ký khai sinh, hộ gia đình, 2026-11-24T17:00')).toEqual([]);
});
