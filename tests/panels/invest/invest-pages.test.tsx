import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import CandidateSection from '../../../src/panels/invest/candidate-section.tsx';
import InvestStart from '../../../src/panels/invest/invest-start.tsx';
import MethodView from '../../../src/panels/invest/method-view.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

async function start(hash: string) {
  const test = makeApp(`mode=invest&${hash}`);
  const { container } = renderIn(test, <InvestStart />);
  await screen.findByText(test.i18n.value.t('topThree'));
  return { ...test, container, cards: () => [...container.querySelectorAll('.top-card')] };
}

describe('the investor’s page', () => {
  it('says of the first three why they stand there', async () => {
    const { cards } = await start('lang=en&need=hydrogen valves');
    expect(cards()).toHaveLength(3);
    expect(words(cards()[0]?.querySelector('.top-reason') ?? null)).toMatch(
      /^Mostly for Cluster fit \(belongs to Vehicles and new energy\) and Product fit \(.*hydrogen.*\)\. Loses most on Same-cluster projects \(0–1 within 10 km\)\./,
    );
  });

  it.each([
    ['zh-Hans', /^主要靠集群契合（属于汽车及新能源）和产品契合（/],
    ['zh-Hant', /^主要靠集群契合（屬於汽車及新能源）/],
  ])('says it in %s', async (lang, sentence) => {
    const { cards } = await start(`lang=${lang}&need=hydrogen valves`);
    expect(words(cards()[0]?.querySelector('.top-reason') ?? null)).toMatch(sentence);
  });

  it('names what is unknown and lifts nobody', async () => {
    const { cards } = await start('lang=en&need=new energy vehicles');
    expect(
      cards()
        .map(words)
        .find((text) => text.includes('Shunde New-Energy Vehicle Town')),
    ).toContain('Unknown, and therefore 0 at the low end of the score: Status, Confirmed.');
  });

  it('leads on to comparison, offers and method', async () => {
    const { state } = await start('lang=en&compare=a,b');
    for (const [label, view] of [
      ['Compare side by side (2)', 'compare'],
      ['What the policy offers', 'offers'],
      ['Method and worked example', 'method'],
    ] as const) {
      fireEvent.click(screen.getByText(label));
      expect(state.view.value).toBe(view);
    }
  });
});

describe('a site as a candidate', () => {
  const show = async (id: string) => {
    const test = makeApp(`mode=invest&lang=en&need=hydrogen&site=${id}`);
    const site = test.state.selectedSite.value;
    if (site === null) throw new Error(id);
    const { container } = renderIn(test, <CandidateSection site={site} />);
    await screen.findByText('As a candidate');
    return container;
  };

  it('shows its rank and every part with what the data says, notes included', async () => {
    const container = await show('xianhu-hydrogen-valley');
    expect(words(container.querySelector('.top-facts'))).toMatch(/^Rank 1.* points · every criterion has a value$/);
    expect(container.querySelectorAll('.labelled-parts > li')).toHaveLength(10);
    expect(words(container)).toContain('Motorway');
    expect(words(container)).toContain('not a junction: the data has no junctions');
  });

  it('shows sensibly where nearly nothing is known', async () => {
    const container = await show('green-food-park');
    expect(words(container.querySelector('.top-facts'))).toMatch(
      /^Too little known to rank · 0–\d\d(\.\d)? points · \d+% known$/,
    );
    expect(words(container)).toContain('no known position');
    expect(container.querySelectorAll('.part.is-unknown').length).toBeGreaterThan(7);
  });
});

