// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ownServer } from './own-server.ts';
import { openPage } from './page.ts';

const own = ownServer();

describe('a page that is wired wrongly', () => {
  it.each(['javascript:alert(1)', 'https://', 'data:text/html,x'])('takes %s for no server at all', async (address) => {
    const { settingsOf } = await import('../../widget/settings.ts');
    const element = document.createElement('div');
    element.setAttribute('server', address);
    expect(settingsOf(element).server).not.toContain(address.slice(0, 5));
  });

  it('says at once that nobody is named who could receive the answers', async () => {
    for (const [lang, sentence] of [
      ['vi', 'Trang này chưa gắn đúng đơn vị.'],
      ['en', 'This page is not linked to a known office.'],
    ] as const) {
      const page = await openPage({ server: own.server.url, unit: '', lang });
      expect(page.text()).toContain(sentence);
      expect(page.all('input')).toEqual([]);
      expect(page.events).toEqual([{ type: 'dvc-survey-error', detail: { code: 'unit.unknown' } }]);
    }
  });

  it('asks no other place of the server than that of links, whatever a token taken from an address says', async () => {
    own.server.invite({ status: 404, body: { code: 'token.bad', message: 'Đường dẫn không đúng.' } });
    const page = await openPage({ server: own.server.url, token: 'mau.A/../../../admin?x=' });
    await page.shows('Đường dẫn không đúng.');
    expect(own.server.asked).toEqual(['GET /v1/invitations/mau.A%2F..%2F..%2F..%2Fadmin%3Fx%3D']);
  });

  it('says so when the form is first used where the server knows no such unit', async () => {
    own.server.noUnit();
    const page = await openPage({ server: own.server.url, unit: 'khong-co' });
    page.choose('overall', 's4');
    await page.shows('Không có đơn vị khong-co.');
    expect(page.all('input')).toEqual([]);
    expect(own.server.asked).toEqual(['GET /v1/surveys/danhgia-2026?lang=vi&version=1&tenant=mau&unit=khong-co']);
  });
});
