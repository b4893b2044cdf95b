/** The support that a document states, as it is shown: by topic, and for what is needed of it. Pure. */
import type { OfferList } from './schema/offer.ts';
import type { ClusterOrCross } from './vocabulary.ts';

export type Offer = OfferList['offers'][number];

export interface OfferTopic {
  readonly topic: OfferList['topics'][number];
  readonly offers: readonly Offer[];
}

/** What somebody looks for; null is all. */
export interface OfferNeed {
  readonly clusters: readonly ClusterOrCross[] | null;
  readonly topics?: readonly string[] | null;
  /** Only what this unit answers for; `unitsOf` gives the units of a clause. */
  readonly unit?: string | null;
  readonly unitsOf?: (clause: string) => readonly string[];
}

/** Words that name no field speak of every cluster; those that name some bear on the clusters of these alone. */
export function bearsOn(offer: Pick<Offer, 'clusters'>, clusters: readonly ClusterOrCross[] | null): boolean {
  return clusters === null || offer.clusters.length === 0 || namesOne(offer, clusters);
}

const namesOne = ({ clusters: named }: Pick<Offer, 'clusters'>, clusters: readonly ClusterOrCross[]) =>
  named.some((id) => clusters.includes(id));

/**
 * Topics in the list's order, those without an offer left out. Most words name no field, so the topics and the unit sort
 * out more than the cluster does; in a topic what names a needed one comes first.
 */
export function offersByTopic(list: OfferList, need: OfferNeed): OfferTopic[] {
  const { clusters, topics = null, unit = null, unitsOf = () => [] } = need;
  const wanted = list.offers.filter(
    (offer) => bearsOn(offer, clusters) && (unit === null || unitsOf(offer.clause).includes(unit)),
  );
  const first = (offer: Offer) => Number(clusters !== null && namesOne(offer, clusters));
  return list.topics
    .filter(({ id }) => topics === null || topics.includes(id))
    .map((topic) => ({
      topic,
      offers: wanted.filter((offer) => offer.topic === topic.id).sort((a, b) => first(b) - first(a)),
    }))
    .filter(({ offers }) => offers.length > 0);
}
