import { html } from 'hono/html';
import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { publicLayout } from '../pages/public-layout.ts';
import { TENANT, TENANT_NAME, WATERMARK } from './province.ts';

/** Where to look in the demo. `publishers` are the tenants of real published reports: id and name. */
export function homePage(publishers: readonly (readonly [tenant: string, name: string])[], today: IsoDate) {
  const reports = publishers.map(([tenant, name]) => html`<li><a href="/cong-khai/${tenant}">${name}</a></li>`);
  return publicLayout(
    { tenant: TENANT, tenantName: TENANT_NAME, watermark: WATERMARK, lang: 'vi', other: null },
    'Trình diễn',
    html`<ul>
<li><a href="/demo/portal">Cổng dịch vụ công</a>: người dân đánh giá việc giải quyết hồ sơ</li>
<li><a href="/demo/mot-cua">Một cửa điện tử</a>: mở cùng phần mở rộng trình duyệt để thấy dấu hạn và tự chấm</li>
<li><a href="/kiosk/">Ki-ốt ở quầy</a>: mã ghép máy in ở cửa sổ dòng lệnh</li>
<li><a href="/admin/#/dang-nhap/${TENANT}">Trang quản trị</a>: kết quả ba chuỗi, chốt kỳ, khóa sổ, công khai</li>
<li><a href="/cong-khai/${TENANT}">Trang công khai của ${TENANT_NAME}</a></li>
<li><a href="/docs">Tài liệu giao tiếp giữa các phần mềm</a></li>
</ul>
<h2>Ngày trong trình diễn: ${formatDate(today)}</h2>
<p>Kỳ đang mở hết vào ngày dựng dữ liệu; chỉ chốt được từ ngày hôm sau.</p>
<form method="post" action="/demo/ngay-mai"><button type="submit" class="button">Sang ngày hôm sau</button></form>
<h2>Báo cáo thật đã công bố, kèm chỗ cộng không khớp</h2>
<ul>${reports}</ul>`,
  );
}
