import '../fake-browser.ts';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countOfTab, forgetFrame } from '../../../extension/background/frame-counts.ts';

const count = (read: number, total = read) => ({ total, read, noCode: 0, noDate: total - read, duplicates: 0 });
/** Frames that still answer. */
let there: readonly number[];

beforeEach(() => {
  fakeBrowser.reset();
  there = [0, 5, 6];
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (_tab: number, _message: object, { frameId }: { frameId: number }) => {
      if (!there.includes(frameId)) throw new Error('Could not establish connection. Receiving end does not exist.');
    },
  });
});

it('frames of one tab are counted together, each by its last word', async () => {
  expect(await countOfTab({ tab: 1, frame: 5 }, count(3))).toEqual(count(3));
  expect(await countOfTab({ tab: 1, frame: 6 }, { ...count(4, 5), others: 2 })).toEqual({ ...count(7, 8), others: 2 });
  expect(await countOfTab({ tab: 1, frame: 5 }, count(1, 2))).toMatchObject(count(5, 7));
});

it('two frames that speak at once are both counted', async () => {
  const said = await Promise.all([5, 6].map((frame) => countOfTab({ tab: 1, frame }, count(2))));
  expect(said[1]).toMatchObject(count(4));
});

it('a frame that is gone, or shows another page now, is counted no more', async () => {
  await countOfTab({ tab: 1, frame: 5 }, count(3));
  await countOfTab({ tab: 1, frame: 6 }, count(4));
  there = [0, 6];
  expect(await countOfTab({ tab: 1, frame: 6 }, count(4))).toEqual(count(4));
  there = [0, 5, 6];
  await countOfTab({ tab: 1, frame: 5 }, count(3));
  await forgetFrame({ tab: 1, frame: 5 });
  expect(await countOfTab({ tab: 1, frame: 6 }, count(4))).toEqual(count(4));
});

it('another page in the tab ends all frames of the one before; another tab is counted by itself', async () => {
  await countOfTab({ tab: 1, frame: 5 }, count(3));
  await forgetFrame({ tab: 1, frame: 0 });
  expect(await countOfTab({ tab: 1, frame: 0 }, count(9))).toEqual(count(9));
  expect(await countOfTab({ tab: 2, frame: 0 }, count(1))).toEqual(count(1));
  await forgetFrame({ tab: 1, frame: 0 });
  expect(await countOfTab({ tab: 2, frame: 6 }, count(1))).toMatchObject(count(2));
});
