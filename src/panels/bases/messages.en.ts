import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  basemapFailed: 'The base map “{name}” could not be loaded; the built-in one is shown.',
  basemapRefused: 'The base map “{name}” is refused: its datum is {datum}; only WGS-84 or CGCS2000 base maps fit here.',
  basemapShifted:
    'The base map “{name}” is refused: maps of {host} are in {datum}, hundreds of metres off the ground; points would seem to lie elsewhere.',

  'baseFailure.blocked':
    'The security policy of this page does not list {host}: whoever deploys it adds it to img-src and connect-src (the panel “Base maps” gives the whole line).',
  'baseFailure.unreachable': '{host} does not answer, or does not let this page read it. Check address and network.',
  'baseFailure.refused':
    '{host} refuses ({status}): the key is wrong, not valid for this site, or used up. Change it in the panel “Base maps”, or try again later.',
  'baseFailure.spent':
    '{host} says that there were too many requests ({status}): the quota is used up. Try again later, or with another key.',
  'baseFailure.no-key': 'Tianditu needs a key: enter it in the panel “Base maps”.',
  'baseFailure.status': '{host} reports an error ({status}). Try again later.',
  'baseFailure.missing': 'Not one tile was found here. Check address and layer.',
  'baseFailure.exception': '{host} reported an error.',
  'baseFailure.no-picture':
    '{host} gives no picture but a page or another file. Check the address; some services answer so when a key is no longer valid.',
  'baseFailure.slow': 'No tile has come after a long wait. Check the network, or try again later.',
  'baseFailure.no-capabilities': 'What {host} answers describes neither a WMTS nor a WMS. Check the address.',
  'baseFailure.no-layer': '{host} has no layer “{said}”.',
  'baseFailure.projection':
    '{host} offers only coordinate systems that cannot be drawn here: {said}. Web Mercator (EPSG:3857) and degrees (EPSG:4490, EPSG:4326) can.',
  'baseFailure.shifted':
    'Maps of {host} are in {said}, hundreds of metres off the ground; they cannot lie under these points.',
  baseSaid: 'In its own words: “{said}”.',

  baseTitle: 'Base maps',
  baseOwn: 'Added by you',
  baseAdd: 'Add a base map',
  baseRemove: 'Remove',
  baseRemoveNamed: 'Remove the base map “{name}”',
  baseUnkept: 'This device does not allow keeping anything: when the page is closed, this base map is gone.',
  baseOffline: 'A base map comes from the network: once it is shown, requests go to its host.',

  tianditu: 'Tianditu',
  tiandituLead:
    'Maps of China’s national platform, datum CGCS2000. They need a key “for browsers”, free at console.tianditu.gov.cn; it stays on this device and is in no link and no export.',
  tiandituKey: 'Key (tk)',
  tiandituForget: 'Forget the key',
  tiandituForgotten: 'The key is deleted from this device.',
  tiandituSet: 'Map',
  'tiandituSet.vec': 'Streets',
  'tiandituSet.img': 'Imagery',
  'tiandituSet.ter': 'Terrain',
  tiandituGrid: 'Tiles',
  'tiandituGrid.w': 'Web Mercator (_w)',
  'tiandituGrid.c': 'Degrees, CGCS2000 (_c, redrawn here)',
  tiandituNames: 'With names',
  tiandituLabel: 'Tianditu {set}',
  tiandituLabelPlain: 'Tianditu {set} (no names)',
  tiandituAdd: 'Try the key and add',

  service: 'Map service',
  serviceLead:
    'Address of a WMTS or WMS, or of tiles with {z}/{x}/{y}. What it is, is told by the service’s own description.',
  serviceUrl: 'Address',
  serviceRead: 'Read',
  serviceReading: 'Reading…',
  serviceUrlWrong: 'An address begins with http:// or https://.',
  'serviceFound.wmts': 'WMTS “{title}”: {n} {n|layer|layers}.',
  'serviceFound.wms': 'WMS {version} “{title}”: {n} {n|layer|layers}.',
  'serviceFound.tiles': 'Tiles in Web Mercator.',
  serviceLayer: 'Layer',
  serviceSet: 'Tile matrix set',
  serviceSystem: 'Coordinate system',
  'serviceCrs.mercator': '{code} (Web Mercator)',
  'serviceCrs.geographic': '{code} (degrees, redrawn here)',
  'serviceCrs.other': '{code} (cannot be drawn)',
  serviceDatum: 'Datum of the map',
  serviceDatumHint: 'A matrix set does not tell whether the ground is shifted: ask who runs the service.',
  serviceDatumChoose: 'Choose',
  serviceDatumUnknown: 'Not known',
  serviceDatumAsk:
    'A map of unknown datum may lie hundreds of metres off; it was not added. Ask who runs the service first.',
  serviceLabel: 'Name',
  serviceCredit: 'Credit',
  serviceCreditHint: 'What stands on the map as its source, such as the name of who runs the service.',
  serviceApproval: 'Approval number of the base map (optional)',
  serviceAdd: 'Add and show',

  policyLead:
    'The security policy of this page does not list {host}. Whoever deploys it replaces the line that the server sends by:',
  policyUnknown:
    'The security policy that the server sends cannot be read. Whoever deploys the page adds {host} to img-src and connect-src of Content-Security-Policy.',
  policyLine: 'Security policy',
  policyCopy: 'Copy this line',
  policyForbidden: 'The browser does not allow copying: select the text and copy it.',
};
