import { describe, expect, it } from 'vitest';
import { packJson, unpackJson } from '../../src/data/packed-json.ts';
import { parseKept, parseTourFile, parseTourText, tourFileOf } from '../../src/domain/tour-parse.ts';
import { LONGEST, MOST_IMAGE, MOST_STOPS, type Tour, type TourStop } from '../../src/domain/tour-schema.ts';
import { CLUSTER_IDS, DISTRICT_IDS } from '../../src/domain/vocabulary.ts';
import { seeded } from '../fixtures/random-set.ts';
import { stopOf, tourOf } from '../fixtures/tour.ts';

const PIXEL = { data: 'data:image/png;base64,iVBORw0KGgo=', width: 1, height: 1, alt: { zh: '点', en: 'A dot' } };

function faults(value: unknown) {
  const parsed = parseTourFile(value);
  return 'faults' in parsed ? parsed.faults : [];
}
/** A tour file with one stop, which is changed. */
function withStop(change: Record<string, unknown>) {
  const { tour, ...head } = tourFileOf(tourOf('a', 'b'));
  return { ...head, tour: { ...tour, stops: [tour.stops[0], { ...tour.stops[1], ...change }] } };
}

describe('a tour in a file', () => {
  it('comes back as it was, whatever its words hold', () => {
    const next = seeded(3);
    const pick = <T>(list: readonly T[]): T => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error('an empty list');
      return item;
    };
    const bits = [
      '<img src=x onerror=alert(1)>',
      '\u202e反',
      '&amp;',
      '"',
      "'",
      '\n',
      '佛山',
      '😀',
      'javascript:',
      '`$1`',
    ];
    const words = () => ({ zh: pick(bits) + pick(bits), en: pick(bits) });
    for (let n = 0; n < 60; n++) {
      const tour: Tour = {
        ...tourOf(),
        title: words(),
        stops: Array.from(
          { length: Math.floor(next() * 12) },
          (_, at): TourStop =>
            stopOf(`s${at}`, {
              title: words(),
              words: words(),
              notes: words(),
              seconds: 3 + Math.floor(next() * 100),
              look: pick<TourStop['look']>([
                { to: 'city' },
                { to: 'district', id: pick(DISTRICT_IDS) },
                {
                  to: 'camera',
                  zoom: 9 + next(),
                  lat: 23 + next(),
                  lng: 113 + next(),
                  bearing: 0,
                  pitch: 10,
                  across: null,
                },
              ]),
              figure: pick<TourStop['figure']>([
                null,
                { from: 'target', id: pick(CLUSTER_IDS) },
                { from: 'count', of: 'all', id: '', within: null },
              ]),
            }),
        ),
      };
      expect(parseTourText(JSON.stringify(tourFileOf(tour)))).toEqual({ tour });
      expect(parseTourFile(unpackJson(packJson(tourFileOf(tour))))).toEqual({ tour });
      expect(parseKept(tour)).toEqual(tour);
    }
  });

  it('may be written by hand with what is usual left out, and after a byte order mark', () => {
    const text = JSON.stringify({
      format: 'foshan-224-tour',
      schema: 1,
      tour: {
        id: 'a',
        title: { zh: '甲', en: 'A' },
        stops: [
          {
            id: 's',
            look: { to: 'city' },
            show: {},
            title: { zh: '', en: '' },
            words: { zh: '', en: '' },
            notes: { zh: '', en: '' },
          },
        ],
      },
    });
    const parsed = parseTourText(`\uFEFF${text}`);
    expect('tour' in parsed ? parsed.tour.stops[0] : null).toMatchObject({
      seconds: 15,
      figure: null,
      show: { radii: false },
    });
  });

  it('gets ids of its own where two stops have the same', () => {
    const parsed = parseTourFile(tourFileOf(tourOf('a', 'a', 'stop-1', 'a')));
    expect('tour' in parsed ? parsed.tour.stops.map(({ id }) => id) : null).toEqual([
      'a',
      'stop-2',
      'stop-1',
      'stop-3',
    ]);
  });
});

