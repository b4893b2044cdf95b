import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import BasesPanel from '../../../src/panels/bases/bases-panel.tsx';
import { formatAddress } from '../../../src/state/address/address.ts';
import { basemapsOf } from '../../../src/state/basemaps/basemaps.ts';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { GEOSERVER_WMS_130, GEOSERVER_WMTS, tiandituLike } from '../../fixtures/services/documents.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

/** What hosts answer, by a part of the address; who is not named does not answer. */
function serve(answers: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: unknown) => {
    asked.push(String(address));
    const [, answer] = Object.entries(answers).find(([part]) => String(address).includes(part)) ?? [];
    return answer === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answer());
  });
  return asked;
}

function open() {
  const app = makeApp('lang=en&view=basemaps');
  const { container } = renderIn(app, <BasesPanel />);
  for (const details of container.querySelectorAll('details')) details.open = true;
  return { ...app, bases: basemapsOf(app.state) };
}
const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
async function read(address: string) {
  type('Address', address);
  press('Read');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Read' })).toBeTruthy());
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('天地图 by one’s own key', () => {
  it('is added when a tile has come, with the key on the device alone', async () => {
    const asked = serve({ 'tianditu.gov.cn': () => new Response(PNG) });
    const { state, bases } = open();
    type('Key (tk)', ' 0123 abc ');
    choose('Map', 'img');
    press('Try the key and add');
    await waitFor(() => expect(state.basemap.value).toBe('own-tianditu-img-w'));
    expect(asked).toEqual([expect.stringMatching(/^https:\/\/t\d\.tianditu\.gov\.cn\/img_w\/wmts\?tk=0123abc&/)]);
    expect(bases.tiandituKey.value).toBe('0123abc');
    expect(bases.list.value).toMatchObject([{ kind: 'tianditu', set: 'img', label: 'Tianditu Imagery' }]);
    expect(JSON.stringify(bases.list.value)).not.toContain('0123abc');
    expect(formatAddress(state.address.value)).not.toContain('0123abc');
    press('Forget the key');
    expect(bases.tiandituKey.value).toBeNull();
  });

  it('with a wrong key is not added, and says why in the service’s own words too', async () => {
    serve({ 'tianditu.gov.cn': () => new Response('{"msg":"非法Key","resolve":"请检查"}', { status: 403 }) });
    const { state, bases } = open();
    type('Key (tk)', 'wrong');
    press('Try the key and add');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/refuses \(403\): the key is wrong.*“非法Key 请检查”/);
    expect([state.basemap.value, bases.list.value, bases.tiandituKey.value]).toEqual([null, [], null]);
  });
});

describe('a service by its address', () => {
  it('WMTS: layers and sets are listed, what cannot be drawn is named and not offered, the datum has to be said', async () => {
    serve({ 'REQUEST=GetCapabilities': () => new Response(GEOSERVER_WMTS) });
    const { state, bases } = open();
    await read('https://maps.example/gwc/wmts');
    await screen.findByText(/WMTS “Web Map Tile Service - GeoWebCache”: 1 layer\./);
    const options = [...screen.getByLabelText('Tile matrix set').querySelectorAll('option')];
    expect(options.map(({ textContent, disabled }) => [textContent, disabled])).toEqual([
      ['EPSG:900913 (Web Mercator)', false],
      ['EPSG:4547 (cannot be drawn)', true],
    ]);
    const add = screen.getByRole('button', { name: 'Add and show' });
    expect(add.hasAttribute('disabled')).toBe(true);
    choose('Datum of the map', 'GCJ-02');
    fireEvent.click(add);
    expect((await screen.findByRole('alert')).textContent).toContain('GCJ-02');
    choose('Datum of the map', 'unknown');
    fireEvent.click(add);
    expect((await screen.findByRole('alert')).textContent).toContain('unknown datum');
    expect(bases.list.value).toEqual([]);
    choose('Datum of the map', 'CGCS2000');
    type('Credit', '市局');
    type('Approval number of the base map (optional)', '粤S(2026)9号');
    fireEvent.click(add);
    expect(bases.list.value).toMatchObject([
      {
        kind: 'wmts',
        url: 'https://maps.example/gwc/wmts',
        layer: 'city:base',
        matrixSet: 'EPSG:900913',
        label: '城市 & 底图',
        attribution: '市局',
        approval: '粤S(2026)9号',
        datum: 'CGCS2000',
      },
    ]);
    expect(state.basemap.value).toBe(bases.list.value[0]?.id);
  });

  it('WMS: what is chosen is written with its version and system, so that it is not asked again', async () => {
    serve({ 'SERVICE=WMS': () => new Response(GEOSERVER_WMS_130) });
    const { bases } = open();
    await read('https://maps.example/ows?map=x');
    await screen.findByText('WMS 1.3.0 “市地图服务”: 2 layers.');
    choose('Layer', 'parcels');
    choose('Datum of the map', 'WGS-84');
    press('Add and show');
    expect(bases.list.value).toMatchObject([
      {
        kind: 'wms',
        url: 'https://maps.example/ows?map=x',
        layers: ['parcels'],
        version: '1.3.0',
        crs: 'EPSG:4490',
        format: 'image/png',
        label: '地块',
        attribution: '市局',
      },
    ]);
  });

  it('tiles need no reading, and known hosts of shifted ground are refused with the reason', async () => {
    const asked = serve({});
    const { bases } = open();
    await read('https://wprd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/wprd01\.is\.autonavi\.com are in GCJ-02/);
    await read('https://tiles.example/{z}/{x}/{y}.png');
    choose('Datum of the map', 'WGS-84');
    press('Add and show');
    expect(bases.list.value).toMatchObject([
      { kind: 'tiles', layers: [{ tiles: ['https://tiles.example/{z}/{x}/{y}.png'] }], label: 'tiles.example' },
    ]);
    expect(asked).toEqual([]);
  });

  it('says what is wrong with an address, and with what it answers', async () => {
    serve({ 'page.example': () => new Response('<!DOCTYPE html><html><p>Hello<br></html>') });
    open();
    await read('maps.example');
    expect(screen.getByRole('alert').textContent).toContain('https://');
    await read('https://page.example/');
    expect((await screen.findByRole('alert')).textContent).toContain('page.example');
    await read('https://down.example/wmts');
    expect((await screen.findByRole('alert')).textContent).toContain('down.example does not answer');
  });

  it('that the page’s own policy keeps away gives the line that a deployer adds', async () => {
    const policy = "default-src 'none'; img-src 'self'; connect-src 'self'";
    vi.stubGlobal('fetch', (address: unknown) => {
      if (!String(address).includes('far.example'))
        return Promise.resolve(new Response(null, { headers: { 'content-security-policy': policy } }));
      const violation = Object.assign(new Event('securitypolicyviolation'), { blockedURI: String(address) });
      setTimeout(() => document.dispatchEvent(violation));
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    open();
    await read('https://far.example/wmts');
    const line = await screen.findByLabelText<HTMLTextAreaElement>('Security policy');
    expect(line.value).toBe(
      "Content-Security-Policy: default-src 'none'; img-src 'self' https://far.example; connect-src 'self' https://far.example",
    );
  });

  it('whose grid is of degrees alone is offered as redrawn', async () => {
    serve({ wmts: () => new Response(tiandituLike('c')) });
    open();
    await read('https://maps.example/vec_c/wmts');
    const options = [...(await screen.findByLabelText('Tile matrix set')).querySelectorAll('option')];
    expect(options.map(({ textContent }) => textContent)).toEqual(['c: EPSG:4490 (degrees, redrawn here)']);
  });
});
