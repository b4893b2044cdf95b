/** A small drawing of what a base map looks like: nothing is asked of anyone's server to show it. */
import { BASE_COLOURS, DISTRICT_TINTS } from '../../domain/base-colours.ts';
import type { Theme } from '../../domain/colours.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';

/** What is drawn for a kind; the built-in map has its own. */
export type Picture = 'built-in' | 'streets' | 'service';

const PICTURES: Readonly<Partial<Record<Basemap['kind'], Picture>>> = { pmtiles: 'streets', style: 'streets' };

/** Null is the built-in map. */
export const pictureOf = (entry: Basemap | null): Picture =>
  entry === null ? 'built-in' : (PICTURES[entry.kind] ?? 'service');

const RIVER = 'M-2 34C14 24 22 40 38 30S58 14 74 20';

/** 72 by 48 pixels. */
export function Thumb({
  picture,
  theme,
  grey,
}: {
  readonly picture: Picture;
  readonly theme: Theme;
  readonly grey: boolean;
}) {
  const colours = BASE_COLOURS[theme];
  return (
    <svg class={`base-thumb ${grey ? 'is-grey' : ''}`} viewBox="0 0 72 48" aria-hidden="true" focusable="false">
      <rect width="72" height="48" fill={colours.land} />
      {picture === 'built-in' && <BuiltIn theme={theme} />}
      {picture === 'streets' && <Streets theme={theme} />}
      {picture === 'service' && <Service theme={theme} />}
    </svg>
  );
}

function BuiltIn({ theme }: { readonly theme: Theme }) {
  const { water, borderInner, borderOuter } = BASE_COLOURS[theme];
  const tints = DISTRICT_TINTS[theme];
  return (
    <>
      <path d="M8 4L34 2L38 22L20 26L6 20Z" fill={tints.sanshui} stroke={borderInner} />
      <path d="M34 2L64 8L58 26L38 22Z" fill={tints.nanhai} stroke={borderInner} />
      <path d="M20 26L38 22L58 26L54 44L30 46Z" fill={tints.shunde} stroke={borderInner} />
      <path d={RIVER} fill="none" stroke={water} stroke-width="4" />
      <path d="M8 4L34 2L64 8L58 26L54 44L30 46L20 26L6 20Z" fill="none" stroke={borderOuter} stroke-width="1.5" />
    </>
  );
}

function Streets({ theme }: { readonly theme: Theme }) {
  const { water, road, industrial, textMuted } = BASE_COLOURS[theme];
  return (
    <>
      <path d="M46 30H66V46H46Z" fill={industrial} />
      <path d={RIVER} fill="none" stroke={water} stroke-width="7" />
      <path d="M0 12H72M18 0V48M36 0V48M54 0V48M0 24H72M0 42H72" stroke={road} />
      <path d="M0 4L72 36" stroke={road} stroke-width="3.5" />
      <path d="M22 17H32M58 40H67" stroke={textMuted} stroke-width="2" />
    </>
  );
}

function Service({ theme }: { readonly theme: Theme }) {
  const { water, road, neighbourLand, borderNeighbour } = BASE_COLOURS[theme];
  return (
    <>
      <path d="M0 0H36V24H0ZM36 24H72V48H36Z" fill={neighbourLand} />
      <path d={RIVER} fill="none" stroke={water} stroke-width="6" />
      <path d="M0 6L72 40M50 0L40 48" stroke={road} stroke-width="2.5" />
      <path d="M36 0V48M0 24H72" stroke={borderNeighbour} stroke-dasharray="2 2" />
    </>
  );
}
