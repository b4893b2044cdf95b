import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { formatOfAddress, sourceOf } from '../../../src/panels/data/remote-entry.tsx';
import { remoteWords } from '../../../src/panels/data/remote-line.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources, stateOf } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

const store = {
  read: () => Promise.resolve({ kept: [], damaged: 0 }),
  readOne: () => Promise.resolve(null),
  add: () => Promise.resolve(null),
  replace: () => Promise.resolve(null),
  setLook: () => Promise.resolve(null),
  remove: () => Promise.resolve(null),
};

async function panel(hash = 'view=data') {
  const app = makeApp(hash);
  const imports = createImports(store, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('nothing is opened here')), vi.fn());
  const kept = keptSources(() => localStorage);
  kept.change(() => []);
  app.state.provide({ imports: { ...imports, session, kept } });
  await imports.settled();
  const { container } = renderIn(app, <DataPanel />);
  return { imports, kept, container };
}

describe('the way to a set on a server', () => {
  it('takes an address, guesses what it is, and shows and keeps it', async () => {
    const { imports, kept, container } = await panel();
    const url = screen.getByLabelText('地址');
    fireEvent.input(url, { target: { value: 'https://maps.example/data/%E4%BC%81%E4%B8%9A.fgb' } });
    expect(screen.getByLabelText<HTMLSelectElement>('格式').value).toBe('flatgeobuf');
    fireEvent.submit(url.closest('form') ?? url);
    expect(imports.sets.value.map(({ look, remote }) => [look.name, remote?.source.format])).toEqual([
      ['企业.fgb', 'flatgeobuf'],
    ]);
    expect(kept.sources.value).toHaveLength(1);
    expect(words(container.querySelector('.set-card'))).toContain('正在读取当前视图');
    expect(container.querySelector('.set-card')?.textContent).not.toContain('回执');
  });

  it.each(['maps.example/a.fgb', 'ftp://maps.example/a.fgb', 'javascript:alert(1)'])('refuses %s', async (text) => {
    const { imports } = await panel();
    const url = screen.getByLabelText('地址');
    fireEvent.input(url, { target: { value: text } });
    fireEvent.submit(url.closest('form') ?? url);
    expect(screen.getByRole('alert').textContent).toContain('https://');
    expect(imports.sets.value).toEqual([]);
  });

  it('knows the formats by how an address ends', () => {
    expect(
      ['a.fgb', 'a.FGB?x=1', 'a.parquet', 'a.pmtiles#1', 'tiles.json', 'tiles'].map((end) =>
        formatOfAddress(`https://maps.example/${end}`),
      ),
    ).toEqual(['flatgeobuf', 'flatgeobuf', 'geoparquet', 'pmtiles', 'tilejson', 'tilejson']);
  });
});

it('says in words how much of a set is shown', () => {
  const source = sourceOf('https://maps.example/a.fgb', { format: 'flatgeobuf', layer: '', pushDown: false, taken: 0 });
  if (source === null) throw new Error('no source');
  const { i18n } = makeApp('', { lang: 'en' });
  const state = { ...stateOf(source), total: 10_000_000 };
  expect(remoteWords(i18n.value, { ...state, phase: 'too-many', about: 90_000 })).toBe(
    'This view holds about 90,000 rows, too many to read; zoom in. 10,000,000 rows in all.',
  );
  expect(remoteWords(i18n.value, { ...state, phase: 'shown', thinned: true, total: null })).toBe(
    'At this zoom the server may leave rows out; zoom in to see more.',
  );
  const failure = { code: 'remote-unreachable', params: { host: 'maps.example' } } as const;
  expect(remoteWords(i18n.value, { ...state, phase: 'failed', failure })).toContain(
    'maps.example could not be reached',
  );
});
