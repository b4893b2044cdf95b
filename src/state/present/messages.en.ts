import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  'tour.overview': 'The 2+2+4 at a glance',
  'tour.policy': 'The policy clause by clause',
  'overview.title': 'Eight clusters in three tiers',
  'overview.words': '{issuer}\n{date}',
  'overview.crossTitle': 'Serving several clusters',
  'overview.crossWords': 'Laboratories, colleges, fairs and mixed\nparks that belong to no single cluster',
  'overview.sureTitle': 'What is on the map',
  'overview.sureWords':
    '{total} {total|record|records}; {coarse} known to the district\nor city only, {unlocated} not located',
  'overview.notes':
    'Dashed circles are errors of position. A record counts as located only where its town, street or building is known.',

  'tier.core': 'Core cluster',
  'tier.pillar': 'Pillar cluster',
  'tier.emerging': 'Emerging cluster',
  'cluster.words': '{tier}\n{n} named, {located} of them located',
  'cluster.wordsNone': '{tier}\nThe text names no project under it',
  'cluster.outputTitle': '{cluster}: output',
  'cluster.outputWords': 'As published for the whole cluster, never\nof one district or a narrower scope',
  'site.words': '{focus}\n{kind} · {where} · {status}',
  'site.wordsPlain': '{kind} · {where}\n{status}',
  'site.statusAsOf': '{status} ({date})',
  'site.noWhere': 'district not stated',
  'group.unlocatedTitle': 'Not located',
  'group.unlocatedWords': '{names}\nNot drawn until a position is found',
  'names.more': '{names} and more ({n} in all)',

  'district.words': 'Records named here: {certain}\n{clusters}',
  'district.wordsPossible': 'Records named here: {certain}–{possible}\n{clusters}',
  'district.clusters': 'of {n} {n|cluster|clusters}',
  'district.noClusters': 'No cluster project is named here',
  'district.peopleTitle': '{district}: people',
  'district.peopleWords': 'Seventh national census\nResident population',
  'district.clusterTitle': '{district} · {cluster}',

  'template.whereTitle': '{cluster}: by district',
  'template.whereWords': 'Records that the text names, by district;\nthose that state several may be there too',
  'template.nextTitle': '{cluster}: what comes next',
  'template.nextNotes':
    'This stop is yours: say what comes next, with a number and a picture of your own; hide or remove it otherwise.',

  'policy.title': 'The “2+2+4” opinions',
  'policy.words': '{issuer}\n{date}',
  'clause.title': '{cite} {heading}',
  'clause.noNames': 'Names no particular project',
  'clause.units': 'Names no project; the unit named first is\n{unit}',
  'clause.unofficial': 'In short (unofficial): {brief}',
  'clause.text': 'The text: {text}',

  'notes.target': 'Target, as the text has it: “{quote}” ({cite}).',
  'notes.noYear': 'No year is stated.',
  'notes.list': 'Named: {names}.',
  'notes.units': 'Responsible units: {names}.',
  'tour.since': '2018 to today',
  'since.now': '{year}, today',
  'since.words': '{operating} operating, {building} being built,\n{planned} planned, {unknown} not known',
  'since.fresh': 'First known to operate: {names}.',
  'since.rule':
    'As last known on 31 December, in the last year on the day of the data; before its first dated event or observation a record is not known, and pale.',
};
