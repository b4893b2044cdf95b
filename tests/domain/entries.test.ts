import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/domain/schema/entries.ts';
import { PlaceSearch } from '../../src/domain/schema/place-search.ts';
import { RemoteSource } from '../../src/domain/schema/remote.ts';

describe('entriesOf', () => {
  it('reads each by itself, and says which of them is wrong in what', () => {
    const good = { id: 'firms', label: '企业', url: 'https://a.example/x.fgb', format: 'flatgeobuf' };
    const { good: read, problems } = entriesOf(RemoteSource, [{ ...good, url: 'x' }, good, 7], 'config.json: sources');
    expect(read).toEqual([{ ...good, layer: null, attribution: null }]);
    expect(problems).toEqual([
      'config.json: sources 1: url: the address of a source starts with http:// or https://',
      expect.stringMatching(/^config\.json: sources 3: /),
    ]);
  });

  it('takes search pages that have a place for what is looked for', () => {
    const page = { label: '天地图', url: 'https://map.example/?q={q}' };
    const { good, problems } = entriesOf(PlaceSearch, [page, { ...page, url: 'https://map.example/' }], 'p');
    expect(good).toEqual([page]);
    expect(problems).toEqual([expect.stringContaining('has {q}')]);
  });
});
