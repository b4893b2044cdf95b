import { fireEvent } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { NewVersion } from '../../../src/panels/frame/new-version.tsx';
import { makeApp, renderIn } from '../../fixtures/app.tsx';

describe('word of a new version', () => {
  it('leaves it to the user when to load again', () => {
    const [reload, later] = [vi.fn(), vi.fn()];
    const page = renderIn(makeApp('lang=en'), <NewVersion onReload={reload} onLater={later} />);
    expect(page.getByRole('status').textContent).toContain('A new version is ready');
    expect(reload).not.toHaveBeenCalled();
    fireEvent.click(page.getByRole('button', { name: 'Reload' }));
    fireEvent.click(page.getByRole('button', { name: 'Later' }));
    expect([reload.mock.calls.length, later.mock.calls.length]).toEqual([1, 1]);
  });

  it('waits until a presentation is over', () => {
    const app = makeApp('mode=present');
    const page = renderIn(app, <NewVersion onReload={() => undefined} onLater={() => undefined} />);
    expect(page.queryByRole('status')).toBeNull();
    app.state.actions.setMode('plan');
    return page.findByText(/新版本已就绪/);
  });
});
