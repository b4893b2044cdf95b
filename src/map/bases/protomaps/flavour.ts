/** The colours of a Protomaps base map, made from the product's own: as quiet as the built-in map that it replaces. */
import type { Flavor } from '@protomaps/basemaps';
import { BASE_COLOURS, type BaseColours, greyOf } from '../../../domain/base-colours.ts';
import type { Theme } from '../../../domain/colours.ts';

/** Ground that the built-in map does not know. */
const GREEN: Record<Theme, string> = { light: '#e0e8d5', dark: '#222d29' };
const SAND: Record<Theme, string> = { light: '#efe9d8', dark: '#2d2b27' };

const partsOf = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Between two colours `#rrggbb`; 0 is the first, 1 the second. */
export function mixed(from: string, to: string, share: number): string {
  const end = partsOf(to);
  return hexOf(partsOf(from).map((part, i) => part + ((end[i] ?? part) - part) * share));
}

/** Of a theme, or its grey. */
export function flavourOf(theme: Theme, grey: boolean): Flavor {
  const flavour = flavourIn(BASE_COLOURS[theme], GREEN[theme], SAND[theme]);
  if (!grey) return flavour;
  return { ...flavour, ...Object.fromEntries(Object.entries(flavour).map(([part, colour]) => [part, greyOf(colour)])) };
}

/** Without symbols and landcover, which have colours of their own: every value is `#rrggbb`. */
type Colours = Omit<Flavor, 'regular' | 'bold' | 'italic' | 'pois' | 'landcover'>;

function flavourIn(colours: BaseColours, green: string, sand: string): Colours {
  const { land, neighbourLand, water, road, industrial, text, textMuted, halo, waterText, runway } = colours;
  const paved = mixed(land, neighbourLand, 0.6);
  const street = mixed(land, road, 0.55);
  const tunnel = mixed(land, road, 0.35);
  const edge = mixed(land, road, 0.25);
  return {
    background: land,
    earth: land,
    park_a: green,
    park_b: green,
    wood_a: green,
    wood_b: green,
    scrub_a: mixed(land, green, 0.6),
    scrub_b: mixed(land, green, 0.6),
    zoo: mixed(land, green, 0.5),
    hospital: paved,
    school: paved,
    industrial,
    military: paved,
    pedestrian: paved,
    pier: paved,
    glacier: neighbourLand,
    sand,
    beach: sand,
    aerodrome: paved,
    runway,
    water,
    buildings: mixed(land, textMuted, 0.12),
    tunnel_other_casing: land,
    tunnel_minor_casing: land,
    tunnel_link_casing: land,
    tunnel_major_casing: land,
    tunnel_highway_casing: land,
    tunnel_other: tunnel,
    tunnel_minor: tunnel,
    tunnel_link: tunnel,
    tunnel_major: tunnel,
    tunnel_highway: mixed(land, road, 0.6),
    minor_service_casing: edge,
    minor_casing: edge,
    link_casing: land,
    major_casing_late: land,
    highway_casing_late: land,
    major_casing_early: land,
    highway_casing_early: land,
    other: mixed(land, road, 0.4),
    minor_service: mixed(land, road, 0.4),
    minor_a: street,
    minor_b: street,
    link: road,
    major: road,
    // As the legend has it; a motorway is told by its width.
    highway: road,
    railway: mixed(land, textMuted, 0.35),
    boundaries: colours.borderNeighbour,
    bridges_other_casing: land,
    bridges_minor_casing: edge,
    bridges_link_casing: land,
    bridges_major_casing: land,
    bridges_highway_casing: land,
    bridges_other: mixed(land, road, 0.4),
    bridges_minor: street,
    bridges_link: road,
    bridges_major: road,
    bridges_highway: road,
    roads_label_minor: textMuted,
    roads_label_minor_halo: halo,
    roads_label_major: textMuted,
    roads_label_major_halo: halo,
    ocean_label: waterText,
    subplace_label: textMuted,
    subplace_label_halo: halo,
    city_label: mixed(textMuted, text, 0.4),
    city_label_halo: halo,
    state_label: textMuted,
    state_label_halo: halo,
    country_label: textMuted,
    address_label: textMuted,
    address_label_halo: halo,
  };
}
