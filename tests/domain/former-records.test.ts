import { describe, expect, it } from 'vitest';
import { applyCorrections, standingOf } from '../../src/domain/corrections.ts';
import { withParts } from '../../src/domain/policy.ts';
import { clausesNaming } from '../../src/domain/policy-text.ts';
import type { Correction } from '../../src/domain/schema/correction.ts';
import type { Site } from '../../src/domain/site.ts';
import { indexOf, sitesOfThing } from '../../src/domain/things.ts';
import { parseAddress } from '../../src/state/address/address.ts';
import { existingAddress } from '../../src/state/address/resolve.ts';
import { correct } from '../fixtures/corrections.ts';
import { testBase } from '../fixtures/data.ts';

const base = await testBase();
const { sites, policy } = base;
const site = (id: string): Site => {
  const found = sites.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const lab = site('jihua-laboratory');
const valley = site('robot-valley');
const takesIn = (survivor: Site, former: string, reason = 'duplicate'): Correction =>
  correct(survivor, `former:${former}`, { former: reason });

describe('a record that takes the place of another', () => {
  const after = applyCorrections(sites, [takesIn(valley, lab.id)]);
  const survivor = after.find(({ id }) => id === valley.id);

  it('keeps the other’s id and names, and the other is listed no more', () => {
    expect(after).toHaveLength(sites.length - 1);
    expect(survivor?.formerIds).toEqual([lab.id]);
    expect(survivor?.aliases).toEqual([...valley.aliases, lab.nameZh, lab.nameEn, ...lab.aliases]);
    expect(survivor?.corrected?.[`former:${lab.id}`]?.source?.title).toBe('现场公示牌');
  });

  it('is where links to the other lead, and what the document names with it', () => {
    const things = indexOf({ ...base, sites: after });
    expect(things.site.get(lab.id)).toBe(survivor);
    const address = existingAddress({ ...base, sites: after }, parseAddress(`site=${lab.id}`));
    expect(address.selections).toEqual([{ entity: 'site', id: valley.id }]);
    const named = clausesNaming(policy, { ...lab, entity: 'site' });
    expect(named.length).toBeGreaterThan(0);
    const now = clausesNaming(policy, { id: valley.id, formerIds: [lab.id], entity: 'site' });
    expect(now).toEqual(expect.arrayContaining(named));
    expect(withParts(after, [lab.id])[0]?.site).toBe(survivor);
    const ids = sitesOfThing(things, { entity: 'district', id: 'nanhai' }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the whole of its parts, and the venue of its events', () => {
    const child = sites.find(({ parent }) => parent !== null);
    const whole = site(child?.parent ?? '');
    const other = sites.find(({ id }) => id !== whole.id && id !== child?.id) ?? whole;
    const now = applyCorrections(sites, [takesIn(other, whole.id)]);
    expect(now.find(({ id }) => id === child?.id)?.parent).toBe(other.id);
  });

  it('does so once: the other way round, a second time, or of nothing, nothing changes', () => {
    const first = takesIn(valley, lab.id);
    expect(applyCorrections(sites, [first, takesIn(lab, valley.id)]).map(({ id }) => id)).toEqual(
      after.map(({ id }) => id),
    );
    expect(applyCorrections(sites, [takesIn(valley, 'nobody')])).toEqual(sites);
    expect(standingOf(survivor, first)).toBe('merged');
    expect(standingOf(valley, first)).toBe('applied');
    expect(standingOf(undefined, first)).toBe('conflict');
  });

  it('takes over what was corrected of the other before', () => {
    const renamed = correct(lab, 'nameEn', { attribute: 'Renamed Laboratory' });
    const now = applyCorrections(sites, [takesIn(valley, lab.id), renamed]);
    expect(now.find(({ id }) => id === valley.id)?.aliases).toContain('Renamed Laboratory');
  });
});
