import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { looseHash, orderedHash } from '../../server/close/facts-hash.ts';
import { fillPeriod } from './filled-period.ts';
import { testServer } from './test-server.ts';

describe('the fingerprint of the facts', () => {
  it('keeps the order of dossiers and not that of answers', () => {
    const ofDossiers = (...dossiers: string[]) => {
      const hash = orderedHash();
      for (const dossier of dossiers) hash.add(dossier);
      return hash.digest();
    };
    const ofAnswers = (...answers: string[]) => {
      const hash = looseHash();
      for (const answer of answers) hash.add(answer);
      return hash.digest();
    };
    expect(ofDossiers('a', 'b')).not.toBe(ofDossiers('b', 'a'));
    expect(ofAnswers('x', 'y', 'y')).toBe(ofAnswers('y', 'x', 'y'));
    expect(ofAnswers('x', 'y', 'y')).not.toBe(ofAnswers('x', 'y'));
    // More than it has room for at first.
    const many = Array.from({ length: 3000 }, (_, i) => String(i));
    expect(ofAnswers(...many)).toBe(ofAnswers(...many.reverse()));
    expect(ofAnswers(...many)).not.toBe(ofAnswers(...many.slice(1), 'x'));
  });

  it('is that of the facts as one list, however they are added', () => {
    const facts = ['a', { n: 1 }, null, undefined, [2, 'b']];
    const digests = [[], facts].map((each) => {
      const [together, oneByOne] = [orderedHash(), orderedHash()];
      together.add(...each);
      oneByOne.addAll(each.values());
      return [together.digest(), oneByOne.digest()];
    });
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(digests).toEqual(['[]\n', '["a",{"n":1},null,null,[2,"b"]]\n'].map((text) => [sha(text), sha(text)]));
  });

  it('of a close is the same whatever places the answers have, as after a seal, and another when one answer differs', async () => {
    const hashes: string[] = [];
    const changes = [
      // as they came in, in other places, with another answer
      null,
      "update responses set seq = 100 - seq where tenant = 'mau'",
      `update responses set answers = replace(answers, '"on"', '"after"') where tenant = 'mau'`,
    ];
    for (const change of changes) {
      const server = await testServer();
      await fillPeriod(server);
      if (change) await server.db.run(change);
      server.clock.now = new Date('2027-01-04T02:00:00Z');
      const admin = server.credentials.mau['province-admin'];
      expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
      const [row] = await server.db.all<{ facts_hash: string }>(
        "select facts_hash from snapshots where tenant = 'mau'",
      );
      hashes.push(row?.facts_hash ?? '');
      await server.close();
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });
});
