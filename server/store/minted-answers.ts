import { createHmac } from 'node:crypto';
import type { Db, Statement } from './db.ts';

/** How a link was made by an officer's browser. */
export interface Minted {
  /** `officer:CB-0117`. */
  readonly issuer: string;
  /** UTC instant. */
  readonly at: string;
  /** Mark of the network it was made from; `null` = not known. */
  readonly from: string | null;
}

/** An answer that arrives through such a link. */
interface Arrival {
  readonly token: string;
  /** The network of its giver's browser, compared here and kept nowhere; `null` = not known. */
  readonly network: string | null;
  /** By this server's clock: what the sender's says of it is not believed. */
  readonly at: Date;
}

/** Sooner after the making of the link an answer is quick. */
const QUICK_SECONDS = 120;

/**
 * Stands for a network in one link alone. Keyed with the link itself, which is not stored: the database alone cannot be tried out against
 * every address there is, and two links do not tell whether they were made in one place.
 */
export const markOf = (token: string, network: string): string =>
  createHmac('sha256', token).update(`minted\u2016${network}`).digest('base64url');

/**
 * What counts one more answer through an officer's link in the period it is stored in; for the transaction that stores it, so that a
 * repeat is not counted. A change leaves the count as it is, and so does erasing: that there was an answer tells nothing of what it said,
 * and a count that could be taken back could be cleaned by answering and erasing.
 */
export function countMinted(
  tenant: string,
  unit: string,
  { issuer, at: made, from }: Minted,
  { token, network, at }: Arrival,
): (period: string) => Statement {
  const seconds = (at.getTime() - Date.parse(made)) / 1000;
  const quick = seconds >= 0 && seconds <= QUICK_SECONDS;
  const known = from !== null && network !== null;
  const same = known && markOf(token, network) === from;
  return (period) => ({
    sql: `insert into minted_answers (tenant, period, unit, issuer, answers, quick, same_address, address_known)
      values (?, ?, ?, ?, 1, ?, ?, ?)
      on conflict (tenant, period, unit, issuer) do update set answers = minted_answers.answers + 1,
        quick = minted_answers.quick + excluded.quick, same_address = minted_answers.same_address + excluded.same_address,
        address_known = minted_answers.address_known + excluded.address_known`,
    params: [tenant, period, unit, issuer, Number(quick), Number(same), Number(known)],
  });
}

/** Answers of one unit through the links of one officer. */
export interface MintedCount {
  readonly unit: string;
  readonly issuer: string;
  readonly answers: number;
  readonly quick: number;
  readonly sameAddress: number;
  readonly addressKnown: number;
}

export function mintedAnswers(db: Db, tenant: string, period: string): Promise<MintedCount[]> {
  return db.all(
    `select unit, issuer, answers, quick, same_address as "sameAddress", address_known as "addressKnown"
     from minted_answers where tenant = ? and period = ? order by unit, issuer`,
    [tenant, period],
  );
}

/** At the seal, with the links they are counts of; what was asked because of them is in the snapshot. */
export function deleteMintedAnswers(tenant: string, period: string): Statement {
  return { sql: 'delete from minted_answers where tenant = ? and period = ?', params: [tenant, period] };
}
