/** The support that a document states, as it is shown: by topic, and for some clusters or all. Pure. */
import type { OfferList } from './schema/offer.ts';
import type { ClusterOrCross } from './vocabulary.ts';

export type Offer = OfferList['offers'][number];

export interface OfferTopic {
  readonly topic: OfferList['topics'][number];
  readonly offers: readonly Offer[];
}

/** Words that name no field speak of every cluster; those that name some bear on the clusters of these alone. */
export function bearsOn(offer: Pick<Offer, 'clusters'>, clusters: readonly ClusterOrCross[] | null): boolean {
  return clusters === null || offer.clusters.length === 0 || offer.clusters.some((id) => clusters.includes(id));
}

/** Topics in the list's order, those without an offer left out; `clusters` null is all. */
export function offersByTopic(list: OfferList, clusters: readonly ClusterOrCross[] | null): OfferTopic[] {
  return list.topics
    .map((topic) => ({
      topic,
      offers: list.offers.filter((offer) => offer.topic === topic.id && bearsOn(offer, clusters)),
    }))
    .filter(({ offers }) => offers.length > 0);
}
