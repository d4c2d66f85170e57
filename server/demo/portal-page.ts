import { html } from 'hono/html';
import type { Dossier } from '#rules/dossier.ts';
import { formatDateTime } from '#rules/format.ts';
import { PROCEDURES, TENANT, TENANT_NAME, WATERMARK } from './province.ts';

/** A portal of nobody, as a citizen sees it after collecting a result; the survey is embedded exactly as the guide says. */
export function portalPage(dossier: Dossier, token: string) {
  const procedure = dossier.procedure ? PROCEDURES[dossier.procedure]?.name : null;
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cổng dịch vụ công ${TENANT_NAME} – dữ liệu giả định</title>
<link rel="stylesheet" href="/demo/portal/style.css">
<script type="module" src="/widget.js"></script>
</head>
<body>
<p class="watermark">${WATERMARK}</p>
<header>Cổng dịch vụ công ${TENANT_NAME}</header>
<main>
<h1>Hồ sơ của tôi</h1>
<dl>
<dt>Mã hồ sơ</dt><dd>${dossier.code}</dd>
<dt>Thủ tục</dt><dd>${procedure ?? '—'}</dd>
<dt>Hẹn trả</dt><dd>${dossier.promised ? formatDateTime(dossier.promised) : '—'}</dd>
<dt>Đã trả kết quả</dt><dd>${dossier.returned ? formatDateTime(dossier.returned) : '—'}</dd>
</dl>
<dvc-survey server="" tenant="${TENANT}" unit="${dossier.unit}" procedure="${dossier.procedure ?? ''}" stage="returned" token="${token}"><a href="/k/${token}">Mở phiếu đánh giá</a></dvc-survey>
</main>
</body>
</html>`;
}
