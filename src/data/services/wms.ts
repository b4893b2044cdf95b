/** Capabilities of a web map service, 1.1.1 and 1.3.0. */
import { type ServiceCrs, serviceCrs } from '../../domain/services/crs.ts';
import { degreeBox, drawableFormats, type WmsLayer, type WmsService } from './services.ts';
import { childAt, childrenOf, textAt, type XmlNode } from './xml-tree.ts';

/** @param asked the address that the document came from; maps are asked for there too, but for a document of its own */
export function wmsService(root: XmlNode, asked: string): WmsService {
  const capability = childAt(root, 'Capability');
  const getMap = childAt(capability, 'Request', 'GetMap');
  const address = childAt(getMap, 'DCPType', 'HTTP', 'Get', 'OnlineResource')?.attribute('href') ?? null;
  return {
    kind: 'wms',
    title: textAt(root, 'Service', 'Title'),
    provider: textAt(root, 'Service', 'ContactInformation', 'ContactPersonPrimary', 'ContactOrganization'),
    address: /\.xml(\?|$)/i.test(asked) ? (address ?? asked) : asked,
    // Of older ones 1.1.1 is what they come nearest to.
    version: root.attribute('version')?.startsWith('1.3') === true ? '1.3.0' : '1.1.1',
    formats: drawableFormats(childrenOf(getMap, 'Format').map(({ text }) => text)),
    layers: childrenOf(capability, 'Layer').flatMap((layer) => layersOf(layer, [], null)),
  };
}

/** A layer without a name is a heading; systems and boxes go from a heading to what is under it. */
function layersOf(node: XmlNode, above: readonly ServiceCrs[], boxAbove: WmsLayer['box']): WmsLayer[] {
  const named = [...childrenOf(node, 'CRS'), ...childrenOf(node, 'SRS')];
  // 1.1.1 may write several in one element.
  const own = named.flatMap(({ text }) => text.split(/\s+/).filter(Boolean).map(serviceCrs));
  const systems = [...new Map([...above, ...own].map((crs) => [crs.code, crs])).values()];
  const box = boxOf(node) ?? boxAbove;
  const id = textAt(node, 'Name');
  const styles = childrenOf(node, 'Style').map((style) => textAt(style, 'Name'));
  const self: WmsLayer[] = id === '' ? [] : [{ id, title: textAt(node, 'Title') || id, styles, systems, box }];
  return [...self, ...childrenOf(node, 'Layer').flatMap((child) => layersOf(child, systems, box))];
}

function boxOf(node: XmlNode): WmsLayer['box'] {
  const degrees = childAt(node, 'EX_GeographicBoundingBox');
  if (degrees !== null)
    return degreeBox(
      ['westBoundLongitude', 'southBoundLatitude', 'eastBoundLongitude', 'northBoundLatitude'].map((name) =>
        Number(textAt(degrees, name) || Number.NaN),
      ),
    );
  const old = childAt(node, 'LatLonBoundingBox');
  if (old === null) return null;
  return degreeBox(['minx', 'miny', 'maxx', 'maxy'].map((name) => Number(old.attribute(name) ?? Number.NaN)));
}