describe('an image in a tour', () => {
  it('comes back with the stop, as does a number of one’s own', () => {
    const figure = {
      from: 'own',
      value: { zh: '12.5亿元', en: '1.25 billion yuan' },
      label: { zh: '到位投资', en: 'Paid in' },
      source: { zh: '区工信局', en: 'District bureau' },
    } as const;
    const tour = { ...tourOf(), stops: [stopOf('a', { image: PIXEL, figure, hidden: true })] };
    expect(parseTourText(JSON.stringify(tourFileOf(tour)))).toEqual({ tour });
  });

  it('is refused with the others where they are too large together', () => {
    const big = { ...PIXEL, data: `data:image/png;base64,${'A'.repeat(MOST_IMAGE.one - 40)}` };
    const stops = Array.from({ length: 15 }, (_, n) => stopOf(`s${n}`, { image: big }));
    // 14 of 419,982 characters are below 6 million, 15 above.
    expect('tour' in parseTourFile(tourFileOf({ ...tourOf(), stops: stops.slice(1) }))).toBe(true);
    expect(faults(tourFileOf({ ...tourOf(), stops }))).toEqual([
      { kind: 'value', stop: null, field: 'stops', reason: 'too-much', limit: null },
    ]);
  });
});

describe('a file that is no tour', () => {
  it.each([
    ['', 'not-json'],
    ['{"format":', 'not-json'],
    ['PK\u0003\u0004', 'not-json'],
    ['[]', 'not-a-tour'],
    ['null', 'not-a-tour'],
    ['{"type":"FeatureCollection","features":[]}', 'not-a-tour'],
  ])('%j is %s', (text, kind) => {
    expect(parseTourText(text)).toEqual({ faults: [{ kind }] });
  });

  it('of a later version says so', () => {
    expect(faults({ format: 'foshan-224-tour', schema: 3, tour: {} })).toEqual([{ kind: 'later', schema: 3 }]);
  });

  it.each([
    [{ seconds: 1 }, 'seconds', 'too-small', 3],
    [{ seconds: 1e9 }, 'seconds', 'too-large', 600],
    [{ seconds: '15' }, 'seconds', 'wrong-kind', null],
    [{ title: undefined }, 'title', 'missing', null],
    [{ title: { zh: 'x'.repeat(LONGEST.title + 1), en: '' } }, 'title.zh', 'too-long', LONGEST.title],
    [{ look: { to: 'moon' } }, 'look.to', 'unknown-value', null],
    [{ look: { to: 'camera', zoom: 10, lat: 230, lng: 113 } }, 'look.lat', 'too-large', 85],
    [{ show: { clusters: ['shoes'] } }, 'show.clusters.0', 'unknown-value', null],
    [{ id: 'Ä' }, 'id', 'wrong-form', null],
    [{ script: 'x' }, 'script', 'unknown-field', null],
    [{ notes: 7 }, 'notes', 'wrong-kind', null],
    [{ image: { ...PIXEL, data: 'data:image/svg+xml;base64,PHN2Zz4=' } }, 'image.data', 'wrong-form', null],
    [{ image: { ...PIXEL, data: 'https://example.org/a.png' } }, 'image.data', 'wrong-form', null],
    [{ image: { ...PIXEL, width: 0 } }, 'image.width', 'too-small', 1],
    [
      { image: { ...PIXEL, data: `${PIXEL.data}${'A'.repeat(MOST_IMAGE.one)}` } },
      'image.data',
      'too-long',
      MOST_IMAGE.one,
    ],
    [
      { figure: { from: 'own', value: { zh: '1', en: '1' }, label: { zh: '', en: '' } } },
      'figure.source',
      'missing',
      null,
    ],
    [{ hidden: 'yes' }, 'hidden', 'wrong-kind', null],
  ])('with %j names the stop, the field and the reason', (change, field, reason, limit) => {
    expect(faults(withStop(change))[0]).toEqual({ kind: 'value', stop: 2, field, reason, limit });
  });

  it('tells of all that is wrong, and of what is wrong with the tour as a whole', () => {
    expect(faults(withStop({ seconds: 0, id: '' })).map((fault) => fault.kind === 'value' && fault.field)).toEqual(
      expect.arrayContaining(['seconds', 'id']),
    );
    const many = tourFileOf(tourOf(...Array.from({ length: MOST_STOPS + 1 }, (_, n) => `s${n}`)));
    expect(faults(many)).toEqual([
      { kind: 'value', stop: null, field: 'stops', reason: 'too-many', limit: MOST_STOPS },
    ]);
    expect(faults({ format: 'foshan-224-tour', schema: 1 })[0]).toMatchObject({ stop: null, reason: 'missing' });
  });
});
