import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Base } from '../../../src/domain/base.ts';
import BaseSwitcher from '../../../src/panels/switcher/base-switcher.tsx';
import { formatAddress } from '../../../src/state/address/address.ts';
import { basemapsOf } from '../../../src/state/basemaps/basemaps.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { protomapsFile } from '../../fixtures/basemap/protomaps.ts';
import { testBase } from '../../fixtures/data.ts';

let base: Base;
beforeAll(async () => {
  base = await testBase();
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const CITY = {
  id: 'city',
  label: 'City map',
  tiles: ['https://tiles.example/{z}/{x}/{y}.png'],
  attribution: '© City Bureau',
  approval: '粤S(2026)002号',
  datum: 'CGCS2000',
};

const offering = (basemaps: Base['config']['basemaps']) => ({ base: { config: { ...base.config, basemaps } } });

function show(hash = 'lang=en', basemaps: Base['config']['basemaps'] = [CITY]) {
  const test = makeApp(hash, offering(basemaps));
  const onClose = vi.fn();
  const { container } = renderIn(test, <BaseSwitcher onClose={onClose} />);
  return { ...test, container, onClose, bases: basemapsOf(test.state) };
}

describe('the choice of base maps', () => {
  it('begins with what is chosen, and choosing writes the address', () => {
    const { state } = show();
    expect(screen.getAllByRole('radio').map((radio) => words(radio.closest('label')))).toEqual([
      'Built in',
      'City map',
    ]);
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Built in' }));
    fireEvent.click(screen.getByRole('radio', { name: 'City map' }));
    expect(state.basemap.value).toBe('city');
    fireEvent.click(screen.getByRole('radio', { name: 'Built in' }));
    expect(state.basemap.value).toBeNull();
  });

  it('says whom the chosen one is owed to, and its approval number or that it states none', () => {
    const { container } = show('lang=en&base=city');
    expect(words(container.querySelector('.base-chosen'))).toContain('© City Bureau · Approval number 粤S(2026)002号');
    cleanup();
    const { approval: _, ...without } = CITY;
    const second = show('lang=en&base=city', [without]);
    expect(words(second.container.querySelector('.base-chosen'))).toContain('states no approval number');
  });

  it('sets how strongly it is drawn and whether in grey, which the device keeps', () => {
    const { bases } = show('lang=en&base=city');
    const strength = screen.getByRole('slider', { name: /Strength/ });
    expect(strength.getAttribute('aria-valuetext')).toBe('85 %');
    fireEvent.input(strength, { target: { value: '0.4' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'In grey only' }));
    expect([bases.strengthOf('city'), bases.isGrey('city')]).toEqual([0.4, true]);
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('40 %');
    expect(basemapsOf(makeApp('', offering([CITY])).state).strengthOf('city')).toBe(0.4);
  });

  it('closes by Escape and by its button, and leaves what lies beside the map', () => {
    const { onClose, container } = show();
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    container.querySelector('.base-switcher')?.dispatchEvent(pressed);
    expect([onClose.mock.calls.length, pressed.defaultPrevented]).toEqual([1, true]);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('turns what lies under the sites off and on, in the address', () => {
    const { state } = show();
    const roads = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Roads' });
    expect(roads.checked).toBe(true);
    fireEvent.click(roads);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Borders' }));
    expect(formatAddress(state.address.value)).toContain('layers=water,stations,towns,places');
    expect(roads.checked).toBe(false);
    fireEvent.click(roads);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Borders' }));
    // All is what an address without the key shows.
    expect(state.layers.value).toBeNull();
  });

  it('leads to where one is added by address', () => {
    const { state } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Add by address…' }));
    expect(state.view.value).toBe('basemaps');
  });
});

describe('a file that is picked', () => {
  const pick = (file: File) =>
    fireEvent.change(screen.getByLabelText('Open a PMTiles file…'), { target: { files: [file] } });

  it('is listed, chosen and told; it can be taken away again', async () => {
    const { state } = show();
    pick(new File([protomapsFile()], 'town.pmtiles'));
    await waitFor(() => expect(screen.getByRole('radio', { name: 'town' })).toHaveProperty('checked', true));
    // Here nothing can be kept: there is no database.
    await waitFor(() => expect(screen.getAllByRole('status').map(words).join(' ')).toContain('open the file again'));
    fireEvent.click(screen.getByRole('button', { name: /Remove the base map “town”/ }));
    await waitFor(() => expect(screen.queryByRole('radio', { name: 'town' })).toBeNull());
    expect(state.basemap.value).toBeNull();
  });

  it('that is none says why in words, and changes nothing', async () => {
    const { state } = show();
    pick(new File([`<html>${' '.repeat(300)}`], 'page.pmtiles'));
    await waitFor(() =>
      expect(screen.getAllByRole('status').map(words).join(' ')).toContain(
        '“page.pmtiles” cannot be a base map: it is no PMTiles file (version 3).',
      ),
    );
    expect([state.basemap.value, screen.getAllByRole('radio').length]).toEqual([null, 2]);
  });
});
