/** The kinds of base map: a row each. A kind whose code is large has a row that asks for it. */
import type { Basemap } from '../../domain/schema/basemap.ts';
import type { BasemapKind } from '../../domain/vocabulary.ts';
import type { BaseMaker, BaseParts } from './base.ts';
import { styleBase } from './style.ts';
import { tilesBase } from './tiles.ts';

const KINDS: { readonly [K in BasemapKind]: BaseMaker<K> } = {
  style: styleBase,
  tiles: tilesBase,
};

/** A promise where it has to be asked for. Rejects or throws where it cannot be drawn, saying why. */
export function partsOf(entry: Basemap): BaseParts | Promise<BaseParts> {
  return make(entry.kind, entry);
}

function make<K extends BasemapKind>(kind: K, entry: Parameters<(typeof KINDS)[K]>[0]): BaseParts | Promise<BaseParts> {
  return KINDS[kind](entry);
}
