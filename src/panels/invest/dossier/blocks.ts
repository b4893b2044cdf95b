/** One dossier in its order: what it is, how it answers the need, what the policy says, facts, surroundings, gaps. */
import { describeSite } from '../../../domain/describe.ts';
import type { Site } from '../../../domain/site.ts';
import { formatAddress, parseAddress } from '../../../state/address/address.ts';
import { rankedOf } from '../ranked.ts';
import { aroundBlocks } from './around.tsx';
import type { Block, DossierMatter } from './block.ts';
import { headBlock } from './head.tsx';
import { factBlocks, gapBlocks, noteBlocks, ownBlocks, scoreBlocks, sourceBlocks } from './known.tsx';
import { policyBlocks } from './policy.tsx';
import { sourceList } from './sources.ts';

/** A code of more characters than this is too fine to be read from paper at its size. */
const MOST_CODED = 300;

/** The pairs of the address that open the site: with the need, where a code of it can still be read. */
export function dossierPairs({ state, i18n, site }: Pick<DossierMatter, 'state' | 'i18n' | 'site'>): {
  readonly full: string;
  readonly short: string;
} {
  const bare = {
    ...parseAddress('mode=invest'),
    lang: i18n.lang,
    selections: [{ entity: 'site', id: site.id }],
  } as const;
  const short = formatAddress(bare);
  const { need, weights, limits } = state.invest;
  const full = formatAddress({ ...bare, need: need.value, weights: weights.value, limits: limits.value });
  return { full: full.length > MOST_CODED ? short : full, short };
}

/** @param hrefOf the whole address of some pairs. */
export function dossierBlocks(
  given: Pick<DossierMatter, 'state' | 'i18n' | 'site' | 'shot' | 'note'>,
  hrefOf: (pairs: string) => string,
): Block[] {
  const { state, site } = given;
  const matter: DossierMatter = {
    ...given,
    described: describeSite({ policy: homeOf(given, site), sites: state.sites.value }, site),
    ranked: rankedOf(state, site.id),
    offers: state.offers.value ?? [],
    sources: sourceList(),
  };
  return [
    headBlock(matter, hrefOf(dossierPairs(given).full)),
    ...scoreBlocks(matter),
    ...ownBlocks(matter),
    ...policyBlocks(matter),
    ...factBlocks(matter),
    ...aroundBlocks(matter),
    ...gapBlocks(matter),
    ...noteBlocks(matter),
    ...sourceBlocks(matter),
  ];
}

/** The document that is shown, or where that does not name the site, the home document. */
export function homeOf({ state }: Pick<DossierMatter, 'state'>, site: Site): DossierMatter['state']['base']['policy'] {
  const shown = state.policy.value;
  return shown.mentions.some(({ entity, id }) => entity === 'site' && id === site.id) ? shown : state.base.policy;
}
