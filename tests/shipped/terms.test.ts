import { expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { termsOf } from '../../geo/steps/terms.ts';
import { shippedBase } from './data.ts';

it('terms cover every cluster, and say why where the clause does not name the thing', async () => {
  const { terms } = readInputs('.');
  const { policy } = await shippedBase();
  const covered = new Set(terms.flatMap(({ clusters }) => clusters));
  expect([...covered].sort()).toEqual(policy.clusters.map(({ id }) => id).sort());
  const silent = termsOf(terms).filter(
    ({ zh, words, why }) => why === undefined && ![zh, ...words].some((word) => policy.text.includes(word)),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});
