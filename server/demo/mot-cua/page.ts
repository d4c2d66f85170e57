import { readFileSync } from 'node:fs';

/** Addresses the page is given by the demo server; all on its own origin, so a policy of only 'self' is enough. */
export interface MotCuaAddresses {
  /** `GET rows?page&size&q` → `{ total, data: DossierDataModel[] }`, the field names of OpenCPS. */
  readonly rows: string;
  readonly script: string;
  readonly style: string;
}

const fileOf = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** Browser scripts of the demo back office by name, served as `text/javascript` beside each other. */
export const motCuaScripts: Readonly<Record<string, string>> = Object.fromEntries(
  ['back-office.js', 'detail.js', 'labels.js', 'make.js'].map((name) => [name, fileOf(name)]),
);
/** Style of the demo back office, served as `text/css`. */
export const motCuaStyle = fileOf('back-office.css');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A back office shaped like the OpenCPS list of dossiers, to show the extension on without a real one.
 * The frame only; the script draws list and detail by the hash (`#/danh-sach-ho-so/0?page=1`).
 */
export function motCuaPage({ rows, script, style }: MotCuaAddresses): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Một cửa điện tử – dữ liệu giả định</title>
<link rel="stylesheet" href="${escaped(style)}">
<script type="module" src="${escaped(script)}"></script>
</head>
<body>
<div id="app" class="application theme--light" data-rows="${escaped(rows)}">
<header class="v-toolbar"><h1>Một cửa điện tử</h1><p class="watermark">Dữ liệu giả định</p></header>
<nav class="v-navigation-drawer" aria-label="Danh mục">
<a href="#/danh-sach-ho-so/0">Danh sách hồ sơ</a>
<a href="#/danh-sach-ho-so/1">Tra cứu kết quả</a>
</nav>
<main class="v-content"></main>
</div>
<noscript>Trang này cần chạy script để hiện danh sách hồ sơ.</noscript>
</body>
</html>
`;
}
