/** The kinds of base map: a row each. A kind whose code is large has a row that asks for it. */
import type { Basemap } from '../../domain/schema/basemap.ts';
import type { BasemapKind } from '../../domain/vocabulary.ts';
import type { BaseContext, BaseMaker, BaseParts } from './base.ts';
import { styleBase } from './style.ts';
import { tilesBase } from './tiles.ts';

const KINDS: { readonly [K in BasemapKind]: BaseMaker<K> } = {
  style: styleBase,
  tiles: tilesBase,
  tianditu: async (entry, context) => (await import('./tianditu.ts')).tiandituBase(entry, context),
  wmts: async (entry, context) => (await import('./wmts.ts')).wmtsBase(entry, context),
  wms: async (entry, context) => (await import('./wms.ts')).wmsBase(entry, context),
  pmtiles: async (entry, context) => (await import('./pmtiles.ts')).pmtilesBase(entry, context),
};

/** A promise where it has to be asked for. Rejects or throws where it cannot be drawn, saying why. */
export function partsOf(entry: Basemap, context: BaseContext): BaseParts | Promise<BaseParts> {
  return make(entry.kind, entry, context);
}

function make<K extends BasemapKind>(
  kind: K,
  entry: Parameters<(typeof KINDS)[K]>[0],
  context: BaseContext,
): BaseParts | Promise<BaseParts> {
  return KINDS[kind](entry, context);
}
