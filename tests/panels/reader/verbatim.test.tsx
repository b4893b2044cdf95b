import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../src/domain/policy-text.ts';
import { Verbatim } from '../../../src/panels/reader/verbatim.tsx';
import { appAt, renderIn } from '../../fixtures/app.tsx';

const zone = { entity: 'site', id: 'foshan-hitech-zone' } as const;
const nanhai = { entity: 'district', id: 'nanhai' } as const;
const links = () => screen.getAllByRole('link').map((a) => [a.textContent, (a as HTMLAnchorElement).hash]);

describe('mentions that nest', () => {
  const nested: TextRun[] = [
    { text: '办好', start: 0, mentions: [] },
    { text: '佛山', start: 2, mentions: [zone] },
    { text: '南海', start: 4, mentions: [zone, nanhai] },
    { text: '园', start: 6, mentions: [zone] },
  ];

  it('lead to the outer and to the inner thing', async () => {
    const app = await appAt('');
    renderIn(app, <Verbatim runs={nested} />);
    expect(links()).toEqual([
      ['佛山', '#site=foshan-hitech-zone'],
      ['南海', '#district=nanhai'],
      ['园', '#site=foshan-hitech-zone'],
    ]);
    fireEvent.click(screen.getByText('南海'));
    expect(app.state.selection.value).toEqual(nanhai);
  });

  it('stay reachable where the inner covers the outer from end to end', async () => {
    const app = await appAt('');
    renderIn(app, <Verbatim runs={[{ text: '南海', start: 0, mentions: [zone, nanhai] }]} />);
    expect(links()).toEqual([
      ['南海', '#district=nanhai'],
      [app.state.siteById.value.get('foshan-hitech-zone')?.nameZh, '#site=foshan-hitech-zone'],
    ]);
  });

  it('keep the inner link inside the thing whose panel it is', async () => {
    renderIn(await appAt(''), <Verbatim runs={nested} current={zone} />);
    expect(links()).toEqual([['南海', '#district=nanhai']]);
    expect([...document.querySelectorAll('mark')].map((m) => m.textContent).join('')).toBe('佛山南海园');
  });
});
