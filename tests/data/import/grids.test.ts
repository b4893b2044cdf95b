/** Grids between which only the towns of the rows tell. */
import { describe, expect, test } from 'vitest';
import { crsOfEpsg, gridWords, OFFERED, projOfEpsg } from '../../../src/data/import/guess/crs.ts';
import { openFile } from '../../../src/data/import/open-file.ts';
import { converterOf } from '../../../src/data/import/place/convert.ts';
import { gazetteerOf } from '../../../src/data/import/place/gazetteer.ts';
import type { InputDatum } from '../../../src/data/import/types.ts';
import { context, textFile } from './helpers.ts';

const gazetteer = gazetteerOf(context);

/** Places near the northern and southern ends of where each town can be, in the numbers of a grid. */
function endsOfTowns(datum: InputDatum): string[] {
  const converter = converterOf(datum, null);
  return context.towns.features.flatMap(({ geometry, properties }) => {
    if (geometry === null) return [];
    const [lng, lat] = geometry.coordinates;
    return [1, -1].flatMap((sign) => {
      let reached = 0;
      while (gazetteer.canBeIn(Number(properties.code), lng, lat + sign * (reached + 0.002)) === true) reached += 0.002;
      if (reached === 0) return [];
      const [x, y] = converter?.inverse(lng, lat + sign * reached) ?? [0, 0];
      return [`${properties.nameZh},${x.toFixed(2)},${y.toFixed(2)}`];
    });
  });
}

describe('UTM 49N and the meridian of 111°', () => {
  test.each<InputDatum>(['epsg:32649', 'epsg:4546'])('towns tell: %s', async (datum) => {
    const file = textFile(`镇街,x坐标,y坐标\n${endsOfTowns(datum).join('\n')}\n`);
    const guess = (await openFile(file, 'a.csv', context)).datum;
    expect(guess).toMatchObject({ datum, basis: 'shown', reason: { code: 'towns-tell' } });
    expect(Number(guess.reason.params.inside)).toBeGreaterThan(Number(guess.reason.params.secondInside) + 2);
  });

  test('towns that hold the rows in both tell nothing: the user is asked', async () => {
    const converter = converterOf('epsg:32649', null);
    const rows = context.towns.features.flatMap(({ geometry, properties }) => {
      const [x, y] = geometry === null ? [0, 0] : (converter?.inverse(...geometry.coordinates) ?? [0, 0]);
      return geometry === null ? [] : [`${properties.nameZh},${x.toFixed(2)},${y.toFixed(2)}`];
    });
    const guess = (await openFile(textFile(`镇街,x坐标,y坐标\n${rows.join('\n')}\n`), 'a.csv', context)).datum;
    expect(guess.datum).toBeNull();
    expect(guess.reason.code).toBe('grids-undecided');
    expect([...guess.open].sort()).toEqual(['epsg:32649', 'epsg:4546']);
  });
});

test('every system on offer is converted and has words; one that is not known has neither', () => {
  for (const datum of OFFERED) {
    expect(converterOf(datum, null), datum).not.toBeNull();
    if (datum.startsWith('epsg:')) expect(gridWords(Number(datum.slice(5))), datum).not.toBeNull();
  }
  expect(gridWords(4498)).toEqual({ family: 'gk6', meridian: 117, zone: 20 });
  expect(gridWords(32650)).toEqual({ family: 'utm', meridian: 117, zone: 50 });
  expect([gridWords(2436), projOfEpsg(2436), crsOfEpsg(2436).refusal?.code]).toEqual([null, null, 'geographic-other']);
});
