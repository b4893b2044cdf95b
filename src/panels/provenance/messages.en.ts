import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  provenanceOf: '{name}: source',
  provenanceNoOwn: 'The register states no source for this field alone; these are the sources of the whole record.',
  provenanceFile: 'Register file',
  provenanceVersion: 'Data version',
  sourceNone: 'No source is stated',
  report: 'Report a problem',
  reportHint: 'Copy this text and send it to the maintainers; say at its end what is wrong and how you know.',
  reportSubject: 'Foshan 2+2+4 map: {id} {field}',
  reportRecord: 'Record',
  reportField: 'Field',
  reportValue: 'Value shown',
  reportWrong: 'What is wrong, and the source: ',
  reportCopy: 'Copy the text',
  reportMail: 'Write an e-mail',

  correct: 'Correct',
  correctionMade: 'made on {date} over data version {version}',
  draftBadge: 'Draft, no source',
  correctionBadge: 'Corrected',
  correctionOldSource: 'Source on record',
  correctionNewSource: 'Source of the correction',
};
