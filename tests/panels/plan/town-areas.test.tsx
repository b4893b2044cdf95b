import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { townAreasOf } from '../../../src/analysis/town-areas.ts';
import type { Base } from '../../../src/domain/base.ts';
import { NOT_STATED, type PointSet } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import ExportPanel from '../../../src/panels/export/export-panel.tsx';
import AskPanel from '../../../src/panels/plan/ask-panel.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, PlanDetail, renderIn, words } from '../../fixtures/app.tsx';
import { testBase } from '../../fixtures/data.ts';
import { watchFiles } from '../../fixtures/handed-out.ts';
import { smallImport, smallSet } from '../../fixtures/imported.ts';
import { memorySets } from '../../fixtures/memory-stores.ts';
import { TWO_TOWNS, ZHANGCHA, ZUMIAO } from '../../fixtures/town-areas.ts';

const base = await testBase();
const towns = townAreasOf(TWO_TOWNS, base.towns.features);
const SITE = 'automation-park';

/** The register with a site in 祖庙 that states its district and no town. */
function withoutTown(): Pick<Base, 'sites'> {
  const features = base.sites.map((site) =>
    site.id === SITE
      ? {
          ...({ ...site, district: 'chancheng', districts: ['chancheng'], town: null, towns: [] } as const),
          ...({ precision: 'exact', radiusM: 50, position: [113.1, 23.015] } as const),
        }
      : site,
  );
  return { sites: features as Base['sites'] };
}

/** 甲 in the middle of 祖庙, 乙 308 m from 张槎, 丙 in the middle of that; none states more than its district. */
function ownSet(): PointSet {
  return {
    ...smallSet('own'),
    positions: Float64Array.of(113.1, 23.015, 113.083, 23.015, 113.06, 23.015),
    radiusM: Float32Array.of(10, 10, 10),
    precision: new Uint8Array(3),
    district: new Uint8Array(3),
    cluster: new Uint8Array(3).fill(NOT_STATED),
  };
}

async function withSet(hash: string, known = towns) {
  const app = makeApp(hash, { towns: known });
  const imports = createImports(memorySets(), vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.add({ ...smallImport('own'), set: ownSet() });
  imports.count('own');
  return { app, imports };
}

describe('a question about a town, with areas of towns from an OpenStreetMap file', () => {
  it('answers for rows that state none by where they lie, and says so', async () => {
    const { app } = await withSet(`ask=town:${ZUMIAO}&view=ask`);
    const { container } = renderIn(app, <AskPanel />);
    expect(words(container.querySelector('.ask-total'))).toMatch(/^2（1–2） 项/);
    expect(words(container)).toContain(
      '有 3 项没有写明镇街，按位置判定：可能在这里的 2 项，在别的镇街的 1 项。OpenStreetMap 镇街界（2026年11月1日）误差约 500 米。',
    );
    const groups = [...container.querySelectorAll('.ask-group')].map(words);
    expect(groups).toEqual([
      '确定 1没有写明镇街；按 OpenStreetMap 镇街界位于这里。甲厂',
      '点在范围内 1没有写明镇街；按 OpenStreetMap 镇街界可能位于这里，位置或界线的误差跨过界线。乙厂',
    ]);
  });

  it('leaves them possible, and says why, where a build has none', async () => {
    const { app } = await withSet(`ask=town:${ZUMIAO}&view=ask`, null);
    const { container } = renderIn(app, <AskPanel />);
    expect(words(container.querySelector('.ask-total'))).toMatch(/^0（0–3） 项/);
    expect(words(container)).toContain('记录没有写明镇街，所在区也不排除这里');
    expect(words(container)).not.toContain('OpenStreetMap');
  });
});

describe('what states no town', () => {
  it('is told its town by its place on the card of an own row', async () => {
    const { app, imports } = await withSet('view=data&lang=en');
    renderIn(app, <DataPanel />);
    imports.take({ setId: 'own', row: 1 });
    const value = () => words(screen.getByText('Town by its place').nextElementSibling);
    await waitFor(() => expect(value()).toMatch(/^Zumiao, or Zhangcha/));
    expect(value()).toContain(
      'its point lies in the first by OpenStreetMap’s boundaries of towns (1 November 2026), known to about 500 m',
    );
    imports.take({ setId: 'own', row: 2 });
    await waitFor(() => expect(value()).toMatch(/^Zhangcha: no town is stated/));
  });

  it('is told it in the panel of a site too', async () => {
    renderIn(makeApp(`site=${SITE}&lang=en`, { towns, base: withoutTown() }), <PlanDetail />);
    await screen.findByText('Town by its place');
    expect(words(screen.getByText('Town by its place').nextElementSibling)).toMatch(/^Zumiao: no town is stated/);
  });

  it('carries it into a file, in a column that says on what it rests', async () => {
    const { app } = await withSet('view=export&lang=en');
    renderIn(app, <ExportPanel />);
    fireEvent.change(screen.getByLabelText('What'), { target: { value: 'own' } });
    fireEvent.change(screen.getByLabelText('Format'), { target: { value: 'geojson' } });
    const files = watchFiles();
    fireEvent.click(screen.getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(files).toHaveLength(1));
    const { features, metadata } = JSON.parse((await files[0]?.file.text()) ?? '');
    const cells = features.map(
      ({ properties }: { properties: Record<string, string | null> }) => properties['liesInOsm'],
    );
    expect(cells[0]).toBe(String(ZUMIAO));
    expect(cells[1]).toMatch(new RegExp(`^${ZUMIAO} ${ZHANGCHA} `));
    expect(cells[2]).toBe(String(ZHANGCHA));
    expect(metadata.liesInOsmRule).toContain('known to about 500 m');
    expect(features[0].properties.town).toBeNull();
  });
});
