/** The provinces of the witness test, four times as many. */
process.env.WITNESS_SEEDS = Array.from({ length: 12 }, (_, i) => i + 1).join(' ');
await import('../server/suppression-witness.test.ts');

export {};
