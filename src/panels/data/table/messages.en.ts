/** What the table of a set says. */
import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  tableBack: 'Back to the sets',
  tableSearch: 'Search all columns',
  tableNone: 'No row holds that',
  tableChoose: 'Row {n}: {name}',
  tableCopy: 'Copy {n} {n|row|rows} for Excel',
  tableCopiedOf: 'Copied {n} of {total} {total|row|rows}, the first ones; all are in an export.',
  tableNotCopied: 'The browser did not allow copying. An export has the same rows.',
  tableKeys: 'Enter or F2 edits a cell, Escape leaves it; arrows and Tab go from cell to cell, Delete empties it.',
  tableUndo: 'Undo',
  tableRedo: 'Redo',
  tableDelete: 'Take row {n} out',
  tableDeleteFound: 'Take the {n} {n|row|rows} found out',
  tableDeleteSure: 'Take {n} {n|row|rows} out of map, counts and export',
  tableDeleted: '{n} {n|row|rows} taken out; “Undo” brings {n|it|them} back.',
  tableRestore: 'Bring {n} {n|row|rows} back',
  tableUndone: 'Taken back: {step}',
  tableRedone: 'Done again: {step}',
  stepCell: 'a cell of “{column}”',
  stepComputed: 'computed columns',
  stepDelete: '{n} {n|row|rows} taken out',
  stepRestore: '{n} {n|row|rows} brought back',
  cellEdit: '{column}, row {n}',
  cellRefused: '“{column}” holds numbers: write a number, or leave the cell empty where it is unknown.',
};
