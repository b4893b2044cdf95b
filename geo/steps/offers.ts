/** The support that a document states, from offers.yaml: each in the words of a clause, and where they stand. */
import type { OfferList } from '../../src/domain/schema/offer.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import { occurrences } from './mentions.ts';
import type { Problem } from './problem.ts';
import type { OfferRecords } from './records.ts';

/**
 * Offsets for every offer, and all problems: words that stand in no such clause, topics that are unknown or empty,
 * the same words twice.
 */
export function offersOf(
  policy: Policy,
  records: OfferRecords,
  file: string,
): { list: OfferList; problems: Problem[] } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const offers = records.offers.flatMap((offer): OfferList['offers'] => {
    const { clause, quote, topic, clusters } = offer;
    const problem = (reason: string) => problems.push({ file, record: `${clause} ${topic}`, reason });
    if (!records.topics.some(({ id }) => id === topic)) problem(`there is no topic ${topic}`);
    if (seen.has(`${clause} ${quote}`)) problem(`“${quote}” is quoted twice`);
    seen.add(`${clause} ${quote}`);
    const within = policy.clauses.find(({ id }) => id === clause);
    if (within === undefined) {
      problem(`clause ${clause} does not exist`);
      return [];
    }
    const span = occurrences(policy.text, quote, within)[0];
    if (span === undefined) {
      problem(`“${quote}” does not stand in clause ${clause}`);
      return [];
    }
    return [{ ...offer, clusters: [...clusters], ...span }];
  });
  const ids = records.topics.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) problems.push({ file, record: id, reason: 'two topics have this id' });
    if (!records.offers.some(({ topic }) => topic === id))
      problems.push({ file, record: id, reason: 'no offer has this topic' });
  });
  const topics = records.topics.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
  return { list: { docId: policy.docId, topics, offers }, problems };
}
