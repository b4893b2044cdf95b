/** The symbol of a record, in the form that it has on the map. */
import { type Site, symbolFor } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';

/** @param size px */
export function SiteMark({ site, size }: { readonly site: Site; readonly size: number }) {
  const { state } = useApp();
  return <Mark {...symbolFor(site)} theme={state.theme.value} size={size} />;
}
