import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  charts: 'Charts',
  chartColumn: 'Column',
  chartAs: 'Drawn',
  'chartAs.number': 'by how the numbers are spread',
  'chartAs.date': 'by time',
  'chartAs.category': 'by category',
  chartWith: 'And a second column',
  chartWithNone: 'rows alone',
  chartSum: 'sum of {name}',
  chartAgainst: 'against {name}',
  chartNone: 'This set has no column to draw.',
  chartBars: '{name}: Enter chooses a bar, left and right move, with Shift they choose a range, Esc lets it go',
  chartBarRows: '{label}: {shown} of {all} {all|row|rows}',
  chartBarSum: '{label}: {shown} of {all}',
  chartOthers: '{n} more {n|category|categories}: {shown} of {all}',
  chartBlank: '{n} {n|row|rows} blank or without a number, not in the chart',
  chartHint:
    'Coloured are the rows that are shown, grey all of them. Click a bar, drag over several or press Enter: map, list and table keep those rows alone.',
  chartTable: 'The numbers of the chart',
  chartShown: 'Shown',
  chartAll: 'All',
  chartClear: 'Clear the filter on this column',
  chartScatter:
    '{x} against {y}, {n} {n|row|rows}; a frame that is dragged keeps the rows inside, as do the two ranges below',
  chartPairs: '{n} {n|row|rows} with both numbers, {without} without one.',
  chartScatterHint: 'Drag a frame to keep the rows inside; click a point to open its row.',
  chartFirst: 'First {n} {n|row|rows}',
};
