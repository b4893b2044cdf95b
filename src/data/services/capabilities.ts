/** From the address of a map service to what it offers. */
import { messageOf } from '../../domain/error-message.ts';
import { capabilitiesAddress } from '../../domain/services/address.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import { type Asking, askText } from './ask.ts';
import type { MapService } from './services.ts';
import { wmsService } from './wms.ts';
import { wmtsService } from './wmts.ts';
import { type XmlNode, xmlTree } from './xml-tree.ts';

type Kind = MapService['kind'];

/** A document whose kind its root tells; null where it is neither. @throws ServiceError where it reports an error */
export function serviceOf(text: string, asked: string): MapService | null {
  let root: XmlNode;
  try {
    root = xmlTree(text);
  } catch (error) {
    throw new ServiceError('no-capabilities', asked, {
      said: /^\s*<(!doctype html|html)/i.test(text) ? '' : messageOf(error),
    });
  }
  switch (root.name) {
    case 'Capabilities':
      return root.children.some(({ name }) => name === 'Contents') ? wmtsService(root, asked) : null;
    case 'WMS_Capabilities':
    case 'WMT_MS_Capabilities':
      return wmsService(root, asked);
    case 'ServiceExceptionReport':
    case 'ExceptionReport':
      throw new ServiceError('exception', asked, { said: textIn(root).replace(/\s+/g, ' ').trim().slice(0, 200) });
    default:
      return null;
  }
}

const textIn = (node: XmlNode): string => [node.text, ...node.children.map(textIn)].join(' ');

/** Which services an address can be of, the likelier first. */
function kindsFor(address: string): readonly Kind[] {
  if (/wmts/i.test(address)) return ['wmts', 'wms'];
  return ['wms', 'wmts'];
}

/**
 * What the service at an address offers. Its kind is told by what it answers.
 *
 * @param kind where it is known
 * @throws ServiceError of the likeliest kind where none answers
 */
export async function askService(address: string, kind: Kind | null = null, asking: Asking = {}): Promise<MapService> {
  let first: unknown = null;
  for (const each of kind === null ? kindsFor(address) : [kind]) {
    const service = each === 'wmts' ? 'WMTS' : 'WMS';
    // A document by its own address, as REST services have it.
    const asked = /\.xml(\?|$)/i.test(address) ? address : capabilitiesAddress(address, service);
    try {
      const found = serviceOf(await askText(asked, asking), address);
      if (found !== null && (kind === null || found.kind === kind)) return found;
      first ??= new ServiceError('no-capabilities', address);
    } catch (error) {
      first ??= error;
      // Another question to the same host fares no better.
      if (error instanceof ServiceError && ['blocked', 'unreachable', 'slow'].includes(error.failure.reason)) break;
    }
  }
  throw first;
}
