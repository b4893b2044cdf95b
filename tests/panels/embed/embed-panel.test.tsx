import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NO_TOURS } from '../../../src/data/load-tours.ts';
import EmbedPanel from '../../../src/panels/embed/embed-panel.tsx';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';
import { testBase } from '../../fixtures/data.ts';
import { memoryTours } from '../../fixtures/memory-stores.ts';

const { config } = await testBase();

function show(hash: string, options: TestOptions = {}) {
  const app = makeApp(`${hash}&lang=en`, options);
  presentationOf(app, memoryTours).takeListed(NO_TOURS);
  const { container } = renderIn(app, <EmbedPanel />);
  const lines = () => {
    const field = screen.getByRole('textbox', { name: 'Lines to paste' });
    return field instanceof HTMLTextAreaElement ? field.value : '';
  };
  return { ...app, container, lines };
}

it('gives the lines for the present view, and for what one chooses', async () => {
  const { lines, state } = show('view=embed&clusters=food');
  expect(lines()).toContain('#lang=en&amp;clusters=food&amp;embed=1"');
  state.actions.setFilter('clusters', ['home']);
  await waitFor(() => expect(lines()).toContain('clusters=home'));
  fireEvent.click(screen.getByRole('radio', { name: 'The map alone' }));
  expect(lines()).toContain('embed=map"');
  fireEvent.click(screen.getByRole('radio', { name: 'A tour' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Tour' }), { target: { value: 'policy' } });
  expect(lines()).toContain('embed=tour&amp;tour=policy"');
  const height = screen.getByRole('spinbutton', { name: 'Height, pixels' });
  fireEvent.change(height, { target: { value: '50' } });
  expect(lines()).toContain('height="240"');
});

it('says whether the lines were copied', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
  const { lines } = show('view=embed');
  fireEvent.click(screen.getByRole('button', { name: 'Copy the lines' }));
  await screen.findByText('Copied');
  expect(write).toHaveBeenCalledWith(lines());
  write.mockRejectedValueOnce(new Error('no'));
  fireEvent.click(screen.getByRole('button', { name: 'Copy the lines' }));
  await screen.findByText(/does not allow copying/);
  write.mockRestore();
});

it('says who may, and that an own question stays here', () => {
  const { container } = show('view=embed&ask=own:a.1.x:2');
  expect(words(container)).toContain('Nobody yet');
  expect(words(container)).toContain('on this device alone');
  const named = show('view=embed', {
    base: { config: { ...config, embedOrigins: ['https://portal.example', 7, 'nobody'] } },
  });
  expect(words(named.container)).toContain('Pages of these origins: https://portal.example.');
});
