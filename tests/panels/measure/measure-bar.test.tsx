import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LngLat } from '../../../src/domain/position.ts';
import { FOSHAN_BBOX } from '../../../src/domain/position.ts';
import MeasureBar from '../../../src/panels/measure/measure-bar.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function show(hash = 'lang=en', zoom = 12) {
  const test = makeApp(hash);
  let point: (at: LngLat | null) => void = () => undefined;
  const stop = vi.fn();
  const port = {
    ...test.port,
    currentView: () => ({ zoom, lat: 23, lng: 113.1, bearing: 0, pitch: 0, across: 600 }),
    followPointer: (tell: typeof point) => {
      point = tell;
      return Promise.resolve(stop);
    },
  };
  test.state.actions.setInView({ bbox: FOSHAN_BBOX, zoom });
  test.state.actions.setMapStatus('ready');
  const onClose = vi.fn();
  const view = renderIn({ ...test, map: signal(port) }, <MeasureBar onClose={onClose} />);
  const sketches = test.state.sketches.value;
  if (sketches === null) throw new Error('the sketches are asked for');
  return { ...test, ...view, sketches, onClose, stop, point: (at: LngLat | null) => void act(() => point(at)) };
}

const place = () => words(document.querySelector('.measure-place b'));
const said = () => words(document.querySelector('.measure-said'));
const choose = (value: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value } });

it('has the focus where a command opened it, and leaves it to its button', () => {
  show();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Measure and coordinates' }));
  cleanup();
  const controls = document.body.appendChild(document.createElement('div'));
  controls.className = 'map-controls';
  const opener = controls.appendChild(document.createElement('button'));
  opener.focus();
  show();
  expect(document.activeElement).toBe(opener);
  controls.remove();
});

describe('coordinates', () => {
  it('are those under the pointer, else of the middle of the map, with the digits of a pixel', async () => {
    const { point } = show();
    await waitFor(() => expect(place()).toBe('113.1000°E, 23.0000°N'));
    point([113.123456789, 23.02]);
    expect(place()).toBe('113.1235°E, 23.0200°N');
    point(null);
    expect(place()).toBe('113.1000°E, 23.0000°N');
    cleanup();
    show('lang=en', 18);
    await waitFor(() => expect(place()).toBe('113.100000°E, 23.000000°N'));
  });

  it('are in the datum or grid that one chose, which the device keeps', async () => {
    show();
    choose('gcj02');
    // As gcoord has it: 520 m east and 260 m south of WGS-84.
    await waitFor(() => expect(place()).toBe('113.1055°E, 22.9974°N'));
    choose('bd09');
    await waitFor(() => expect(place()).toBe('113.1120°E, 23.0031°N'));
    choose('epsg:4547');
    await waitFor(() => expect(place()).toBe('407730 m E, 2544820 m N'));
    choose('epsg:4526');
    await waitFor(() => expect(place()).toBe('38407730 m E, 2544820 m N'));
    cleanup();
    show();
    await waitFor(() => expect(place()).toBe('38407730 m E, 2544820 m N'));
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('epsg:4526');
  });

  it('are followed no longer than the bar is open', async () => {
    const { stop, unmount } = show();
    await act(() => Promise.resolve());
    unmount();
    await waitFor(() => expect(stop).toHaveBeenCalledOnce());
  });
});

describe('measuring', () => {
  it('tells length and last leg as they are drawn, and keeps the length as a sketch', () => {
    const { sketches, state } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Distance' }));
    expect(sketches.drawing.value).toBe('line');
    void act(() =>
      sketches.measureAlong([
        [113, 22.5],
        [113, 23.5],
      ]),
    );
    // A pixel is 17.6 m at this zoom.
    expect(said()).toBe('Length 110.74 km');
    void act(() =>
      sketches.endMeasure([
        [113, 22.5],
        [113, 23.5],
        [113, 23],
      ]),
    );
    expect(said()).toBe('Length 166.12 km · last leg 55.37 km');
    fireEvent.click(screen.getByRole('button', { name: 'Keep as a sketch' }));
    expect(sketches.list.value).toMatchObject([{ kind: 'line', text: 'Length 166.12 km' }]);
    expect(said()).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Open the sketches' }));
    expect(state.view.value).toBe('sketches');
  });

  it('tells an area with its mu and its outline, and of one that crosses itself that it has none', () => {
    const { sketches } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Area' }));
    void act(() =>
      sketches.measureAlong([
        [113, 23],
        [113.01, 23],
        [113.01, 23.01],
        [113, 23.01],
      ]),
    );
    // Half a pixel of 17.6 m along 4.27 km of outline: to 10,000 m².
    expect(said()).toBe('Area 1.14 km² (1,710 mu) · outline 4.27 km');
    void act(() =>
      sketches.measureAlong([
        [113, 23],
        [113.01, 23.01],
        [113.01, 23],
        [113, 23.01],
      ]),
    );
    expect(said()).toBe('The outline crosses itself: it has no area.');
  });

  it('says numbers aloud once they rest', async () => {
    const { sketches } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Distance' }));
    void act(() =>
      sketches.measureAlong([
        [113, 22.5],
        [113, 23.5],
      ]),
    );
    const aloud = () => screen.getAllByRole('status').map(words);
    expect(aloud()).not.toContain('Length 110.74 km');
    await waitFor(() => expect(aloud()).toContain('Length 110.74 km'), { timeout: 3000 });
  });

  it('is given up by Escape, which then closes; closed, nothing of it stays on the map', async () => {
    const { sketches, onClose, unmount } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Area' }));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Cancel' }), { key: 'Escape' });
    expect([sketches.drawing.value, onClose.mock.calls.length]).toEqual([null, 0]);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Area' }), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    sketches.measure('line');
    sketches.endMeasure([
      [113, 22.5],
      [113, 23.5],
    ]);
    unmount();
    await waitFor(() => expect(sketches.onMap.value).toEqual([]));
  });

  it('is not offered where the map is drawn plainly; coordinates are', async () => {
    const { state } = show();
    void act(() => state.actions.setMapStatus('no-webgl'));
    expect(screen.queryByRole('button', { name: 'Distance' })).toBeNull();
    expect(screen.getByText(/no WebGL2/)).toBeTruthy();
    await waitFor(() => expect(place()).toContain('113.1'));
  });
});
