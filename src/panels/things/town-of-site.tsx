/** The town of a site that states none, where areas of towns tell. */
import { useMemo } from 'preact/hooks';
import { registerSet } from '../../analysis/register-set.ts';
import type { Site } from '../../domain/site.ts';
import TownByArea from '../shared/town-by-area.tsx';

export default function TownOfSite({ site }: { readonly site: Site }) {
  const counted = useMemo(() => registerSet([site], 'register'), [site]);
  return <TownByArea counted={counted} row={0} />;
}
