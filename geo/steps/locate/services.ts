/** The services that can be asked: one row each. */
import type { GeocoderConfig, Service } from './geocoder.ts';
import { nominatim } from './nominatim.ts';
import { tianditu } from './tianditu.ts';

export const SERVICES: { readonly [K in GeocoderConfig['kind']]: Service } = { tianditu, nominatim };
