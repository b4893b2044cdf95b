/** Capabilities of a web map tile service, 1.0.0. */
import { serviceCrs } from '../../domain/services/crs.ts';
import { gridOf, type TileMatrix } from '../../domain/services/grid.ts';
import { degreeBox, drawableFormats, type MatrixSet, type WmtsLayer, type WmtsService } from './services.ts';
import { childAt, childrenOf, textAt, type XmlNode } from './xml-tree.ts';

/**
 * @param asked the address that the document came from. Tiles are asked for there too, whatever the document says: behind
 *   a proxy services name hosts that nobody reaches, and never the key that was in the question. Where it is a document
 *   of its own, or tiles are given by templates alone, those of the document count.
 */
export function wmtsService(root: XmlNode, asked: string): WmtsService {
  const said = tileAddress(root);
  const isDocument = /\.xml(\?|$)/i.test(asked);
  const byTemplate = isDocument || said === null;
  const contents = childAt(root, 'Contents');
  const sets = new Map(childrenOf(contents, 'TileMatrixSet').map((node) => [textAt(node, 'Identifier'), setOf(node)]));
  return {
    kind: 'wmts',
    title: textAt(root, 'ServiceIdentification', 'Title'),
    provider: textAt(root, 'ServiceProvider', 'ProviderName'),
    address: isDocument ? (said ?? asked) : asked,
    layers: childrenOf(contents, 'Layer').map((node) => layerOf(node, sets, byTemplate)),
  };
}

/** Where GetTile is asked for by parameters. */
function tileAddress(root: XmlNode): string | null {
  const operation = childrenOf(childAt(root, 'OperationsMetadata'), 'Operation').find(
    (node) => node.attribute('name') === 'GetTile',
  );
  const gets = childrenOf(childAt(operation ?? null, 'DCP', 'HTTP'), 'Get');
  const byParameters = gets.find((node) =>
    childrenOf(node, 'Constraint').every((constraint) => /KVP/i.test(textAt(constraint, 'AllowedValues', 'Value'))),
  );
  return byParameters?.attribute('href') ?? null;
}

function numbersOf(text: string): number[] {
  return text.split(/[\s,]+/).flatMap((part) => (part === '' ? [] : [Number(part)]));
}

function setOf(node: XmlNode): MatrixSet {
  const crs = serviceCrs(textAt(node, 'SupportedCRS'));
  const matrices = childrenOf(node, 'TileMatrix').flatMap((matrix) => matrixOf(matrix) ?? []);
  return { id: textAt(node, 'Identifier'), crs, grid: gridOf(matrices, crs) };
}

function matrixOf(node: XmlNode): TileMatrix | null {
  const [a = Number.NaN, b = Number.NaN] = numbersOf(textAt(node, 'TopLeftCorner'));
  const number = (name: string) => Number(textAt(node, name) || Number.NaN);
  const matrix = {
    id: textAt(node, 'Identifier'),
    scaleDenominator: number('ScaleDenominator'),
    topLeft: [a, b] as const,
    tileWidth: number('TileWidth'),
    tileHeight: number('TileHeight'),
    columns: number('MatrixWidth'),
    rows: number('MatrixHeight'),
  };
  const { scaleDenominator, tileWidth, tileHeight, columns, rows } = matrix;
  const positive = [scaleDenominator, tileWidth, tileHeight, columns, rows].every((each) => each > 0);
  // A tile so large would be put together in memory several at once.
  return positive && Number.isFinite(a + b) && tileWidth <= 2048 && tileHeight <= 2048 ? matrix : null;
}

function layerOf(node: XmlNode, sets: ReadonlyMap<string, MatrixSet>, byTemplate: boolean): WmtsLayer {
  const id = textAt(node, 'Identifier');
  const styles = [...childrenOf(node, 'Style')].sort(
    (a, b) => Number(b.attribute('isDefault') === 'true') - Number(a.attribute('isDefault') === 'true'),
  );
  const tiles = childrenOf(node, 'ResourceURL').filter((url) => byTemplate && url.attribute('resourceType') === 'tile');
  return {
    id,
    title: textAt(node, 'Title') || id,
    styles: styles.map((style) => textAt(style, 'Identifier')),
    formats: drawableFormats(childrenOf(node, 'Format').map(({ text }) => text)),
    sets: childrenOf(node, 'TileMatrixSetLink').flatMap((link) => sets.get(textAt(link, 'TileMatrixSet')) ?? []),
    templates: new Map(
      tiles.flatMap((url): [string, string][] => {
        const template = withDimensions(url.attribute('template') ?? '', node);
        return template === '' ? [] : [[url.attribute('format') ?? '', template]];
      }),
    ),
    box: boxOf(childAt(node, 'WGS84BoundingBox')),
  };
}

/** A template may have a place for a dimension (`{Time}`), which is as the service has it where nobody says. */
function withDimensions(template: string, layer: XmlNode): string {
  return childrenOf(layer, 'Dimension').reduce(
    (now, dimension) =>
      now.replaceAll(`{${textAt(dimension, 'Identifier')}}`, encodeURIComponent(textAt(dimension, 'Default'))),
    template,
  );
}

/** Longitude first, as the standard says of this box whatever the system. */
function boxOf(node: XmlNode | null): WmtsLayer['box'] {
  return degreeBox([...numbersOf(textAt(node, 'LowerCorner')), ...numbersOf(textAt(node, 'UpperCorner'))]);
}
