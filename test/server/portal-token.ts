import { createCipheriv } from 'node:crypto';
import { NOW } from './test-server.ts';

const text = (value: Buffer | string) => Buffer.from(value).toString('base64url');

export interface PortalToken {
  readonly kid: string;
  /** 32 bytes. */
  readonly key: Buffer;
  /** 12 bytes; a portal takes new random ones for each token. */
  readonly iv?: Buffer;
  readonly header?: object;
}

/** A token made as the guide tells a portal to, with AES-256-GCM alone. */
export function portalToken(claims: unknown, { kid, key, iv = Buffer.alloc(12, 7), header = {} }: PortalToken): string {
  const head = text(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid, ...header }));
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(head));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);
  return `${kid.split('.')[0]}.${head}..${text(iv)}.${text(sealed)}.${text(cipher.getAuthTag())}`;
}

/** Claims the server accepts at `NOW`, for 60 days. */
export function claimsOf(dossier: string, more: object = {}) {
  const iat = NOW.getTime() / 1000;
  return {
    tenant: 'mau',
    dossier,
    unit: 'so-a',
    procedure: '1.001612',
    stage: 'returned',
    iat,
    exp: iat + 60 * 86_400,
    ...more,
  };
}
