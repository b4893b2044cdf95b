import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { LinkTold } from '../../../src/panels/workspace/link-told.tsx';
import WorkspacePanel from '../../../src/panels/workspace/workspace-panel.tsx';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { renderIn, words } from '../../fixtures/app.tsx';
import { smallSet } from '../../fixtures/imported.ts';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { type WithSets, withSets } from '../../fixtures/own-sets.tsx';

async function made(): Promise<WithSets> {
  const app = await withSets('lang=en', [smallSet()]);
  presentationOf(app, memoryTours);
  return app;
}

it('says what a link that was copied does not bring, and leads to what does', async () => {
  const app = await made();
  app.need.shortlist();
  app.state.invest.list.value?.add('jihua-laboratory');
  app.state.invest.list.value?.setNote('jihua-laboratory', 'near');
  app.state.actions.tellLink('https://map.example/#');
  renderIn(app, <LinkTold address="https://map.example/#ask=own:a.1.x:2" />);
  expect(app.state.notice.value).toMatch(/area|line|row/);
  const told = await screen.findByRole('status');
  expect(words(told)).toContain('Not in the link: Imported sets: 1; Notes on the shortlist: 1.');
  fireEvent.click(screen.getByRole('button', { name: 'Take them along as a workspace file' }));
  expect(app.state.linkCopied.value).toBeNull();
  expect(app.state.view.value).toBe('workspace');
});

it('says nothing beside a link where there is nothing of the user’s own', async () => {
  const app = await withSets('lang=en', []);
  presentationOf(app, memoryTours);
  const { container } = renderIn(app, <LinkTold address="https://map.example/#" />);
  await Promise.resolve();
  expect(container.textContent).toBe('');
});

it('lists what the file would hold, and says of a bad one what is wrong', async () => {
  const app = await made();
  renderIn(app, <WorkspacePanel />);
  await screen.findByText('Imported sets: 1');
  const open = async (file: File) => {
    fireEvent.change(screen.getByLabelText('Choose a file …'), { target: { files: [file] } });
    return screen.findByRole('alert');
  };
  expect(words(await open(new File(['PK'], 'cut.zip')))).toMatch(
    /“cut.zip” cannot be opened: .+Nothing of what is here was changed\./,
  );
  expect(app.imports.sets.value.length).toBe(1);
  // A device without a database keeps no snapshot, and says so.
  fireEvent.click(screen.getByRole('button', { name: 'Make a snapshot now' }));
  await waitFor(() => expect(screen.getByText('This device has no room for a snapshot.')).toBeTruthy());
});