describe('the method', () => {
  it('works one candidate out from the numbers that rank it', async () => {
    const test = makeApp('mode=invest&lang=en&need=hydrogen valves&view=method');
    const { container } = renderIn(test, <MethodView />);
    await screen.findByText('A worked example');
    const [example] = container.querySelectorAll('.method-table');
    const rows = [...(example?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(words));
    // What a sceptic does: multiply, add up, divide.
    // Every value of a place says what it is at the stated points, beside its range.
    expect(rows.filter((cells) => (cells[1] ?? '').includes('at the stated points'))).toHaveLength(5);
    // A mean is followed by the points that it is taken of, in a list to open.
    const products = rows.map(
      (cells) => Number(/[\d.]+$/.exec((cells[2] ?? '').replace(/The 19 points.*/, ''))?.[0]) * Number(cells[3]),
    );
    for (const [i, cells] of rows.entries())
      expect(Number(cells[4]), cells[0]).toBeCloseTo(products[i] ?? Number.NaN, 2);
    const weight = rows.reduce((sum, cells) => sum + Number(cells[3]), 0);
    const score = (100 * products.reduce((sum, product) => sum + product, 0)) / weight;
    const [first] = test.state.invest.ranking.value?.candidates ?? [];
    expect(score).toBeCloseTo(first?.score ?? Number.NaN, 0);
    expect(words(container.querySelector('.method-result'))).toContain(`= ${first?.score?.toFixed(1)}`);
  });

  it('prints every scale with its numbers and the weight in force', async () => {
    const test = makeApp('mode=invest&lang=en&weights=station:5&view=method');
    const { container } = renderIn(test, <MethodView />);
    await screen.findByText('The scale of each criterion');
    const rows = [...container.querySelectorAll('.method-table')].at(-1)?.querySelectorAll('tbody tr') ?? [];
    expect(rows).toHaveLength(14);
    expect([...rows].map(words).find((row) => row.startsWith('Metro or rail'))).toContain('5≤ 1 km≥ 12 km');
    expect(words(container)).toContain('500 draws from the fixed seed 224');
  });

  it('has a second case with unknowns, which both ends of the score can be followed of', async () => {
    const test = makeApp('mode=invest&lang=en&need=hydrogen&view=method');
    const { container } = renderIn(test, <MethodView />);
    await screen.findByText('A worked example with unknowns');
    const [, second] = container.querySelectorAll('.wide-section:has(.example-choice)');
    const gap = test.state.invest.ranking.value?.candidates.find(({ knownShare }) => knownShare < 1);
    expect([...(second?.querySelectorAll('.method-result') ?? [])].map((line) => words(line))).toEqual([
      expect.stringMatching(new RegExp(`= ${gap?.score?.toFixed(1)}$`)),
      expect.stringMatching(new RegExp(`= ${gap?.scoreHigh?.toFixed(1)}$`)),
    ]);
  });

  it('prints the value at each of the nineteen points, whose mean is the score', async () => {
    const test = makeApp('mode=invest&lang=en&need=hydrogen&view=method');
    const { container } = renderIn(test, <MethodView />);
    await screen.findByText('A worked example');
    const row = [...container.querySelectorAll('tbody tr')].find((tr) => words(tr).startsWith('Metro or rail'));
    const points = [...(row?.querySelectorAll('.method-points li') ?? [])].map((li) =>
      Number(words(li).split('→ ')[1]),
    );
    expect(points).toHaveLength(19);
    expect(points.reduce((sum, score) => sum + score, 0) / 19).toBeCloseTo(
      Number(/points = ([\d.]+)/.exec(words(row ?? null))?.[1]),
      2,
    );
  });

  it('leaves an unknown row out of the sum', async () => {
    const test = makeApp('mode=invest&lang=en&need=hydrogen&view=method');
    const { container } = renderIn(test, <MethodView />);
    const choice = await screen.findByLabelText('Work out');
    fireEvent.change(choice, { target: { value: 'shunde-nev-town' } });
    const own = choice.closest('section');
    const dashes = [...(own?.querySelectorAll('.is-unknown-row') ?? [])].map((row) => [...row.children].map(words));
    expect(dashes).toEqual([
      ['Status', 'not stated in the register', '–', '2', '–'],
      ['Confirmed', 'no date', '–', '1', '–'],
    ]);
    expect(words(container)).toContain('Known share 19 ÷ 22 = 86%');
  });
});
