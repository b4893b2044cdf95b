import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { emsOf, LINE_EMS, LINES, linesOf, titleSize } from '../../src/domain/tour.ts';
import { isValue, resolveFigure } from '../../src/domain/tour-figure.ts';
import { Tour } from '../../src/domain/tour-schema.ts';
import { allOf, presentationOf } from '../../src/state/present/presentation.ts';
import { makeApp } from '../fixtures/app.tsx';

const app = makeApp();
app.need.statistics();
const { builtIn, world } = presentationOf(app);
const tours = allOf(builtIn.value);
const stops = tours.flatMap((tour) => tour.stops.map((stop) => ({ tour: tour.id, ...stop })));
const name = ({ tour, id }: { tour: string; id: string }) => `${tour}/${id}`;

describe('the built-in tours', () => {
  it('are the overview, the policy, one a cluster and one a district', () => {
    expect(tours.map(({ id }) => id)).toEqual([
      'overview',
      'policy',
      'since',
      ...['equipment', 'home', 'auto', 'electronics', 'robotics', 'materials', 'food', 'health'].map(
        (c) => `cluster-${c}`,
      ),
      ...['chancheng', 'nanhai', 'shunde', 'sanshui', 'gaoming'].map((d) => `district-${d}`),
    ]);
  });

  it('hold to the schema, with each id once', () => {
    for (const tour of tours) {
      expect(problemsOf(Tour, tour)).toEqual([]);
      expect(new Set(tour.stops.map(({ id }) => id)).size).toBe(tour.stops.length);
    }
  });

  it('show the 2+2+4 in about ten stops, each cluster once', () => {
    const { overview } = builtIn.value;
    expect(overview.stops.length).toBeGreaterThanOrEqual(9);
    expect(overview.stops.length).toBeLessThanOrEqual(12);
    expect(overview.stops.filter(({ id }) => id.startsWith('cluster-'))).toHaveLength(8);
  });

  it('go through the policy clause by clause', () => {
    expect(builtIn.value.policy.stops.map(({ show }) => show.clause).filter((id) => id !== null)).toEqual(
      app.state.base.policy.clauses.map(({ id }) => id),
    );
  });

  it('have a title in both languages at every stop, of two lines at most', () => {
    for (const stop of stops) {
      for (const title of [stop.title.zh, stop.title.en]) {
        expect(title.trim(), name(stop)).not.toBe('');
        expect(emsOf(title) * titleSize(title), name(stop)).toBeLessThanOrEqual(LINE_EMS.title * LINES.title);
      }
    }
  });

  it('say no more than five lines at any stop, and leave nothing unfilled', () => {
    for (const stop of stops) {
      for (const words of [stop.words.zh, stop.words.en]) {
        expect(linesOf(words), `${name(stop)}: ${words}`).toBeLessThanOrEqual(LINES.words);
        expect(words, name(stop)).not.toMatch(/\{\w+\}/);
      }
      expect(`${stop.notes.zh}${stop.notes.en}`, name(stop)).not.toMatch(/\{\w+\}/);
    }
  });

  it('have no Chinese in the English words but names of clauses', () => {
    const quoting = stops.filter(({ tour }) => tour !== 'policy');
    expect(quoting.filter(({ words, title }) => /\p{Script=Han}/u.test(words.en + title.en)).map(name)).toEqual([]);
  });

  it('refer to figures that exist: what nobody has published is a cell of a table, and no stop of its own', () => {
    const unknown = stops.flatMap(({ figure, ...stop }) =>
      figure !== null &&
      isValue(figure) &&
      resolveFigure(figure, world.value, app.state.statistics.value).kind === 'unknown'
        ? [name(stop)]
        : [],
    );
    expect(unknown).toEqual([]);
    const tables = stops.filter(({ figure }) => figure?.from === 'table').map(({ id }) => id);
    expect(tables.filter((id) => id === 'table')).toHaveLength(1);
    expect(tables.length).toBeGreaterThan(1);
  });

  it('say one claim in a full sentence, why it matters, and what comes next, in both languages', () => {
    for (const { tour, notes, ...stop } of stops) {
      for (const [said, so] of [
        [notes.zh, '所以'],
        [notes.en, 'So '],
      ] as const) {
        const paragraphs = said.split('\n');
        expect(
          paragraphs.some((paragraph) => paragraph.startsWith(so)),
          `${name({ tour, ...stop })}: ${said}`,
        ).toBe(true);
        expect(paragraphs[0]?.trim().length, name({ tour, ...stop })).toBeGreaterThan(0);
        const last = paragraphs.at(-1) ?? '';
        expect(/^(接下来：|这是最后一站|Next: |That is the last stop)/.test(last), last).toBe(true);
      }
    }
  });

  it('have notes for the mouth: no remark of how a place was found', () => {
    for (const site of world.value.sites)
      for (const { notes, tour, ...stop } of stops.filter(({ id }) => id === `site-${site.id}`))
        if (site.location.how.zh !== '') expect(notes.zh, name({ tour, ...stop })).not.toContain(site.location.how.zh);
  });

  it('give every site with a place a stop in the tour of its cluster, and name the others', () => {
    const { clusters } = builtIn.value;
    for (const site of world.value.sites.filter(({ industryCluster }) => industryCluster !== 'cross')) {
      const tour = clusters.find(({ id }) => id === `cluster-${site.industryCluster}`);
      const own = tour?.stops.some(({ id }) => id === `site-${site.id}`) ?? false;
      expect(own, site.id).toBe(site.position !== null);
      if (!own) expect(tour?.stops.at(-1)?.notes.zh, site.id).toContain(site.nameZh);
    }
  });

  it('go through the sites of a cluster from west to east', () => {
    const lngOf = new Map(world.value.sites.map(({ id, position }) => [`site-${id}`, position?.[0]]));
    for (const tour of builtIn.value.clusters) {
      const lngs = tour.stops.flatMap(({ id }) => lngOf.get(id) ?? []);
      expect(lngs, tour.id).toEqual([...lngs].sort((a, b) => a - b));
    }
  });

  it('stop in a district only at clusters that are there, and look at what is drawn of them', () => {
    const drawn = new Set(world.value.sites.filter(({ position }) => position !== null).map(({ id }) => id));
    for (const tour of builtIn.value.districts) {
      const district = tour.id.replace('district-', '');
      const groups = tour.stops.filter(({ id }) => id.startsWith(`${district}-`));
      expect(groups.length, tour.id).toBeGreaterThan(0);
      for (const { id, look, notes } of groups) {
        expect(notes.zh, id).not.toBe('');
        const shown = look.to === 'sites' ? look.ids : [];
        expect(shown.filter((each) => !drawn.has(each))).toEqual([]);
        if (shown.length === 0) expect(look, id).toEqual({ to: 'district', id: district });
      }
    }
  });

  it('say how many a clause names where not all of them fit, and who answers for it', () => {
    const { policy } = app.state.base;
    const stopOfClause = (id: string) => builtIn.value.policy.stops.find(({ show }) => show.clause === id);
    const many = stopOfClause('2.2.1');
    expect(many?.words.zh).toMatch(/等6个$/);
    expect(many?.words.en).toMatch(/\(6 in all\)$/);
    expect(many?.title.en).toContain(policy.clusters.find(({ clause }) => clause === '2.2.1')?.nameEn ?? '-');
    const answered = policy.clauses.filter(({ units }) => units.length > 0);
    expect(answered.length).toBeGreaterThan(0);
    for (const clause of answered) {
      const names = clause.units.map(({ unit }) => policy.units.find(({ id }) => id === unit)?.nameZh ?? '-');
      expect(stopOfClause(clause.id)?.notes.zh, clause.id).toContain(names.join('、'));
    }
  });

  it('show at the stop of what serves several clusters nothing else', () => {
    expect(builtIn.value.overview.stops.find(({ id }) => id === 'cross')).toMatchObject({
      look: { to: 'cluster', id: 'cross' },
      show: { clusters: ['cross'] },
      figure: { of: 'cluster', id: 'cross' },
    });
  });

  it('speak traditional Chinese where the page does', () => {
    const hant = makeApp('lang=zh-Hant');
    const { overview } = presentationOf(hant).builtIn.value;
    expect(overview.stops.find(({ id }) => id === 'cluster-equipment')?.title.zh).toBe('裝備製造');
  });
});
