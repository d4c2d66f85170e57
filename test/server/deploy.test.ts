import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { envWarnings, readEnv } from '../../server/env.ts';

const FOLDER = join(import.meta.dirname, '../../server/deploy');
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const units = readdirSync(FOLDER).filter((name) => /\.(service|timer)$/.test(name));
const withoutComments = (text: string) => text.replace(/^\s*#.*$/gm, '');

/** `[section, key, value]` of each line of a unit file. */
function settingsOf(text: string): [string, string, string][] {
  let section = '';
  return withoutComments(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const head = /^\[(\w+)\]$/.exec(line)?.[1];
      if (head) section = head;
      const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      expect(head ?? key, `${line} is neither a section nor a setting`).toBeDefined();
      return key ? [[section, key, value ?? ''] as [string, string, string]] : [];
    });
}

describe('the example settings', () => {
  const variables = Object.fromEntries(
    withoutComments(textOf('env.example'))
      .split('\n')
      .flatMap((line) => {
        const [, key, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
        return key ? [[key, value ?? '']] : [];
      }),
  );

  test('start the server without a warning', () => {
    expect(envWarnings(readEnv(variables))).toEqual([]);
  });

  // The backup too: the key results lie under is made by the first one.
  for (const unit of units.filter((name) => name.endsWith('.service')))
    test(`name only folders ${unit} may write`, () => {
      const { database, keyDir, backupDir } = readEnv(variables);
      const settings = settingsOf(textOf(unit));
      const state = settings.find(([, key]) => key === 'StateDirectory')?.[2].split(' ');
      for (const path of [database.engine === 'sqlite' ? dirname(database.file) : '', keyDir, backupDir])
        expect(state?.map((name) => `/var/lib/${name}`)).toContain(path);
      expect(settings.filter(([, key]) => key === 'ReadOnlyPaths')).toEqual([]);
    });
});

describe('systemd', () => {
  for (const name of units)
    test(`${name} holds sections and settings only${has('systemd-analyze') ? ', and systemd takes it' : ''}`, () => {
      expect(settingsOf(textOf(name)).length).toBeGreaterThan(3);
      if (!has('systemd-analyze')) return;
      const folder = mkdtempSync(join(tmpdir(), 'dvc-deploy-'));
      for (const unit of units)
        writeFileSync(join(folder, unit), textOf(unit).replaceAll('/usr/bin/node', process.execPath));
      const { stderr } = spawnSync('systemd-analyze', ['verify', join(folder, name)], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      expect(stderr.split('\n').filter((line) => line.includes('danhgia'))).toEqual([]);
    });

  test('the server runs as nobody in particular, may write its own folders alone and never shares them', () => {
    const settings = settingsOf(textOf('danhgia-dvc.service')).map(([, key, value]) => `${key}=${value}`);
    for (const line of [
      'User=danhgia',
      'NoNewPrivileges=true',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'UMask=0077',
      'Restart=always',
    ])
      expect(settings).toContain(line);
  });
});

/** With the lines for several machines, which are shipped as comments without a space. */
const behindBalancer = (name: string) => textOf(name).replace(/^(\s*)#(?! )/gm, '$1');

/** What nginx says of a configuration, with files of this machine in place of those it names. */
function takenByNginx(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-nginx-'));
  const certificate = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=x'];
  spawnSync('openssl', [...certificate, '-keyout', `${folder}/k`, '-out', `${folder}/c`]);
  const site = text.replace(/\/etc\/ssl\/danhgia\/\w+\.pem/g, (path) =>
    path.includes('privkey') ? `${folder}/k` : `${folder}/c`,
  );
  writeFileSync(join(folder, 'site.conf'), site.replaceAll('/var/log/nginx', folder));
  writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/pid; events {} http { include ${folder}/site.conf; }`);
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', join(folder, 'nginx.conf')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return [status, stderr];
}

describe('the proxy', () => {
  test('nginx.conf is whole, and logs no address asked for and none of a caller', () => {
    const text = withoutComments(textOf('nginx.conf'));
    expect(text.split('{').length).toBe(text.split('}').length);
    for (const line of text
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean))
      expect(line).toMatch(/[;{}]$/);
    const format = /log_format \w+ '([^']+)'/.exec(text)?.[1] ?? '';
    expect(format).not.toMatch(/\$request(?!_method|_time)|uri|args|referer|remote|user_agent|cookie/);
    for (const [, log] of text.matchAll(/access_log ([^;]+);/g)) expect(log).toMatch(/^off$| danhgia$/);
    expect(text).toContain('Strict-Transport-Security');
    // Replaced, not added to: the server believes the last hop.
    expect(text).toMatch(/X-Forwarded-For \$remote_addr;/);
    // A zone serves one use; nginx does not start otherwise.
    const zones = [...text.matchAll(/(?:zone=|shared:)(\w+):/g)].map(([, zone]) => zone);
    expect(new Set(zones).size).toBe(zones.length);
    // Debian 12 and Ubuntu 24.04 have releases that do not know it.
    expect(text).not.toContain('http2 on');
  });

  test('nginx.conf passes files to import on while they arrive, of 2 GB and for an hour, and keeps other bodies short', () => {
    const text = withoutComments(textOf('nginx.conf'));
    const imports = /location \/v1\/imports \{([^}]+)\}/.exec(text)?.[1] ?? '';
    for (const line of ['client_max_body_size 2g;', 'proxy_request_buffering off;', 'proxy_read_timeout 1h;'])
      expect(imports).toContain(line);
    expect(text.replace(imports, '')).toContain('client_max_body_size 32m;');
  });

  test.runIf(has('nginx'))('nginx takes nginx.conf, alone and behind a balancer', () => {
    for (const text of [textOf('nginx.conf'), behindBalancer('nginx.conf')])
      expect(takenByNginx(text)).toEqual([0, expect.any(String)]);
  });

  test('behind a balancer both believe it, and it alone, of who calls, and let it ask whether the machine is ready', () => {
    const nginx = withoutComments(behindBalancer('nginx.conf'));
    const [, balancer = ''] = /^set_real_ip_from ([\d.]+);$/m.exec(nginx) ?? [];
    expect(balancer).toMatch(/^10\.20\.0\./);
    expect(nginx).toMatch(/^real_ip_header X-Forwarded-For;\nreal_ip_recursive on;$/m);
    // Who calls is known before calls are counted, and is what the server is told.
    expect(nginx.indexOf('real_ip_header')).toBeLessThan(nginx.indexOf('limit_req_zone $binary_remote_addr'));
    const ready = /location = \/readyz \{([^}]+)\}/.exec(nginx)?.[1] ?? '';
    expect(ready.match(/(?:allow|deny) [^;]+/g)).toEqual([
      'allow 127.0.0.1',
      'allow ::1',
      `allow ${balancer}`,
      'deny all',
    ]);
    const caddy = withoutComments(behindBalancer('Caddyfile'));
    expect(caddy.split('{').length).toBe(caddy.split('}').length);
    expect(caddy).toMatch(
      new RegExp(`servers \\{\\s*trusted_proxies static ${balancer}\\s*trusted_proxies_strict\\s*\\}`),
    );
    expect(caddy).toMatch(
      new RegExp(`@ready \\{\\s*path /readyz\\s*not client_ip ${balancer}\\s*\\}\\s*respond @ready 404`),
    );
    expect(caddy.match(/header_up .*/g)?.at(-1)).toBe('header_up X-Forwarded-For {client_ip}');
    expect(textOf('README.md')).toContain(`(${balancer}, `);
    // One machine with no balancer in front believes nobody.
    for (const name of ['nginx.conf', 'Caddyfile'])
      expect(withoutComments(textOf(name))).not.toMatch(/real_ip|trusted_proxies|client_ip|10\.20\./);
  });

  test('Caddyfile is whole, sends to the port of the example, has no access log and writes no failed request down', () => {
    const text = withoutComments(textOf('Caddyfile'));
    expect(text.split('{').length).toBe(text.split('}').length);
    expect(text).toContain('reverse_proxy 127.0.0.1:8787');
    expect(text).toMatch(/@ready \{\s*path \/readyz\s*\}\s*respond @ready 404/);
    expect(text).not.toMatch(/^\s*log\s*(\{|$)/m);
    expect(text).toMatch(/exclude http\.log\.error http\.handlers\.reverse_proxy/);
    expect(text).toMatch(/request_body @imports \{\s*max_size 2GiB/);
  });

  test.runIf(has('caddy'))('caddy takes the Caddyfile', () => {
    const args = ['adapt', '--adapter', 'caddyfile', '--config', join(FOLDER, 'Caddyfile')];
    const { status, stderr } = spawnSync('caddy', args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  });
});

test('the image runs on Node 20, not as root, with data, keys and backups on volumes of their own', () => {
  const text = withoutComments(textOf('Containerfile'));
  const lines = text.split('\n');
  for (const from of lines.filter((line) => line.startsWith('FROM'))) expect(from).toContain('node:20-');
  expect(lines.filter((line) => line.startsWith('USER')).at(-1)).toBe('USER 1000:1000');
  expect(text).toContain('VOLUME ["/data", "/keys", "/backups"]');
  const variables = Object.fromEntries(
    [...text.matchAll(/([A-Z_]+)=([^\s\\]+)/g)].map(([, key = '', value]) => [key, value]),
  );
  expect(readEnv(variables)).toMatchObject({
    database: { engine: 'sqlite', file: '/data/danhgia.db' },
    keyDir: '/keys',
    backupDir: '/backups',
  });
  // What is copied exists.
  const top = readdirSync(join(FOLDER, '../..'));
  for (const line of lines.filter((each) => each.startsWith('COPY') && !each.includes('--from')))
    for (const source of line.split(' ').slice(1, -1)) expect(top).toContain(source);
});

test('service and image start the server as `npm start` does', () => {
  const words = packageJson.scripts.start.split(' ');
  const ofService = settingsOf(textOf('danhgia-dvc.service'))
    .find(([, key]) => key === 'ExecStart')?.[2]
    .split(' ');
  expect(ofService).toEqual(['/usr/bin/node', ...words.slice(1)]);
  const entry = /^ENTRYPOINT (\[.*\])$/m.exec(textOf('Containerfile'))?.[1] ?? '[]';
  expect(JSON.parse(entry)).toEqual(words);
});
