import { describe, expect, it } from 'vitest';
import { loadBase } from '../../src/data/load.ts';
import { loadContext } from '../../src/data/load-context.ts';
import { loadConversion, loadSearch, loadStations, loadStatistics } from '../../src/data/load-later.ts';
import { type ByteSource, DATA_FILES, type DataFile } from '../../src/data/source.ts';
import { fileSource } from '../fixtures/data.ts';

/** The real files, some of them replaced. */
function changed(
  files: Partial<Record<DataFile, string>>,
  config: () => Promise<string | null> = fileSource.config,
): ByteSource {
  return { ...fileSource, text: (file) => Promise.resolve(files[file] ?? fileSource.text(file)), config };
}
const withConfig = (text: string) => loadBase(changed({}, () => Promise.resolve(text)));

describe('loadBase', () => {
  it('loads all there is, frozen and without a warning', async () => {
    const base = await loadBase(fileSource);
    expect([base.sites.length, base.towns.features.length, base.districts.features.length]).toEqual([26, 32, 5]);
    expect(base.warnings).toEqual([]);
    expect(Object.isFrozen(base)).toBe(true);
  });

  it('names the file that is not JSON', async () => {
    await expect(loadBase(changed({ 'policy.json': '{"docId": ' }))).rejects.toThrow('policy.json: not valid JSON');
  });

  it('names the file and the path of what the schema refuses', async () => {
    const sites = (await fileSource.text('sites.geojson')).replace('"kind":"park"', '"kind":"factory"');
    await expect(loadBase(changed({ 'sites.geojson': sites }))).rejects.toThrow(
      /^sites\.geojson: features\.\d+\.properties\.kind: /,
    );
    await expect(loadBase(changed({ 'version.json': '{}' }))).rejects.toThrow(/^version\.json: data: /);
  });

  it('passes on what the source says of a missing file', async () => {
    const source = {
      ...fileSource,
      text: (file: DataFile) => Promise.reject(new Error(`${file}: the server answered 404`)),
    };
    await expect(loadBase(source)).rejects.toThrow(/: the server answered 404$/);
  });
});

describe('the configuration', () => {
  it('may be missing', async () => {
    const { config, warnings } = await loadBase(fileSource);
    expect([config.basemaps, config.mapApproval, warnings]).toEqual([[], null, []]);
  });

  it('is taken where it is good', async () => {
    const { config, warnings } = await withConfig('{"mapApproval": "粤S（2020）001号"}');
    expect([config.mapApproval, warnings]).toEqual(['粤S（2020）001号', []]);
  });

  it.each([
    ['is not JSON', '{"basemaps": [', /^config\.json: not valid JSON/],
    ['has a wrong form', '{"mapApproval": 7}', /^config\.json: mapApproval: /],
    ['is no object', '"hello"', /^config\.json: /],
  ])('warns and goes on without it where it %s', async (_, text, warning) => {
    const { config, warnings, sites } = await withConfig(text);
    expect(warnings).toEqual([expect.stringMatching(warning)]);
    expect([config.basemaps, sites.length]).toEqual([[], 26]);
  });

  it('warns where it cannot be reached', async () => {
    const { warnings } = await loadBase(changed({}, () => Promise.reject(new Error('offline'))));
    expect(warnings).toEqual(['config.json: offline']);
  });
});

describe('what comes on demand', () => {
  it('parses', async () => {
    expect((await loadStatistics(fileSource)).figures.length).toBe(43);
    expect((await loadStations(fileSource)).features.length).toBe(80);
    expect((await loadConversion(fileSource)).禅城区).toBe('禪城區');
    expect((await loadSearch(fileSource)).entries.length).toBeGreaterThan(100);
  });

  it('names the file in its error', async () => {
    await expect(loadStatistics(changed({ 'statistics.json': '[' }))).rejects.toThrow(
      'statistics.json: not valid JSON',
    );
    await expect(loadSearch(changed({ 'search.json': '{"entries":[{}]}' }))).rejects.toThrow(
      /^search\.json: entries\.0\.entity: /,
    );
    await expect(loadContext(changed({ 'roads.geojson': '{}' }), 'roads.geojson')).rejects.toThrow(/^roads\.geojson: /);
  });

  it('has every listed data file, each a JSON document', async () => {
    const parsed = await Promise.all(
      DATA_FILES.map(async (file) => JSON.parse(await fileSource.text(file)) as unknown),
    );
    expect(parsed.filter((value) => typeof value !== 'object' || value === null)).toEqual([]);
  });
});
