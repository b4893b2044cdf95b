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
  draftSource: 'Draft: no source stated yet',
  dateNotStated: 'date not stated',
  asPrinted: 'Printed as',
  notes: 'Notes',
  registerFile: 'Register file',
  areaKm2: '{n} km²',
  areaHa: '{n} ha',
  shareSpread: '{share} ({least}–{most})',
  certainPossible: '{inside} ({certain}–{possible})',
  unofficialName: 'unofficial English name',

  exportCsv: 'Export CSV',
  wideFoot: '{cite} · data version {version} ({date})',
  yes: 'yes',
  no: 'no',
  dataVersionShort: 'Data version',
  cancel: 'Cancel',
  shareOfFew: '{share}% of {n}',
  notYetLocated: 'Where the rows of this set lie has not been found yet: they count by what they state.',
  disagreeing: '{n} {n|row whose place and statement|rows whose place and statement} disagree',
  disagreeingRule: 'Known to less than 500 m, a row counts where it lies; known less closely, it is possible in both.',
  disagrees: 'states {stated}, place: {lies}',
  disagreesBoth: 'states {stated}, place: {lies}; possible in both',
  disagreesTown: 'place: {lies}; not the district of its town',
  disagreeingMore: '{n} more: see the table of the set.',
  outsideFoshan: 'Outside Foshan',
  copyTable: 'Copy for Excel',
  copiedOf: 'Copied the first {n} of {total} {total|row|rows}; all are in the CSV.',
  copyForbidden: 'The browser did not allow copying. The CSV has the same rows.',
  townByArea: 'Town by its place',
  townByAreaSure:
    '{town}: no town is stated; it lies there by OpenStreetMap’s boundaries of towns ({day}), known to about {m} m.',
  townByAreaDistrict:
    '{town}, as far as its district is certain: no town is stated; it lies there by OpenStreetMap’s boundaries of towns ({day}), known to about {m} m.',
  townByAreaOpen:
    '{town}, or {others}: no town is stated; its point lies in the first by OpenStreetMap’s boundaries of towns ({day}), known to about {m} m, and the errors reach across.',
  liesInOsm: 'Lies in (OSM)',
  liesInOsmRule:
    'by where the row lies, for rows that state no town; several where the errors leave them open; OpenStreetMap contributors (ODbL), {day}; known to about {m} m',
};
