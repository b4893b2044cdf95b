/** What is near a site: never what its point was taken from, and nothing in its place. */
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../src/domain/site.ts';
import { Nearby } from '../../../src/panels/things/nearby.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

const app = () => makeApp('lang=en');
function siteOf({ state }: ReturnType<typeof app>, id: string): Site {
  const site = state.sites.value.find((one) => one.id === id);
  if (site === undefined) throw new Error(id);
  return site;
}

describe('what is nearest to a site', () => {
  it('is a list of stations with ranges where its point is its own', async () => {
    const test = app();
    const { container } = renderIn(test, <Nearby site={siteOf(test, 'shunde-nev-town')} />);
    await screen.findByText('Stations');
    expect(container.querySelectorAll('.near-list')).toHaveLength(2);
    expect(words(container)).not.toContain('cannot be told:');
  });

  it('cannot be told of stations where its point was taken from one, and no next one is named', async () => {
    const test = app();
    const site = siteOf(test, 'shunde-nev-town');
    const taken = { ...site, location: { ...site.location, derivedFrom: ['容桂'] } };
    const { container } = renderIn(test, <Nearby site={taken} />);
    expect(await screen.findByText(/The position was taken from 容桂: which station is nearest/)).toBeTruthy();
    expect(container.querySelectorAll('.near-list')).toHaveLength(1);
  });

  it('names the platforms on its very point instead of a distance', async () => {
    const test = app();
    const site = siteOf(test, 'shunde-nev-town');
    const laboratory = siteOf(test, 'jihua-laboratory');
    const { container } = renderIn(test, <Nearby site={{ ...site, position: laboratory.position }} />);
    await screen.findByText('Stations');
    const note = [...container.querySelectorAll('.note')].map((one) => words(one));
    expect(note.find((text) => text.startsWith('On the very same point'))).toContain(test.i18n.value.name(laboratory));
    expect(words(container.querySelector('.near-list'))).not.toContain(test.i18n.value.name(laboratory));
  });
});
