import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import ExportPanel from '../../../src/panels/export/export-panel.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { watchFiles } from '../../fixtures/handed-out.ts';

async function saved(): Promise<{ name: string; text: string }> {
  const files = watchFiles();
  fireEvent.click(screen.getByRole('button', { name: /^(下载|Download)$/ }));
  await waitFor(() => expect(files).toHaveLength(1));
  const [{ name, file } = { name: '', file: new Blob() }] = files;
  return { name, text: await file.text() };
}

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('ExportPanel', () => {
  it('writes what the filter shows, with the chosen columns', async () => {
    const app = makeApp('view=export&clusters=food&lang=en');
    renderIn(app, <ExportPanel />);
    const n = app.state.visibleSites.value.length;
    expect(screen.getByText(`${n} of ${app.state.sites.value.length} rows`)).toBeTruthy();
    choose('Format', 'geojson');
    fireEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(screen.getByText('Choose at least one column.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Id'));
    fireEvent.click(screen.getByLabelText('Cluster code'));
    const { name, text } = await saved();
    expect(name).toBe(`foshan-224-register-${app.state.base.version.data.replace('.', '-')}.geojson`);
    const { features, metadata } = JSON.parse(text);
    expect(features).toHaveLength(n);
    expect(Object.keys(features[0].properties)).toEqual(['id', 'industryCluster', 'foshan224']);
    expect(metadata).toMatchObject({ use: 'For internal reference', dataVersion: app.state.base.version.data });
    await waitFor(() => expect(words(document.body)).toContain(`${name} is made`));
  });

  it('names the datum in the file, and holds GeoJSON and KML to WGS-84', async () => {
    const app = makeApp('view=export&lang=zh-Hans');
    renderIn(app, <ExportPanel />);
    choose('格式', 'csv');
    choose('基准', 'bd09');
    const { name, text } = await saved();
    expect(name).toMatch(/-bd09\.csv$/);
    expect(text).toContain('经度 (BD-09)');
    choose('格式', 'kml');
    expect(screen.getByLabelText('基准')).toHaveProperty('value', 'wgs84');
    expect(
      screen.getByText('GeoJSON（RFC 7946）和 KML 的标准只允许 WGS-84；FlatGeobuf 也以 WGS-84 写出。'),
    ).toBeTruthy();
  });

  it('says so where there is no map to picture', () => {
    const app = { ...makeApp('view=export&lang=en'), map: { ...makeApp().map, value: null } };
    renderIn(app, <ExportPanel />);
    expect(screen.getByText('The map is not loaded, so there is no picture of it.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Download PNG' })).toHaveProperty('disabled', true);
  });

  it('tells why a file could not be made', async () => {
    const app = makeApp('view=export&lang=en');
    renderIn(app, <ExportPanel />);
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      throw new Error('no room');
    });
    choose('Format', 'kml');
    fireEvent.click(screen.getByRole('button', { name: 'Download' }));
    await screen.findByText('Not exported: no room');
  });
});
