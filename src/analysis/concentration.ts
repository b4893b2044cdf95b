/** How records of a cluster are spread over the districts, beside how all records are. */
import { clusterAt } from '../domain/point-set.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import { recordsOf } from './counted-set.ts';
import type { Source } from './cross-table.ts';

/** Below this many records a share or an index says more about chance than about the ground. */
export const FEWEST = 30;

export interface Quotient {
  readonly cluster: ClusterOrCross;
  readonly district: DistrictId;
  readonly records: number;
  /** Records of the district that have a cluster. */
  readonly ofDistrict: number;
  /** Records of the cluster that one district counts: those that the shares are of. */
  readonly ofCluster: number;
  /** All records of the cluster, also those whose district is not known. */
  readonly allOfCluster: number;
  /** Share of `ofDistrict` that are of the cluster, 0 to 1; null where the district has none. */
  readonly shareOfDistrict: number | null;
  /** Share of `ofCluster` that are in the district. */
  readonly shareOfCluster: number | null;
  /** `shareOfDistrict` over the cluster's share of all: 1 is as everywhere; null where either is missing. */
  readonly quotient: number | null;
}
export interface Concentration {
  readonly verdict: 'ok' | 'too-few';
  readonly records: number;
  /** Records without a cluster, or that no single district counts: left out. */
  readonly left: number;
  /** Cluster by cluster, district by district, in the vocabulary's order. */
  readonly quotients: readonly Quotient[];
}

/** Location quotients by stated district; the numbers are given below 30 records too, with the verdict `too-few`. */
export function concentration(sources: readonly Source[]): Concentration {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  let [records, left] = [0, 0];
  for (const { counted, rows } of sources) {
    for (const row of recordsOf(counted, rows)) {
      const cluster = clusterAt(counted.set, row);
      const { counted: district } = counted.districtsOf(row);
      if (cluster !== null) add(`all ${cluster}`);
      if (cluster === null || district === null) {
        left++;
        continue;
      }
      records++;
      for (const key of [cluster, district, `${cluster} ${district}`]) add(key);
    }
  }
  const of = (key: string): number => counts.get(key) ?? 0;
  const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const quotients = CLUSTER_OR_CROSS_IDS.flatMap((cluster) =>
    DISTRICT_IDS.map((district): Quotient => {
      const own = of(`${cluster} ${district}`);
      const shareOfDistrict = ratio(own, of(district));
      const shareOfAll = ratio(of(cluster), records);
      const quotient = shareOfDistrict === null || shareOfAll === null ? null : ratio(shareOfDistrict, shareOfAll);
      return {
        cluster,
        district,
        records: own,
        ofDistrict: of(district),
        ofCluster: of(cluster),
        allOfCluster: of(`all ${cluster}`),
        shareOfDistrict,
        shareOfCluster: ratio(own, of(cluster)),
        quotient,
      };
    }),
  );
  return { verdict: records < FEWEST ? 'too-few' : 'ok', records, left, quotients };
}
