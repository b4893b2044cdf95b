/** The built-in tours are made from the data: whatever is shipped must fit on their stops. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { emsOf, LINE_EMS, LINES, linesOf, titleSize } from '../../src/domain/tour.ts';
import { Tour } from '../../src/domain/tour-schema.ts';
import { allOf, presentationOf } from '../../src/state/present/presentation.ts';
import { makeApp } from '../fixtures/app.tsx';
import { shippedBase } from './data.ts';

const app = makeApp('', { base: await shippedBase() });
const tours = allOf(presentationOf(app).builtIn.value);
const stops = tours.flatMap((tour) => tour.stops.map((stop) => ({ ...stop, name: `${tour.id}/${stop.id}` })));

describe('the built-in tours of the shipped data', () => {
  it('hold to the schema, with each id once', () => {
    for (const tour of tours) {
      expect(problemsOf(Tour, tour)).toEqual([]);
      expect(new Set(tour.stops.map(({ id }) => id)).size).toBe(tour.stops.length);
    }
  });

  it('have a title in both languages at every stop, of two lines at most', () => {
    for (const { name, title } of stops) {
      for (const words of [title.zh, title.en]) {
        expect(words.trim(), name).not.toBe('');
        expect(emsOf(words) * titleSize(words), name).toBeLessThanOrEqual(LINE_EMS.title * LINES.title);
      }
    }
  });

  it('say no more than five lines at any stop, and leave nothing unfilled', () => {
    for (const { name, words, notes } of stops) {
      for (const each of [words.zh, words.en])
        expect(linesOf(each), `${name}: ${each}`).toBeLessThanOrEqual(LINES.words);
      expect(`${words.zh}${words.en}${notes.zh}${notes.en}`, name).not.toMatch(/\{\w+\}/);
    }
  });
});
