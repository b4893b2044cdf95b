/** What the shell, the list and every panel start from. */
import type { DistrictCollection, TownCollection } from './schema/area.ts';
import type { Config, Version } from './schema/config.ts';
import type { Policy, PolicyList } from './schema/policy.ts';
import type { Site } from './site.ts';

export interface Base {
  readonly sites: readonly Site[];
  /** The home document. */
  readonly policy: Policy;
  /** Every document as listed, and every one in full; home first in both. */
  readonly documents: PolicyList;
  readonly policies: readonly Policy[];
  readonly towns: TownCollection;
  readonly districts: DistrictCollection;
  readonly version: Version;
  readonly config: Config;
  /** Problems that did not stop the load, for a message: a broken config, say. */
  readonly warnings: readonly string[];
}

/** The register and the documents alone: what things are looked up in. */
export type World = Pick<Base, 'sites' | 'policy' | 'policies' | 'towns' | 'districts'>;
