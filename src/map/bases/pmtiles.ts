/** A file of the Protomaps schema, from an address or from this device. */
import { ArchiveFault } from '../../data/basemap/fault.ts';
import { basemapArchive } from '../../data/basemap/source.ts';
import { basemapFiles } from '../../data/device/basemap-files.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import { type BaseMaker, baseId } from './base.ts';
import { givenTiles } from './protocol.ts';
import { protomapsLayers } from './protomaps/layers.ts';

const SOURCE = baseId('protomaps');

export const pmtilesBase: BaseMaker<'pmtiles'> = async (entry) => {
  const opened = basemapArchive(entry, basemapFiles);
  const { minzoom, maxzoom, bounds, credit } = await opened();
  const tiles = givenTiles(entry.id, async ({ z, x, y }, signal) => {
    try {
      // Ground without anything on it is no failure.
      return (await (await opened()).tile(z, x, y, signal)) ?? new ArrayBuffer(0);
    } catch (error) {
      throw error instanceof ArchiveFault ? failureOf(error, entry.label) : error;
    }
  });
  return {
    sources: { [SOURCE]: { type: 'vector', tiles: [tiles], minzoom, maxzoom, bounds: [...bounds] } },
    layers: (context) => protomapsLayers(SOURCE, context),
    strength: 1,
    credits: credit === null || credit === entry.attribution ? [] : [credit],
  };
};

/** Of a tile, in the words for map services. */
function failureOf({ code, params: { host, status } }: ArchiveFault, label: string): ServiceError {
  const known = typeof host === 'string' ? host : label;
  if (code === 'unreachable') return new ServiceError('unreachable', known);
  return new ServiceError('status', known, { status: typeof status === 'number' ? status : 0 });
}
