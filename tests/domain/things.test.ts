import { describe, expect, it } from 'vitest';
import { boxOf, boxOfThing, centreOfThing } from '../../src/domain/thing-places.ts';
import { emphasisOf, indexOf, isThing, nameOfThing, sitesOfThing, unitsBySite } from '../../src/domain/things.ts';
import { THING_KINDS } from '../../src/domain/vocabulary.ts';
import { testBase } from '../fixtures/data.ts';

const base = await testBase();
const things = indexOf(base);

describe('every kind of thing', () => {
  it.each(THING_KINDS)('has a name, a look-up and a box that is its own or that of its sites: %s', (entity) => {
    expect(things[entity].size).toBeGreaterThan(0);
    for (const id of things[entity].keys()) {
      const ref = { entity, id };
      expect(isThing(base, ref)).toBe(true);
      expect(nameOfThing(things, ref)).not.toBeNull();
      const [west, , east] = boxOfThing(things, ref) ?? [0, 0, 0];
      expect(west <= east).toBe(true);
      if (entity !== 'site') {
        const sites = sitesOfThing(things, ref).map((site) => site.id);
        const standsOut = emphasisOf(things, ref);
        expect(standsOut === null ? [] : [...(standsOut ?? ['?'])]).toEqual([...new Set(sites)]);
      }
    }
  });

  it.each(THING_KINDS)('that is not there is nothing: %s', (entity) => {
    const ref = { entity, id: 'nowhere' };
    expect(isThing(base, ref)).toBe(false);
    expect([nameOfThing(things, ref), centreOfThing(things, ref), boxOfThing(things, ref)]).toEqual([null, null, null]);
    expect(sitesOfThing(things, ref)).toEqual([]);
  });
});

describe('the units of a site', () => {
  it('are those whose choice makes it stand out, its parts with it', () => {
    const units = unitsBySite(things);
    for (const site of base.sites)
      expect(units.get(site.id) ?? []).toEqual(
        [...things.unit.keys()].filter((id) => sitesOfThing(things, { entity: 'unit', id }).includes(site)),
      );
    const part = base.sites.find(({ parent, mentions }) => parent !== null && mentions.length === 0);
    expect(units.get(part?.id ?? '')).toEqual(units.get(part?.parent ?? ''));
    expect(base.sites.some(({ id }) => !units.has(id))).toBe(true);
  });
});

describe('what stands out', () => {
  it('is for no choice to say that is none, or a single site', () => {
    expect(emphasisOf(things, null)).toBeUndefined();
    expect(emphasisOf(things, { entity: 'site', id: [...things.site.keys()][0] ?? '' })).toBeUndefined();
  });

  it('is nothing where a town holds no site, and everything where a clause names none', () => {
    const bare = indexOf({ ...base, sites: [] });
    expect(emphasisOf(bare, { entity: 'town', id: [...things.town.keys()][0] ?? '' })).toEqual(new Set());
    expect(emphasisOf(bare, { entity: 'clause', id: '2.2.1' })).toBeNull();
  });
});

describe('the place of a thing', () => {
  it('is a point with its error where one stands for it', () => {
    const placed = base.sites.find(({ position }) => position !== null);
    if (placed === undefined) throw new Error('no site with a position');
    expect(centreOfThing(things, { entity: 'site', id: placed.id })).toEqual({
      position: placed.position,
      radiusM: placed.radiusM ?? Number.POSITIVE_INFINITY,
    });
    const [district] = base.districts.features;
    expect(centreOfThing(things, { entity: 'district', id: district?.properties.id ?? '' })).toEqual({
      position: district?.properties.label,
      radiusM: 0,
    });
    expect(centreOfThing(things, { entity: 'cluster', id: 'home' })).toBeNull();
  });

  it('is a box around positions, and null around none', () => {
    expect(
      boxOf([
        [113, 23],
        [112.5, 23.2],
      ]),
    ).toEqual([112.5, 23, 113, 23.2]);
    expect(boxOf([])).toBeNull();
  });
});
