import { describe, expect, it } from 'vitest';
import { Basemap } from '../../../src/domain/schema/basemap.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { createBasemaps } from '../../../src/state/basemaps/basemaps.ts';

const common = { attribution: '市局', datum: 'CGCS2000', tiles: ['https://t.example/{z}/{x}/{y}'] };
const own = parseAs(Basemap, { ...common, id: 'own-1', label: '我的' }, 'own');

function device() {
  const texts = new Map<string, string>();
  return () => ({
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  });
}

describe('base maps to choose from', () => {
  it('leave out a wrong one of the config alone, and say what is wrong with it', () => {
    const { list, problems } = createBasemaps(
      [
        { ...common, id: 'city', label: '市图' },
        { ...common, id: 'bad', label: 'B', tiles: [] },
      ],
      device(),
    );
    expect(list.value.map(({ id }) => id)).toEqual(['city']);
    expect(problems).toEqual([expect.stringMatching(/^config\.json: basemaps\.1: layers\.0\.tiles: /)]);
  });

  it('keep the user’s own, and how strongly each is drawn, on the device', () => {
    const kept = device();
    const first = createBasemaps([{ ...common, id: 'city', label: '市图', strength: 0.7 }], kept);
    expect(first.add(own)).toBe(true);
    first.setStrength('own-1', 0.4);
    first.setStrength('city', 0.2);
    first.setStrength('city', null);
    const again = createBasemaps([{ ...common, id: 'city', label: '市图', strength: 0.7 }], kept);
    expect(again.list.value.map(({ id }) => id)).toEqual(['city', 'own-1']);
    expect(['city', 'own-1', 'none'].map((id) => again.strengthOf(id))).toEqual([0.7, 0.4, null]);
    again.remove('own-1');
    expect([...again.own.value]).toEqual([]);
    expect(again.byId('own-1')).toBeNull();
  });

  it('never lets one of the user’s own take the place of the deployer’s', () => {
    const { list, add } = createBasemaps([{ ...common, id: 'own-1', label: '市图' }], device());
    add(own);
    expect(list.value.map(({ label }) => label)).toEqual(['市图']);
  });
});
