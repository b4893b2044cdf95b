import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  print: 'Print',

  unlocated: 'Location unknown',
  partOf: 'part of {name}',

  tierCoreShort: 'Core',
  tierPillarShort: 'Pillar',
  tierEmergingShort: 'Emerging',

  radius: 'Error radius',
  dataVersion: 'Data version {version} ({date})',
  sources: 'Sources',
  dateNotStated: 'date not stated',
  asPrinted: 'Printed as',
  notes: 'Notes',
  registerFile: 'Register file',
  areaKm2: '{n} km²',
  areaHa: '{n} ha',
  certainPossible: '{inside} ({certain}–{possible})',
  unofficialName: 'unofficial English name',

  exportCsv: 'Export CSV',
  wideFoot: '{cite} · data version {version} ({date})',
  yes: 'yes',
  no: 'no',
  dataVersionShort: 'Data version',
  cancel: 'Cancel',
  shareOfFew: '{share}% of {n}',
};
