import { expect, it } from 'vitest';
import { framedAddress, snippet } from '../../../src/panels/embed/snippet.ts';
import { parseAddress } from '../../../src/state/address/address.ts';

it.each([
  // What stands beside the map stays out, and the view stays.
  [
    'clusters=food&site=sanlongwan&clause=2.1.1&view=reader&map=11.00/23.02000/113.10000',
    '1',
    'map=11.00/23.02000/113.10000&clusters=food&site=sanlongwan&embed=1',
  ],
  ['lang=en&theme=dark&base=city&year=2021&radii=1', 'map', 'lang=en&theme=dark&base=city&radii=1&year=2021&embed=map'],
  ['mode=invest&need=hydrogen&compare=sanlongwan', '1', 'mode=invest&embed=1&need=hydrogen&compare=sanlongwan'],
  ['cross=cluster.district&shade=records', '1', 'embed=1&shade=records'],
  ['mode=present&tour=policy&stop=4&kiosk=1', 'map', 'embed=map'],
  // On this device alone.
  ['ask=own:a.1.x:2', '1', 'embed=1'],
  ['ask=district:chancheng', '1', 'embed=1&ask=district:chancheng'],
] as const)('%s is in a frame (%s): %s', (hash, kind, framed) => {
  expect(framedAddress(parseAddress(hash), { kind, tour: null })).toBe(framed);
});

it('plays the tour that is chosen, or the packed one of the address', () => {
  const address = parseAddress('mode=present&tour=policy&stop=4');
  expect(framedAddress(address, { kind: 'tour', tour: 'since' })).toBe('embed=tour&tour=since');
  expect(framedAddress(parseAddress('mode=present&t=abc'), { kind: 'tour', tour: null })).toBe('embed=tour&t=abc');
});

it('is a frame whose attributes hold what they are given', () => {
  const address = parseAddress('q="<b>&lang=en');
  const framing = { kind: 'map', tour: null, height: 400 } as const;
  expect(snippet('https://maps.example/?a=1', address, framing, 'A & "B"')).toBe(
    `<iframe src="https://maps.example/?a=1#lang=en&amp;q=%22%3Cb%3E&amp;embed=map"
  title="A &amp; &quot;B&quot;"
  width="100%" height="400" loading="lazy" allowfullscreen
  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`,
  );
});
