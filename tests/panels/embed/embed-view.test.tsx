import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NO_TOURS } from '../../../src/data/load-tours.ts';
import { EmbedView } from '../../../src/panels/embed/embed-view.tsx';
import { MODES } from '../../../src/panels/frame/modes.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';

function show(hash: string) {
  const app = makeApp(hash);
  presentationOf(app, memoryTours).takeListed(NO_TOURS);
  const { container } = renderIn(app, <EmbedView modes={MODES} onMapElement={mapOf} />);
  return { ...app, container };
}

/** What the map puts into its element. */
function mapOf(element: HTMLElement): void {
  element.innerHTML =
    '<div class="map-mark">内部参考</div><details class="map-credits"><summary>i</summary><span>© OSM</span></details>';
}

it('has the map and one line: title, credits, mark, and the way to the whole page; no bars', async () => {
  const { container } = show('embed=1&clusters=food&lang=en');
  const line = await waitFor(() => {
    const found = container.querySelector('.embed-line');
    expect(words(found)).toContain('© OSM');
    return found;
  });
  expect(words(line)).toBe('Foshan 2+2+4: industrial clusters on the map内部参考i© OSMWhole map');
  expect(container.querySelectorAll('.top-bar, .sidebar, .details, .sheet').length).toBe(0);
  const whole = screen.getByRole('link', { name: 'Whole map' });
  expect(whole.getAttribute('href')).toBe('#lang=en&clusters=food');
  expect(whole.getAttribute('target')).toBe('_blank');
});

it('says what is chosen in a card, and how surely it is known; the map alone does not', async () => {
  const { state, container } = show('embed=1&lang=en&site=jihua-laboratory');
  await waitFor(() => expect(words(container.querySelector('.embed-card'))).toContain('Jihua Laboratory'));
  state.actions.select({ entity: 'district', id: 'shunde' });
  await waitFor(() => expect(words(container.querySelector('.embed-card'))).toContain('Shunde'));
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(container.querySelector('.embed-card')).toBeNull());

  const alone = show('embed=map&lang=en&site=jihua-laboratory');
  await waitFor(() => expect(alone.container.querySelector('.map-controls')).not.toBeNull());
  expect(alone.container.querySelector('.embed-card')).toBeNull();
});

it('asks the map for what its buttons say', async () => {
  const { port } = show('embed=map&lang=en');
  fireEvent.click(await screen.findByRole('button', { name: 'Zoom in' }));
  expect(vi.mocked(port.zoomIn)).toHaveBeenCalledTimes(1);
});

it('shows the map where the address is the presenter’s and no tour is asked for', () => {
  const { state } = show('embed=1&mode=present&tour=overview&site=jihua-laboratory');
  expect(state.mode.value).toBe('plan');
  expect(state.selection.value).toEqual({ entity: 'site', id: 'jihua-laboratory' });
});

it('plays the tour of the address, or the overview, with a way to go on, back and to stop', async () => {
  const { state, container } = show('embed=tour&lang=en&tour=policy');
  const next = await screen.findByRole('button', { name: 'Next stop' });
  expect([state.mode.value, state.present.tour.value]).toEqual(['present', 'policy']);
  fireEvent.click(next);
  await waitFor(() => expect(state.present.stop.value).toBe(2));
  fireEvent.click(screen.getByRole('button', { name: 'Previous stop' }));
  await waitFor(() => expect(state.present.stop.value).toBe(1));
  fireEvent.click(screen.getByRole('button', { name: 'Autoplay' }));
  await screen.findByRole('button', { name: 'Pause' });
  // Nothing of the presenter's own.
  expect(container.querySelectorAll('.stage-controls').length).toBe(0);

  for (const hash of ['embed=tour&lang=en', 'embed=tour&lang=en&tour=no-such-tour']) {
    const other = show(hash);
    await waitFor(() => expect(other.state.present.tour.value).toBe('overview'));
  }
});
