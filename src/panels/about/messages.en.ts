import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  accessLead:
    'This map is meant to work for everyone: without a mouse, without sight of the map, magnified many times, without motion, or in your own colours.',
  accessStandard: 'What is aimed at',
  accessStandardText:
    'The Web Content Accessibility Guidelines (WCAG) 2.2, level AA, in three languages and three modes, light and dark, on a desk and on a phone. We checked this ourselves; no third party has certified it.',
  accessTested: 'What was tested, and how',
  'accessTest.axe':
    'Every mode and the main views, in both themes and three languages, on a desktop and at 390 pixels, are examined by the checker axe, again with every change; a change in which it finds something is not released.',
  'accessTest.keyboard':
    'The keyboard alone: the focus is visible, is caught nowhere and is not covered by heads that stay in place. Arrow keys move the map, plus and minus zoom, Enter chooses the project or own point in the middle; an outline can be drawn by keyboard too, or its corners typed.',
  'accessTest.list':
    'All projects on the map are in the list and in the register table; every imported set has a list of its rows by pages; every value that shades a district stands in a table in the panel.',
  'accessTest.live': 'What a filter, a search, a question or an import gives is read out by a screen reader.',
  'accessTest.zoom':
    'The page at 400 % (as on 320 by 256 pixels), and text at 200 %: everything can still be read and used.',
  'accessTest.targets': 'Buttons and choices measure at least 24 by 24 pixels, links within sentences apart.',
  'accessTest.contrast':
    'Text stands off by 4.5 : 1 at least, symbols and the edges of fields by 3 : 1; nothing is told by colour alone. Where the system asks for more contrast there is more.',
  'accessTest.motion':
    'Where the system asks for less motion the map jumps to its place and nothing in the interface slides.',
  'accessTest.forced': 'In forced colours (high contrast themes) buttons, what is chosen, and the focus have edges.',
  accessShort: 'What falls short',
  'accessShort.readers':
    'Support of screen readers was tested by roles, names and states, not by blind people with a certain one (NVDA, JAWS, VoiceOver and others). Everything was tested in Chromium only.',
  'accessShort.map':
    'The map itself is a picture: borders, rivers, error circles, hexagons and density surfaces have no words of their own; the records behind them are in lists and tables.',
  'accessShort.labels':
    'Names on the map do not grow with the browser’s text size; zoom the map instead. Forced colours leave the colours of the map alone.',
  'accessShort.tables':
    'Units, coverage and the register are wide tables: magnified they scroll sideways, while the first column stays.',
  'accessShort.policy': 'The text of the policy is in simplified Chinese only, without a translation.',
  'accessShort.files':
    'Exported pictures carry no alternative text, videos no narration, and printed PDF files no tags for screen readers; the same content can be exported as tables.',
  accessKeys: 'Shortcuts of a single key',
  accessKeysText:
    'Ctrl+K (⌘K) opens all commands. “/” goes to the search; a presentation has some keys of one letter. They can be turned off where speech input or a stray touch would press them; arrows, Enter and Esc stay.',
  accessKeysOn: 'Use shortcuts of a single key',
  accessReport: 'If something stands in your way',
  accessReportText:
    'Please tell us: in which view, with which device and aids, what you wanted to do and where it ended.',
  accessReportMail: 'Write to {to}',
  accessReportSubject: 'Accessibility of the map Foshan 2+2+4',
  accessReportNone: 'No contact is set here: please ask whoever gave you this map.',
  accessDate: 'Date of this statement: {date}',

  licencesLead:
    'Map, policy text and code each have their sources and licences. The list of code is made by the build from what it really packed.',
  licencesData: 'Data',
  licencesDataWhat: 'What',
  licencesDataFrom: 'Source',
  licencesDataTerms: 'Licence',
  licencesUnclear: 'rights unclear',
  licencesDataNote:
    'Where rights are unclear, the source cannot grant the use of it; put your own data in its place before you publish.',
  licencesCode: 'Code ({n} {n|package|packages})',
  licencesOwn: 'The code of this product',
  licencesFont: 'Font',
  licencesNone: 'This build carries no list of licences.',
  licencesFailed: 'The list of licences did not load.',
};
