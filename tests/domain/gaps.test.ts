/** What is not known is a list, and the longest where nothing is. */
import { describe, expect, it } from 'vitest';
import { gapsOf } from '../../src/domain/gaps.ts';
import { testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

const { sites } = await testBase();
const siteOf = (id: string) => {
  const site = sites.find((one) => one.id === id);
  if (site === undefined) throw new Error(`no ${id}`);
  return site;
};

describe('what is not known of a site', () => {
  it('is nearly everything of one that the policy only names', () => {
    expect(gapsOf(siteOf('biomedical-park'), true, '2026-11-22')).toEqual(
      expect.arrayContaining([
        'location',
        'district',
        'address',
        'status',
        'operator',
        'facts',
        'vacancy',
        'price',
        'contact',
      ]),
    );
  });

  it('leaves out what a fact answers', () => {
    const gaps = gapsOf(siteOf('robot-valley'), true, '2026-11-22');
    expect(gaps).not.toContain('area');
    expect(gaps).not.toContain('price');
    expect(gaps).toContain('vacancy');
  });

  it('tells a coarse place from an unknown one', () => {
    const gaps = gapsOf(siteOf('medicine-headquarters'), true, '2026-11-22');
    expect(gaps).toContain('coarse');
    expect(gaps).not.toContain('location');
  });

  it('misses the error only of a point that has none, and the age only of a dated status', () => {
    const of = (given: Parameters<typeof makeSite>[1]) => gapsOf(makeSite('a', given), true, '2026-11-22');
    expect(of({ radiusM: null })).toContain('radius');
    expect(of({ radiusM: 50 })).not.toContain('radius');
    expect(of({ position: null, radiusM: null })).not.toContain('radius');
    expect(of({ status: 'operating', statusDate: '2001' })).toContain('statusOld');
    expect(of({ status: 'unknown', statusDate: '2001' })).not.toContain('statusOld');
    expect(of({ status: 'operating', statusDate: null })).not.toContain('statusOld');
  });

  it('takes a status of more than three years for old, one without its day from its first', () => {
    const site = siteOf('sanlongwan');
    const old = (statusDate: string) =>
      gapsOf({ ...site, status: 'operating', statusDate }, true, '2026-11-22').includes('statusOld');
    expect([old('2023-11-21'), old('2023-11-22'), old('2024'), old('2023')]).toEqual([true, false, false, true]);
  });

  it('always names contacts, and a clause where none names it', () => {
    expect(gapsOf(siteOf('sanlongwan'), false, '2026-11-22')).toEqual(expect.arrayContaining(['notNamed', 'contact']));
  });
});
