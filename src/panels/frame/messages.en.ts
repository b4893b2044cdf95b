import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  measureTool: 'Measure, coordinates',
  access: 'Accessibility',
  workspace: 'Workspace file',

  linkNotUnderstood: 'Of the link, this was not understood and is left out: {what}',
  mapNoWebgl:
    'This browser has no WebGL2, so a plain map is shown: it does not turn, and outlines and sketches cannot be drawn on it. All else works.',
  mapPlainDraw:
    'Nothing can be drawn on the plain map. Ask about a district, a town or an area of your own data, or about so many kilometres around a point.',
  mapPlainFilm: 'Films and pictures of stops cannot be made with the plain map.',
  mapPlainRows: 'The plain map draws {most} of your own rows and no more; there are {n}. Counts have them all.',
  locatedN: 'located',
  coarseN: 'district or city only',
  unlocatedN: 'location unknown',

  viewMethod: 'How the score is made',
  cmpTitle: 'Side by side',
  start: 'Overview',
  startWhat:
    'Where the projects, parks and platforms stand that {title} ({issuer}, {date}) names, what its clauses say of them, and who answers for them.',
  startPyramid: '2+2+4: three tiers, eight clusters',
  startSure: 'How sure the data is',
  startSureText:
    '{total} {total|record|records} (parts not counted). None is known to the doorstep; every position states its source and error.',
  startAreas: 'Five districts',
  startModes: 'Three ways to use it',
  modePlanText: 'Where projects sit, what a clause became on the ground, who answers for it, where the gaps are.',
  modeInvestText:
    'Say what you make; parks are ranked by cluster, place, neighbours and platforms nearby. Compare them and take a dossier along.',
  modePresentText:
    'A tour of the clusters, stop by stop, with a clicker and notes on a second screen; no network is needed.',
  modeInvestDo: 'Find a place',
  modePresentDo: 'Choose a tour',
  groundLine: 'Where the map is',
  groundOr: '{one} or {other}',
  groundFar: '{far} {wind}',
  groundStation: '{name} station',
  groundWithin: 'within {far}',
  groundGrid: 'Grid: degrees of CGCS2000.',
  groundGridTitle: 'CGCS2000 and WGS-84 differ by some centimetres: here they are one.',
  groundMore:
    'Streets come with a base map: choose, open or add one with the button of the layers. Whoever runs this page can also add an OSM file.',
  'wind.n': 'north',
  'wind.ne': 'northeast',
  'wind.e': 'east',
  'wind.se': 'southeast',
  'wind.s': 'south',
  'wind.sw': 'southwest',
  'wind.w': 'west',
  'wind.nw': 'northwest',
  changeLog: 'What changed in the data',
  readPolicy: 'Read the policy',
  documentsListed: 'Documents',
  newVersion: 'A new version is ready. Reload to use it; what you saved stays.',
  newVersionReload: 'Reload',
  newVersionLater: 'Later',
  planYears: 'Years',
};
