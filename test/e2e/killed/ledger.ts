import type { Db } from '../../../server/store/db.ts';
import type { OnItsWay, Said, Seen } from './hand.ts';
import type { UnsteadyServer } from './unsteady-server.ts';

/** One answer a citizen gave, once or changed since; the comment of each version is its own and nobody else's. */
export interface Given {
  readonly versions: Seen[];
  /** The last version the page said it had: saved on the device, or received. -1 = none. */
  promised: number;
  /** What was promised when the browser emptied its store by itself. */
  emptied: number;
}

/** One form of the portal, over all its visits. */
export interface FormBook {
  /** What its address says, which is also part of its draft's name. */
  readonly name: string;
  readonly query: string;
  /** Every state its fields were in, in order. */
  readonly states: Seen[];
  /** The last of them that was read back from the disk, unless it was sent since. */
  kept: number;
}

export interface Found {
  readonly saved: number;
  readonly received: number;
  readonly drafts: number;
  readonly lost: number;
  /** Promised answers that were gone with a store which the browser emptied by itself, and how often it did. */
  readonly taken: number;
  readonly emptied: number;
  readonly double: number;
  /** One sentence for each thing promised that is not so. */
  readonly faults: string[];
}

/** Answers and comment alike; whether a reply is wanted can be asked only where its words have loaded. */
export const same = (one: Seen, other: Seen): boolean => text(one) === text(other);

/** A form without a result is sent as one of the stage after filing, which asks less. */
const isOf = (answers: Seen, { comment: _, ...version }: Seen): boolean =>
  same(version.q1 === 'none' ? { ...version, ...answers } : answers, version);

const text = ({ reply: _, ...chosen }: Seen) =>
  JSON.stringify(
    Object.entries(chosen)
      .filter(([, v]) => v)
      .sort(),
  );

const versionOf = ({ versions }: Given, comment: string | undefined): number =>
  versions.findIndex((version) => version.comment === comment);

/** What the pages said, and what must be so because they said it. */
export function openLedger() {
  const given: Given[] = [];
  const faults: string[] = [];
  const byId = new Map<string, Given>();
  /** Ids said to be received of which nothing else was said before. */
  const heard: string[] = [];
  const count = { saved: 0, received: 0, drafts: 0, emptied: 0 };
  const forms = new Set<FormBook>();
  return {
    given,
    faults,
    count,
    /** `changed`: the answer these take the place of. */
    give(form: FormBook, chosen: Seen, changed?: Given): Given {
      const one = changed ?? { versions: [], promised: -1, emptied: -1 };
      if (!changed) given.push(one);
      one.versions.push(chosen);
      form.kept = -1;
      return one;
    },
    /** What was said in a page; `current` is the answer last given there. */
    hear(current: Given | undefined, { what, text }: Said): void {
      const received = what === 'sent' || (what === 'shown' && text.startsWith('✓'));
      if (!received && what !== 'saved' && !(what === 'shown' && text.startsWith('Đã lưu'))) return;
      count[received ? 'received' : 'saved'] += 1;
      if (what === 'saved' && current) byId.set(text, current);
      // A heading may be of an earlier answer, found on the disk while this one was still being given.
      const known = current && [...byId.values()].includes(current) ? current : undefined;
      const about = what === 'shown' ? known : byId.get(text);
      // A page opened anew may speak of the version before one that never left the fields.
      if (about) about.promised = about === current ? about.versions.length - 1 : Math.max(about.promised, 0);
      else if (what === 'sent') heard.push(text);
    },
    /** A page that was opened anew says it has what the disk has under way. */
    find({ id, comment }: Pick<OnItsWay, 'id' | 'comment'>): void {
      const one = given.find(({ versions }) => versions.some((version) => version.comment === comment));
      if (!one) return;
      byId.set(id, one);
      one.promised = Math.max(one.promised, versionOf(one, comment));
    },
    /**
     * The browser found its own database torn and emptied it. A write is torn when the kill falls between the two parts of one
     * entry of its log; two transactions that write at once it calls `Unknown corruption`, and those the survey must not make.
     */
    empty(why: string): void {
      count.emptied += 1;
      if (why === 'Unknown corruption') faults.push(`trình duyệt xóa kho: ${why}`);
      for (const one of given) one.emptied = one.promised;
      for (const form of forms) form.kept = -1;
    },
    /** A draft was read back from the disk. */
    keep(form: FormBook, draft: Seen): void {
      forms.add(form);
      const at = form.states.findLastIndex((state) => same(state, draft));
      if (at < 0) faults.push(`${form.name}: bản nháp không ai nhập ${JSON.stringify(draft)}`);
      form.kept = Math.max(form.kept, at);
      count.drafts += 1;
    },
    /** The disk's draft at the next visit, which is at least the state `kept`. */
    restore({ states, name }: FormBook, draft: Seen | null, kept: number): void {
      const at = draft ? states.findLastIndex((state) => same(state, draft)) : -1;
      if (draft && at < 0) faults.push(`${name}: khôi phục điều không ai nhập ${JSON.stringify(draft)}`);
      const wanted = states[kept];
      if (at >= kept || !wanted) return;
      // A draft that was sent leaves with the arrival of its answers, in whichever tab: the server must have them, then.
      const one = given.find(({ versions }) => versions.some((version) => same(version, wanted)));
      if (one) one.promised = Math.max(one.promised, versionOf(one, wanted.comment));
      else faults.push(`${name}: mất bản nháp ${JSON.stringify(wanted)}, còn ${JSON.stringify(draft)}`);
    },
    /** Compares what was promised with what the server has. */
    async check(db: Db, { refused, sent }: Pick<UnsteadyServer, 'refused' | 'sent'>): Promise<Found> {
      for (const id of heard) for (const comment of sent.get(id) ?? []) this.find({ id, comment });
      const rows = await db.all<{ answers: string; comment: string }>(
        "select answers, comment from responses where tenant = 'mau'",
      );
      const known = new Set<string>();
      let [lost, taken, double] = [0, 0, 0];
      for (const { versions, promised, emptied } of given) {
        const comments = versions.map(({ comment = '' }) => comment);
        for (const comment of comments) known.add(comment);
        const stored = rows.filter((row) => comments.includes(row.comment));
        const at = comments.indexOf(stored[0]?.comment ?? '');
        if (stored.length > 1) {
          double += 1;
          faults.push(`${comments[0]}: ${stored.length} lần ở máy chủ`);
        }
        const wanted = versions[promised];
        if (wanted && at < promised && promised <= emptied) taken += 1;
        else if (wanted && at < promised && !refused.has(wanted.comment ?? '')) {
          lost += 1;
          faults.push(`${wanted.comment}: đã hứa giữ mà máy chủ có ${stored[0]?.comment ?? 'không gì cả'}`);
        }
        const [row] = stored;
        const version = versions[at];
        if (row && version && !isOf(JSON.parse(row.answers), version))
          faults.push(`${row.comment}: chọn ${JSON.stringify(version)} mà máy chủ có ${row.answers}`);
      }
      for (const { comment } of rows) if (!known.has(comment)) faults.push(`${comment}: không ai gửi`);
      return { ...count, lost, taken, double, faults };
    },
  };
}
export type Ledger = ReturnType<typeof openLedger>;
