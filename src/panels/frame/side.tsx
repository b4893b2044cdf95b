/** The planner's side: the legend, which is the filter, over the list. */
import { Legend } from '../list/legend.tsx';
import { SiteList } from '../list/site-list.tsx';

export function PlanSide({ only }: { readonly only?: 'list' }) {
  return (
    <>
      {only !== 'list' && <Legend />}
      <SiteList />
    </>
  );
}
