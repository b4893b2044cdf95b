import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  switcherTitle: 'Base map',
  switcherBuiltIn: 'Built in',
  switcherBuiltInCredit: 'Comes with the product and needs no network.',
  switcherFile: 'Local base map',
  switcherStrength: 'Strength',
  switcherStrengthValue: '{n} %',
  switcherGrey: 'In grey only',
  switcherApproval: 'Approval number {number}',
  switcherNoApproval: 'states no approval number',
  switcherOwn: 'added by you',
  switcherRemove: 'Remove',
  switcherRemoveNamed: 'Remove the base map “{name}”',
  switcherMore: 'Add by address…',
  switcherPick: 'Open a PMTiles file…',
  switcherUnder: 'Under the sites',
  'underLayer.water': 'Rivers and water',
  'underLayer.roads': 'Roads',
  'underLayer.stations': 'Railway lines and stations',
  'underLayer.towns': 'Towns',
  'underLayer.places': 'Ports, airports and other places',
  'underLayer.borders': 'Borders',
  switcherUnderHint: 'A link to this view shows the map like this.',
  switcherPickHint: 'The file is read on this device only; nothing is sent.',

  baseFileReading: 'Reading “{name}”…',
  baseFileAdded: '“{name}” is among the base maps, and kept on this device.',
  'baseFileUnkept.full':
    '“{name}” is among the base maps, but this device has no room to keep it: open the file again after the page was closed.',
  'baseFileUnkept.forbidden':
    '“{name}” is among the base maps, but the browser does not allow keeping it: open the file again after the page was closed.',
  baseFileRefused: '“{name}” cannot be a base map: {why}',
  baseFileKeep: 'Keep on this device',
  baseFileKeepSize: 'Keep on this device ({size} MB)',
  baseFileKeepHint: 'It then shows without a network too.',
  baseFileKeeping: '{come} MB downloaded',
  baseFileKeepingOf: '{come} of {all} MB downloaded',
  baseFileStop: 'Stop',
  baseFileKept: 'The file is kept on this device and needs no network.',
  baseFileForget: 'Delete from this device',
  baseFileFull: 'This device has no room to keep it.',
  baseFileForbidden: 'The browser does not allow keeping files.',

  'baseFile.not-pmtiles': 'it is no PMTiles file (version 3). Choose a file that ends in .pmtiles.',
  'baseFile.raster': 'it holds pictures, and vector tiles are wanted. Use a vector base map of Protomaps.',
  'baseFile.other-schema':
    'its layers are not those of the Protomaps base map (it has {what}). Use a base map file of Protomaps.',
  'baseFile.old-schema':
    'it is a Protomaps base map before version 4, whose layers have other names. Download a newer one.',
  'baseFile.elsewhere': 'it holds nothing of Foshan. Use a file that covers 112.3–113.5° E, 22.6–23.6° N.',
  'baseFile.packed':
    'its tiles are packed in a way that browsers cannot unpack (brotli, zstd). Use one packed by gzip.',
  'baseFile.damaged': 'the file is damaged or not whole. Download or copy it again.',
  'baseFile.unreachable': 'no answer from {host}, or this page may not read it. Check address and network.',
  'baseFile.status': '{host} answered with an error ({status}). Check the address.',
  'baseFile.no-ranges':
    'parts of a file cannot be had from {host}. Use another server, or download the file and open it here.',
  'baseFile.gone': 'the file is not on this device. Open it again.',
};
