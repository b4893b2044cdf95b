import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  printClose: 'Close the page',
  printDrawing: 'Drawing the map …',
  printScale: 'About 1:{n} (printed at 100 %, at the centre of the map)',
  printScaleBar: 'Scale at the centre of the map',
  printNorth: 'N',
  printDatum: 'Datum WGS-84 (centimetres from CGCS2000), Web Mercator projection',
  printLegend: 'Legend',
  printShown: '{n} {n|point|points} on the map; filter: {filter}',
  printQuestion: 'question: {question}',
  printUnplaced:
    '{n} more {n|record has|records have} no position and {n|is|are} not on the map (parts of others not counted)',
  printMapSources: 'Base map',
  'mapKey.city-border': 'City boundary',
  'mapKey.district-border': 'District boundary',
  'mapKey.water': 'Water',
  'mapKey.waterway': 'Waterway',
  'mapKey.road': 'Main road',
  'mapKey.metro': 'Metro, tram',
  'mapKey.industrial': 'Industrial land',
  'mapKey.town-border': 'Town boundary',
  'mapKey.town': 'Town',
  'mapKey.outline': 'Outline of a project or park (colour of its cluster)',
  'mapKey.station': 'Station',
  'mapKey.place': 'Port, airport and the like',
  legendStacksOnPaper: 'Number beside a point: rows on that point',
};
