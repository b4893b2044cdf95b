/** The symbol of a record, as the map draws it: hollow where it is no point or not located. */
import { isLocated, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';

/** @param size px */
export function SiteMark({ site, size }: { readonly site: Site; readonly size: number }) {
  const { state } = useApp();
  return (
    <Mark
      cluster={site.industryCluster}
      theme={state.theme.value}
      group={site.group}
      hollow={site.extent === 'area' || !isLocated(site.precision)}
      size={size}
    />
  );
}
