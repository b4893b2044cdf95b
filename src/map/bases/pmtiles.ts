/** A file of the Protomaps schema, from an address or from this device. */
import { basemapArchive } from '../../data/basemap/source.ts';
import { basemapFiles } from '../../data/device/basemap-files.ts';
import { type BaseMaker, baseId } from './base.ts';
import { givenTiles } from './protocol.ts';
import { protomapsLayers } from './protomaps/layers.ts';

const SOURCE = baseId('protomaps');
const NOTHING = new ArrayBuffer(0);

export const pmtilesBase: BaseMaker<'pmtiles'> = async (entry) => {
  const opened = basemapArchive(entry, basemapFiles);
  const { minzoom, maxzoom, bounds, credit } = await opened();
  const tiles = givenTiles(entry.id, async ({ z, x, y }, signal) => {
    const tile = await (await opened()).tile(z, x, y, signal);
    // Ground without anything on it is no failure.
    return tile ?? NOTHING.slice(0);
  });
  return {
    sources: { [SOURCE]: { type: 'vector', tiles: [tiles], minzoom, maxzoom, bounds: [...bounds] } },
    layers: (context) => protomapsLayers(SOURCE, context),
    strength: 1,
    credits: credit === null || credit === entry.attribution ? [] : [credit],
  };
};
