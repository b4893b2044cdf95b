/** What a kind of base map gives to be drawn. */
import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { BasemapOf } from '../../domain/schema/basemap.ts';
import type { BasemapKind } from '../../domain/vocabulary.ts';
import type { LayerContext } from '../layers/context.ts';

export interface BaseParts {
  /** Address of a foreign style, which comes under the layers. */
  readonly style?: string;
  /** By ids that `baseId` makes. */
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  /** From below; the same ids whatever the context, so that a change of theme is a change of paint. */
  layers(context: LayerContext): readonly LayerSpecification[];
  /** How strongly it is drawn where nobody says. */
  readonly strength: number;
  /** Credits besides the one of its entry, such as its data's. */
  readonly credits?: readonly string[];
}

/** Ids of a base map's own sources and layers never meet ours. */
export const baseId = (name: string | number): string => `base/${name}`;

/** The scheme of addresses whose tiles `protocol.ts` gives. */
export const BASE_PROTOCOL = 'base';

/** What a maker is told besides its entry. */
export interface BaseContext {
  /** The user's own key for 天地图, which goes before the deployer's; null where there is none. */
  readonly key: string | null;
}

/** Gives the parts at once where it can, so that a page that opens on a base map never shows another before it. */
export type BaseMaker<K extends BasemapKind> = (
  entry: BasemapOf<K>,
  context: BaseContext,
) => BaseParts | Promise<BaseParts>;
