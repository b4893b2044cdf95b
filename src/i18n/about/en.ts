/** Sources and licences. */
import type { messages as zh } from './zh-Hans.ts';

export const messages: Record<keyof typeof zh, string> = {
  licencesLead:
    'Map, policy text and code each have their sources and licences. The list of code is made by the build from what it really packed.',
  licencesData: 'Data',
  licencesDataWhat: 'What',
  licencesDataFrom: 'Source',
  licencesDataTerms: 'Licence',
  licencesUnclear: 'rights unclear',
  licencesDataNote:
    'Where rights are unclear, the source cannot grant the use of it; put your own data in its place before you publish.',
  licencesCode: 'Code ({n} packages)',
  licencesOwn: 'The code of this product',
  licencesFont: 'Font',
  licencesNone: 'This build carries no list of licences.',
  licencesFailed: 'The list of licences did not load.',
};
