import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Dialog } from '../../src/ui/dialog.tsx';

function shown() {
  const onClose = vi.fn();
  const onKeyOfPage = vi.fn();
  document.body.addEventListener('keydown', onKeyOfPage);
  onTestFinished(() => document.body.removeEventListener('keydown', onKeyOfPage));
  const view = render(
    <Dialog class="test" label="Keys" onClose={onClose}>
      <button type="button">one</button>
    </Dialog>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Keys' });
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
  return { onClose, onKeyOfPage, view, dialog };
}

describe('a dialog', () => {
  it('is open at once, and tells that it was closed at Escape, which nothing around it hears', () => {
    const { onClose, onKeyOfPage, dialog } = shown();
    expect(dialog.open).toBe(true);
    fireEvent.keyDown(screen.getByRole('button', { name: 'one' }), { key: 'a' });
    expect(onKeyOfPage).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(screen.getByRole('button', { name: 'one' }), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onKeyOfPage).toHaveBeenCalledTimes(1);
  });

  it('closes without a word where it is taken away, so that the browser gives the focus back', () => {
    const { onClose, view, dialog } = shown();
    view.unmount();
    expect(dialog.open).toBe(false);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('stays where it is opened anew before its closing is told, as for the printer', () => {
    const { onClose, dialog } = shown();
    // A browser tells it later.
    const told = vi.spyOn(dialog, 'dispatchEvent').mockReturnValue(true);
    dialog.close();
    dialog.show();
    told.mockRestore();
    dialog.dispatchEvent(new Event('close'));
    expect(onClose).not.toHaveBeenCalled();
  });
});
