/** From what a service offers and what was chosen of it to a base map. Pure. */
import type { MapService, WmtsLayer } from '../../data/services/services.ts';
import { shiftedDatum } from '../../domain/basemap-refusal.ts';
import { Basemap } from '../../domain/schema/basemap.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import type { ServiceCrs } from '../../domain/services/crs.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import { urlOf } from '../../domain/web-url.ts';

/** Tiles by address alone have nothing to read. */
export type Offer = MapService | { readonly kind: 'tiles'; readonly address: string };

/** A matrix set, or a system of a WMS. */
export interface GridOption {
  readonly id: string;
  readonly crs: ServiceCrs;
}

export interface ServiceChoice {
  readonly layer: string;
  readonly grid: string;
  /** Empty while it is not said. */
  readonly datum: string;
  readonly label: string;
  readonly credit: string;
  readonly approval: string;
}

export const SERVICE_DATUMS = ['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09'] as const;
export const UNKNOWN_DATUM = 'unknown';

/** Null where the text is no web address. */
export function webAddress(text: string): string | null {
  const address = text.trim();
  return /^https?:\/\/\S+$/.test(address) && urlOf(address.replace(/[{}]/g, '')) !== null ? address : null;
}

/** Tiles in Web Mercator, by how their address is written. */
export const isTileAddress = (address: string): boolean =>
  ['{z}', '{x}', '{y}'].every((part) => address.includes(part));

/** @throws ServiceError `shifted` for a service that is known to be off the ground */
export function refuseShifted(address: string): void {
  const datum = shiftedDatum(address);
  if (datum !== null) throw new ServiceError('shifted', address, { said: datum });
}

export const layersOf = (offer: Offer): readonly { readonly id: string; readonly title: string }[] =>
  offer.kind === 'tiles' ? [] : offer.layers;

const RANK = { mercator: 0, geographic: 1, other: 2 } as const;

/** What can be drawn first, Web Mercator before degrees. */
export function gridOptions(offer: Offer, layer: string): readonly GridOption[] {
  if (offer.kind === 'tiles') return [];
  const options =
    offer.kind === 'wmts'
      ? (offer.layers.find(({ id }) => id === layer)?.sets ?? [])
      : (offer.layers.find(({ id }) => id === layer)?.systems ?? []).map((crs) => ({ id: crs.code, crs }));
  return [...options].sort((a, b) => RANK[a.crs.kind] - RANK[b.crs.kind]);
}

/** Null where none of them can be drawn. */
export const firstGrid = (offer: Offer, layer: string): string | null =>
  gridOptions(offer, layer).find(({ crs }) => crs.kind !== 'other')?.id ?? null;

/** What stands in the form when a service has been read. */
export function firstChoice(offer: Offer, address: string): ServiceChoice {
  const [layer] = layersOf(offer);
  const host = new URL(address.replace(/[{}]/g, '')).host;
  const provider = offer.kind === 'tiles' ? '' : offer.provider;
  return {
    layer: layer?.id ?? '',
    grid: layer === undefined ? '' : (firstGrid(offer, layer.id) ?? ''),
    datum: '',
    label: (layer?.title ?? (offer.kind === 'tiles' ? host : offer.title)) || host,
    credit: provider || host,
    approval: '',
  };
}

const NO_LAYER: Pick<WmtsLayer, 'styles' | 'formats'> = { styles: [], formats: [] };

/** @throws where a part is missing */
export function entryOf(offer: Offer, address: string, choice: ServiceChoice, id: string): Basemap {
  const { layer, grid, datum, label, credit, approval } = choice;
  const common = { id, label, attribution: credit, approval: approval.trim() === '' ? null : approval, datum };
  if (offer.kind === 'tiles') return parseAs(Basemap, { ...common, kind: 'tiles', layers: [{ tiles: [address] }] }, id);
  if (offer.kind === 'wmts') {
    const { styles, formats } = offer.layers.find((each) => each.id === layer) ?? NO_LAYER;
    const [format] = formats;
    const [style = ''] = styles;
    const own = { kind: 'wmts', url: address, layer, matrixSet: grid, style };
    return parseAs(Basemap, { ...common, ...own, ...(format === undefined ? {} : { format }) }, id);
  }
  const [format = 'image/png'] = offer.formats;
  const own = { kind: 'wms', url: offer.address, layers: [layer], version: offer.version, crs: grid, format };
  return parseAs(Basemap, { ...common, ...own }, id);
}
