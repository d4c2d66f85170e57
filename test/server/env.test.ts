import { describe, expect, test } from 'vitest';
import { databaseName } from '../../server/database.ts';
import { baseUrlOf, readEnv } from '../../server/env.ts';

describe('settings', () => {
  test('nothing set: this machine only, a file in .data', () => {
    expect(readEnv({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      database: { engine: 'sqlite', file: '.data/danhgia.db' },
      keyDir: '.data/keys',
      baseUrl: null,
      behindProxy: false,
      outputDir: '.output',
      tenant: 'tinh',
      tenantName: 'Tỉnh chưa đặt tên',
      logLevel: 'info',
      backupDir: '.data/backups',
      minFreeMb: 512,
      metricsPort: null,
      metricsHost: '127.0.0.1',
      metricsToken: null,
      oidc: null,
    });
  });

  test('an empty variable counts as not set', () => {
    expect(readEnv({ PORT: '', BASE_URL: '', DATABASE_URL: '' })).toEqual(readEnv({}));
  });

  test('every variable is read', () => {
    expect(
      readEnv({
        PORT: '0',
        HOST: '0.0.0.0',
        DATABASE_URL: 'file:/srv/dvc/a.db',
        KEY_DIR: '/srv/keys',
        BASE_URL: 'https://danhgia.example.vn/',
        BEHIND_PROXY: '1',
        OUTPUT_DIR: '/srv/out',
        TENANT: 'mau',
        TENANT_NAME: 'Tỉnh Mẫu',
        LOG_LEVEL: 'warn',
        BACKUP_DIR: '/srv/sao-luu',
        MIN_FREE_MB: '2048',
        METRICS_PORT: '9464',
        METRICS_HOST: '10.0.0.7',
        METRICS_TOKEN: 'mot-chuoi-dai-hon-24-ky-tu',
        OIDC_ISSUER: 'https://sso.tinh.gov.vn',
        OIDC_CLIENT_ID: 'danhgia',
        OIDC_CLIENT_SECRET: 'mot-bi-mat-du-dai',
        OIDC_LOGIN_CLAIM: 'email',
        OIDC_TENANT: 'khac',
        OIDC_ADDRESSES: '10.1.2.3, fd00::3',
        OIDC_CA_FILE: '/etc/ca.pem',
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      database: { engine: 'sqlite', file: '/srv/dvc/a.db' },
      keyDir: '/srv/keys',
      baseUrl: 'https://danhgia.example.vn',
      behindProxy: true,
      outputDir: '/srv/out',
      tenant: 'mau',
      tenantName: 'Tỉnh Mẫu',
      logLevel: 'warn',
      backupDir: '/srv/sao-luu',
      minFreeMb: 2048,
      metricsPort: 9464,
      metricsHost: '10.0.0.7',
      metricsToken: 'mot-chuoi-dai-hon-24-ky-tu',
      oidc: {
        tenant: 'khac',
        issuer: 'https://sso.tinh.gov.vn',
        clientId: 'danhgia',
        clientSecret: 'mot-bi-mat-du-dai',
        loginClaim: 'email',
        addresses: ['10.1.2.3', 'fd00::3'],
        caFile: '/etc/ca.pem',
      },
    });
  });

  test('all faults are told at once, each with its variable', () => {
    const read = () =>
      readEnv({
        PORT: '99999',
        DATABASE_URL: 'mysql://db/dvc',
        BASE_URL: 'danhgia.vn',
        BEHIND_PROXY: 'có',
        TENANT: 'Tỉnh Mẫu',
        KEY_DIR: '/srv/sao-luu/keys',
        BACKUP_DIR: '/srv/sao-luu',
      });
    for (const fault of [
      'PORT: cần một số',
      'DATABASE_URL: cần dạng file:',
      'BASE_URL: cần địa chỉ đầy đủ',
      'BEHIND_PROXY: cần 0 hoặc 1',
      'TENANT: mã',
      'KEY_DIR: cần nằm ngoài BACKUP_DIR',
    ])
      expect(read).toThrowError(fault);
  });

  test('a PostgreSQL server is named by its address, with a database in it', () => {
    const url = 'postgres://dvc:mat-khau@db.tinh.gov.vn:5432/danhgia?sslmode=verify-full';
    const { database } = readEnv({ DATABASE_URL: url });
    expect(database).toEqual({ engine: 'postgres', url });
    // What anybody reads of it is without the password.
    expect(databaseName(database)).toBe('postgres://db.tinh.gov.vn:5432/danhgia');
    for (const wrong of ['postgres://dvc:mat-khau@db', 'postgres:///danhgia', 'postgres://dvc:mat-khau@db:0x1/danhgia'])
      expect(() => readEnv({ DATABASE_URL: wrong })).toThrowError(
        /^Cần sửa biến môi trường:\n- DATABASE_URL: cần dạng file:(?!.*mat-khau)/,
      );
  });

  for (const port of ['-1', '80.5', 'abc', '65536', '0x50'])
    test(`PORT=${port} is refused`, () => {
      expect(() => readEnv({ PORT: port })).toThrowError('PORT');
    });
});

describe('the address printed in links', () => {
  const env = { baseUrl: null, host: '127.0.0.1', port: 8787 };
  test('is the one listened on', () => {
    expect(baseUrlOf(env)).toBe('http://127.0.0.1:8787');
    expect(baseUrlOf({ ...env, host: '::1' })).toBe('http://[::1]:8787');
  });
  test('is this machine when every interface is listened on', () => {
    expect(baseUrlOf({ ...env, host: '0.0.0.0' })).toBe('http://127.0.0.1:8787');
  });
  test('is BASE_URL when the office has given one', () => {
    expect(baseUrlOf({ ...env, baseUrl: 'https://danhgia.example.vn' })).toBe('https://danhgia.example.vn');
  });

  test('a single sign-on named by half, without HTTPS or at no address is refused', () => {
    const fault = (more: Record<string, string>) => () => readEnv({ OIDC_ISSUER: 'https://sso.tinh.gov.vn', ...more });
    expect(fault({ OIDC_CLIENT_ID: 'a' })).toThrow(/OIDC_CLIENT_SECRET: cần khi có OIDC_ISSUER/);
    expect(fault({ OIDC_ISSUER: 'http://sso.tinh.gov.vn' })).toThrow(/OIDC_ISSUER: cần địa chỉ https/);
    expect(fault({ OIDC_ADDRESSES: '10.0.0.0/8' })).toThrow(/OIDC_ADDRESSES: cần các địa chỉ IP/);
  });
});
