import { html } from 'hono/html';
import type { Route } from '../routes/route.ts';
import type { Markup } from './html.ts';

function row({ method, path, who, summary, example }: Route) {
  return html`<section class="card">
<h2><code>${method} ${path}</code></h2>
<p lang="en">${summary}</p>
<p class="muted">${who.join(' · ')}</p>
${example === undefined ? '' : html`<details><summary>Ví dụ</summary><pre class="scroll"><code>${JSON.stringify(example, null, 2)}</code></pre></details>`}
</section>`;
}

/** The same list as the OpenAPI document, to be read by people. */
export function docsPage(routes: readonly Route[]): Markup {
  return html`<main class="wrap">
<h1>Đánh giá DVC: HTTP</h1>
<p>Bản cho máy đọc: <a href="/openapi.json">/openapi.json</a>.</p>
${routes.map(row)}
</main>`;
}
