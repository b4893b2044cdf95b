import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lazyPanel } from '../../../src/panels/frame/lazy-panel.tsx';
import { AppProvider } from '../../../src/state/app.ts';
import { makeApp, renderIn } from '../../fixtures/app.tsx';

const Said = () => <p>all of it</p>;

describe('a panel whose code comes on need', () => {
  let box: HTMLElement | null = null;
  afterEach(() => {
    if (box !== null) render(null, box);
    box?.remove();
    box = null;
  });

  it('is shown where its code was fetched ahead between its first drawing and what follows that', async () => {
    const Panel = lazyPanel(async () => Said);
    box = document.body.appendChild(document.createElement('div'));
    // Not as tests do, which lets nothing come in between.
    render(
      <AppProvider value={makeApp()}>
        <Panel />
      </AppProvider>,
      box,
    );
    expect(box.textContent).toBe('正在载入……');
    await Panel.preload();
    await vi.waitFor(() => expect(box?.textContent).toBe('all of it'));
  });

  it('says that it failed, and is fetched again at a word', async () => {
    const load = vi.fn(async () => Said).mockRejectedValueOnce(new Error('offline'));
    const Panel = lazyPanel(load);
    const page = renderIn(makeApp(), <Panel />);
    (await page.findByRole('button', { name: '再载入一次' })).click();
    await page.findByText('all of it');
    expect(load).toHaveBeenCalledTimes(2);
  });
});
