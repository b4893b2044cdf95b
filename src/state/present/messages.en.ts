import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  'tour.overview': 'The 2+2+4 at a glance',
  'tour.policy': 'The policy clause by clause',
  'tour.since': '2018 to today',

  'overview.title': 'Eight clusters in three tiers',
  'overview.words': '{issuer}\n{date}',
  'overview.crossTitle': 'Serving several clusters',
  'overview.crossWords': 'Laboratories, colleges, fairs and mixed parks belong to no single cluster and serve several.',
  'overview.sureTitle': 'What is on the map',
  'overview.sureWords':
    'Of {total} {total|record|records} {coarse} {coarse|is|are} known to the district or city only, and {unlocated} {unlocated|is|are} not on the map.',
  'overview.claim':
    'Eight industrial clusters in three tiers, each with a target for its output, are the core of this policy.',
  'overview.so': 'So the question for every cluster is: what stands on the ground, and what is still only on paper?',
  'overview.crossSo': 'So they count for none of the eight, and a cluster is more than the projects under its name.',
  'overview.tableTitle': 'All eight in one table',
  'overview.tableWords':
    'Targets, published output and records stand side by side; what is not published, or not named, is said.',
  'overview.tableSo': 'So where a cell says “not published”, a verdict has to wait.',
  'overview.sureSo':
    'So a gap on the map is not yet a gap on the ground: the dashed circles say how far a point may be off.',

  'tier.core': 'core clusters',
  'tier.pillar': 'pillar clusters',
  'tier.emerging': 'emerging clusters',

  'cluster.words':
    '{cluster} is one of the {tier} and has a target of its own; of {n} {n|record|records} under it {located} {located|is|are} located.',
  'cluster.wordsNone':
    '{cluster} is one of the {tier} and has a target of its own; the text names no project under it.',
  'cluster.so': 'So whoever follows {n|this record|these records} sees how the cluster moves.',
  'cluster.soNone': 'So it can be followed by its output alone, not by projects.',
  'cluster.clauseTitle': '{cluster}: the clause',
  'cluster.clauseWords': 'The clause says what {cluster} is to become, and names what it relies on.',
  'cluster.clauseSo': 'So what is underlined is what the text can be held to.',

  'site.words': '{focus}\n{kind} · {where} · {status}',
  'site.wordsPlain': '{kind} · {where}\n{status}',
  'site.statusAsOf': '{status} ({date})',
  'site.noWhere': 'district not stated',
  'site.claim': '{name} stands in {where}: {kind}, {status}.',
  'site.claimNowhere': '{name} has no stated district: {kind}, {status}.',
  'site.so': 'So it is one of the things that the policy names, in {cite}, and can be held to.',
  'site.soUnnamed': 'So the text promises nothing about it by name.',

  'group.unlocatedTitle': 'Not located',
  'group.unlocatedWords': '{n} {n|record has|records have} no position that could be found, and {n|is|are} not drawn.',
  'group.unlocatedSo': 'So the map shows less than there is; whoever knows a place can settle it.',

  'names.more': '{names} and more ({n} in all)',

  'district.words': '{district} has {certain} {certain|record|records} named in it, {clusters}.',
  'district.wordsPossible': '{district} has {certain} to {possible} records named in it, {clusters}.',
  'district.clusters': 'of {n} {n|cluster|clusters}',
  'district.noClusters': 'none of a cluster',
  'district.peopleTitle': '{district}: people',
  'district.peopleWords': 'The seventh national census counted the residents of {district}.',
  'district.clusterTitle': '{district} · {cluster}',
  'district.so': 'So the next stops go through them cluster by cluster.',
  'district.peopleSo': 'So the number of records can be read beside the number of people.',
  'district.clusterClaim': '{cluster} has {n} {n|record|records} that {n|states|state} {district}.',
  'district.clusterSo':
    'So this is what the district has to show for the cluster; a range says that a record states other districts too.',

  'template.whereTitle': '{cluster}: by district',
  'template.whereWords': 'Records that the text names, by district;\nthose that state several may be there too',
  'template.nextTitle': '{cluster}: what comes next',
  'template.nextNotes':
    'This stop is yours: say what comes next, with a number and a picture of your own; hide or remove it otherwise.',

  'frame.opening': 'Opening',
  'frame.closing': 'Thank you',
  'frame.closingWords': 'Questions are welcome',

  'policy.title': 'The “2+2+4” opinions',
  'policy.words': '{issuer}\n{date}',
  'policy.claim': 'The policy has {n} clauses: aims, clusters, tasks and safeguards.',
  'policy.so': 'So we ask of each clause: whom does it name, and who answers for it?',

  'clause.title': '{cite} {heading}',
  'clause.numbered': 'Clause {n}',
  'clause.heading': 'Its heading, in Chinese only:\n{cite} {heading}',
  'clause.noNames': 'Names no particular project',
  'clause.units': 'Names no project; the unit named first is\n{unit}',
  'clause.unofficial': 'In short (unofficial): {brief}',
  'clause.claim': 'The policy names {n} {n|record|records} in {cite}, lit on the map.',
  'clause.claimNone': 'The policy names no particular project in {cite}.',
  'clause.so': 'So these can be looked up, one by one.',
  'clause.soNone': 'So it can be followed only through those who answer for it.',

  'notes.noYear': 'No year is stated.',
  'notes.list': 'Named: {names}.',
  'notes.units': 'Responsible units: {names}.',
  'notes.then': 'Next: {next}.',
  'notes.end': 'That is the last stop; time for questions.',

  'since.now': '{year}, today',
  'since.words': '{operating} operating, {building} being built,\n{planned} planned, {unknown} not known',
  'since.fresh': 'First known to operate: {names}.',
  'since.rule':
    'As last known on 31 December, in the last year on the day of the data; before its first dated event or observation a record is not known, and pale.',
  'since.claim': 'In the register of {year} {operating} {operating|record is|records are} known to operate.',
  'since.so': 'So this is what was known then, not what is remembered now.',
};
