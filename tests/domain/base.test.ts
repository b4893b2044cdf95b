/** What the other tests rely on finding among the records and figures of their base. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CLUSTER_OR_CROSS_IDS,
  DISTRICT_IDS,
  EXTENTS,
  KINDS,
  PRECISIONS,
  QUALIFIERS,
  RIGHTS,
  STATUSES,
} from '../../src/domain/vocabulary.ts';
import { BASE_ROOT, testBase } from '../fixtures/data.ts';

const { sites, policy } = await testBase();
const has = (all: readonly string[], found: readonly string[]) =>
  expect([...new Set(found)].sort()).toEqual([...all].sort());

describe('the base of the tests', () => {
  it('has every kind, extent, precision, status, qualifier and right', () => {
    has(
      KINDS,
      sites.map(({ kind }) => kind),
    );
    has(
      EXTENTS,
      sites.map(({ extent }) => extent),
    );
    has(
      PRECISIONS,
      sites.map(({ precision }) => precision),
    );
    has(
      STATUSES,
      sites.map(({ status }) => status),
    );
    has(
      QUALIFIERS,
      sites.flatMap(({ facts }) => facts.map(({ qualifier }) => qualifier)),
    );
    has(
      RIGHTS,
      sites.map(({ location }) => location.rights),
    );
  });

  it('has a record in every district, of several and of none, and of every cluster but one', () => {
    has(
      DISTRICT_IDS,
      sites.flatMap(({ districts }) => (districts.length === 1 ? districts : [])),
    );
    expect(sites.some(({ districts }) => districts.length > 1)).toBe(true);
    expect(sites.some(({ districts }) => districts.length === 0)).toBe(true);
    has(
      CLUSTER_OR_CROSS_IDS.filter((id) => id !== 'equipment'),
      sites.map(({ industryCluster }) => industryCluster),
    );
  });

  it('has whole and part, venue and event, what the text names alone and what it does not name', () => {
    const ids = new Set(sites.map(({ id }) => id));
    expect(sites.filter(({ parent }) => parent !== null && ids.has(parent))).toHaveLength(2);
    expect(sites.filter(({ heldAt }) => heldAt !== null && ids.has(heldAt))).toHaveLength(1);
    expect(sites.some(({ sources }) => Object.keys(sources).length === 0)).toBe(true);
    const named = new Set(policy.mentions.map(({ id }) => id));
    expect(sites.filter(({ id, parent }) => parent === null && !named.has(id)).map(({ id }) => id)).toEqual([
      'exhibition-centre',
    ]);
  });

  it('is told in a page that names records that there are', () => {
    const told = [...readFileSync(`${BASE_ROOT}/README.md`, 'utf8').matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)];
    const ids = new Set(sites.map(({ id }) => id));
    expect(told.length).toBeGreaterThan(40);
    expect(told.map(([, id = '']) => id).filter((id) => !ids.has(id))).toEqual([]);
  });
});
