import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The libraries the OpenCPS officer screen is made with, in their last releases of that line. */
const VUE = { name: 'vue', version: '2.7.16', file: 'dist/vue.min.js' };
const VUETIFY = { name: 'vuetify', version: '1.5.24', file: 'dist/vuetify.min.js' };
const VUETIFY_STYLE = { ...VUETIFY, file: 'dist/vuetify.min.css' };

const FOLDER = '.output/bench';

/** One file of a package as its makers pack it, fetched once. */
function packed({ name, version, file }: typeof VUE): string {
  const archive = join(FOLDER, `${name}-${version}.tgz`);
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(archive))
    execFileSync('npm', ['pack', '--silent', `${name}@${version}`], {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return execFileSync('tar', ['xzOf', archive, `package/${file}`], options);
}

/** The list as that screen writes it: a tooltip in each header, a template in each cell. `show(page, rows)` changes the page. */
const SCRIPT = `
const HEADERS = [['stt', 'STT'], ['procedure', 'Thủ tục'], ['code', 'Mã hồ sơ'], ['applicant', 'Chủ hồ sơ'], ['received', 'Ngày tiếp nhận'],
  ['promised', 'Ngày hẹn trả'], ['status', 'Trạng thái'], ['term', 'Tình trạng hạn']].map(([value, text]) =>
  ({ value, text, align: 'center', sortable: value === 'received' || value === 'promised' }));
const STATUS = ['Đang xử lý', 'Chờ bổ sung', 'Mới tiếp nhận', 'Chờ phê duyệt'];
const PROCEDURE = ['1.001193 Đăng ký khai sinh', 'Cấp giấy phép xây dựng', 'Chứng thực bản sao từ bản chính', 'Đăng ký biến động đất đai'];
const two = (n) => String(n).padStart(2, '0');
const dossier = (n) => ({
  stt: n + 1,
  procedure: PROCEDURE[n % PROCEDURE.length],
  code: 'H99.01-' + two(n % 12 + 1) + two(n % 28 + 1) + two(n % 97) + '-' + String(n).padStart(5, '0'),
  applicant: 'NGUYỄN VĂN GIẢ ' + n,
  received: two(n % 28 + 1) + '/10/2026 08:15:00',
  promised: two((n * 7) % 28 + 1) + '/11/2026 17:00:00',
  status: STATUS[n % STATUS.length],
  term: n % 3 ? 'Còn ' + n % 9 + ' ngày' : 'Quá ' + n % 5 + '.25 ngày',
});
const page = (n, rows) => Array.from({ length: rows }, (_, i) => dossier(n * rows + i));
const app = new Vue({
  el: '#app',
  data: { headers: HEADERS, items: [], selected: [], pagination: { rowsPerPage: -1 } },
  template: \`<v-app><v-toolbar app><v-toolbar-title>Một cửa điện tử</v-toolbar-title></v-toolbar><v-content>
    <div id="table-dossier" class="table-landing table-bordered">
    <v-data-table v-model="selected" :headers="headers" :items="items" :pagination.sync="pagination" :total-items="items.length"
      select-all hide-actions item-key="code">
      <template slot="headers" slot-scope="props"><tr>
        <th><v-checkbox primary hide-details></v-checkbox></th>
        <th v-for="header in props.headers" :key="header.value" :class="['column', header.sortable ? 'sortable' : '']">
          <v-tooltip bottom><span slot="activator">{{ header.text }}</span><span>{{ header.text }}</span></v-tooltip>
          <v-icon small v-if="header.sortable">arrow_downward</v-icon></th><th>Thao tác</th></tr></template>
      <template slot="items" slot-scope="props"><tr>
        <td><v-checkbox :value="props.selected" primary hide-details></v-checkbox></td>
        <td v-for="header in headers" :key="header.value" class="text-xs-center"><div><span>{{ props.item[header.value] }}</span></div></td>
        <td class="text-xs-center"><v-btn flat icon small><v-icon>filter_list</v-icon></v-btn></td></tr></template>
    </v-data-table></div></v-content></v-app>\`,
});
globalThis.show = (n, rows) => { app.items = page(n, rows); };
`;

const HTML = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Một cửa</title><link rel="stylesheet" href="/vuetify.css">
<div id="app"></div><script src="/vue.js"></script><script src="/vuetify.js"></script><script src="/list.js"></script></html>`;

/** A back office on a free port that renders its list itself, on demand. */
export async function serveHost() {
  const bodies = new Map([
    ['/', ['text/html', HTML]],
    ['/vue.js', ['text/javascript', packed(VUE)]],
    ['/vuetify.js', ['text/javascript', packed(VUETIFY)]],
    ['/vuetify.css', ['text/css', packed(VUETIFY_STYLE)]],
    ['/list.js', ['text/javascript', SCRIPT]],
  ] as const);
  const server = createServer((request, response) => {
    const [type, body] = bodies.get((request.url ?? '') as '/') ?? [];
    if (!type) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
