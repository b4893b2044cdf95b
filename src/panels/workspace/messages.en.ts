import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  wsLead:
    'Everything that you made on this device, in one file to open on another computer: imported data with their looks and receipts, edits, corrections, tours, remarks and sketches, the shortlist with its notes, and the present view.',
  wsSaveTitle: 'Save the workspace file',
  wsSave: 'Save the workspace file',
  wsSaving: 'Making the file …',
  wsSaved: '{name} is made ({kb} KB).',
  wsFailedSave: 'Not saved: {reason}',
  'wsPart.sets': 'Imported sets',
  'wsPart.servers': 'Sets on servers',
  'wsPart.corrections': 'Corrections',
  'wsPart.sketches': 'Remarks and sketches',
  'wsPart.shortlist': 'Shortlisted sites and notes',
  'wsPart.tours': 'Tours of your own',
  'wsPart.basemaps': 'Base maps of your own',
  wsPartN: '{what}: {n}',
  wsNothing: 'This device holds nothing of your own yet; the file has the present view alone.',
  wsStays:
    'Not in the file: keys of map services; {names}. Their addresses may hold a key, or their file is on this device alone.',
  wsStaysKeys: 'Keys of map services are not in the file.',
  wsUnknownHere:
    '{n} {n|part|parts} that a newer version wrote and this one cannot read {n|is|are} kept, and written out again.',

  wsOpenTitle: 'Open a workspace file',
  wsOpen: 'Choose a file …',
  wsOpenHint: 'Or drop it anywhere on the page: it is recognised. You see what it holds before anything changes.',
  wsReading: 'Reading “{name}” …',
  wsTaking: 'Putting “{name}” in its place …',
  wsHolds: '“{name}” was saved on {date}, with data {data}.',
  wsUnknownThere:
    '{n} {n|part|parts} of it {n|was|were} written by a newer version and cannot be read here: kept as {n|it is|they are}, and written out again when you save.',
  wsBeside: 'Beside what is here',
  wsInstead: 'Instead of what is here',
  wsInsteadHint:
    'Either way a snapshot is made first, which can be restored. Instead of what is here leaves keys, and base maps that are on this device alone, where they are.',
  wsForget: 'Do not open it',
  wsAdded: 'New ({n}): {names}',
  wsSame: 'Here already, and the same ({n}): {names}',
  wsRenamed: 'The same id with other contents, both are kept ({n}): {names}',
  wsStaysHere: 'The same id with other contents, what is here stays ({n}): {names}',
  wsNoRoom: 'No room for ({n}): {names}',
  wsMore: 'and {n} more',
  wsUnnamed: '(no words)',
  wsCorrectionsStay: 'Corrections that were not taken are listed in My corrections, to be taken one by one.',
  wsDoneBeside: 'What “{name}” holds is here now, beside what was.',
  wsDoneInstead: '“{name}” stands in the place of what was here, which is in a snapshot.',
  wsShowView: 'Go to the view of the file',
  wsAnother: 'Open another file',
  'wsFault.not-a-workspace': '“{name}” is no workspace file: it has no workspace.json of this product.',
  'wsFault.later':
    '“{name}” was saved by a newer version (format {what}) and cannot be read here. Bring this page up to date first.',
  'wsFault.no-snapshot':
    'This device has no room for a snapshot, so nothing was put in the place of anything. Save the workspace file first, or open beside what is here.',
  'wsFault.file-missing': '“{name}” is not whole: {what} is missing.',
  'wsFault.file-damaged': '“{name}” is damaged: {what} is not what it says it is.',
  'wsFault.part-unreadable': '{what} of “{name}” cannot be read: {reason}',
  wsFaultOther: '“{name}” cannot be opened: {reason}',
  wsUnchanged: 'Nothing of what is here was changed.',
};
