/** The register as lists are joined to it. */
import type { Site } from '../../domain/site.ts';
import type { Register } from './types.ts';

/** What rows are joined to: the register as it is published, without what this user corrected. */
export const registerOf = (sites: readonly Site[], variants: Register['variants']): Register => ({
  sites: sites.map(({ id, nameZh, nameEn, aliases, succession, districts, towns, precision, radiusM, position }) => ({
    ...{ id, nameZh, nameEn, aliases, districts, towns, precision, radiusM },
    formerNames: succession.flatMap((each) => [each.nameZh, each.nameEn ?? []].flat()),
    position: position === null ? null : [position[0], position[1]],
  })),
  variants,
});
